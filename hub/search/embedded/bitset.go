package embedded

import "github.com/RoaringBitmap/roaring/v2"

// bitset gathers numbers in any order; a roaring bitmap is made of it at the
// end, which is many times faster than adding to one.
type bitset []uint64

func (b *bitset) add(n uint32) {
	for int(n>>6) >= len(*b) {
		*b = append(*b, make([]uint64, max(64, len(*b)))...)
	}
	(*b)[n>>6] |= 1 << (n & 63)
}

func (b bitset) has(n uint32) bool {
	return int(n>>6) < len(b) && b[n>>6]&(1<<(n&63)) != 0
}

func denseOf(s *roaring.Bitmap) bitset {
	var b bitset
	each(s, b.add)
	return b
}

// bitmap gives the numbers away: the set is not to be used any more.
func (b bitset) bitmap() *roaring.Bitmap { return roaring.FromDense(b, false) }

// each calls f with each number in order.
func each(s *roaring.Bitmap, f func(uint32)) {
	var buf [512]uint32
	for it := s.ManyIterator(); ; {
		n := it.NextMany(buf[:])
		if n == 0 {
			return
		}
		for _, v := range buf[:n] {
			f(v)
		}
	}
}
