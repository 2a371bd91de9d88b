package embedded

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// column holds one property of all documents: codes by document for counting,
// a bitmap by code for filtering. What a view holds of it never changes; the
// writer appends behind it and replaces the bitmaps it adds to.
type column struct {
	values *dict
	ends   []uint32 // where each document's codes end
	codes  []uint32
	sets   []*roaring.Bitmap // documents by code
}

func newColumn() column { return column{values: newDict()} }

// begin readies the column for a writing. What it returns tells add which sets
// the writing has made its own.
func (c *column) begin() map[uint32]bool {
	c.sets = slices.Clone(c.sets)
	return map[uint32]bool{}
}

// add appends the next document. Values are kept once each; "" is no value.
func (c *column) add(number uint32, values []string, touched map[uint32]bool) {
	from := len(c.codes)
	for _, v := range values {
		if v == "" {
			continue
		}
		if code := c.values.intern(v); !slices.Contains(c.codes[from:], code) {
			c.codes = append(c.codes, code)
			c.set(code, touched).Add(number)
		}
	}
	c.ends = append(c.ends, uint32(len(c.codes)))
}

func (c *column) set(code uint32, touched map[uint32]bool) *roaring.Bitmap {
	for uint32(len(c.sets)) <= code {
		touched[uint32(len(c.sets))] = true
		c.sets = append(c.sets, roaring.New())
	}
	if !touched[code] {
		c.sets[code] = c.sets[code].Clone()
		touched[code] = true
	}
	return c.sets[code]
}

// of returns a document's codes.
func (c *column) of(number uint32) []uint32 {
	from := uint32(0)
	if number > 0 {
		from = c.ends[number-1]
	}
	return c.codes[from:c.ends[number]]
}

// any returns the documents that have one of the values.
func (c *column) any(values []string) *roaring.Bitmap {
	sets := []*roaring.Bitmap{roaring.New()}
	for _, v := range values {
		if code, ok := c.values.code(v); ok && int(code) < len(c.sets) {
			sets = append(sets, c.sets[code])
		}
	}
	return roaring.FastOr(sets...)
}

// count counts how many of the documents have each code. A document weighs what
// weight says, 1 when it is nil.
func (c *column) count(among *roaring.Bitmap, weight func(number uint32) int) []int {
	counts := make([]int, len(c.sets))
	if weight == nil {
		each(among, func(n uint32) {
			for _, code := range c.of(n) {
				counts[code]++
			}
		})
		return counts
	}
	each(among, func(n uint32) {
		w := weight(n)
		for _, code := range c.of(n) {
			counts[code] += w
		}
	})
	return counts
}

// keep returns the column with the documents in the order given, and no others.
// Its codes are given anew, so that values nobody has any more are forgotten.
func (c *column) keep(numbers []uint32) column {
	r, out := c.values.renew(), column{}
	for _, n := range numbers {
		for _, code := range c.of(n) {
			out.codes = append(out.codes, r.carry(code))
		}
		out.ends = append(out.ends, uint32(len(out.codes)))
	}
	out.values = r.dict
	out.index()
	return out
}

// index makes the sets of codes and ends.
func (c *column) index() {
	c.sets = nil
	touched := map[uint32]bool{}
	for n := range c.ends {
		for _, code := range c.of(uint32(n)) {
			c.set(code, touched).Add(uint32(n))
		}
	}
}
