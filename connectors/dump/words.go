package dump

import (
	"errors"
	"fmt"
	"strings"

	"moselle/connectors"
	"moselle/schema/rdf"
	"moselle/schema/rdf/jsonld"
)

// titles are the formats as people call them.
var titles = map[string]string{
	"turtle": "Turtle", "trig": "TriG", "ntriples": "N-Triples", "nquads": "N-Quads", "rdfxml": "RDF/XML", "jsonld": "JSON-LD",
}

// explain makes the refusal of one statement.
func explain(err error, name, format string) error {
	var syntax *rdf.SyntaxError
	var statement *jsonld.StatementError
	switch {
	case errors.As(err, &syntax):
		return connectors.Refuse("", place(name, fmt.Sprintf("line %d, column %d", syntax.Line, syntax.Column), ""), "", "",
			"this is no %s: %s; the statement is left out%s", titles[format], syntax.Message, hint(syntax.Message))
	case errors.As(err, &statement):
		return connectors.Refuse("", place(name, "", "the document"), "", "", "a statement is left out: %s%s", statement.Message, hint(statement.Message))
	}
	return err
}

// hint says how to mend an address that leads nowhere.
func hint(message string) string {
	if strings.Contains(message, "relative IRI") || strings.Contains(message, "not an absolute IRI") {
		return "; write it with https://, or say under base where the document was published"
	}
	return ""
}

// brokenError says why the reading of a document ended before its end.
type brokenError struct {
	message string
	cause   error
}

// Error gives the message.
func (e *brokenError) Error() string { return e.message }

// Unwrap gives the cause, which says whether the context was cancelled.
func (e *brokenError) Unwrap() error { return e.cause }

// ended says where and why the reading of a document ends.
func ended(err error, format string) error {
	var syntax *rdf.SyntaxError
	if errors.As(err, &syntax) {
		mend := hint(syntax.Message)
		if mend == "" {
			mend = ": mend it there, or export it again"
		}
		return &brokenError{fmt.Sprintf("line %d, column %d: the document is no %s from here on: %s%s",
			syntax.Line, syntax.Column, titles[format], syntax.Message, mend), err}
	}
	return &brokenError{err.Error(), err}
}

// place names a place in a document, and in an archive its file too; otherwise
// stands for the whole of a document without name.
func place(name, at, otherwise string) string {
	s := strings.Trim(name+", "+at, ", ")
	if s == "" {
		return otherwise
	}
	return s
}
