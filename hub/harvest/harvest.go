// Package harvest reads sources into the store: it opens a source's connector,
// completes, checks and compares what it yields, writes what changed in
// batches, deletes what a complete listing no longer holds, and reports. It
// also keeps the schedule. Connectors know nothing of it.
package harvest

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log/slog"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/taxonomy"
)

// Source is a declared source, ready to be read.
type Source struct {
	ID           schema.SourceID
	Institution  schema.IRI // its Organization record
	Dataset      schema.IRI // its own Dataset record
	Kind         connectors.Kind
	Settings     *yaml.Node
	Location     string
	Licence      string // of the records' text and data, an IRI
	MediaLicence string // of media that name none; "" for unknown
	Lang         string
	Zone         *time.Location
	Terms        map[string]string // the source's own terms, by label, IRI or code, with the ids of the concepts they mean
	Floor        int               // percentage of the items that a complete listing may lack; ten always may go
	// Next returns when a source read at last is due again, zero for never; nil
	// for a source that is read only when somebody asks.
	Next func(last time.Time) time.Time
}

// Store is what a harvest needs of the store.
type Store interface {
	store.Reader
	store.Writer
	store.Sources
}

// Runner harvests sources.
type Runner struct {
	Store Store
	// Open returns the opener for a source at a location (connectors.Env.Open).
	Open func(location string) func(ctx context.Context, location string, since []byte) (*connectors.Body, error)
	Base string // the hub's public address, as connectors.Env has it
	Log  *slog.Logger
	Now  func() time.Time
	// Window is the stretch of time in which rules become dates; nil for
	// calendar.Window.
	Window func(now time.Time) calendar.Range
	// Wake is called after each commit; nil when nobody follows.
	Wake func()
	// Batch is about how many changed items one transaction takes; 500 when 0.
	Batch int

	running running
	inboxes inboxes
}

// Options shape one run.
type Options struct {
	Confirm  bool            // delete even beyond the safety floor
	Progress func(store.Run) // called after each batch; nil for none
}

// The outcomes of a run.
const (
	Complete  = "complete"
	Unchanged = "unchanged"
	Partial   = "partial"            // some items could not be told apart, or the listing broke off: nothing is deleted
	Failed    = "failed"             // nothing could be read
	Confirm   = "needs-confirmation" // too much is missing: nothing is deleted
	Cancelled = "cancelled"          // somebody or the end of the program stopped it: nothing is deleted
)

// Run harvests one source and saves its report. The error is that of the hub
// itself (store, settings); what is wrong with the source is in the report. A
// source that another run is reading is fault.Unavailable. When ctx ends, the
// run does: what was read is stored, and the report says so.
func (r *Runner) Run(ctx context.Context, s Source, o Options) (store.Run, error) {
	run, err := r.once(ctx, s, o)
	if err != nil {
		return run, fmt.Errorf("source %s: %w", s.ID, err)
	}
	r.Log.Info("harvested", "source", s.ID, "outcome", run.Outcome, "read", run.Read, "created", run.Created,
		"updated", run.Updated, "deleted", run.Deleted, "refused", run.Refused, "requests", run.Requests, "bytes", run.Bytes,
		"took", run.Ended.Sub(run.Started).Round(time.Millisecond))
	if run.Outcome == Failed && !run.Again.IsZero() {
		r.Log.Warn("the source keeps failing", "source", s.ID, "again", run.Again)
	}
	return run, nil
}

func (r *Runner) once(ctx context.Context, s Source, o Options) (store.Run, error) {
	until, keep, release, err := r.claim(ctx, s.ID)
	if err != nil {
		return store.Run{}, err
	}
	defer release()
	h, err := r.begin(keep, s, o)
	if err != nil {
		return store.Run{}, err
	}
	if err := h.read(until, keep); err != nil {
		return h.report.run, cmp.Or(context.Cause(keep), err)
	}
	if err := h.finish(keep); err != nil {
		return h.report.run, err
	}
	h.again(until)
	run := h.report.done(r.Now())
	if err := r.Store.SaveRun(keep, run); err != nil {
		return run, fmt.Errorf("report: %w", cmp.Or(context.Cause(keep), err))
	}
	return run, nil
}

// declared is the stamp as reports name it.
func (s Source) declared() string { return hex.EncodeToString(s.stamp()[:8]) }

// stamp identifies everything besides the source's own content that the
// outcome of reading depends on: with another stamp, all is read anew.
func (s Source) stamp() []byte {
	h := sha256.New()
	settings, _ := yaml.Marshal(s.Settings)
	terms, _ := yaml.Marshal(s.Terms) // in the order of the keys
	zone := ""
	if s.Zone != nil {
		zone = s.Zone.String()
	}
	for _, part := range []string{s.Kind.Name, fmt.Sprint(s.Kind.Version), string(settings), s.Location, string(s.Institution),
		string(s.Dataset), s.Licence, s.MediaLicence, s.Lang, zone, string(terms), taxonomy.Version()} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return h.Sum(nil)
}
