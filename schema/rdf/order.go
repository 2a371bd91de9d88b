package rdf

import "cmp"

// excluded marks the bytes that may not stand in an IRI as it is written
// (IRIREF, N-Triples section 7).
var excluded = func() (t [256]bool) {
	for c := range 0x21 {
		t[c] = true
	}
	for _, c := range "<>\"{}|^`\\" {
		t[c] = true
	}
	return t
}()

// short gives the letter of a literal's short escapes; 0 for all other bytes.
var short = [256]byte{'"': '"', '\\': '\\', '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f'}

// The terms of a graph are compared as their canonical lines would be, without
// writing them: sorting once then serves the binary search and the digest.

func compareTriples(a, b *Triple) int {
	if c := compareTerms(&a.S, &b.S); c != 0 {
		return c
	}
	if c := compareTerms(&a.P, &b.P); c != 0 {
		return c
	}
	return compareTerms(&a.O, &b.O)
}

// lead is the byte that opens a term of each kind.
var lead = [...]byte{None: 0, IRI: '<', Blank: '_', Literal: '"'}

func compareTerms(a, b *Term) int {
	if a.Kind != b.Kind {
		return cmp.Compare(lead[a.Kind], lead[b.Kind])
	}
	if a.Value != b.Value {
		switch a.Kind {
		case IRI:
			return compareEscaped(a.Value, b.Value, '>', iriRank)
		case Literal:
			return compareEscaped(a.Value, b.Value, '"', literalRank)
		}
		return compareEscaped(a.Value, b.Value, ' ', plainRank)
	}
	if a.Kind != Literal || a.Lang == b.Lang && (a.Lang != "" || a.Datatype == b.Datatype) {
		return 0
	}
	if c := cmp.Compare(suffix(a), suffix(b)); c != 0 {
		return c
	}
	if a.Lang != "" {
		return compareEscaped(a.Lang, b.Lang, ' ', plainRank)
	}
	return compareEscaped(a.Datatype, b.Datatype, '>', iriRank)
}

// suffix is the byte that follows a literal's closing quote.
func suffix(t *Term) byte {
	switch {
	case t.Lang != "":
		return '@'
	case t.Datatype != "" && t.Datatype != String:
		return '^'
	}
	return ' '
}

// compareEscaped compares two different strings as they are written, each
// followed by end: at the first byte that differs, by what stands for it there.
func compareEscaped(a, b string, end byte, rank func(byte) uint32) int {
	n := min(len(a), len(b))
	i := 0
	for i < n && a[i] == b[i] {
		i++
	}
	ra, rb := uint32(end)<<16, uint32(end)<<16
	if i < len(a) {
		ra = rank(a[i])
	}
	if i < len(b) {
		rb = rank(b[i])
	}
	return cmp.Compare(ra, rb)
}

func plainRank(c byte) uint32 { return uint32(c) << 16 }

func iriRank(c byte) uint32 {
	if excluded[c] {
		return '\\'<<16 | 'u'<<8 | uint32(c)
	}
	return uint32(c) << 16
}

func literalRank(c byte) uint32 {
	switch {
	case short[c] != 0:
		return '\\'<<16 | uint32(short[c])<<8
	case c < 0x20 || c == 0x7f:
		return '\\'<<16 | 'u'<<8 | uint32(c)
	}
	return uint32(c) << 16
}
