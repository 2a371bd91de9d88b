package datatourisme

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/connectors"
	"moselle/connectors/tree"
	"moselle/schema"
)

// run is one harvest with what it hands on.
type run struct {
	*connector
	ctx    context.Context
	yield  func(connectors.Item, error) bool
	tree   tree.Tree
	seen   map[[16]byte]bool // digests of keys
	ahead  *connectors.Item  // held back until it is known whether it is the last
	other  map[string]int    // objects passed over, by their class
	passed int               // how many these are
	any    bool              // an item or a refusal was handed on

	base    string // the location that was opened, beside which the files of an index lie
	found   bool   // a file that an index lists was read
	missing int    // how many were not, before the first
}

func (c *connector) run(ctx context.Context, yield func(connectors.Item, error) bool) *run {
	return &run{connector: c, ctx: ctx, yield: yield, seen: map[[16]byte]bool{}, other: map[string]int{}}
}

// object turns the text of one object into an item, a refusal, or one more that
// is passed over.
func (r *run) object(raw []byte, where string) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if key, ok := r.env.Known(raw); ok {
		if !r.once(key) {
			return r.refuse(twice(key, where))
		}
		return r.hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	text, note := decode(raw)
	if err := r.tree.JSON(text); err != nil {
		return r.refuse(connectors.Refuse(fileKey(where), where, "", "", "this is no JSON: %v", err))
	}
	o := r.tree.Root()
	if o.Kind() != tree.Object {
		return r.refuse(connectors.Refuse("", where, "", o.Text(), "an object is expected, not %s", o.Kind()))
	}
	key := keyOf(o)
	if key == "" {
		return r.refuse(connectors.Refuse("", where, "@id", "", "missing: without @id, uri or uuid nobody can find the object again; let the export include it"))
	}
	kind := kindOf(o)
	if !kind.wanted(r.types) {
		r.pass(kind)
		return nil
	}
	if !r.once(key) {
		return r.refuse(twice(key, where))
	}
	if plain(get(o, "isObsolete")) == "true" {
		return r.hand(connectors.Item{Key: key, Where: where, Deleted: true})
	}
	item, refusal := r.mapper(o).item(o, kind, key, where)
	if refusal != nil {
		return r.refuse(refusal)
	}
	item.Raw = raw
	if note != nil {
		item.Faults = append(item.Faults, *note)
	}
	return r.hand(item)
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

func twice(key, where string) *connectors.Refusal {
	return connectors.Refuse(key, where, "@id", key, "the object stands here a second time; only the first is kept")
}

// once reports whether the key is met for the first time.
func (r *run) once(key string) bool {
	sum := fnv.New128a()
	_, _ = sum.Write([]byte(key))
	id := [16]byte(sum.Sum(nil))
	if r.seen[id] {
		return false
	}
	r.seen[id] = true
	return true
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

// refuse hands on a refusal.
func (r *run) refuse(refusal *connectors.Refusal) error {
	r.any = true
	if !r.yield(connectors.Item{}, refusal) {
		return errStop
	}
	return nil
}

// hand hands on the item before this one.
func (r *run) hand(item connectors.Item) error {
	r.any = true
	before := r.ahead
	r.ahead = &item
	if before != nil && !r.yield(*before, nil) {
		return errStop
	}
	return nil
}

// end hands on the last item, with the cursor of a complete run and what was
// passed over; broken is what ended the reading, nil for its end.
func (r *run) end(next connectors.Cursor, broken error) error {
	if errors.Is(broken, errStop) {
		return broken
	}
	if r.ahead != nil {
		if broken == nil {
			r.ahead.Next = next
		}
		if r.passed > 0 && !r.ahead.Same && !r.ahead.Deleted {
			r.ahead.Faults = append(r.ahead.Faults, schema.Fault{Path: "types", Severity: schema.Info,
				Message: fmt.Sprintf("objects of other kinds than the source is read for, passed over: %d, namely %s; the setting types says which are read", r.passed, r.passedOver())})
		}
		if !r.yield(*r.ahead, nil) {
			return errStop
		}
	}
	if broken != nil || r.any {
		return broken
	}
	return r.refuse(connectors.Nothing(bare(r.env.Location), "%s", r.nothing()))
}

// nothing says why there is no item.
func (r *run) nothing() string {
	if r.passed == 0 {
		return "there is no object in it; the flux may be empty, or its filters may leave nothing"
	}
	return fmt.Sprintf("no object is of a kind that the source is read for (%s); there are: %s", strings.Join(r.Types, ", "), r.passedOver())
}
