package embedded

import (
	"context"
	"time"
)

const (
	keepEvery  = time.Second
	saveWithin = 2 * time.Minute // for the text half to reach the disk
)

// keep lets searches see the segments that Bleve has merged meanwhile, and
// writes a snapshot when one is due, until the index is closed.
func (ix *Index) keep() {
	defer ix.done.Done()
	tick := time.NewTicker(min(keepEvery, ix.options.SaveEvery))
	defer tick.Stop()
	for {
		select {
		case <-ix.stop:
			return
		case <-tick.C:
		}
		if err := ix.refresh(); err != nil {
			ix.options.Log.Warn("search index not refreshed", "error", err)
		}
		if !ix.due() {
			continue
		}
		ctx, cancel := context.WithTimeout(context.Background(), saveWithin)
		if err := ix.save(ctx); err != nil {
			ix.options.Log.Warn("search snapshot not written", "dir", ix.dir, "error", err)
		}
		cancel()
	}
}

// refresh publishes the same columns with the newest state of the text half.
func (ix *Index) refresh() error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	old := ix.view.Load()
	words, err := ix.text.open(old.numbering)
	if err != nil {
		return err
	}
	next := *old
	next.words = words
	ix.publish(&next, old)
	return nil
}

// due reports whether a snapshot is to be written.
func (ix *Index) due() bool {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	size := ix.view.Load().size()
	return ix.dir != "" && ix.changed > 0 &&
		(ix.changed >= ix.options.SaveAfter+size/4 || time.Since(ix.saved) >= ix.options.SaveEvery)
}

// save writes a snapshot of the newest view. The text half must have reached
// the disk before, and forgets the dead only after, so that whichever snapshot
// a restart finds, the text half has all that is alive in it.
func (ix *Index) save(ctx context.Context) error {
	ix.saving.Lock()
	defer ix.saving.Unlock()
	ix.mu.Lock()
	v, changed := ix.view.Load(), ix.changed
	ix.mu.Unlock()
	if ix.dir == "" || changed == 0 && uint64(v.seq) == ix.durable.Load() {
		return nil
	}
	if err := ix.text.settle(ctx); err != nil {
		return err
	}
	if err := v.write(ix.dir); err != nil {
		return err
	}
	ix.durable.Store(uint64(v.seq))
	ix.mu.Lock()
	defer ix.mu.Unlock()
	ix.changed -= changed
	ix.saved = time.Now()
	return ix.forget(ctx, len(v.gone))
}

// forget lets the text half drop the first n of the dead.
func (ix *Index) forget(ctx context.Context, n int) error {
	next := *ix.view.Load()
	if err := ix.text.drop(ctx, next.gone[:n]); err != nil {
		return err
	}
	next.gone = next.gone[n:]
	ix.view.Store(&next)
	return nil
}
