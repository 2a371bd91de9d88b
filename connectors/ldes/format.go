package ldes

import (
	"bufio"
	"io"
	"path"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
	"moselle/schema/rdf/jsonld"
)

// format tells which form of RDF a document is in, or what it is instead.
func format(body *connectors.Body, location string) (rdf.Format, io.Reader, error) {
	in := bufio.NewReaderSize(body, 64<<10)
	head, err := in.Peek(formats.SniffBytes)
	if err != nil && err != io.EOF {
		return rdf.Format{}, nil, err
	}
	const expected = "a page of an event stream in RDF (Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML)"
	switch form := connectors.FormOf(head); {
	case form == connectors.HTML && !page.Match(head): // RDF may begin so too
	case form != connectors.Text && form != connectors.JSON && form != connectors.XML:
		return rdf.Format{}, nil, connectors.Instead(head, expected)
	}
	f, ok := formats.Sniff(head, body.MediaType, path.Ext(strings.TrimSuffix(location, ".gz")))
	switch {
	case !ok:
		return f, nil, connectors.Instead(head, expected)
	case f.Name == jsonld.Format().Name:
		f = jsonld.Reader{Contexts: derive.Contexts(head)}.Format()
	}
	return f, in, nil
}

// page is what pages for people begin with.
var page = regexp.MustCompile(`(?i)^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head)\b`)
