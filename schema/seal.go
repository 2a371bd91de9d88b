package schema

import (
	"bytes"
	"strings"
	"time"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Seal turns a draft into the record to keep: canonical form, digest of the
// content, the time stamp sdDatePublished (which the digest leaves out, so that
// an unchanged record stays unchanged) and the view.
func Seal(d Draft, source SourceID, now time.Time) Record {
	return SealCanonical(d, d.Graph.Canonical(), source, now)
}

// SealCanonical is Seal for a caller who has the canonical form already.
func SealCanonical(d Draft, canonical []byte, source SourceID, now time.Time) Record {
	now = now.UTC().Truncate(time.Second)
	stamp := rdf.Triple{
		S: rdf.NewIRI(string(d.IRI)),
		P: rdf.NewIRI(vocab.Schema + "sdDatePublished"),
		O: rdf.NewTyped(now.Format(time.RFC3339), vocab.XSD+"dateTime"),
	}
	n := NewNode(d.Graph.With(stamp), d.IRI, ClassNamed(d.Class))
	return Record{
		IRI: d.IRI, Source: source, Key: d.Key, Class: d.Class,
		Digest:   rdf.DigestOf(canonical),
		Modified: now,
		Triples:  insertLine(canonical, rdf.AppendTriple(nil, stamp)),
		View:     n.AppendJSON(make([]byte, 0, len(canonical)/2)),
	}
}

// insertLine puts a line at its place among sorted lines.
func insertLine(lines, line []byte) []byte {
	at := 0
	for at < len(lines) {
		end := at + bytes.IndexByte(lines[at:], '\n') + 1
		if bytes.Compare(lines[at:end], line) > 0 {
			break
		}
		at = end
	}
	out := make([]byte, 0, len(lines)+len(line))
	out = append(out, lines[:at]...)
	out = append(out, line...)
	return append(out, lines[at:]...)
}

// Node returns the record's view.
func (r Record) Node() (*Node, error) { return ParseNode(r.View, ClassNamed(r.Class)) }

// PublicJSON returns JSON written by AppendJSON with base in place of Scheme.
func PublicJSON(data []byte, base string) []byte {
	public := appendString(nil, base+"/")
	return bytes.ReplaceAll(data, []byte(`"`+Scheme), public[:len(public)-1])
}

// Public returns an IRI as the outside sees it: base in place of Scheme.
func (i IRI) Public(base string) string {
	if rest, ok := strings.CutPrefix(string(i), Scheme); ok {
		return base + "/" + rest
	}
	return string(i)
}

// PublicGraph returns the graph with base in place of Scheme.
func PublicGraph(g *rdf.Graph, base string) *rdf.Graph {
	return g.Map(func(t rdf.Term) rdf.Term {
		if t.Kind == rdf.IRI {
			t.Value = IRI(t.Value).Public(base)
		}
		return t
	})
}
