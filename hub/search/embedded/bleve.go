package embedded

import (
	"context"
	"encoding/binary"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	"github.com/blevesearch/vellum/levenshtein"
	"golang.org/x/sync/errgroup"

	"moselle/hub/search/embedded/words"
)

// The sizes that keep indexing fast and its peak of memory low.
const (
	batchSize  = 1000 // documents in one segment
	maxPending = 8    // segments that wait to be written before add waits too
)

// bleveText is the text half in Bleve's scorch: one document a serial, holding
// analysed text alone. Segments are read directly, because a match is then a
// few bitmap operations and the scores are ours.
type bleveText struct {
	index   index.Index
	queue   *index.AnalysisQueue
	typos   *levenshtein.LevenshteinAutomatonBuilder
	stems   sync.Pool
	written progress
	inRAM   bool

	generation int
	numbers    map[uint64]part // by segment
}

// openBleve opens the text half in a folder, which is made; "" keeps it in RAM.
func openBleve(dir string) (*bleveText, error) {
	typos, err := levenshtein.NewLevenshteinAutomatonBuilder(1, true)
	if err != nil {
		return nil, fmt.Errorf("text index: %w", err)
	}
	b := &bleveText{
		queue: index.NewAnalysisQueue(runtime.GOMAXPROCS(0)), typos: typos, inRAM: dir == "",
		stems:   sync.Pool{New: func() any { return words.NewStemmer() }},
		written: newProgress(), numbers: map[uint64]part{},
	}
	// The store is the truth and Seq says from where to replay: a batch need
	// not be on disk when it returns.
	b.index, err = scorch.NewScorch("text", map[string]any{
		"path": dir, "unsafe_batch": true, "bolt_timeout": "2s",
	}, b.queue)
	if err == nil {
		err = b.index.Open()
	}
	if err != nil {
		b.queue.Close()
		return nil, fmt.Errorf("text index %s: %w", dir, err)
	}
	return b, nil
}

// add makes segments side by side, one a processor.
func (b *bleveText) add(ctx context.Context, docs []wording) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for chunk := range slices.Chunk(docs, batchSize) {
		g.Go(func() error {
			batch := index.NewBatch()
			for i := range chunk {
				batch.Update(newDocument(chunk[i], &b.stems))
			}
			return b.write(ctx, batch)
		})
	}
	return g.Wait()
}

func (b *bleveText) drop(ctx context.Context, serials []uint64) error {
	for chunk := range slices.Chunk(serials, batchSize) {
		batch := index.NewBatch()
		for _, s := range chunk {
			batch.Delete(key(s))
		}
		if err := b.write(ctx, batch); err != nil {
			return err
		}
	}
	return nil
}

func (b *bleveText) write(ctx context.Context, batch *index.Batch) error {
	if err := b.written.wait(ctx, maxPending); err != nil {
		return err
	}
	if !b.inRAM {
		b.written.begin()
		batch.SetPersistedCallback(func(error) { b.written.end() })
	}
	if err := b.index.Batch(batch); err != nil {
		return fmt.Errorf("text index: %w", err)
	}
	return nil
}

func (b *bleveText) settle(ctx context.Context) error { return b.written.wait(ctx, 0) }

func (b *bleveText) open(n numbering) (wordView, error) {
	r, err := b.index.Reader()
	if err != nil {
		return nil, fmt.Errorf("text index: %w", err)
	}
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("text index: a reader of kind %T", r)
	}
	if b.generation != n.generation {
		clear(b.numbers)
		b.generation = n.generation
	}
	v := &bleveView{snapshot: snapshot, typos: b.typos, stems: &b.stems}
	v.refs.Store(1)
	known := map[uint64]part{}
	for _, s := range snapshot.Segments() {
		p, ok := b.numbers[s.Id()]
		if !ok {
			if p.numbers, p.unknown, err = numberSegment(s, n); err != nil {
				v.release()
				return nil, fmt.Errorf("text index: %w", err)
			}
		}
		p.segment = s.Segment()
		known[s.Id()] = p
		v.parts = append(v.parts, p)
	}
	b.numbers = known
	return v, nil
}

// numberSegment returns the number of each document of a segment.
func numberSegment(s *scorch.SegmentSnapshot, n numbering) (numbers []uint32, unknown []uint64, err error) {
	numbers = make([]uint32, s.FullSize())
	gone := s.Deleted()
	for i := range numbers {
		id, err := s.DocID(uint64(i))
		if err != nil || len(id) != 8 {
			return nil, nil, fmt.Errorf("document %d of a segment has no serial: %v", i, err)
		}
		serial := binary.BigEndian.Uint64(id)
		numbers[i] = n.of(serial)
		switch {
		case gone != nil && gone.Contains(uint32(i)):
			numbers[i] = nowhere
		case numbers[i] == nowhere:
			unknown = append(unknown, serial)
		}
	}
	return numbers, unknown, nil
}

func (b *bleveText) close() error {
	defer b.queue.Close()
	if err := b.index.Close(); err != nil {
		return fmt.Errorf("text index: %w", err)
	}
	return nil
}

// key is the identifier of a serial in Bleve.
func key(serial uint64) string {
	return string(binary.BigEndian.AppendUint64(nil, serial))
}
