package embedded

import (
	"bytes"
	"cmp"
	"math"
	"slices"

	"moselle/hub/search"
	"moselle/schema"
)

// row is a hit with what it is sorted by: rank, title, IRI, occurrence.
type row struct {
	rank  int64
	title []byte // in the order of titles
	doc   uint32
	index int // of the occurrence it stands for in dates.list, -1 for none
}

func (r *result) compare(a, b row) int {
	if c := cmp.Compare(a.rank, b.rank); c != 0 {
		return c
	}
	if c := bytes.Compare(a.title, b.title); c != 0 {
		return c
	}
	if a.doc != b.doc {
		return bytes.Compare(r.iri(a.doc), r.iri(b.doc))
	}
	return cmp.Compare(a.index, b.index)
}

// page returns the page's rows in order, and whether there are more.
func (r *result) page() (rows []row, more bool) {
	t := &top{result: r, size: r.Size + 1}
	switch {
	case r.Sort == search.Relevance && r.found != nil:
		r.found.scores(r.shown, func(n uint32, score int) {
			if best := -int64(score+ownLanguage+1) << 8; t.open(best) {
				t.addDoc(n, r.relevance(n, score))
			}
		})
	case r.Sort == search.Next:
		r.addSoonest(t)
	default:
		each(r.shown, func(n uint32) { t.addDoc(n, r.rank(n)) })
	}
	slices.SortFunc(t.rows, r.compare)
	if len(t.rows) > r.Size {
		return t.rows[:r.Size], true
	}
	return t.rows, false
}

// rank returns what a document is sorted by first, lowest first.
func (r *result) rank(n uint32) int64 {
	switch r.Sort {
	case search.Distance:
		// Floats that are not negative are ordered as their bits are.
		return int64(math.Float64bits(r.points.vectors[n].km(r.middle)))
	case search.Newest:
		return -r.modified[n]
	case search.ByTitle:
		if key, _ := r.titles.key(n, r.lang); len(key) == 0 {
			return 1
		}
	}
	return 0
}

// ownLanguage is what a title in the asker's language is worth: more than how
// the words match, less than where.
const ownLanguage = 10

// relevance orders by score, and at equal score by the shortness of the title.
func (r *result) relevance(n uint32, score int) int64 {
	if _, own := r.titles.key(n, r.lang); own {
		score += ownLanguage
	}
	return -(int64(score)<<8 + int64(math.MaxUint8-r.titles.length[n]))
}

// soonness orders by how soon, then by the time itself.
func soonness(when int, moment int64) int64 {
	rank := int64(when) << 56
	if when != past {
		rank += moment + 1<<52
	}
	return rank
}

// nextRank orders a document by its next occurrence.
func (r *result) nextRank(n uint32) int64 {
	index, when := r.window.next(n)
	if index < 0 {
		return soonness(past, 0)
	}
	return soonness(when, max(r.dates.list[index].start, r.window.in(n).now))
}

// addSoonest adds the hits by their next occurrence. When many match, those that
// come soon are tried alone: if they fill the page, the others come later.
func (r *result) addSoonest(t *top) {
	const many, step = 2000, 6 * 60 * 60
	if r.shown.GetCardinality() > many {
		from := max(r.window.outer.now, -maxTime)
		if r.after != nil {
			from = max(from, r.after.rank-1<<52) // beyond all when it is not soon
		}
		for stretch := int64(step); from+stretch < min(r.window.outer.to, from+longest[monthSpan]); stretch *= 4 {
			until := from + stretch
			docs := r.window.starting(from, until)
			docs.And(r.shown)
			t.reset()
			each(docs, func(n uint32) { r.addNext(t, n) })
			if len(t.rows) == t.size && t.rows[0].rank < soonness(soon, until) {
				return
			}
		}
		t.reset()
	}
	each(r.shown, func(n uint32) { r.addNext(t, n) })
}

func (r *result) addNext(t *top, n uint32) {
	if r.Group == search.ByOccurrence {
		t.addDoc(n, 0)
		return
	}
	t.addDoc(n, r.nextRank(n))
}

// hit returns a row as the caller sees it.
func (r *result) hit(row row) search.Hit {
	h := search.Hit{ID: schema.IRI(r.iri(row.doc)), Series: r.seriesOf(row.doc)}
	if r.Near != nil {
		h.Km = r.points.vectors[row.doc].km(r.middle)
	}
	index := row.index
	if r.Group != search.ByOccurrence {
		index, _ = r.window.next(row.doc)
	}
	if index >= 0 {
		h.Occurrence = r.occurrence(row.doc, index)
	}
	return h
}
