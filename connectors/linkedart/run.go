package linkedart

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// run is one reading of the source.
type run struct {
	*connector
	*connectors.Listing
	from      cursor
	location  string          // of the document that is read, after redirects
	asked     map[string]bool // things that were handed on or asked for
	pages     map[string]bool
	fetched   int
	changes   bool   // the source is a list of changes
	newest    string // time of the newest change
	failed    string // time of the oldest change whose thing could not be asked for
	validator []byte
	paged     bool
}

// harvest reads the source and returns the cursor.
func (r *run) harvest(ctx context.Context) (connectors.Cursor, error) {
	if r.from.At != "" || r.from.Since != "" {
		r.env.ChangesOnly()
	}
	location, since := r.env.Location, r.from.Validator
	if r.from.At != "" {
		location, r.newest = r.from.At, r.from.Newest
	}
	body, err := r.env.Open(ctx, location, since)
	if err != nil {
		return nil, err
	}
	r.location = body.Location
	err = r.files(ctx, body)
	body.Close()
	if err != nil {
		return nil, err
	}
	r.validator = body.Validator
	return r.end()
}

// end returns the cursor of a run that came to its end.
func (r *run) end() (connectors.Cursor, error) {
	if r.Empty() {
		if r.changes && r.from.Since != "" {
			return nil, connectors.ErrUnchanged
		}
		return nil, r.Refuse(connectors.Nothing(r.env.Location, "there is no record in it: no object with an id and a type of Linked Art"))
	}
	switch {
	case !connectors.IsWeb(r.env.Location):
	case r.changes && r.newest != "":
		next := cursor{Since: r.newest}
		if r.failed != "" && r.failed < next.Since {
			next.Since = r.failed
		}
		return next.encode(), nil
	case r.paged:
		return nil, nil
	}
	return cursor{Validator: r.validator}.encode(), nil
}

// object reads a document that is one object: a record, or a list in one.
func (r *run) object(ctx context.Context, text []byte, file string, body *connectors.Body) error {
	var t tree.Tree
	if err := t.JSON(string(text)); err != nil {
		return broken{unreadable(err, "document")}
	}
	root := t.Root()
	switch where := place(file, connectors.Name(body.Location)); {
	case isList(root):
		return r.stream(ctx, parse(root))
	case isThing(root):
		if file != "" {
			where = file
		}
		return r.element(ctx, text, where)
	}
	n := 0
	for m := range root.Children() {
		if m.Kind() != tree.Array || m.Key() == "@context" {
			continue
		}
		for first := range m.Children() {
			if first.Kind() == tree.Object {
				n++
				if err := r.list(ctx, bufio.NewReader(bytes.NewReader(text)), []string{m.Key()}, file); err != nil {
					return err
				}
			}
			break
		}
	}
	if n > 0 {
		return nil
	}
	return r.element(ctx, text, place(file, "the document"))
}

// unreadable says where a text is no JSON.
func unreadable(err error, what string) error {
	var syntax *tree.SyntaxError
	if errors.As(err, &syntax) && syntax.Short {
		return fmt.Errorf("the %s breaks off before its end; save it again", what)
	}
	return fmt.Errorf("this is no JSON: %w", err)
}

// isThing reports whether an object is said to be something, or is named.
func isThing(n tree.Node) bool {
	return n.Member("type").Kind() != tree.Absent || n.Member("@type").Kind() != tree.Absent || n.Member("identified_by").Kind() != tree.Absent
}

// element turns one record into an item or a refusal.
func (r *run) element(ctx context.Context, raw []byte, where string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if raw == nil {
		return r.Refuse(connectors.Refuse("", where, "", "", "longer than %d MB", connectors.MaxItem>>20))
	}
	if key, ok := r.env.Known(raw); ok {
		return r.Hand(connectors.Item{Key: key, Where: where, Same: true, Raw: raw})
	}
	text, note := utf8Of(raw)
	var t tree.Tree
	if err := t.JSON(text); err != nil {
		return r.Refuse(connectors.Refuse("", where, "", text, "%v", unreadable(err, "record")))
	}
	root := t.Root()
	if root.Kind() != tree.Object {
		return r.Refuse(connectors.Refuse("", where, "", text, "this is %s, not a record, which is an object", root.Kind()))
	}
	for inner := range root.Children() { // {"3811": {…}}
		if !isThing(root) && inner.Kind() == tree.Object && isThing(inner) {
			root = inner
		}
		break
	}
	n := parse(root)
	if isChange(n) {
		_, err := r.change(ctx, n, where)
		return err
	}
	return r.thing(n, raw, "", where, note)
}

// thing hands on a record that was read, under the address that something else
// gave it when it has none itself.
func (r *run) thing(n *node, raw []byte, address, where, note string) error {
	key := n.id
	if key == "" || strings.HasPrefix(key, "_:") {
		if key = address; key == "" {
			key = number(n)
		}
	}
	switch {
	case len(n.types) == 0:
		return r.Refuse(connectors.Refuse(key, where, "type", n.label(), `this has no type, so that what it is cannot be told: write one of Linked Art's, such as "type": "HumanMadeObject"`))
	case key == "":
		return r.Refuse(connectors.Refuse("", where, "id", n.label(), "this has neither an address (id) nor an Identifier: without one of them it cannot be recognised tomorrow"))
	}
	it, refusal := r.item(n, key, where)
	if refusal != nil {
		return r.Refuse(refusal)
	}
	if it.Raw = raw; note != "" {
		it.Faults = append(it.Faults, schema.Fault{Message: note})
	}
	r.asked[key] = true
	return r.Hand(it)
}

// utf8Of returns a text as JSON has to be, and what it was instead.
func utf8Of(raw []byte) (text, note string) {
	if utf8.Valid(raw) {
		return string(raw), ""
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return string(raw), ""
	}
	return string(out), "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"
}

// get asks for a record at its address.
func (r *run) get(ctx context.Context, address string) ([]byte, error) {
	body, err := r.env.Open(ctx, address, nil)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	raw, err := io.ReadAll(io.LimitReader(body, connectors.MaxItem+1))
	switch {
	case err != nil:
		return nil, err
	case len(raw) > connectors.MaxItem:
		return nil, fmt.Errorf("longer than %d MB", connectors.MaxItem>>20)
	case connectors.FormOf(raw) != connectors.JSON:
		return nil, connectors.Instead(raw[:min(len(raw), 4096)], expected)
	}
	return raw, nil
}
