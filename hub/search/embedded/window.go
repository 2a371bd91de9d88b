package embedded

import (
	"math"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
)

// window is what a query asks of a single occurrence: a stretch of time and,
// with it, a status.
type window struct {
	from, to int64 // ends after from and starts before to
	now      int64 // what comes next comes after this
	open     bool  // no time was asked for
	byStatus bool  // its status counts too
	statuses []bool
}

// windowOf reads the query's times, to the second.
func windowOf(q *search.Query) window {
	w := window{from: -maxTime * 2, to: maxTime * 2, now: -maxTime * 2, open: true}
	if !q.From.IsZero() {
		w.from, w.open = clamp(q.From.Unix()), false
		w.now = w.from
	} else if !q.Now.IsZero() {
		w.now = clamp(q.Now.Unix())
	}
	if !q.To.IsZero() {
		w.to, w.open = clamp(q.To.Add(time.Second-1).Unix()), false
	}
	return w
}

// ask adds the condition that the occurrence has one of the statuses.
func (w *window) ask(statuses []string, states *dict) {
	w.byStatus = true
	for _, s := range statuses {
		if code, ok := states.code(s); ok {
			w.statuses = append(w.statuses, make([]bool, max(0, int(code)+2-len(w.statuses)))...)
			w.statuses[code+1] = true
		}
	}
}

// timely is the window without the condition on the status.
func (w window) timely() window {
	w.byStatus = false
	return w
}

// has reports whether an occurrence matches; own is its document's status.
func (w *window) has(o occurrence, own uint16) bool {
	return o.until() > w.from && o.start < w.to && (!w.byStatus || w.takes(o.state(own)))
}

func (w *window) takes(state uint16) bool {
	return int(state) < len(w.statuses) && w.statuses[state]
}

// state is the status of the occurrence of a document whose status is own.
func (o occurrence) state(own uint16) uint16 {
	if o.status != 0 {
		return o.status
	}
	return own
}

// matching returns how many of a document's occurrences match.
func (os *occurrences) matching(number uint32, w *window) int {
	n := 0
	own, _ := os.of(number)
	for _, o := range own {
		if w.has(o, os.own[number]) {
			n++
		}
	}
	return n
}

// How soon an occurrence comes.
const (
	soon  = iota // still to end, and not long
	going        // still to end, long
	past         // or there is none
)

// next returns the index of the matching occurrence that comes next, and how
// soon; the index is -1 when all are past.
func (os *occurrences) next(number uint32, w *window) (index int, when int) {
	own, from := os.of(number)
	index, when = -1, past
	for i, o := range own {
		if o.until() <= w.now || !w.has(o, os.own[number]) {
			continue
		}
		if !o.isLong() {
			return int(from) + i, soon
		}
		if when == past {
			index, when = int(from)+i, going
		}
	}
	return index, when
}

// during returns the documents that have an occurrence within the stretch.
func (os *occurrences) during(w *window) *roaring.Bitmap {
	var bits bitset
	switch {
	case w.open:
		for n, last := range os.last {
			if last != never {
				bits.add(uint32(n))
			}
		}
	case w.to > maxTime:
		for n, last := range os.last {
			if last > w.from {
				bits.add(uint32(n))
			}
		}
	case w.from < -maxTime:
		for n := range os.last {
			if own, _ := os.of(uint32(n)); len(own) > 0 && own[0].start < w.to {
				bits.add(uint32(n))
			}
		}
	default:
		for c := range os.spans {
			os.scan(c, w.from-longest[c], w.to, w.from, &bits)
		}
	}
	return bits.bitmap()
}

// scan adds the documents that have a span of the class that starts from lo
// to before hi and lasts beyond after.
func (os *occurrences) scan(class int, lo, hi, after int64, bits *bitset) {
	if class == longSpan {
		lo = math.MinInt64
	}
	for _, run := range os.spans[class] {
		for _, s := range between(run, func(s span) bool { return s.start < lo }, func(s span) bool { return s.start >= hi }) {
			if s.end > after {
				bits.add(s.doc)
			}
		}
	}
}
