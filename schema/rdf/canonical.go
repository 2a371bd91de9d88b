package rdf

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Digest is the SHA-256 of a graph's canonical form.
type Digest [sha256.Size]byte

// DigestOf returns the digest of a canonical form.
func DigestOf(canonical []byte) Digest { return sha256.Sum256(canonical) }

// Digest returns the digest of the graph's canonical form.
func (g *Graph) Digest() Digest { return DigestOf(g.Canonical()) }

// String returns the digest in hexadecimal.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// IsZero reports whether the digest was never set.
func (d Digest) IsZero() bool { return d == Digest{} }

// Canonical returns the canonical form of a graph without blank nodes: its
// N-Triples lines (canonical N-Triples, RDFC-1.0 section 4.8) in sorted order.
// Stored graphs have no blank nodes, so that sorting is all there is to it.
func (g *Graph) Canonical() []byte {
	g.sort()
	size := 0
	for i := range g.triples {
		t := &g.triples[i]
		size += len(t.S.Value) + len(t.P.Value) + len(t.O.Value) + len(t.O.Datatype) + len(t.O.Lang) + 24
	}
	buf := make([]byte, 0, size)
	for i := range g.triples {
		buf = AppendTriple(buf, g.triples[i])
	}
	return buf
}

// AppendTriple appends t as one line of canonical N-Triples.
func AppendTriple(buf []byte, t Triple) []byte {
	buf = AppendTerm(buf, t.S)
	buf = append(buf, ' ')
	buf = AppendTerm(buf, t.P)
	buf = append(buf, ' ')
	buf = AppendTerm(buf, t.O)
	return append(buf, " .\n"...)
}

// AppendQuad appends q as one line of canonical N-Quads.
func AppendQuad(buf []byte, q Quad) []byte {
	if q.G.Kind == None {
		return AppendTriple(buf, q.Triple)
	}
	buf = AppendTriple(buf, q.Triple)
	buf = buf[:len(buf)-2] // the dot and the line end
	buf = AppendTerm(buf, q.G)
	return append(buf, " .\n"...)
}

// AppendTerm appends t as canonical N-Triples writes it.
func AppendTerm(buf []byte, t Term) []byte {
	switch t.Kind {
	case IRI:
		return append(appendIRI(append(buf, '<'), t.Value), '>')
	case Blank:
		return append(append(buf, "_:"...), t.Value...)
	case Literal:
		buf = append(appendEscaped(append(buf, '"'), t.Value), '"')
		switch {
		case t.Lang != "":
			return append(append(buf, '@'), t.Lang...)
		case t.Datatype != "" && t.Datatype != String:
			buf = append(buf, "^^<"...)
			return append(appendIRI(buf, t.Datatype), '>')
		}
	}
	return buf
}

// appendIRI escapes what may not stand between angle brackets, so that even an
// unvetted IRI cannot end the term early.
func appendIRI(buf []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; excluded[c] {
			buf = append(buf, s[start:i]...)
			buf = fmt.Appendf(buf, "\\u%04X", c)
			start = i + 1
		}
	}
	return append(buf, s[start:]...)
}

// appendEscaped writes a literal's lexical form as canonical N-Triples does
// (RDF 1.2 N-Triples, section 3): the seven short escapes, \u for the other
// control characters, all else as it is.
func appendEscaped(buf []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' && c != 0x7f {
			continue
		}
		buf = append(buf, s[start:i]...)
		start = i + 1
		if e := short[c]; e != 0 {
			buf = append(buf, '\\', e)
		} else {
			buf = fmt.Appendf(buf, "\\u%04X", c)
		}
	}
	return append(buf, s[start:]...)
}
