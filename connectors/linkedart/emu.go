package linkedart

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
)

// isEMu reports whether a document is an export of the collection system EMu as
// XML: rows of its catalogue or its events, in elements that have the names of its
// columns. Museums make their Linked Art of it, and so it is read as that.
func isEMu(head []byte) bool {
	return connectors.FormOf(head) == connectors.XML && tuples.Match(head)
}

// rows reads such an export row by row.
func (r *run) rows(ctx context.Context, in io.Reader, file, charset string) error {
	n := 0
	var notes []schema.Fault
	options := markup.Options{
		Charset: charset,
		Match: func(path []xml.Name) bool {
			return len(path) == 2 && path[0].Local == "table" && path[1].Local == "tuple"
		},
		Warn: func(message string) { notes = append(notes, schema.Fault{Message: message}) },
	}
	for e, err := range markup.Elements(ctx, in, options) {
		n++
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			refusal.Where = place(file, refusal.Where)
			err = r.Refuse(refusal)
		case err != nil:
			return broken{err}
		default:
			err = r.row(e, place(file, fmt.Sprintf("row %d, line %d", n, e.Line)), &notes)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// row turns a row into an item or a refusal.
func (r *run) row(e *markup.Element, where string, notes *[]schema.Fault) error {
	if key, ok := r.env.Known(e.Raw); ok {
		return r.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: e.Raw})
	}
	t := tuple{e}
	key := t.value("irn")
	switch {
	case key == "":
		return r.Refuse(connectors.Refuse("", where, "irn", t.value("TitMainTitle", "EveEventTitle"), "the row has no irn, by which EMu numbers its records: add the column to the report"))
	case t.value("AdmPublishWebNoPassword") == "No":
		return r.Hand(connectors.Item{Key: key, Where: where, Deleted: true, Faults: []schema.Fault{{Path: "AdmPublishWebNoPassword", Value: "No", Message: "not to be published on the web, as the museum says; it is withdrawn"}}})
	}
	n := t.object()
	if t.has("EveEventTitle") {
		n = t.activity()
	}
	it, refusal := r.item(n, key, where)
	if refusal != nil {
		return r.Refuse(refusal)
	}
	it.Raw = e.Raw
	it.Faults = append(it.Faults, *notes...)
	*notes = nil
	return r.Hand(it)
}

// tuple is a row: atoms with the names of columns, and tables of further rows.
type tuple struct{ e *markup.Element }

// has reports whether a row has a column itself.
func (t tuple) has(column string) bool {
	return slices.ContainsFunc(t.e.All("atom"), func(a *markup.Element) bool { return a.Attr("name") == column })
}

// value returns what stands in the first of these columns of the row that holds
// anything.
func (t tuple) value(columns ...string) string {
	for _, c := range columns {
		for _, a := range t.e.All("atom") {
			if a.Attr("name") == c {
				if s := a.Value(); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// rows returns the row itself and the rows of its tables that have a column. What
// a report calls its tables does not matter.
func (t tuple) rows(column string) (out []tuple) {
	if t.has(column) {
		out = append(out, t)
	}
	for _, inner := range append(t.e.All("table", "tuple"), t.e.All("tuple")...) {
		if in := (tuple{inner}); in.has(column) {
			out = append(out, in)
		}
	}
	return out
}

// values returns what stands in a column of the row and of its tables.
func (t tuple) values(column string) (out []string) {
	for _, row := range t.rows(column) {
		if s := row.value(column); s != "" {
			out = append(out, s)
		}
	}
	return out
}
