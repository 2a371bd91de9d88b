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

// run is one reading of the source.
type run struct {
	*connector
	*connectors.Listing
	repair []schema.Fault // told with the next item
	root   string         // of the last file
}

// broken is what ends the reading of one document.
type broken struct{ error }

// files reads the document, or those of an archive. Of one in an archive that
// breaks off the rest is lost, and no more.
func (r *run) files(ctx context.Context, body *connectors.Body) error {
	for f, err := range markup.Files(ctx, body) {
		if err == nil {
			err = r.file(ctx, f, body.Charset)
			var b broken
			if f.Name != "" && ctx.Err() == nil && errors.As(err, &b) {
				err = connectors.Refuse("", f.Name, "", "", "%s", err.Error())
			}
		}
		if err := r.Refuse(err); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) file(ctx context.Context, f markup.File, charset string) error {
	br := bufio.NewReaderSize(f.Reader, 64<<10)
	head, _ := br.Peek(4 << 10)
	if err := notMarkup(head); err != nil {
		return broken{err}
	}
	return r.records(ctx, br, f.Name, charset)
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
			err = r.Refuse(refusal)
		case err == nil:
			err = r.record(e, name)
		default:
			err = broken{err}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// record hands on what one element holds.
func (r *run) record(e *markup.Element, name string) error {
	where := strings.TrimSpace(fmt.Sprintf("%s line %d", name, e.Line))
	raw := append([]byte(e.Lang+"\x00"), e.Raw...)
	if key, ok := r.env.Known(raw); ok {
		return r.hand(connectors.Item{Key: key, Where: where, Same: true})
	}
	item, err := r.item(e, "", where)
	if err != nil {
		return r.Refuse(err)
	}
	item.Raw, item.Faults = raw, append(item.Faults, r.repair...)
	r.repair = nil
	return r.hand(item)
}

// hand hands an item on, unless its key was there before.
func (r *run) hand(it connectors.Item) error {
	if r.Once(it.Key, it.Where) != nil {
		return r.Refuse(connectors.Refuse(it.Key, it.Where, "lidoRecID", it.Key, "stands further up already; the first is kept: give each record its own lidoRecID"))
	}
	return r.Hand(it)
}
