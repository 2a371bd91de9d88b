package dump

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
)

// exts are how the documents in an archive end.
var exts = []string{".nt", ".n3", ".nq", ".ttl", ".trig", ".rdf", ".owl", ".xml", ".jsonld", ".json"}

// expected is what a document should be.
const expected = "RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD)"

// sink takes what is read. begin is told of each document, undo of one that is
// broken, so that nothing of it stands; where they are nil it ends the reading.
type sink struct {
	take        func(rdf.Quad) error
	begin, undo func()
}

// documents hands on the statements of all documents of a body. lines says
// that what came before an error stands. Of several documents one that is
// broken, or no RDF, is refused, and the next one follows.
func documents(ctx context.Context, body *connectors.Body, o Options, to sink) (lines bool, err error) {
	if o.Base == "" && connectors.IsWeb(body.Location) {
		o.Base = body.Location
	}
	n := 0
	for f, err := range markup.FilesOf(ctx, body, exts...) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			if err := o.Refuse(err); err != nil {
				return false, err
			}
			continue
		case err != nil:
			return false, err
		}
		n++
		if f.Name == "" {
			return document(ctx, f, body.Location, body.MediaType, "", o, to)
		}
		if to.begin != nil {
			to.begin()
		}
		lines, err := document(ctx, f, f.Name, "", fmt.Sprintf("f%d.", n), o, to)
		var broken *brokenError
		switch {
		case err == nil:
			continue
		case !errors.As(err, &broken):
			return false, err
		case to.undo == nil:
			return false, fmt.Errorf("%s: %w", f.Name, err)
		case !lines:
			to.undo()
		}
		if err := o.Refuse(connectors.Refuse("", f.Name, "", "", "%s", broken.Error())); err != nil {
			return false, err
		}
	}
	return false, nil
}

// document finds out the format of a document and reads it. Labels of blank nodes
// mean something within one document of an archive only.
func document(ctx context.Context, f markup.File, location, mediaType, prefix string, o Options, to sink) (lines bool, err error) {
	in := bufio.NewReaderSize(f.Reader, 64<<10)
	head, err := in.Peek(formats.SniffBytes)
	if len(head) == 0 && err != nil && !errors.Is(err, io.EOF) {
		return false, ended(err, "")
	}
	format, ok := FormatOf(head, mediaType, location)
	if !ok {
		return false, ended(connectors.Instead(head, expected), "")
	}
	if decode := format.Decode; prefix != "" {
		format.Decode = func(r io.Reader, base string) iter.Seq2[rdf.Quad, error] { return rdf.Scoped(decode(r, base), prefix) }
	}
	return read(ctx, in, f.Name, format, o, to.take)
}

var page = regexp.MustCompile(`(?i)<(!doctype|html|head|body)\b`)

// FormatOf returns the format of a document by its beginning, its media type and
// its name; false for one that is no RDF.
func FormatOf(head []byte, mediaType, location string) (rdf.Format, bool) {
	ext := strings.ToLower(path.Ext(strings.TrimSuffix(location, ".gz")))
	switch form := connectors.FormOf(head); form {
	case connectors.JSON:
		if ext != ".jsonld" && mediaType != "application/ld+json" && !bytes.Contains(head, []byte(`"@`)) {
			return rdf.Format{}, false
		}
		return formats.ByName("jsonld")
	case connectors.XML:
		f, _ := formats.ByName("rdfxml")
		return f, bytes.Contains(head, []byte(rdf.RDF))
	case connectors.HTML: // so RDF/XML may begin, and Turtle with a relative address
		if f, ok := text(mediaType, ext); ok && !page.Match(head) {
			return f, true
		}
		f, _ := formats.ByName("rdfxml")
		return f, bytes.Contains(head, []byte("<rdf:RDF"))
	case connectors.Text, connectors.Empty:
		if form == connectors.Empty && ext == "" {
			return rdf.Format{}, false
		}
		if f, ok := text(mediaType, ext); ok {
			return f, len(bytes.TrimSpace(head)) > 0
		}
		return formats.Sniff(head, "", "")
	}
	return rdf.Format{}, false
}

// text returns the format of the Turtle family that a document claims to be.
func text(mediaType, ext string) (rdf.Format, bool) {
	f, ok := formats.ByMediaType(mediaType)
	if !ok {
		f, ok = formats.ByExt(ext)
	}
	return f, ok && f.Name != "jsonld" && f.Name != "rdfxml"
}

// Head returns the beginning of a document for a look at it; of a zip that of its
// first document.
func Head(head []byte) []byte { return markup.HeadOf(head, exts...) }
