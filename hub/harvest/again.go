package harvest

import (
	"context"
	"errors"
	"time"

	"moselle/hub/store"
)

// maxPause is how long a source that keeps failing waits at most, unless its
// schedule lets it wait longer.
const maxPause = 24 * time.Hour

// again notes in the report when the source is tried again, where that is not as
// scheduled: a run that ended with the program is due when the program is back,
// and one that failed as those before it did is due later and later.
func (h *harvest) again(ctx context.Context) {
	if h.source.Next == nil {
		return
	}
	switch failed := 1 + failures(h.earlier, h.run.Declared); {
	case h.run.Outcome == Cancelled && !errors.Is(context.Cause(ctx), errStopped):
		h.run.Again = h.Now().UTC()
	case h.run.Outcome == Failed && failed > 1:
		h.run.Again = pause(h.source, h.run.Started, failed)
	}
}

// failures counts the runs at the beginning of a list that failed under the same
// declaration: whoever has changed it may have mended what was wrong.
func failures(runs []store.Run, declared string) (n int) {
	for n < len(runs) && runs[n].Outcome == Failed && runs[n].Declared == declared {
		n++
	}
	return n
}

// pause returns when a source is due whose last run, and so many in a row,
// failed: with each the time that its schedule waits doubles.
func pause(s Source, last time.Time, failed int) time.Time {
	next := s.Next(last)
	if next.IsZero() {
		return next
	}
	wait := next.Sub(last)
	most := max(wait, maxPause)
	for ; failed > 1 && wait < most; failed-- {
		wait *= 2
	}
	return last.Add(min(wait, most))
}
