package ldes

import (
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
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

// retention tells what the stream does not keep.
func (r *run) retention() {
	for _, p := range r.stream.Retention {
		what := p.Policy
		for _, name := range slices.Sorted(maps.Keys(p.Terms)) {
			what = strings.TrimPrefix(what+", "+name+" "+p.Terms[name], ", ")
		}
		r.notes = append(r.notes, schema.Fault{Path: "retentionPolicy", Value: what, Severity: schema.Info,
			Message: "the stream does not keep all of its history; what it has let go of is not read"})
	}
}
