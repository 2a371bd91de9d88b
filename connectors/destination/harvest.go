package destination

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// harvest is one run with what it hands on.
type harvest struct {
	*connector
	*connectors.Listing
	ctx    context.Context
	tree   tree.Tree
	page   int             // from 1
	search bool            // pages are asked for one after the other
	total  int             // items of all pages, as they say
	read   int             // those that were read
	inner  int             // items of this page
	twins  int             // items of this page that came before
	passed int             // items of types that are not asked for
	other  map[string]int  // the same by type
	told   map[string]bool // what was told to be left out
}

// run reads page after page and returns the cursor of a complete run.
func (h *harvest) run(from connectors.Cursor) (connectors.Cursor, error) {
	h.search = isSearch(h.env.Location)
	location, offset := first(h.env.Location)
	since := []byte(from)
	for h.page = 1; ; h.page++ {
		said, validator, err := h.document(location, since)
		if err != nil && h.page > 1 {
			err = fmt.Errorf("page %d: %w", h.page, err)
		}
		if err != nil {
			return nil, err
		}
		h.total = max(h.total, said.total)
		at := offset + h.read
		limit, _ := strconv.Atoi(queried(location, "limit"))
		switch {
		case h.page > 1 && h.inner > 0 && h.twins == h.inner:
			return nil, h.Refuse(connectors.Nothing(h.env.Location, "page %d lists nothing that the pages before do not have: the address does not heed offset; ask for all items at once with a greater limit", h.page))
		case !h.search, h.inner == 0, said.counted && at >= h.total, !said.counted && h.inner < limit:
			if h.page > 1 { // pages change without the first
				validator = nil
			}
			return h.end(validator, offset)
		case h.page == h.Pages:
			return nil, h.Refuse(connectors.Nothing(h.env.Location, "%d of %d items were read, as the setting pages allows no more; raise it, or limit in the address", at, h.total))
		}
		location, since = with(location, "offset", strconv.Itoa(at)), nil
	}
}

// end returns the cursor of a run that came to its end, after telling of what was
// passed over. Nothing is to be taken for deleted when some of the list is missing.
func (h *harvest) end(validator []byte, offset int) (connectors.Cursor, error) {
	switch {
	case offset+h.read < h.total:
		return nil, h.Refuse(connectors.Nothing(h.env.Location, "the answer says that there are %d items, but %d of them are in it; save all its pages, or give the address of the search", h.total, offset+h.read))
	case h.read == 0:
		return nil, h.Refuse(connectors.Nothing(h.env.Location, "the list is empty: there is no item in it; look at the experience, the type and the search (q) in the address"))
	case h.Empty():
		return nil, h.Refuse(connectors.Nothing(h.env.Location, "no item is of a type that the source is read for (%s); there are: %s", strings.Join(h.Types, ", "), h.passedOver()))
	}
	if last := h.Last(); last != nil && h.passed > 0 && !last.Same {
		last.Faults = append(last.Faults, schema.Fault{Path: "types", Severity: schema.Info,
			Message: fmt.Sprintf("items of other types than the source is read for, passed over: %d, namely %s; the setting types says which are read", h.passed, h.passedOver())})
	}
	return connectors.Cursor(validator), nil
}

// maxOther bounds the types that are counted apart.
const maxOther = 100

// pass counts an item that the source is not read for.
func (h *harvest) pass(name string) {
	name = schema.Excerpt(name)
	if _, ok := h.other[name]; !ok && len(h.other) == maxOther {
		name = "others"
	}
	h.other[name]++
	h.passed++
}

// passedOver names the types passed over: "Hotel (12), Package (3)".
func (h *harvest) passedOver() string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(h.other)) {
		out = append(out, fmt.Sprintf("%s (%d)", name, h.other[name]))
	}
	return strings.Join(out, ", ")
}
