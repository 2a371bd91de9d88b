package plurio

import (
	"bufio"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
)

// run is one reading of the source.
type run struct {
	*connector
	ctx     context.Context
	list    *connectors.Listing
	guide   *guide
	names   lists
	repair  []schema.Fault // told with the next item
	root    string         // of the last file
	export  bool           // the file is an export, not an import
	license string         // what the file says of its texts; "" for nothing
	partial bool           // the file lists changes only
}

func (r *run) read(from connectors.Cursor) (connectors.Cursor, error) {
	body, err := r.env.Open(r.ctx, r.env.Location, from)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	if r.names, err = r.lists(); err != nil {
		return nil, err
	}
	for f, err := range markup.Files(r.ctx, body) {
		if err == nil {
			err = r.file(f, body.Charset)
		}
		if err := r.list.Refuse(err); err != nil {
			return nil, err
		}
	}
	if r.list.Empty() {
		return nil, r.list.Refuse(r.nothing())
	}
	return body.Validator, nil
}

// nothing says why a document that can be read lists nothing.
func (r *run) nothing() error {
	switch r.root {
	case "plurio":
		return connectors.Nothing(r.env.Location, "there is no event in the agenda and no entry in the guide")
	case "schema":
		return connectors.Nothing(r.env.Location, "this is the schema that says how the XML is written, not a feed")
	case "categories", "types":
		return connectors.Nothing(r.env.Location, "this is a list of %s, not a feed: name its address in the setting %s of the source", r.root, r.root)
	}
	return connectors.Nothing(r.env.Location, "this is XML of <%s> and not of Plurio.net, which begins with <plurio>", r.root)
}

// file reads one document. Of one in a zip that is broken the rest is lost, and
// no more.
func (r *run) file(f markup.File, charset string) error {
	br := bufio.NewReaderSize(f.Reader, 64<<10)
	head, _ := br.Peek(4 << 10)
	if err := notMarkup(head); err != nil {
		return r.broken(f.Name, err)
	}
	return r.entries(br, f.Name, charset)
}

// broken returns why a document cannot be read on: of one in a zip as a refusal.
func (r *run) broken(name string, err error) error {
	if name == "" || r.ctx.Err() != nil {
		return err
	}
	return connectors.Refuse("", name, "", "", "%s", err.Error())
}

// notMarkup says what a document is instead of XML.
func notMarkup(head []byte) error {
	text := bytes.TrimLeft(markup.Head(head), " \t\r\n\ufeff")
	page := bytes.Contains(bytes.ToLower(text), []byte("<html")) && !root.Match(text)
	if page || !bytes.HasPrefix(text, []byte("<")) {
		return connectors.Instead(head, "the XML of Plurio.net")
	}
	return nil
}

// wanted reports whether an element is read as a whole.
func wanted(path []xml.Name) bool {
	n := len(path) - 1
	if n < 1 {
		return false
	}
	switch path[n].Local {
	case "header", "license":
		return n == 1
	case "event":
		return path[n-1].Local == "agenda"
	case "entityBuilding", "entityOrganisation", "entityPerson":
		return true
	}
	return false
}

// entries reads the entries of a document, and what it says of all of them.
func (r *run) entries(doc *bufio.Reader, name, charset string) error {
	r.export, r.license = false, ""
	options := markup.Options{
		Charset: charset,
		Match: func(path []xml.Name) bool {
			if len(path) == 1 {
				r.root = path[0].Local
			}
			return wanted(path)
		},
		Warn: func(message string) { r.repair = append(r.repair, schema.Fault{Message: message}) },
	}
	for e, err := range markup.Elements(r.ctx, doc, options) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			refusal.Where = strings.TrimSpace(name + " " + refusal.Where)
			err = r.list.Refuse(refusal)
		case err == nil:
			r.begin(e)
			err = r.entry(e, strings.TrimSpace(fmt.Sprintf("%s line %d", name, e.Line)))
		default:
			return r.broken(name, err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// begin heeds what the root says: an update lists changes only, and what it does
// not list is as it was.
func (r *run) begin(e *markup.Element) {
	for e.Parent != nil {
		e = e.Parent
	}
	if e.Attr("action") == "update" && !r.partial {
		r.partial = true
		r.env.ChangesOnly()
	}
}
