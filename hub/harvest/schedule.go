package harvest

import (
	"context"
	"hash/fnv"
	"log/slog"
	"sync"
	"time"

	"moselle/hub/fault"
)

// Scheduler runs sources when they are due.
type Scheduler struct {
	*Runner
	Sources []Source
	Workers int // sources read at the same time; 1 when 0
}

// retryAfter is how long a source waits after a run that the hub itself failed.
const retryAfter = time.Minute

// Run runs due sources until ctx ends, and returns when the last run has ended.
// A source that was never read is due at once; jitter of up to a tenth of the
// waiting time, at most ten minutes, keeps sources apart. A run counts whoever
// asked for it.
func (s *Scheduler) Run(ctx context.Context) error {
	workers := make(chan struct{}, max(1, s.Workers))
	var wg sync.WaitGroup
	for _, src := range s.Sources {
		if src.Next != nil {
			wg.Go(func() { s.keep(ctx, src, workers) })
		}
	}
	<-ctx.Done()
	wg.Wait()
	return ctx.Err()
}

// keep runs one source each time it is due, with one of the workers.
func (s *Scheduler) keep(ctx context.Context, src Source, workers chan struct{}) {
	for ctx.Err() == nil {
		due, err := s.due(ctx, src)
		if err == nil && due.IsZero() {
			return
		}
		if err == nil && !due.After(s.Now()) {
			select {
			case <-ctx.Done():
				return
			case workers <- struct{}{}:
			}
			_, err = s.Runner.Run(ctx, src, Options{})
			<-workers
			due = s.Now()
		}
		if err != nil && ctx.Err() == nil {
			level := slog.LevelError
			if fault.Of(err) == fault.Unavailable { // another process reads it, or the store is busy
				level = slog.LevelWarn
			}
			s.Log.Log(ctx, level, "harvest failed", "source", src.ID, "err", err)
			due = s.Now().Add(retryAfter)
		}
		s.wait(ctx, due)
	}
}

func (s *Scheduler) wait(ctx context.Context, until time.Time) {
	timer := time.NewTimer(until.Sub(s.Now()))
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}

// due returns when a source is to be read; zero for never.
func (s *Scheduler) due(ctx context.Context, src Source) (time.Time, error) {
	runs, err := s.Store.Runs(ctx, src.ID, 1)
	if err != nil {
		return time.Time{}, err
	}
	now := s.Now()
	if len(runs) == 0 {
		if src.Next(now).IsZero() {
			return time.Time{}, nil
		}
		return now, nil
	}
	last := runs[0].Started
	next := src.Next(last)
	switch {
	case next.IsZero():
		return next, nil
	case runs[0].Outcome == Failed && runs[0].Declared != src.declared():
		return now, nil
	case !runs[0].Again.IsZero():
		next = runs[0].Again
	}
	return next.Add(jitter(src, next.Sub(last))), nil
}

// jitter spreads sources by name, so that the same source keeps its place.
func jitter(src Source, wait time.Duration) time.Duration {
	h := fnv.New32a()
	h.Write([]byte(src.ID))
	most := min(wait/10, 10*time.Minute)
	return time.Duration(float64(most) * float64(h.Sum32()) / (1 << 32))
}
