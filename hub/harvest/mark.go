package harvest

import (
	"bytes"
	"encoding/binary"
	"math"

	"moselle/schema"
)

// mark is what store.Ref.Digest remembers of what an item says of a record: how
// many triples (2 bytes, big-endian), then the beginning of their digest. The
// greater of two marks is that of the richer version; equal marks are of the
// same version. Zero is the mark of none.
type mark = [8]byte

func markOf(canonical []byte, d schema.Digest) (m mark) {
	binary.BigEndian.PutUint16(m[:], uint16(min(bytes.Count(canonical, []byte{'\n'}), math.MaxUint16)))
	copy(m[2:], d[:])
	return m
}

// says reports whether a mark is that of the version with the digest.
func says(m mark, d schema.Digest) bool { return bytes.Equal(m[2:], d[:len(m)-2]) }

// richer reports whether a is the mark of a richer version than b.
func richer(a, b mark) bool { return bytes.Compare(a[:], b[:]) > 0 }
