// Package embedded is the search backend that lives in the hub's own process:
// Bleve finds words, and columns of our own hold everything else - time, place,
// facets, links and order. Searches read an unchanging view and never wait for
// the writer; a snapshot on disk, with the log position it stands for, spares a
// restart the reading of the whole log and may be thrown away at any time.
package embedded

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"moselle/hub/search"
)

// Options are what may be set; the zero Options are good.
type Options struct {
	Log *slog.Logger // slog.Default when nil
	// SaveEvery is how long a change may stay out of the snapshot, 5 minutes
	// when 0. After a kill, at most the changes of that time are replayed.
	SaveEvery time.Duration
	// SaveAfter is how many changes bring the next snapshot forward, 20,000
	// when 0; a large index waits for a quarter of its size.
	SaveAfter int
}

// Index is the backend.
type Index struct {
	dir     string
	options Options
	text    text
	view    atomic.Pointer[view] // nil when closed
	durable atomic.Uint64        // the position on disk

	mu      sync.Mutex // of whoever writes; guards what follows
	numbers []uint32   // number+1 of the living by code of their IRI
	serial  uint64     // the last that was used
	changed int        // since the last snapshot
	closed  bool

	saving sync.Mutex // one snapshot at a time
	saved  time.Time
	stop   chan struct{}
	done   sync.WaitGroup
}

var _ search.Index = (*Index)(nil)

// Open opens the index in a folder, which is made when there is none. An index
// that cannot be read, or whose halves do not fit, is thrown away with a
// warning, and Seq is 0. With dir "" it is kept in memory: nothing survives,
// Seq stays 0, and its text is never merged, so that it suits tests and small
// hubs only.
func Open(ctx context.Context, dir string, o Options) (*Index, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.SaveEvery == 0 {
		o.SaveEvery = 5 * time.Minute
	}
	if o.SaveAfter == 0 {
		o.SaveAfter = 20_000
	}
	ix := &Index{dir: dir, options: o, stop: make(chan struct{}), saved: time.Now()}
	if err := ix.load(ctx); err != nil {
		return nil, err
	}
	ix.done.Add(1)
	go ix.keep()
	return ix, nil
}

// Close writes a snapshot and lets go of the folder. Searches that are under
// way end as they would.
func (ix *Index) Close() error {
	ix.mu.Lock()
	if ix.closed {
		ix.mu.Unlock()
		return nil
	}
	ix.closed = true
	ix.mu.Unlock()
	close(ix.stop)
	ix.done.Wait()
	err := ix.save(context.Background())
	ix.mu.Lock()
	defer ix.mu.Unlock()
	ix.view.Swap(nil).words.release()
	if closeErr := ix.text.close(); err == nil {
		err = closeErr
	}
	return err
}

// acquire returns the newest view, whose words are to be released; nil when the
// index is closed.
func (ix *Index) acquire() *view {
	for {
		v := ix.view.Load()
		if v == nil || v.words.acquire() {
			return v
		}
	}
}
