package datatourisme

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// run is one harvest with what it hands on.
type run struct {
	*connector
	*connectors.Listing
	ctx    context.Context
	tree   tree.Tree
	other  map[string]int // objects passed over, by their class
	passed int            // how many these are

	base    string // the location that was opened, beside which the files of an index lie
	found   bool   // a file that an index lists was read
	missing int    // how many were not, before the first
}

// object turns the text of one object into an item, a refusal, or one more that
// is passed over.
func (r *run) object(raw []byte, where string) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if key, ok := r.env.Known(raw); ok {
		return r.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	text, note := decode(raw)
	if err := r.tree.JSON(text); err != nil {
		return r.Refuse(connectors.Refuse(fileKey(where), where, "", "", "this is no JSON: %v", err))
	}
	o := r.tree.Root()
	if o.Kind() != tree.Object {
		return r.Refuse(connectors.Refuse("", where, "", o.Text(), "an object is expected, not %s", o.Kind()))
	}
	key := keyOf(o)
	if key == "" {
		return r.Refuse(connectors.Refuse("", where, "@id", "", "missing: without @id, uri or uuid nobody can find the object again; let the export include it"))
	}
	kind := kindOf(o)
	if !kind.wanted(r.types) {
		r.pass(kind)
		return nil
	}
	if twin := r.Once(key, where); twin != nil {
		return r.Refuse(twin)
	}
	if plain(get(o, "isObsolete")) == "true" {
		return r.Hand(connectors.Item{Key: key, Where: where, Deleted: true})
	}
	item, refusal := r.mapper(o).item(o, kind, key, where)
	if refusal != nil {
		return r.Refuse(refusal)
	}
	item.Raw = raw
	if note != nil {
		item.Faults = append(item.Faults, *note)
	}
	return r.Hand(item)
}

// decode returns a text as UTF-8. One that is not is taken for Windows-1252, as
// browsers do, and the fault says so.
func decode(raw []byte) (string, *schema.Fault) {
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return string(raw), nil
	}
	return string(text), &schema.Fault{Message: "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"}
}

// maxOther bounds the classes that are counted apart.
const maxOther = 500

// pass counts an object that the source is not read for.
func (r *run) pass(k kind) {
	name := k.name()
	if _, ok := r.other[name]; !ok && len(r.other) == maxOther {
		name = "others"
	}
	r.other[name]++
	r.passed++
}

// passedOver names the commonest classes passed over: "Hotel (12), Tour (3)".
func (r *run) passedOver() string {
	names := slices.SortedFunc(maps.Keys(r.other), func(a, b string) int {
		if d := r.other[b] - r.other[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	var out []string
	for _, n := range names[:min(len(names), 8)] {
		out = append(out, fmt.Sprintf("%s (%d)", n, r.other[n]))
	}
	if len(names) > 8 {
		out = append(out, "…")
	}
	return strings.Join(out, ", ")
}

// end returns the cursor of a complete run, after what was passed over was told.
func (r *run) end(next connectors.Cursor) (connectors.Cursor, error) {
	if r.Empty() {
		return nil, r.Refuse(connectors.Nothing(bare(r.env.Location), "%s", r.nothing()))
	}
	if last := r.Last(); last != nil && r.passed > 0 && !last.Same && !last.Deleted {
		last.Faults = append(last.Faults, schema.Fault{Path: "types", Severity: schema.Info,
			Message: fmt.Sprintf("objects of other kinds than the source is read for, passed over: %d, namely %s; the setting types says which are read", r.passed, r.passedOver())})
	}
	return next, nil
}

// nothing says why there is no item.
func (r *run) nothing() string {
	if r.passed == 0 {
		return "there is no object in it; the flux may be empty, or its filters may leave nothing"
	}
	return fmt.Sprintf("no object is of a kind that the source is read for (%s); there are: %s", strings.Join(r.Types, ", "), r.passedOver())
}
