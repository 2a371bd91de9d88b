package doctor

import (
	"context"
	"io"
	"slices"

	"moselle/hub/doctor/sight"
)

// unknown is the outcome for a document that no kind takes.
const unknown = "unknown"

// unsure is below which certainty of a kind a document of which nothing is read
// may be none of it at all.
const unsure = 50

// foreign are forms that no kind reads, whatever a document is called.
var foreign = []sight.Form{sight.Document, sight.Picture, sight.Recording, sight.Program, sight.Data}

// doubtful reports whether a document is not what the kind takes it for that is
// surest of it.
func (l looked) doubtful() bool {
	switch {
	case len(l.guesses) == 0, slices.Contains(foreign, l.sight.Form):
		return true
	case l.guesses[0].sure >= unsure:
		return false
	case l.sight.Form == sight.JSON: // the kind table reads rows
		return !l.sight.Rows || l.sight.Line > 0
	}
	return l.sight.Form != sight.Page && l.sight.Form != sight.XML && l.sight.Form != sight.Workbook
}

// copied reads as much of a document as can be looked at closely.
func (d *Doctor) copied(ctx context.Context, source string, found *looked) error {
	body, err := d.Open(source)(ctx, source, nil)
	if err != nil {
		return err
	}
	defer body.Close()
	found.copy, err = io.ReadAll(io.LimitReader(body, sight.MaxSize+1))
	if err != nil {
		return err
	}
	whole := len(found.copy) <= sight.MaxSize
	found.sight = sight.Of(found.copy[:min(len(found.copy), sight.MaxSize)], whole, source)
	return nil
}

// unknown says of a document that no kind takes what it is, what the nearest
// kinds miss in it and what to do.
func (d *Doctor) unknown(ctx context.Context, source string, found looked, r *Report) error {
	if err := d.copied(ctx, source, &found); err != nil {
		r.fail(err)
		return ctx.Err()
	}
	r.Outcome, r.Document = unknown, &found.sight
	r.Error = r.words.unknown(found.sight)
	if len(found.copy) <= sight.MaxSize {
		r.Nearest = d.near(ctx, found, r)
	}
	r.Advice = r.words.advice(found.sight)
	for _, k := range d.Kinds {
		r.Kinds = append(r.Kinds, Known{Kind: k.Name, Reads: r.words.kind(k)})
	}
	return ctx.Err()
}

// unknown says what the nearest kinds miss in a document that no kind takes, and
// what to do.
func (p *printer) unknown(r Report) {
	var said []string
	for i, n := range r.Nearest {
		if slices.Contains(said, n.Lacks) {
			continue // XML that is broken is so for all who read XML
		}
		if i == 0 {
			p.title("near")
		}
		said = append(said, n.Lacks)
		names := n.Kind
		for _, other := range r.Nearest[i+1:] {
			if other.Lacks == n.Lacks {
				names += ", " + other.Kind
			}
		}
		p.line(2, names+p.T("colon")+n.Lacks)
	}
	if len(r.Advice) > 0 {
		p.title("advice")
		for _, text := range r.Advice {
			p.line(2, text)
		}
	}
}

// kinds lists what the hub reads, when no kind takes the document and it is one
// that a program may have made.
func (p *printer) kinds(r Report) {
	if len(r.Kinds) == 0 || r.Document == nil || !slices.Contains([]sight.Form{sight.XML, sight.JSON, sight.Text, sight.Table, sight.Garbled}, r.Document.Form) {
		return
	}
	p.title("kinds")
	for _, k := range r.Kinds {
		p.line(2, k.Kind+p.T("colon")+k.Reads)
	}
}
