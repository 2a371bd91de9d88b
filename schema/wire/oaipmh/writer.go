package oaipmh

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"time"
)

// Writer prints one answer. Its methods are called in the order in which their
// elements stand; the first error of writing is what Close returns.
type Writer struct {
	w    *bufio.Writer
	verb Verb // the list that is open; "" for none
}

// NewWriter begins an answer to a request at a moment. Arguments are repeated
// unless the request is wrong, which is for whoever reports BadVerb or BadArgument
// to say by an empty Request (section 3.2).
func NewWriter(w io.Writer, at time.Time, base string, r Request) *Writer {
	a := &Writer{w: bufio.NewWriterSize(w, 32<<10)}
	a.raw(`<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<OAI-PMH xmlns="`, Namespace, `" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="`, Namespace, " ", Schema, `">`)
	a.element("responseDate", Second.Format(at))
	a.raw("<request")
	for _, arg := range r.arguments() {
		if arg.value != "" {
			a.attr(arg.name, arg.value)
		}
	}
	a.raw(">")
	a.text(base)
	a.raw("</request>\n")
	return a
}

// Errors prints errors.
func (a *Writer) Errors(errors ...Error) {
	for _, e := range errors {
		a.raw("<error")
		a.attr("code", string(e.Code))
		a.raw(">")
		a.text(e.Message)
		a.raw("</error>\n")
	}
}

// Identify prints a repository.
func (a *Writer) Identify(r Repository) {
	a.raw("<Identify>")
	a.element("repositoryName", r.Name)
	a.element("baseURL", r.BaseURL)
	a.element("protocolVersion", "2.0")
	for _, mail := range r.AdminEmails {
		a.element("adminEmail", mail)
	}
	a.element("earliestDatestamp", r.Granularity.Format(r.Earliest))
	a.element("deletedRecord", string(r.Deleted))
	a.element("granularity", r.Granularity.String())
	a.raw("</Identify>\n")
}

// Formats prints metadata formats.
func (a *Writer) Formats(formats ...Format) {
	a.raw("<ListMetadataFormats>")
	for _, f := range formats {
		a.raw("<metadataFormat>")
		a.element("metadataPrefix", f.Prefix)
		a.element("schema", f.Schema)
		a.element("metadataNamespace", f.Namespace)
		a.raw("</metadataFormat>")
	}
	a.raw("</ListMetadataFormats>\n")
}

// Begin opens the list of GetRecord, ListRecords or ListIdentifiers.
func (a *Writer) Begin(verb Verb) {
	a.verb = verb
	a.raw("<", string(verb), ">\n")
}

// Record prints a record: its header and its metadata, which is XML with all its
// namespaces and is left out of a deleted one; of ListIdentifiers the header alone.
func (a *Writer) Record(h Header, g Granularity, metadata []byte) {
	if a.verb != ListIdentifiers {
		a.raw("<record>")
		defer a.raw("</record>\n")
	}
	a.raw("<header")
	if h.Deleted {
		a.attr("status", "deleted")
	}
	a.raw(">")
	a.element("identifier", h.Identifier)
	a.element("datestamp", g.Format(h.Datestamp))
	for _, set := range h.Sets {
		a.element("setSpec", set)
	}
	a.raw("</header>")
	if h.Deleted || a.verb == ListIdentifiers {
		return
	}
	a.raw("<metadata>")
	_, _ = a.w.Write(metadata) // a failure stays with the writer until Close
	a.raw("</metadata>")
}

// Token prints a resumption token; an empty one behind the last part of a list
// that has several.
func (a *Writer) Token(t Token) {
	a.raw("<resumptionToken")
	if !t.Expires.IsZero() {
		a.attr("expirationDate", Second.Format(t.Expires))
	}
	if t.Size >= 0 {
		a.attr("completeListSize", strconv.Itoa(t.Size))
	}
	if t.Cursor >= 0 {
		a.attr("cursor", strconv.Itoa(t.Cursor))
	}
	a.raw(">")
	a.text(t.Value)
	a.raw("</resumptionToken>\n")
}

// Close ends the answer and returns what went wrong in writing it.
func (a *Writer) Close() error {
	if a.verb != "" {
		a.raw("</", string(a.verb), ">\n")
	}
	a.raw("</OAI-PMH>\n")
	if err := a.w.Flush(); err != nil {
		return fmt.Errorf("answer of OAI-PMH: %w", err)
	}
	return nil
}

func (a *Writer) element(name, value string) {
	a.raw("<", name, ">")
	a.text(value)
	a.raw("</", name, ">")
}

func (a *Writer) attr(name, value string) {
	a.raw(" ", name, `="`)
	a.text(value)
	a.raw(`"`)
}

func (a *Writer) raw(parts ...string) {
	for _, p := range parts {
		_, _ = a.w.WriteString(p)
	}
}

func (a *Writer) text(s string) { _ = xml.EscapeText(a.w, []byte(s)) }
