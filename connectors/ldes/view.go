package ldes

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/wire/ldes"
)

// limits are those of one page.
var limits = ldes.Limits{Statements: 500_000, Members: 50_000, Relations: 20_000}

// maxHops bounds the documents between the declared address and the first page
// of a view.
const maxHops = 3

// begin finds the first page of the view and takes it in.
func (r *run) begin() error {
	e := &entry{URL: r.base()}
	for hop := 0; ; hop++ {
		p, body, err := r.open(e)
		if err != nil {
			return connectors.At(r.located(e), err)
		}
		e.URL = p.Location
		next, err := r.view(e, p)
		switch {
		case err != nil:
			return connectors.At(r.located(e), err)
		case next == "":
			r.known[mark(e.URL)] = true
			r.retention()
			return r.page(e, p, body)
		case hop == maxHops:
			return connectors.At(r.located(e), fmt.Errorf("no page of the stream is found: one description leads to the next"))
		}
		e = &entry{URL: next}
	}
}

// view chooses the stream that a page is about, and returns where its first page
// is: "" for the page itself.
func (r *run) view(e *entry, p *ldes.Page) (string, error) {
	var views []string
	for _, s := range p.Streams {
		views = append(views, s.Views...)
	}
	here := func(v string) bool {
		v, _, _ = strings.Cut(v, "#")
		return v == e.URL || v == r.env.Location
	}
	want := r.View
	switch {
	case want != "" && !here(want):
		if hasView := slices.Contains(views, want); !hasView && len(views) > 0 {
			return "", fmt.Errorf("the stream has no view %s, as the setting view names; it has: %s", want, strings.Join(views[:min(len(views), 5)], ", "))
		}
	case slices.ContainsFunc(views, here), want != "":
		want = ""
	case len(views) > 0 && connectors.IsWeb(e.URL):
		want = views[0]
		if len(views) > 1 {
			r.notes = append(r.notes, schema.Fault{Path: "view", Value: want, Severity: schema.Info,
				Message: fmt.Sprintf("the stream has %d views, each of which leads to all of it; this one is read, and the setting view names another", len(views))})
		}
	case p.IsNode():
	case len(p.Services) > 0:
		want = p.Services[0]
	case len(p.Streams) > 0 && connectors.IsWeb(p.Streams[0].IRI) && !here(p.Streams[0].IRI):
		want = p.Streams[0].IRI
	case len(p.Streams) > 0:
		return "", fmt.Errorf("an event stream is described here, and no page of it (tree:view) is named; give the address of its first page")
	default:
		return "", fmt.Errorf("no event stream is described here, and this is no page of one: neither members (tree:member) nor relations (tree:relation) nor a view (tree:view) are named")
	}
	if want == "" || !connectors.IsWeb(e.URL) {
		if want != "" && !p.IsNode() {
			return "", fmt.Errorf("a stream is described here whose pages are at %s: give that address", want)
		}
		want = ""
	}
	r.choose(p, func(v string) bool { return here(v) || v == want })
	return want, nil
}

// choose settles on the stream that has the view, else the first.
func (r *run) choose(p *ldes.Page, isView func(string) bool) {
	if r.stream.IRI != "" || len(p.Streams) == 0 {
		return
	}
	i := slices.IndexFunc(p.Streams, func(s ldes.Stream) bool { return slices.ContainsFunc(s.Views, isView) })
	r.stream = p.Streams[max(i, 0)]
}

// base returns what relative addresses in the declared document start from.
func (r *run) base() string {
	if connectors.IsWeb(r.env.Location) {
		at, _, _ := strings.Cut(r.env.Location, "#")
		return at
	}
	return "file:///" + url.PathEscape(connectors.Name(r.env.Location))
}

// located returns where a page is opened: its address, or the declared file.
func (r *run) located(e *entry) string {
	if !connectors.IsWeb(r.env.Location) && e.URL == r.base() {
		return r.env.Location
	}
	return e.URL
}

// open opens and reads a page.
func (r *run) open(e *entry) (*ldes.Page, *connectors.Body, error) {
	location, base := r.located(e), e.URL
	body, err := r.env.Open(r.ctx, location, e.Validator)
	if err != nil {
		return nil, nil, err
	}
	defer body.Close()
	if connectors.IsWeb(body.Location) {
		base = body.Location
	}
	f, in, err := format(body, location)
	if err != nil {
		return nil, nil, err
	}
	p, err := ldes.Read(f.Decode(in, base), base, limits)
	if err != nil {
		return nil, nil, err
	}
	_, err = io.Copy(io.Discard, in) // up to its end, for the validator
	return p, body, err
}

// follow puts the pages that a page leads to into the queue.
func (r *run) follow(e *entry, p *ldes.Page) error {
	own := slices.ContainsFunc(p.Relations, func(rel ldes.Relation) bool { return rel.From == p.Location || rel.From == e.URL })
	found := map[string]*entry{}
	outside := 0
	for _, rel := range p.Relations {
		to, _, _ := strings.Cut(rel.Node, "#")
		if own && rel.From != p.Location && rel.From != e.URL || to == e.URL || to == p.Location {
			continue // of another page that this one speaks of, or in a circle
		}
		if !connectors.IsWeb(r.env.Location) {
			outside++
			continue
		}
		at := found[to]
		if at == nil {
			m := mark(to)
			if r.known[m] {
				continue
			}
			if len(r.known) >= maxKnown {
				return fmt.Errorf("the stream has more than %d pages", maxKnown)
			}
			at = &entry{URL: to}
			r.known[m], found[to] = true, at
			r.queue = append(r.queue, at)
		}
		from, until := rel.Bounds(r.stream.TimestampPath)
		if from.After(at.From) {
			at.From = from
		}
		if !until.IsZero() && (at.To.IsZero() || until.Before(at.To)) {
			at.To = until
		}
	}
	if outside > 0 {
		r.changes()
		return r.l.Refuse(connectors.Refuse("", connectors.Name(r.env.Location), "", "",
			"the page leads to others (relations: %d), which are not read from a file: give the address of the stream", outside))
	}
	if !r.start.IsZero() {
		r.prune()
	}
	return nil
}

// prune leaves out pages of which the relations say that all behind them is
// known from earlier runs.
func (r *run) prune() {
	r.queue = slices.DeleteFunc(r.queue, func(e *entry) bool {
		old := !e.Read && !e.To.IsZero() && !e.To.After(r.start)
		if old {
			r.done = append(r.done, mark(e.URL))
		}
		return old
	})
}

// retention tells what the stream does not keep.
func (r *run) retention() {
	for _, p := range r.stream.Retention {
		what := p.Policy
		for name, v := range sorted(p.Terms) {
			what = strings.TrimPrefix(what+", "+name+" "+v, ", ")
		}
		r.notes = append(r.notes, schema.Fault{Path: "retentionPolicy", Value: what, Severity: schema.Info,
			Message: "the stream does not keep all of its history; what it has let go of is not read"})
	}
}

func sorted(m map[string]string) func(yield func(string, string) bool) {
	return func(yield func(string, string) bool) {
		keys := make([]string, 0, len(m))
		for k := range m {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

// typesOf lists the classes of a thing for a message.
func typesOf(g *rdf.Graph, thing rdf.Term) string {
	var out []string
	for _, t := range g.Subject(thing) {
		if t.P.Value == rdf.Type && len(out) < 5 {
			out = append(out, t.O.Value)
		}
	}
	return strings.Join(out, ", ")
}
