package embedded

import (
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
)

// window is what a query asks of a single occurrence.
type window struct {
	*occurrences
	stretches []stretch // by zone
	outer     stretch   // in which all of them lie
	latest    int64     // the latest now of them
	alike     bool      // they are all the same
	timed     bool      // a stretch was asked for: not every occurrence is within it
	dated     bool      // by From or To

	weekdays uint8  // a bit each, from Sunday; 0 is all
	within   slots  // where those lie
	clock    [2]int // seconds after midnight, the end beyond a day when it is behind the next; zero is all day
	going    bool   // what is off does not count
	certain  bool   // what is tentative does not count
	statuses chosen
	seats    chosen
	off      []bool // by state
	unsure   uint16 // the state of what is tentative
}

// stretch is a span of time in one zone.
type stretch struct {
	from, to int64 // an occurrence ends after from and starts before to
	now      int64 // what comes next ends after this
	zone     *time.Location
}

// chosen are the codes plus one that are asked for; nil is any.
type chosen []bool

func (c chosen) has(code uint16) bool { return c == nil || int(code) < len(c) && c[code] }

func choose(names []string, known *dict) chosen {
	if len(names) == 0 {
		return nil
	}
	c := chosen{}
	for _, s := range names {
		if code, ok := known.code(s); ok {
			c = append(c, make([]bool, max(0, int(code)+2-len(c)))...)
			c[code+1] = true
		}
	}
	return c
}

func (os *occurrences) window(q *search.Query) window {
	w := window{
		occurrences: os, going: !q.Open.IsZero(), dated: !q.From.IsZero() || !q.To.IsZero(),
		statuses: choose(q.Filters["status"], os.states), seats: choose(q.Filters["availability"], os.seats),
	}
	w.timed = w.dated || w.going
	w.certain = q.Confirmed && w.statuses == nil
	for _, d := range q.Weekdays {
		w.weekdays |= 1 << d
	}
	if c := q.Clock; c != nil {
		w.clock = [2]int{c.From * 60, c.To * 60}
		if c.To <= c.From {
			w.clock[1] += day
		}
	}
	w.within = w.slots()
	names := os.states.all()
	w.off = make([]bool, names.len()+1)
	w.off[0] = true
	for code := range names.len() {
		name := string(names.at(uint32(code)))
		w.off[code+1] = !search.TakesPlace(name)
		if name == search.Tentative {
			w.unsure = uint16(code + 1)
		}
	}
	w.setStretches(q)
	return w
}

// setStretches reads the query's times, to the second, in each zone.
func (w *window) setStretches(q *search.Query) {
	for _, zone := range w.zones.list() {
		s := stretch{from: -maxTime * 2, to: maxTime * 2, now: -maxTime * 2, zone: zone}
		if !q.Now.IsZero() {
			s.now = clamp(q.Now.Unix())
		}
		if !q.From.IsZero() {
			s.from = clamp(q.From.Start(q.Now, zone).Unix())
			s.now = s.from
		}
		if !q.To.IsZero() {
			s.to = clamp(q.To.End(q.Now, zone).Add(time.Second - 1).Unix())
		}
		if w.going {
			at := clamp(q.Open.Start(q.Now, zone).Unix())
			s.from, s.to, s.now = max(s.from, at), min(s.to, at+1), at
		}
		if s.from >= s.to {
			s.from, s.to = maxTime*2, -maxTime*2 // no moment lies within, whatever spans it
		}
		w.stretches = append(w.stretches, s)
	}
	w.outer, w.latest, w.alike = w.stretches[0], w.stretches[0].now, true
	for _, s := range w.stretches[1:] {
		w.alike = w.alike && s.from == w.outer.from && s.to == w.outer.to && s.now == w.outer.now
		w.outer.from, w.outer.to, w.outer.now = min(w.outer.from, s.from), max(w.outer.to, s.to), min(w.outer.now, s.now)
		w.latest = max(w.latest, s.now)
	}
}

// in returns the stretch where a document is.
func (w *window) in(number uint32) *stretch { return &w.stretches[w.where[number]] }

// byClock reports whether a weekday or a time of day was asked for.
func (w *window) byClock() bool { return w.weekdays != 0 || w.clock[1] != 0 }

// has reports whether an occurrence of a document matches, whose stretch and
// states are given.
func (w *window) has(o *occurrence, s *stretch, own states) bool {
	if o.until() <= s.from || o.start >= s.to {
		return false
	}
	state := o.state(own)
	return w.statuses.has(state) && (!w.certain || state == 0 || state != w.unsure) && (!w.going || !w.off[state]) &&
		w.seats.has(o.booked(own)) && (!w.byClock() || w.moment(o, s))
}

// any reports whether one of a document's occurrences matches.
func (w *window) any(number uint32) bool {
	if w.week[number]&w.within == 0 {
		return false
	}
	all, _ := w.of(number)
	s, own := w.in(number), w.own[number]
	for i := range all {
		if w.has(&all[i], s, own) {
			return true
		}
	}
	return false
}

// matching returns how many of a document's occurrences match.
func (w *window) matching(number uint32) int {
	n := 0
	all, _ := w.of(number)
	s, own := w.in(number), w.own[number]
	for i := range all {
		if w.has(&all[i], s, own) {
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
func (w *window) next(number uint32) (index int, when int) {
	all, from := w.of(number)
	s, own := w.in(number), w.own[number]
	index, when = -1, past
	for i := range all {
		o := &all[i]
		if o.until() <= s.now || !w.has(o, s, own) {
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

// narrow keeps those of the documents, all with an occurrence within their
// stretch, that have one which matches. Where all occurrences of a document are
// alike, and no time of day is asked for, its own states tell.
func (w *window) narrow(docs *roaring.Bitmap, alike func(*roaring.Bitmap)) *roaring.Bitmap {
	unlike := roaring.New()
	if w.statuses != nil || w.certain && w.unsure != 0 {
		unlike.Or(w.mixed)
	}
	if w.seats != nil {
		unlike.Or(w.varied)
	}
	sure, unsure := roaring.AndNot(docs, unlike), roaring.And(docs, unlike)
	alike(sure)
	if w.byClock() || w.going {
		return w.test(roaring.Or(sure, unsure))
	}
	sure.Or(w.test(unsure))
	return sure
}

func (w *window) test(docs *roaring.Bitmap) *roaring.Bitmap {
	var bits bitset
	each(docs, func(n uint32) {
		if w.any(n) {
			bits.add(n)
		}
	})
	return bits.bitmap()
}
