package ldes

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/wire/ldes"
)

// Bounds of a run. What goes over them is told.
const (
	maxKnown  = 500_000   // pages that are named, read or not
	maxThings = 1_000_000 // different things in one run
	everyPage = 10        // after so many pages it is noted where to go on

	maxFailed     = 10 // pages that cannot be read, before the run is given up
	maxFailedRuns = 5  // runs in which a page cannot be read, before it is
)

// run is one run over a stream: see README.md, How it is read.
type run struct {
	*connector
	l       *connectors.Listing
	ctx     context.Context
	readers map[string]func(*rdf.Graph, rdf.Term, string) (connectors.Item, error)

	stream ldes.Stream
	queue  []*entry        // pages to read
	poll   []entry         // pages read that may change
	done   []string        // marks of those that will not
	known  map[string]bool // marks of all
	pages  int             // read in this run
	failed int

	start    time.Time            // members from before are known from earlier runs
	newest   time.Time            // of all members read
	latest   map[string]time.Time // by thing: of the version told last in this run
	ordered  bool                 // no page held a member older than one of a page before
	versions bool                 // a thing may come more than once
	held     *hold                // what is kept back until all pages are read; nil once it became too much
	notes    []schema.Fault       // what there is to tell of the stream, with the first item
}

func newRun(c *connector, l *connectors.Listing) *run {
	return &run{connector: c, l: l, readers: map[string]func(*rdf.Graph, rdf.Term, string) (connectors.Item, error){},
		known: map[string]bool{}, latest: map[string]time.Time{}, ordered: true, held: newHold()}
}

// run reads what the cursor leaves to read, or else the whole stream.
func (r *run) run(ctx context.Context, from connectors.Cursor) (connectors.Cursor, error) {
	r.ctx = ctx
	s, goesOn := parse(from)
	if goesOn {
		r.changes()
		r.stream, r.start, r.newest, r.done = s.Stream, s.Newest, s.High, s.Done
		for _, m := range s.Done {
			r.known[m] = true
		}
		for i := range s.Poll {
			r.known[mark(s.Poll[i].URL)] = true
			r.queue = append(r.queue, &s.Poll[i])
		}
	} else if err := r.begin(); err != nil {
		return nil, err
	}
	if err := r.walk(); err != nil {
		return nil, err
	}
	if r.held != nil {
		if err := r.release(); err != nil {
			return nil, err
		}
	}
	switch {
	case r.l.Items() > 0 || !r.l.Empty():
	case goesOn:
		return nil, connectors.ErrUnchanged // also when pages changed and nothing in them did
	default:
		return nil, r.l.Refuse(connectors.Nothing(r.env.Location, "the stream lists nothing that is there now"))
	}
	return r.state().cursor(), nil
}

// walk reads the pages of the queue, the earliest first, and those they lead to.
func (r *run) walk() error {
	for len(r.queue) > 0 {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		if r.pages == r.Pages {
			r.changes() // what was not read is not missing
			return r.l.Refuse(connectors.Refuse("", connectors.Name(r.env.Location), "", "",
				"%d pages were read, as the setting pages allows no more; the next run goes on with the others", r.pages))
		}
		i := 0
		for k := range r.queue {
			if earlier(r.queue[k], r.queue[i]) < 0 {
				i = k
			}
		}
		e := r.queue[i]
		r.queue = slices.Delete(r.queue, i, i+1)
		if err := r.visit(e); err != nil {
			return err
		}
		if r.pages%everyPage == 0 && r.held == nil && r.resumable() {
			r.l.Resume(r.state().cursor())
		}
	}
	return nil
}

// visit reads one page. One that fails is told and looked for again next time.
func (r *run) visit(e *entry) error {
	p, body, err := r.open(e)
	switch {
	case errors.Is(err, connectors.ErrUnchanged):
		r.poll = append(r.poll, *e)
		return nil
	case err != nil && r.ctx.Err() != nil:
		return r.ctx.Err()
	case err != nil:
		return r.fail(e, err)
	}
	return r.page(e, p, body)
}

// fail tells of a page that cannot be read. It is looked for again in the next
// runs, but not for ever: pages are also taken away.
func (r *run) fail(e *entry, err error) error {
	r.changes()
	if r.failed++; r.failed > maxFailed {
		r.poll = append(r.poll, *e)
		return connectors.At(r.located(e), err)
	}
	reason, then := strings.TrimPrefix(err.Error(), e.URL+": "), "its members are missing until it can be"
	e.Read, e.Validator = false, nil
	if e.Failed++; e.Failed < maxFailedRuns {
		r.poll = append(r.poll, *e)
	} else {
		r.done = append(r.done, mark(e.URL))
		then = fmt.Sprintf("after %d runs it is not asked for again", e.Failed)
	}
	return r.l.Refuse(connectors.Refuse("", connectors.Name(r.located(e)), "", "", "the page cannot be read; %s: %s", then, reason))
}

// page takes in a page that was read.
func (r *run) page(e *entry, p *ldes.Page, body *connectors.Body) error {
	r.pages++
	r.learn(p)
	if len(p.LeftOut) > 0 {
		r.notes = append(r.notes, schema.Fault{Message: "statements of " + connectors.Name(r.located(e)) + " are left out that are not complete", Value: p.LeftOut[0]})
	}
	if err := r.follow(e, p); err != nil {
		return err
	}
	if err := r.members(e, p); err != nil {
		return err
	}
	if p.Immutable || body.Immutable {
		r.done = append(r.done, mark(e.URL))
	} else {
		e.Read, e.Failed, e.Validator = true, 0, slices.Clone(body.Validator)
		r.poll = append(r.poll, *e)
	}
	return nil
}

// learn takes in what a page says of the stream that was not known yet.
func (r *run) learn(p *ldes.Page) {
	if r.stream.IRI == "" && len(p.Streams) > 0 {
		r.stream = p.Streams[0]
	}
	for _, s := range p.Streams {
		if s.IRI != r.stream.IRI {
			continue
		}
		for _, f := range []struct {
			known *string
			now   string
		}{{&r.stream.TimestampPath, s.TimestampPath}, {&r.stream.VersionOfPath, s.VersionOfPath}, {&r.stream.DeletePath, s.DeletePath}, {&r.stream.DeleteObject, s.DeleteObject}} {
			if *f.known == "" {
				*f.known = f.now
			}
		}
	}
}

// changes makes the run one that lists changes only: what it does not list is not
// missing. Nothing was handed on yet.
func (r *run) changes() {
	if !r.l.Versions {
		r.l.Versions = true
		r.env.ChangesOnly()
	}
}

// resumable reports whether a run that is broken off now can go on without the
// pages that are done: what is left must hold no older version of what was told.
func (r *run) resumable() bool {
	return !r.versions || r.ordered && !slices.ContainsFunc(r.queue, func(e *entry) bool {
		return !e.From.IsZero() && e.From.Before(r.newest)
	})
}

// state is where the run stands.
func (r *run) state() state {
	s := state{Stream: r.stream, High: r.newest, Newest: r.newest, Done: slices.Clone(r.done)}
	for _, e := range r.poll {
		switch {
		case !e.Read && (e.From.IsZero() || e.From.Before(s.Newest)):
			s.Newest = e.From // a page that failed may hold what is older
		case !e.To.IsZero() && !e.To.After(r.newest): // nothing is ever added there
			s.Done = append(s.Done, mark(e.URL))
			continue
		}
		s.Poll = append(s.Poll, e)
	}
	for _, e := range r.queue {
		if e.From.IsZero() || e.From.Before(s.Newest) {
			s.Newest = e.From
		}
		s.Poll = append(s.Poll, *e)
	}
	return s
}

// where says in which place a member stands.
func (r *run) where(e *entry, m ldes.Member) string {
	page := connectors.Name(r.located(e))
	if m.ID == "" {
		return page
	}
	return page + ", member " + m.ID
}
