package embedded

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
)

// occurrences hold when documents take place: by document in order of start,
// and by time. The view's part of it never changes; the writer appends.
type occurrences struct {
	ends  []uint32 // where each document's occurrences end in list
	list  []occurrence
	last  []int64 // the latest end of each document, never when it has none
	spans [spanClasses]runs[span]

	names  *dict // what follows the document's IRI in an occurrence's, or all of it
	states *dict // statuses, those of documents too
	seats  *dict // availabilities, the same
	own    []states
	mixed  *roaring.Bitmap // documents with an occurrence whose status is not theirs
	varied *roaring.Bitmap // the same by availability
	zones  zones
	where  []uint16 // the zone of each document
	week   []slots  // of each document
}

// states are a status and an availability by their codes plus one; 0 is none.
type states struct{ status, seats uint16 }

type occurrence struct {
	start, end int64
	name       uint32
	shift      int32 // seconds that its zone's clocks are ahead of UTC when it starts
	states           // 0 when the document's own holds
	whole      bool  // the name is the whole IRI
	even       bool  // it is short, and the clocks are not changed meanwhile
}

// state is the status of the occurrence of a document with its own states.
func (o *occurrence) state(own states) uint16 {
	if o.status != 0 {
		return o.status
	}
	return own.status
}

// booked is its availability.
func (o *occurrence) booked(own states) uint16 {
	if o.seats != 0 {
		return o.seats
	}
	return own.seats
}

// span is a document's occurrence in the order of time.
type span struct {
	start, end int64 // end is until
	doc        uint32
}

// The classes of spans: a search by time need look no further back than the
// longest of a class lasts.
const (
	daySpan = iota
	monthSpan
	longSpan // after all others when sorted
	spanClasses
)

const (
	day   = 24 * 60 * 60
	long  = int64(search.LongRunning / 1e9)
	never = -1 << 62
)

var longest = [spanClasses]int64{daySpan: day, monthSpan: long}

// until is the end as the conditions see it: what lasts no time lasts a second,
// so that it lies in the stretch that begins with it.
func (o occurrence) until() int64 { return max(o.end, o.start+1) }

func (o occurrence) isLong() bool { return o.end-o.start > long }

func spanClass(length int64) int {
	switch {
	case length <= day:
		return daySpan
	case length <= long:
		return monthSpan
	}
	return longSpan
}

// fresh gathers the spans of a writing.
type fresh [spanClasses][]span

func newOccurrences() occurrences {
	return occurrences{names: newDict(), states: newDict(), seats: newDict(), mixed: roaring.New(), varied: roaring.New(), zones: newZones()}
}

// add appends the next document, its occurrences by start, then by IRI. mixed
// and varied must be the writing's own.
func (os *occurrences) add(number uint32, d *search.Document, f *fresh) {
	in := slices.Clone(d.Occurrences)
	slices.SortFunc(in, func(a, b search.Occurrence) int {
		return cmp.Or(cmp.Compare(clamp(a.Start), clamp(b.Start)), cmp.Compare(a.ID, b.ID))
	})
	own, last := states{intern(os.states, first(d.Values["status"])), intern(os.seats, first(d.Values["availability"]))}, int64(never)
	zone, week := os.zones.code(d.Zone), slots(0)
	for _, o := range in {
		suffix, part := strings.CutPrefix(string(o.ID), string(d.ID))
		e := occurrence{start: clamp(o.Start), name: os.names.intern(suffix), whole: !part,
			states: states{intern(os.states, o.Status), intern(os.seats, o.Availability)}}
		e.end = max(clamp(o.End), e.start)
		shift, after := os.zones.shifts(zone, e.start, e.until())
		e.shift, e.even = int32(shift), shift == after && e.until()-e.start <= 2*day
		week |= slotsOf(e.start+min(shift, after), e.until()+max(shift, after))
		if e.state(own) != own.status {
			os.mixed.Add(number)
		}
		if e.booked(own) != own.seats {
			os.varied.Add(number)
		}
		os.list = append(os.list, e)
		last = max(last, e.until())
		c := spanClass(e.end - e.start)
		f[c] = append(f[c], span{e.start, e.until(), number})
	}
	os.ends = append(os.ends, uint32(len(os.list)))
	os.last = append(os.last, last)
	os.own = append(os.own, own)
	os.where = append(os.where, zone)
	os.week = append(os.week, week)
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// intern returns the code of a state plus one, 0 for "". More states than
// anybody has are as good as none.
func intern(known *dict, s string) uint16 {
	if s == "" {
		return 0
	}
	if code, ok := known.code(s); ok {
		return uint16(code + 1)
	}
	if known.all().len() >= math.MaxUint16-1 {
		return 0
	}
	return uint16(known.intern(s) + 1)
}

// flush puts the spans of a writing in their places.
func (os *occurrences) flush(f *fresh, kept func(doc uint32) bool) {
	for c, batch := range f {
		slices.SortFunc(batch, bySpan)
		os.spans[c] = os.spans[c].add(batch, bySpan, func(s span) bool { return kept(s.doc) })
	}
}

func bySpan(a, b span) int {
	return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.doc, b.doc))
}

// of returns a document's occurrences, and the index of the first.
func (os *occurrences) of(number uint32) ([]occurrence, uint32) {
	from := uint32(0)
	if number > 0 {
		from = os.ends[number-1]
	}
	return os.list[from:os.ends[number]], from
}

// keep returns the occurrences of the documents in the order given; to leads
// from old numbers to new ones, nowhere for those left out.
func (os *occurrences) keep(numbers, to []uint32) occurrences {
	r, out := os.names.renew(), newOccurrences()
	for _, n := range numbers {
		own, _ := os.of(n)
		for _, o := range own {
			o.name = r.carry(o.name)
			out.list = append(out.list, o)
		}
		out.ends = append(out.ends, uint32(len(out.list)))
		out.last = append(out.last, os.last[n])
		out.own = append(out.own, os.own[n])
		out.where = append(out.where, os.where[n])
		out.week = append(out.week, os.week[n])
		if os.mixed.Contains(n) {
			out.mixed.Add(to[n])
		}
		if os.varied.Contains(n) {
			out.varied.Add(to[n])
		}
	}
	out.names, out.states, out.seats, out.zones = r.dict, os.states, os.seats, os.zones
	for c := range os.spans {
		out.spans[c] = os.spans[c].mapped(func(s span) (span, bool) {
			s.doc = to[s.doc]
			return s, s.doc != nowhere
		})
	}
	return out
}

// clamp keeps moments within a range in which sums do not overflow.
func clamp(t int64) int64 { return min(max(t, -maxTime), maxTime) }

const maxTime = 1 << 50

// readable finds what codes stand for in what a snapshot gave, and reports
// whether all stand for something.
func (os *occurrences) readable() bool {
	os.zones.known = nil
	os.zones.load()
	names, statuses, seats := os.names.all().len(), os.states.all().len(), os.seats.all().len()
	known := func(s states) bool { return int(s.status) <= statuses && int(s.seats) <= seats }
	for i := range os.list {
		if !known(os.list[i].states) || int(os.list[i].name) >= names {
			return false
		}
	}
	for i, s := range os.own {
		if !known(s) || int(os.where[i]) >= len(os.zones.known) {
			return false
		}
	}
	return true
}
