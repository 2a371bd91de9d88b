package edm

import (
	"bufio"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/crosswalk/edm"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// run is one reading of the source.
type run struct {
	*connector
	*connectors.Listing
	repair []schema.Fault // told with the next item
	root   string         // of the last file in XML
	titles map[string]int // how many objects are called so
}

// nothing says what was read where no object was found.
func (r *run) nothing() string {
	if r.root == "" {
		return "there is no object in EDM in it: no edm:ProvidedCHO and no ore:Aggregation"
	}
	return fmt.Sprintf("this is XML of <%s> and holds no record in EDM: there is no rdf:RDF with an edm:ProvidedCHO", r.root)
}

// broken is what ends the reading of one document.
type broken struct{ error }

// files reads the document, or those of an archive. Of one in an archive that
// breaks off the rest is lost, and no more.
func (r *run) files(ctx context.Context, body *connectors.Body) error {
	for f, err := range markup.Files(ctx, body) {
		if err == nil {
			err = r.file(ctx, f, body)
			var b broken
			if f.Name != "" && ctx.Err() == nil && errors.As(err, &b) {
				err = connectors.Refuse("", f.Name, "", "", "%s", err.Error())
			}
		}
		if err = r.Refuse(err); err != nil {
			return err
		}
	}
	return nil
}

// startTag tells XML from Turtle, in which an address may come first.
var startTag = regexp.MustCompile(`^<(?:\?xml|!--|!DOCTYPE|!doctype|[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?[\s/>])`)

func isXML(head []byte) bool { return startTag.Match(head) }

func (r *run) file(ctx context.Context, f markup.File, body *connectors.Body) error {
	br := bufio.NewReaderSize(f.Reader, 64<<10)
	head, _ := br.Peek(16 << 10)
	text := bytes.TrimLeft(markup.Head(head), " \t\r\n\ufeff")
	page := connectors.FormOf(text) == connectors.HTML && bytes.Contains(bytes.ToLower(text), []byte("<html")) && !bytes.Contains(text, []byte(vocab.EDM))
	switch {
	case page:
		return broken{connectors.Instead(head, "EDM")}
	case isXML(text), connectors.FormOf(head) == connectors.XML:
		err := r.records(ctx, br, f.Name, body.Charset)
		if errors.Is(err, errLarge) {
			return r.large(ctx)
		}
		return err
	}
	return r.statements(ctx, br, head, f.Name, body)
}

// errLarge says that the one rdf:RDF of a document is too large for a record.
var errLarge = errors.New("too large for a record")

// records reads XML: each rdf:RDF in it is a record, or several.
func (r *run) records(ctx context.Context, doc *bufio.Reader, name, charset string) error {
	options := markup.Options{
		Charset: charset,
		Match: func(path []xml.Name) bool {
			if len(path) == 1 {
				r.root = path[0].Local
			}
			return isRDF(path[len(path)-1])
		},
		Warn: func(message string) { r.repair = append(r.repair, schema.Fault{Message: message}) },
	}
	for e, err := range markup.Elements(ctx, doc, options) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal) && r.root == "RDF" && name == "":
			return errLarge
		case errors.As(err, &refusal):
			refusal.Where = strings.TrimSpace(name + " " + refusal.Where)
			err = r.Refuse(refusal)
		case err == nil:
			err = r.record(ctx, e, name)
		default:
			err = broken{err}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// isRDF reports whether an element is an rdf:RDF, also where nobody declared its
// prefix.
func isRDF(name xml.Name) bool {
	return name.Local == "RDF" && (name.Space == rdf.RDF || name.Space == "" || name.Space == "rdf")
}

// record hands on what one rdf:RDF holds. One that holds several objects is read
// anew every time, as what was read says nothing of how many they were.
func (r *run) record(ctx context.Context, e *markup.Element, name string) error {
	where := strings.TrimSpace(fmt.Sprintf("%s line %d", name, e.Line))
	raw := append([]byte(e.Lang+"\x00"), e.Raw...)
	if key, ok := r.env.Known(raw); ok {
		return r.Hand(connectors.Item{Key: key, Where: where, Same: true})
	}
	d := graphOf(e)
	objects := edm.Objects(d.graph)
	if len(objects) == 0 {
		refusal := connectors.Refuse("", where, "", "", "this rdf:RDF holds no object: there is no edm:ProvidedCHO and no ore:Aggregation of one in it")
		refusal.Faults = append(refusal.Faults, d.faults...)
		return r.Refuse(refusal)
	}
	r.repair = append(r.repair, d.faults...)
	for _, o := range objects {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		at := where
		if line := d.lines[o.Value]; line > 0 {
			at = strings.TrimSpace(fmt.Sprintf("%s line %d", name, line))
		}
		it, err := r.reader().item(d.graph, o, d.order, "", at)
		if err == nil && len(objects) == 1 {
			it.Raw = raw
		}
		if err := r.hand(it, err); err != nil {
			return err
		}
	}
	return nil
}

func (c *connector) reader() reader { return reader{c.Settings, c.env} }

// hand hands an item or its refusal on.
func (r *run) hand(it connectors.Item, err error) error {
	if err != nil {
		return r.Refuse(err)
	}
	it.Faults = append(it.Faults, r.repair...)
	r.repair = nil
	if f, ok := r.again(it); ok {
		it.Faults = append(it.Faults, f)
	}
	return r.Hand(it)
}
