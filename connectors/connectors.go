// Package connectors defines what a connector is: the code that reads one kind
// of source. Each connector is a folder below; all/ lists them and conntest/
// holds the suite that every one passes. Connectors know the schema and nothing
// of the hub: they ask, parse, map and yield; checking, minting of digests,
// storing and deleting are the hub's.
package connectors

import (
	"context"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// Connector reads one source.
//
// Harvest yields the source's items in its own order. An error of type *Refusal
// concerns that item alone: the run goes on. Any other error ends the run and
// must be the last thing yielded. Breaking off the loop frees everything.
//
// from is what the last item of the last complete run carried as Next; nil at
// the first run, after a change of settings and when dates have to be worked out
// anew (Env.Window). When the source says that
// nothing changed since (304, same digest), Harvest yields a single error,
// ErrUnchanged.
type Connector interface {
	Harvest(ctx context.Context, from Cursor) iter.Seq2[Item, error]
}

// Cursor is a connector's own note of where a harvest stood. Others store it
// and hand it back.
type Cursor []byte

// Item is one thing the source lists, with all records that come of it.
type Item struct {
	Key     string         // the source's key, unique in the source
	Where   string         // its place in the source: "line 12", "page URL", "UID x"
	Deleted bool           // the source says it is gone
	Same    bool           // Env.Known recognised it: nothing but Key is set
	Raw     []byte         // what Env.Known is asked about next time; nil for never
	Drafts  []schema.Draft // the item itself first, then what is embedded in it
	Faults  []schema.Fault // warnings: what was left out or is poor; of a deleted item, why
	Next    Cursor         // where to go on; only the last one of a run counts
	// Keeps are records of the source that the item names without describing them,
	// as what was sent once and is sent again by its address: they stay as long as
	// an item names them.
	Keeps []schema.IRI
	// Resume is where a run that is broken off behind this item, by a kill or a
	// failing server, goes on: it comes back as from. Who resumes lists only what
	// is left, and says so by Env.ChangesOnly. nil for nowhere.
	Resume Cursor
}

// Env is what the hub lends a connector.
type Env struct {
	Source   schema.SourceID
	Lang     string         // the source's declared language; "" when none
	Zone     *time.Location // the zone of times without one
	License  string         // the declared licence of the source's media and texts; "" when none
	Log      *slog.Logger
	Now      func() time.Time
	Location string // the declared location: an http(s) address or a file path
	Base     string // the hub's public address, at which it gives its own records; "" when it has none

	// Open reads an address or, when the location itself is a file or a folder,
	// that file or one in the folder. It applies all limits; a body that turns out too large ends
	// in an error. since is the validator that the last Body carried; nil
	// asks without condition. Unchanged content is ErrUnchanged.
	Open func(ctx context.Context, location string, since []byte) (*Body, error)

	// Known reports whether exactly these bytes were read at the last run
	// under the same settings and in the same window, and the key they were
	// filed under, so that parsing and mapping can be spared. Never nil.
	Known func(raw []byte) (key string, ok bool)

	// ChangesOnly says that this run lists only what changed since from: what it
	// does not list is as it was, and only items marked Deleted go. It is to be
	// called before the first item is yielded. Never nil.
	ChangesOnly func()

	// Window returns the stretch of time in which rules and opening hours are
	// turned into dates, the same throughout a run. A source whose connector
	// asks for it is read without a cursor once the window has moved: what it
	// says is the same, the dates are not. Never nil.
	Window func() calendar.Range
}

// Body is an opened document.
type Body struct {
	io.ReadCloser
	Location  string // after redirects
	MediaType string // as the server says, without parameters; "" for a file
	Charset   string // as the server says; ""
	Immutable bool   // the server says that it will never change (RFC 8246)
	Validator []byte // for the next Open's since; read it after the body, nil before its end
}

// ErrUnchanged says that a source is as it was at the last run.
var ErrUnchanged = fmt.Errorf("unchanged since the last harvest")

// Refusal is an error about one item.
type Refusal struct {
	Key    string // "" when the item is too broken to have one
	Where  string
	Faults []schema.Fault // at least one
}

// Refuse returns a refusal with a single reason.
func Refuse(key, where, path, value, format string, args ...any) *Refusal {
	return &Refusal{Key: key, Where: where, Faults: []schema.Fault{{
		Path: path, Value: schema.Excerpt(value), Message: fmt.Sprintf(format, args...), Severity: schema.Violation}}}
}

// Nothing returns the refusal of a document that can be read and lists nothing.
// It says so aloud, and as it has no key the hub takes nothing for deleted: an
// empty list is far more often a mistake than the end of a programme.
func Nothing(location, format string, args ...any) *Refusal {
	return Refuse("", Name(location), "", "", format, args...)
}

// Error gives the place and the first reason.
func (r *Refusal) Error() string {
	s := r.Where
	if s == "" {
		s = r.Key
	}
	if len(r.Faults) > 0 {
		s += ": " + r.Faults[0].String()
	}
	return s
}

// MaxItem bounds what one item may hold, in bytes, wherever a connector has to
// keep a whole item in memory.
const MaxItem = 8 << 20
