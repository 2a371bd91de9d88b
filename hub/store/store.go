// Package store is the hub's memory: records, tombstones, the change log, what
// is known of each source, and the reports of harvests. The change log is the
// spine: a record's current state is the newest entry about it, and every
// surface reads either. Backends are the folders below; storetest/ is the
// contract as a suite.
package store

import (
	"context"
	"iter"
	"time"

	"moselle/schema"
)

// Seq is a position in the change log. It grows by one an entry, without holes,
// in commit order; 0 is before the first.
type Seq uint64

// Op is what happened to a record.
type Op uint8

// The operations.
const (
	Create Op = iota + 1
	Update
	Delete
)

// String gives the operation's name in lower case.
func (o Op) String() string {
	return [...]string{"", "create", "update", "delete"}[o]
}

// Change is one entry of the log. For a Delete the record carries IRI, Source,
// Key, Class and Modified alone, and Reason says why it went.
type Change struct {
	Seq    Seq
	At     time.Time // when it was committed, UTC; never earlier than the entry before
	Op     Op
	Record schema.Record
	Reason string // of a Delete: "source-deleted", "withdrawn", "rights"
}

// Filter narrows a listing; the zero Filter is everything.
type Filter struct {
	Class  string // class name
	Source schema.SourceID
}

// Reader reads the current state. Iterators read a page, let go of the
// connection, then yield: the caller may take its time and may call the store.
// What is written meanwhile may or may not be seen, but each record at most once.
type Reader interface {
	// Get returns a live record. fault.NotFound when there never was one,
	// fault.Gone (a *Tombstone) when it was deleted.
	Get(ctx context.Context, iri schema.IRI) (schema.Record, error)
	// GetMany returns the live ones among iris, by IRI; others are absent.
	GetMany(ctx context.Context, iris []schema.IRI) (map[schema.IRI]schema.Record, error)
	// List yields live records in IRI order.
	List(ctx context.Context, f Filter) iter.Seq2[schema.Record, error]
	// Count returns the number of live records by class and source.
	Count(ctx context.Context) ([]Count, error)
}

// Count is a number of live records.
type Count struct {
	Class   string
	Source  schema.SourceID
	Records int
}

// Log reads the change log.
type Log interface {
	// Changes yields the entries after a position in order, up to the newest
	// committed when it is reached. An entry whose record has changed since
	// still carries what it was then.
	Changes(ctx context.Context, after Seq, f Filter) iter.Seq2[Change, error]
	// Last returns the newest committed position.
	Last(ctx context.Context) (Seq, error)
}

// Batch is what one Apply writes, all of it or nothing. The log takes the
// changes in their order. Their Op is Create or Update (the store tells which)
// or Delete, which needs the record's IRI alone; Seq and At are the store's to
// set. Forget comes before Items.
type Batch struct {
	Source  schema.SourceID // whose items and state are written
	Changes []Change
	Items   []ItemState // state of the source's items, by key
	Forget  []string    // keys of items that are no more
	State   *State      // the source's state from now on; nil leaves it
}

// Writer writes.
type Writer interface {
	// Apply writes a batch durably in one transaction and returns the position
	// after it. A Create or Update whose digest is the current one, and a
	// Delete of what is not there, write no entry; one of what was deleted is a
	// Create. Once it has returned, a kill of the process loses nothing; when it
	// fails, nothing of the batch is written. A record without IRI, class or
	// source, and an unknown Op, are fault.Invalid.
	Apply(ctx context.Context, b Batch) (Seq, error)
}

// ItemState is what is remembered of one item of a source, to tell at the next
// run what is unchanged, what has gone, and which records nobody refers to now.
type ItemState struct {
	Key     string
	Raw     [16]byte // digest of the raw bytes; zero for none
	Records []Ref    // its own record first, then those embedded
}

// Ref is a record that an item speaks of, with what tells the version it said
// from others: several items may say different things of one venue. Harvests
// alone look into it.
type Ref struct {
	IRI    schema.IRI
	Digest [8]byte
}

// State is what is remembered of a source.
type State struct {
	Cursor    []byte // the connector's
	Validator []byte // digest of settings, kind and version the cursor stands for
	Midway    bool   // the cursor is that of a run that was broken off, and goes on from there
	Owed      bool   // the run broken off was to list everything, and had something to miss: what is gone is still to be found
}

// Claim is the right to read a source, which one run has at a time.
type Claim struct {
	Holder string    // who has it
	Since  time.Time // when the holder got it, UTC
	Until  time.Time // when it ends unless it is renewed, UTC
}

// KeptRuns is how many reports of a source are kept.
const KeptRuns = 1000

// Sources keeps what harvests need to remember.
type Sources interface {
	State(ctx context.Context, source schema.SourceID) (State, error) // zero when none
	Items(ctx context.Context, source schema.SourceID) iter.Seq2[ItemState, error]
	// Digests returns the digest of each live record of a source by IRI.
	Digests(ctx context.Context, source schema.SourceID) (map[schema.IRI]schema.Digest, error)
	// Claim gives a source to a holder for a span of time from now, and again
	// for as long to the one who has it: Since stays then. When another has it,
	// that claim is returned and nothing changes, unless its time is over. Any
	// number of processes may ask; one gets it.
	Claim(ctx context.Context, source schema.SourceID, holder string, span time.Duration) (Claim, error)
	// Release ends the holder's claim; it does nothing when the holder has none.
	Release(ctx context.Context, source schema.SourceID, holder string) error
	// SaveRun keeps a report, or puts it in the place of the one that it goes on
	// with (Run.Continues). Only the last KeptRuns of a source stay.
	SaveRun(ctx context.Context, r Run) error
	// Runs returns the n reports saved last, newest first; "" for every source.
	Runs(ctx context.Context, source schema.SourceID, n int) ([]Run, error)
}

// Run is the report of one harvest.
type Run struct {
	Source    schema.SourceID `json:"source"`
	Started   time.Time       `json:"started"`
	Ended     time.Time       `json:"ended"`
	Declared  string          `json:"declared,omitempty"` // identifies the declaration under which it was read, "" for what was sent
	Outcome   string          `json:"outcome"`            // "complete", "unchanged", "partial", "failed", "needs-confirmation", "cancelled"
	Error     string          `json:"error,omitempty"`
	Again     time.Time       `json:"again,omitzero"` // when the source is tried again, where that is not as scheduled
	Read      int             `json:"read"`           // items the source listed, refused ones included
	Created   int             `json:"created"`        // records
	Updated   int             `json:"updated"`        // records
	Unchanged int             `json:"unchanged"`      // items
	Deleted   int             `json:"deleted"`        // records
	Refused   int             `json:"refused"`        // items
	Warned    int             `json:"warned"`         // items kept with warnings
	Requests  int             `json:"requests"`       // documents asked for, those that had not changed included
	Bytes     int64           `json:"bytes"`          // what was read of them, unpacked
	Faults    []Fault         `json:"faults,omitempty"`
	Unmapped  []Term          `json:"unmapped,omitempty"` // at most fifty, the most frequent first
	Missing   []Missing       `json:"missing,omitempty"`  // what waits for confirmation to go, at most two hundred of it
	Continues bool            `json:"-"`                  // it goes on with the report saved last of the source, which began at the same moment, and takes its place
}

// Term is one of a source's own terms that means no concept of the hub's
// vocabularies, with how often it stood in what was read.
type Term struct {
	Scheme string `json:"scheme"` // the vocabulary it was looked up in: "event"
	Term   string `json:"term"`
	Count  int    `json:"count"`
}

// Missing is an item that a source lists no more and that has not been deleted.
type Missing struct {
	Key  string     `json:"key"`
	IRI  schema.IRI `json:"id,omitempty"`
	Name string     `json:"name,omitempty"` // of its record; "" for one without
}

// Fault is a group of like faults in a report: how often, and the first places.
type Fault struct {
	Path     string          `json:"path,omitempty"`
	Message  string          `json:"message"`
	Rule     string          `json:"rule,omitempty"` // as schema.Fault has it, to tell it in another language
	Severity schema.Severity `json:"severity"`
	Count    int             `json:"count"`
	Samples  []Sample        `json:"samples"` // at most ten
}

// In returns what is wrong in a language of the interface, as schema.Fault does.
func (f Fault) In(lang string) string {
	return schema.Fault{Message: f.Message, Rule: f.Rule}.In(lang)
}

// Sample is one place where a fault was found.
type Sample struct {
	Key   string `json:"key,omitempty"`
	Where string `json:"where,omitempty"`
	Value string `json:"value,omitempty"`
}

// Checkpoints keeps how far each follower has come.
type Checkpoints interface {
	Checkpoint(ctx context.Context, follower string) (Seq, error) // 0 when none
	SetCheckpoint(ctx context.Context, follower string, at Seq) error
}

// Store is a backend.
type Store interface {
	Reader
	Log
	Writer
	Sources
	Checkpoints
	// Ping reports whether the store can serve.
	Ping(ctx context.Context) error
	Close() error
}

// Tombstone says what is left of a deleted record. It is the error, of kind
// fault.Gone, that Get returns.
type Tombstone struct {
	IRI    schema.IRI
	Class  string
	Source schema.SourceID
	At     time.Time
	Reason string
	Seq    Seq
}
