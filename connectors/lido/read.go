package lido

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

// run is one reading of the source. Each item waits for the next one, as only
// the last can carry the validator.
type run struct {
	*connector
	yield  func(connectors.Item, error) bool
	seen   map[string]bool
	last   *connectors.Item
	repair []schema.Fault // told with the next item
	found  int            // records
	root   string         // of the last file
}

func (c *connector) harvest(ctx context.Context, from connectors.Cursor, yield func(connectors.Item, error) bool) error {
	body, err := c.env.Open(ctx, c.env.Location, from)
	if err != nil {
		return err
	}
	defer body.Close()
	r := &run{connector: c, yield: yield, seen: map[string]bool{}}
	for f, err := range markup.Files(ctx, body) {
		if err == nil {
			err = r.file(ctx, f, body.Charset)
		}
		if err := r.tell(err); err != nil {
			return r.end(err)
		}
	}
	if r.found == 0 {
		if !yield(connectors.Item{}, connectors.Nothing(c.env.Location, "this is XML of <%s> and holds no LIDO record: there is no element lido of http://www.lido-schema.org", r.root)) {
			return errStop
		}
	}
	if r.last == nil {
		return nil
	}
	r.last.Next = body.Validator
	return r.send(*r.last)
}

// end yields the item that still waits before the error that ends the run.
func (r *run) end(err error) error {
	if r.last == nil || errors.Is(err, errStop) {
		return err
	}
	if stop := r.send(*r.last); stop != nil {
		return stop
	}
	return err
}

// tell yields a refusal; any other error it hands back.
func (r *run) tell(err error) error {
	var refusal *connectors.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	r.found++
	if !r.yield(connectors.Item{}, refusal) {
		return errStop
	}
	return nil
}

func (r *run) send(it connectors.Item) error {
	if !r.yield(it, nil) {
		return errStop
	}
	return nil
}

// file reads one document. Of one in a zip that breaks off the rest is lost,
// and no more.
func (r *run) file(ctx context.Context, f markup.File, charset string) error {
	br := bufio.NewReaderSize(f.Reader, 64<<10)
	head, _ := br.Peek(4 << 10)
	err := notMarkup(head)
	if err == nil {
		err = r.records(ctx, br, f.Name, charset)
	}
	if f.Name == "" || err == nil || errors.Is(err, errStop) || ctx.Err() != nil {
		return err
	}
	return r.tell(connectors.Refuse("", f.Name, "", "", "%s", err.Error()))
}

// notMarkup says what a document is instead of XML.
func notMarkup(head []byte) error {
	text := bytes.TrimLeft(markup.Head(head), " \t\r\n\ufeff")
	if connectors.FormOf(text) == connectors.HTML && !bytes.Contains(text, []byte(namespace)) && bytes.Contains(bytes.ToLower(text), []byte("<html")) ||
		!bytes.HasPrefix(text, []byte("<")) {
		return connectors.Instead(head, "LIDO")
	}
	return nil
}

func (r *run) records(ctx context.Context, doc *bufio.Reader, name, charset string) error {
	options := markup.Options{
		Charset: charset,
		Match: func(path []xml.Name) bool {
			if len(path) == 1 {
				r.root = path[0].Local
			}
			return holds(path[len(path)-1])
		},
		Warn: func(message string) { r.repair = append(r.repair, schema.Fault{Message: message}) },
	}
	for e, err := range markup.Elements(ctx, doc, options) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			refusal.Where = strings.TrimSpace(name + " " + refusal.Where)
			err = r.tell(refusal)
		case err == nil:
			err = r.record(e, name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// record yields what one element holds.
func (r *run) record(e *markup.Element, name string) error {
	r.found++
	where := strings.TrimSpace(fmt.Sprintf("%s line %d", name, e.Line))
	raw := append([]byte(e.Lang+"\x00"), e.Raw...)
	item := connectors.Item{Where: where}
	var refusal *connectors.Refusal
	if key, ok := r.env.Known(raw); ok {
		item.Key, item.Same = key, true
	} else {
		item, refusal = r.item(e, "", where)
		item.Raw = raw
	}
	switch {
	case refusal != nil:
		return r.tell(refusal)
	case r.seen[item.Key]:
		return r.tell(connectors.Refuse(item.Key, where, "lidoRecID", item.Key, "stands further up already; the first is kept: give each record its own lidoRecID"))
	}
	r.seen[item.Key] = true
	if !item.Same {
		item.Faults = append(item.Faults, r.repair...)
		r.repair = nil
	}
	if r.last != nil {
		if err := r.send(*r.last); err != nil {
			return err
		}
	}
	r.last = &item
	return nil
}
