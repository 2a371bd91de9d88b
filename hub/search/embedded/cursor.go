package embedded

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/schema"
)

// place is where a page ended: what its last row is sorted by, and the moment
// the first page counted from, so that all pages count from the same.
type place struct {
	now   int64
	rank  int64
	title []byte
	iri   []byte
	start int64 // of the occurrence
	occ   []byte
}

const (
	cursorVersion = 2
	maxCursor     = 16 << 10 // characters
)

// passed reports whether a row stands at the place or before it.
func (t *top) passed(r row) bool {
	p := t.after
	if c := cmp.Compare(r.rank, p.rank); c != 0 {
		return c < 0
	}
	if c := bytes.Compare(r.title, p.title); c != 0 {
		return c < 0
	}
	if c := bytes.Compare(t.iri(r.doc), p.iri); c != 0 || r.index < 0 {
		return c <= 0
	}
	o := t.occurrence(r.doc, r.index)
	return cmp.Or(cmp.Compare(o.Start, p.start), cmp.Compare(o.ID, schema.IRI(p.occ))) <= 0
}

// cursor returns what leads on after a row, for the query with the fingerprint.
func (r *result) cursor(last row, of [8]byte) string {
	p := place{now: r.moment(), rank: last.rank, title: last.title, iri: r.iri(last.doc)}
	if last.index >= 0 {
		o := r.occurrence(last.doc, last.index)
		p.start, p.occ = o.Start, []byte(o.ID)
	}
	return p.print(of)
}

// moment is when the query is asked, in seconds; noMoment when that is not said.
func (p *plan) moment() int64 {
	if p.Now.IsZero() {
		return noMoment
	}
	return clamp(p.Now.Unix())
}

// noMoment is no moment that a query is asked at.
const noMoment = -2 * maxTime

// print writes the version, the query's fingerprint and the place, in base64.
func (p *place) print(of [8]byte) string {
	b := append([]byte{cursorVersion}, of[:]...)
	for _, n := range []int64{p.now, p.rank, p.start} {
		b = binary.AppendVarint(b, n)
	}
	for _, s := range [][]byte{p.title, p.iri, p.occ} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// parseCursor reads a cursor of the query with the fingerprint.
func parseCursor(s string, of [8]byte) (*place, error) {
	if len(s) > maxCursor {
		return nil, errCursor()
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	if err != nil || len(b) < 9 || b[0] != cursorVersion {
		return nil, errCursor()
	}
	if !bytes.Equal(b[1:9], of[:]) {
		return nil, fault.Param("cursor", "this is the cursor of another query: keep every other parameter as it was, or leave the cursor out")
	}
	p, err := readPlace(b[9:])
	if err != nil || p.print(of) != s {
		return nil, errCursor()
	}
	return p, nil
}

func readPlace(b []byte) (*place, error) {
	p := &place{}
	for _, n := range []*int64{&p.now, &p.rank, &p.start} {
		v, size := binary.Varint(b)
		if size <= 0 {
			return nil, errors.New("no number")
		}
		*n, b = v, b[size:]
	}
	for _, s := range []*[]byte{&p.title, &p.iri, &p.occ} {
		n, size := binary.Uvarint(b)
		if size <= 0 || n > uint64(len(b)-size) {
			return nil, errors.New("no text")
		}
		*s, b = b[size:size+int(n)], b[size+int(n):]
	}
	if len(b) > 0 || p.now < noMoment || p.now > maxTime {
		return nil, errors.New("not a place")
	}
	return p, nil
}

func errCursor() error {
	return fault.Param("cursor", "this is not a cursor: take it unchanged from the page before, or leave it out")
}

// fingerprint tells queries apart whose pages do not continue one another. The
// order of values does not matter, nor do facets and sizes.
func (p *plan) fingerprint() [8]byte {
	h := sha256.New()
	write := func(name string, v any) { fmt.Fprintf(h, "%s %q\n", name, fmt.Sprint(v)) }
	list := func(name string, values []string) {
		sorted := slices.Clone(values)
		slices.Sort(sorted)
		fmt.Fprintf(h, "%s %q\n", name, slices.Compact(sorted))
	}
	write("text", p.Text)
	write("lang", p.Lang)
	for _, name := range slices.Sorted(maps.Keys(p.Filters)) {
		if values := p.Filters[name]; len(values) > 0 {
			list("filter "+name, values)
		}
	}
	related := make([]string, len(p.Related))
	for i, r := range p.Related {
		related[i] = string(r)
	}
	list("related", related)
	for _, b := range []search.Bound{p.From, p.To, p.Open} {
		write("bound", []any{b.Day, b.At.Unix(), b.At.Nanosecond()})
	}
	write("weekdays", p.Weekdays)
	if p.Clock != nil {
		write("clock", *p.Clock)
	}
	write("confirmed", p.Confirmed)
	if p.Near != nil {
		write("near", *p.Near)
	}
	if p.Box != nil {
		write("box", *p.Box)
	}
	write("sort", p.Sort)
	write("group", p.Group)
	return [8]byte(h.Sum(nil))
}
