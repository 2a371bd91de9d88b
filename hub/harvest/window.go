package harvest

import (
	"crypto/sha256"
	"sync/atomic"
	"time"

	"moselle/schema/calendar"
)

// window is the stretch of time in which a run turns rules into dates, and
// whether what was read depends on it. Once a source depends on it, it does as
// long as it is read in the same way: items that are recognised are not asked.
type window struct {
	calendar.Range
	asked atomic.Bool
}

// Window answers connectors.Env.Window.
func (w *window) Window() calendar.Range {
	w.asked.Store(true)
	return w.Range
}

// name tells windows apart.
func (w *window) name() string {
	return w.From.UTC().Format(time.RFC3339) + "/" + w.To.UTC().Format(time.RFC3339)
}

// validator returns what the state of a source is stored under: the stamp of
// how it was read, and the window when its dates depend on that.
func (h *harvest) validator() []byte {
	out := h.stamp[:len(h.stamp):len(h.stamp)]
	if h.window.asked.Load() {
		out = append(out, h.window.name()...)
	}
	return out
}

// recall compares a stored validator: valid is whether what is known still
// holds. Another window undoes it for a source that depends on it.
func (w *window) recall(validator, stamp []byte) (valid bool) {
	if len(validator) < len(stamp) || string(validator[:len(stamp)]) != string(stamp) {
		return false
	}
	of := string(validator[len(stamp):])
	valid = of == "" || of == w.name()
	w.asked.Store(valid && of != "")
	return valid
}

// mask is mixed into the digests of raw bytes, so that nothing is recognised
// that was read in another way or in another window.
func (w *window) mask(stamp []byte) [16]byte {
	sum := sha256.Sum256(append(stamp[:len(stamp):len(stamp)], w.name()...))
	return [16]byte(sum[:16])
}

// around returns the window of a run that begins now.
func (r *Runner) around(now time.Time) calendar.Range {
	if r.Window == nil {
		return calendar.Window(now)
	}
	return r.Window(now)
}
