package oaipmh

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
)

// archive is a reading of saved answers.
type archive struct {
	*connector
	l      *connectors.Listing
	leads  []string        // tokens that answers lead on by
	passed map[string]bool // tokens that answers are to
	read   int             // records
	size   int             // how many the list has, as it says; 0 for unknown
	repair []schema.Fault  // told with the next item
}

// harvestSaved reads a file, or those of a zip, as they stand. The cursor is the
// validator of the document.
func (c *connector) harvestSaved(ctx context.Context, l *connectors.Listing, from connectors.Cursor) (connectors.Cursor, error) {
	body, err := c.env.Open(ctx, c.env.Location, from)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	a := &archive{connector: c, l: l, passed: map[string]bool{}}
	var last error
	for f, err := range markup.Files(ctx, body) {
		if err == nil {
			err = a.file(ctx, f, body.Charset)
			var empty *noRecord
			if errors.As(err, &empty) {
				last, err = empty.error, nil
			}
		}
		var refusal *connectors.Refusal
		if f.Name != "" && err != nil && ctx.Err() == nil && !errors.As(err, &refusal) {
			err = connectors.Refuse("", f.Name, "", "", "%s", err.Error())
		}
		if err := l.Refuse(err); err != nil {
			return nil, err
		}
	}
	if l.Empty() {
		return nil, last
	}
	return connectors.Cursor(body.Validator), a.unfinished()
}

// noRecord says why a document lists nothing; in a zip others may.
type noRecord struct{ error }

// file reads one answer.
func (a *archive) file(ctx context.Context, f markup.File, charset string) error {
	p, err := a.readPage(ctx, f.Reader, charset, func(p *page, e *markup.Element) error {
		a.repair = append(a.repair, p.mended...)
		p.mended = nil
		return a.record(e, f.Name)
	}, func(_ *page, refusal *connectors.Refusal) error {
		refusal.Where = strings.TrimSpace(f.Name + " " + refusal.Where)
		return a.l.Refuse(refusal)
	})
	if err != nil {
		return err
	}
	a.read += p.records
	a.passed[p.resumed] = true
	if p.token != nil {
		a.size = max(a.size, p.token.Size)
	}
	if t := p.next(); t != "" {
		a.leads = append(a.leads, t)
	}
	if p.records == 0 {
		return &noRecord{p.none()}
	}
	return nil
}

func (a *archive) record(e *markup.Element, document string) error {
	where := at(document, e)
	if e.Name != "record" || !own(nameOf(e)) || e.Child("header") == nil && dublin(e) {
		it, err := a.loose(e, where)
		return a.hand(it, err)
	}
	h, err := headerOf(e, where)
	if err != nil {
		return a.l.Refuse(err)
	}
	it, err := a.item(e, h, where)
	return a.hand(it, err)
}

func (a *archive) hand(it connectors.Item, err error) error {
	if err != nil {
		return a.l.Refuse(err)
	}
	if !it.Same && !it.Deleted {
		it.Faults = append(it.Faults, a.repair...)
		a.repair = nil
	}
	return a.l.Hand(it)
}

// unfinished tells that a list goes on in an answer that is not there: nothing is
// to be taken for deleted then.
func (a *archive) unfinished() error {
	for _, t := range a.leads {
		if a.passed[t] || a.size > 0 && a.read >= a.size {
			continue
		}
		of := ""
		if a.size > 0 {
			of = fmt.Sprintf(" of %d", a.size)
		}
		return a.l.Refuse(connectors.Refuse("", connectors.Name(a.env.Location), "resumptionToken", t,
			"the list goes on behind record %d%s in another answer, which is not here; save all answers into one zip file, or declare the repository's address", a.read, of))
	}
	return nil
}
