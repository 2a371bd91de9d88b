package formats

import (
	"bytes"
	"regexp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdfxml"
	"moselle/schema/rdf/trig"
	"moselle/schema/rdf/turtle"
)

// SniffBytes is how much of a document Sniff wants to see, where there is so much.
const SniffBytes = 4 << 10

var (
	jsonStart = regexp.MustCompile(`^\s*(\{\s*["}]|\[\s*(\{|\]\s*$))`)
	xmlStart  = regexp.MustCompile(`^\s*<(\?xml|!--|!DOCTYPE|[\w.-]+:?RDF)\b?`)
)

// Sniff returns the format of a document by its media type, else by the
// extension of its file (with its dot), else by how it begins. A media type
// that is no format's counts as none: servers say text/plain or
// application/json of anything.
func Sniff(head []byte, mediaType, ext string) (rdf.Format, bool) {
	if f, ok := ByMediaType(mediaType); ok {
		return f, true
	}
	if f, ok := ByExt(ext); ok {
		return f, true
	}
	head = bytes.TrimPrefix(head[:min(len(head), SniffBytes)], []byte("\ufeff"))
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return rdf.Format{}, false
	case jsonStart.Match(head):
		return jsonld.Format(), true
	case xmlStart.Match(head):
		return rdfxml.Format(), bytes.Contains(head, []byte(rdf.RDF))
	}
	return sniffText(head)
}

// sniffText tells the formats of the Turtle family apart by reading what is
// there: the narrowest that reads it is the one.
func sniffText(head []byte) (rdf.Format, bool) {
	lines := head
	if end := bytes.LastIndexByte(head, '\n'); end >= 0 && len(head) == SniffBytes {
		lines = head[:end]
	}
	if n, graphs, whole := try(nquads.Format(), lines); whole && n > 0 {
		if graphs {
			return nquads.Format(), true
		}
		return ntriples.Format(), true
	}
	plain, _, plainWhole := try(turtle.Format(), head)
	blocks, graphs, blocksWhole := try(trig.Format(), head)
	switch {
	case graphs || blocks > plain || blocksWhole && !plainWhole:
		return trig.Format(), true
	case plain > 0 || plainWhole:
		return turtle.Format(), true
	}
	return declarations(head)
}

var declaration = regexp.MustCompile(`(?i)^\s*(#[^\n]*\n\s*)*@?(prefix|base)\s[^<]*<`)

// declarations takes a document for Turtle of which only prefixes are in sight.
func declarations(head []byte) (rdf.Format, bool) {
	return turtle.Format(), declaration.Match(head)
}

// try reads a document's beginning: how many statements there are before the
// first fault, whether one names a graph, and whether there is no fault.
func try(f rdf.Format, head []byte) (n int, graphs, whole bool) {
	for q, err := range f.Decode(bytes.NewReader(head), "http://a.example/") {
		if err != nil {
			return n, graphs, false
		}
		n++
		graphs = graphs || q.G.Kind != rdf.None
	}
	return n, graphs, true
}
