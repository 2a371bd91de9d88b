package oaipmh

import (
	"bufio"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
	wire "moselle/schema/wire/oaipmh"
)

// page is one answer while it is read.
type page struct {
	root     xml.Name // of the document
	list     string   // the element that holds what was asked for, "ListRecords"
	date     time.Time
	resumed  string // the token that the answer is to; "" for none
	errors   []wire.Error
	token    *wire.Token
	identity *wire.Repository
	formats  []wire.Format
	headers  int // of records that are only named
	records  int // listed, whatever became of them
	mended   []schema.Fault
}

// handler takes one record, or what holds a description without a record.
type handler func(p *page, e *markup.Element) error

// readPage reads one answer to its end. A record over a bound goes to refuse; an
// error of either ends the reading.
func (c *connector) readPage(ctx context.Context, r io.Reader, charset string, record handler, refuse func(*page, *connectors.Refusal) error) (*page, error) {
	br := bufio.NewReaderSize(r, 64<<10)
	head, _ := br.Peek(4 << 10)
	if err := notMarkup(head); err != nil {
		return nil, err
	}
	p := &page{}
	options := markup.Options{
		Charset: charset,
		Match:   func(path []xml.Name) bool { return c.match(p, path) },
		Warn:    func(message string) { p.mended = append(p.mended, schema.Fault{Message: message}) },
	}
	for e, err := range markup.Elements(ctx, br, options) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			p.records++
			err = refuse(p, refusal)
		case err == nil:
			err = p.element(e, record)
		}
		if err != nil {
			return p, err
		}
	}
	return p, nil
}

// notMarkup says what a document is instead of XML.
func notMarkup(head []byte) error {
	text := bytes.TrimLeft(markup.Head(head), " \t\r\n\ufeff")
	if !bytes.HasPrefix(text, []byte("<")) || connectors.FormOf(text) == connectors.HTML && bytes.Contains(bytes.ToLower(text), []byte("<html")) {
		return connectors.Instead(head, "an answer of OAI-PMH")
	}
	return nil
}

// own reports whether an element is OAI-PMH's; many forget its namespace.
func own(n xml.Name) bool {
	return n.Space == "" || n.Space == "oai" || strings.Contains(n.Space, "openarchives.org/OAI/") && !strings.Contains(n.Space, "oai_dc")
}

// match picks what is read of an answer: records wherever they stand, the rest in
// its place only.
func (c *connector) match(p *page, path []xml.Name) bool {
	last := path[len(path)-1]
	if len(path) == 1 {
		p.root = last
	}
	if own(last) {
		switch last.Local {
		case "record":
			return true
		case "responseDate", "request", "error", "Identify":
			return len(path) == 2
		case "resumptionToken", "metadataFormat":
			return len(path) == 3
		case "header":
			return len(path) == 3 && path[1].Local == string(wire.ListIdentifiers)
		}
		if len(path) == 2 {
			p.list = last.Local
		}
	}
	return (len(path) == 1 || !own(path[0])) && c.formatOf(last) >= 0
}

// formatOf returns the number of the format that holds an element, -1 for none.
func (c *connector) formatOf(name xml.Name) int {
	for i, f := range c.formats {
		if f.Holds(name) {
			return i
		}
	}
	return -1
}

// element takes one piece of an answer.
func (p *page) element(e *markup.Element, record handler) error {
	if !own(nameOf(e)) {
		p.records++
		return record(p, e)
	}
	switch e.Name {
	default: // a record, or a description whose namespace was forgotten
		p.records++
		return record(p, e)
	case "responseDate":
		p.date, _, _ = wire.ParseDate(e.Value())
	case "request":
		p.resumed = e.Attr("resumptionToken")
	case "error":
		p.errors = append(p.errors, wire.Error{Code: wire.Code(e.Attr("code")), Message: e.Value()})
	case "resumptionToken":
		p.token = token(e)
	case "Identify":
		p.list = e.Name
		p.identity = &wire.Repository{
			Name: e.Child("repositoryName").Value(), Deleted: wire.Deletion(strings.ToLower(e.Child("deletedRecord").Value())),
			Granularity: wire.ParseGranularity(e.Child("granularity").Value()),
		}
	case "metadataFormat":
		p.formats = append(p.formats, wire.Format{Prefix: e.Child("metadataPrefix").Value(), Namespace: e.Child("metadataNamespace").Value()})
	case "header":
		p.headers++
	}
	return nil
}

func token(e *markup.Element) *wire.Token {
	t := &wire.Token{Value: strings.TrimSpace(e.Text), Size: -1, Cursor: -1}
	t.Expires, _, _ = wire.ParseDate(e.Attr("expirationDate"))
	if n, err := strconv.Atoi(e.Attr("completeListSize")); err == nil {
		t.Size = n
	}
	if n, err := strconv.Atoi(e.Attr("cursor")); err == nil {
		t.Cursor = n
	}
	return t
}

// next returns the token that the list goes on by; "" at its end.
func (p *page) next() string {
	if p.token == nil {
		return ""
	}
	return p.token.Value
}

// has returns the error of a code.
func (p *page) has(code wire.Code) bool {
	for _, e := range p.errors {
		if e.Code == code {
			return true
		}
	}
	return false
}

// none says what an answer is that lists no record; nil for one that was asked
// for records and has none.
func (p *page) none() error {
	switch {
	case len(p.errors) > 0:
		return explain(p.errors, "")
	case p.headers > 0:
		return fmt.Errorf("this is a list of %d identifiers without their records: ask for verb=ListRecords instead of ListIdentifiers", p.headers)
	case p.list == string(wire.Identify), p.list == string(wire.ListMetadataFormats), p.list == string(wire.ListSets):
		return fmt.Errorf("this is the answer to verb=%s, which holds no record: declare the repository's address without it, or save the answer to verb=ListRecords", p.list)
	case p.list == string(wire.ListRecords), p.list == string(wire.GetRecord):
		return fmt.Errorf("the list is empty: there is no record in it")
	}
	return fmt.Errorf("this is XML of <%s> and no answer of OAI-PMH; declare the address at which the repository answers to verb=Identify", p.root.Local)
}
