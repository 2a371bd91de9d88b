package embedded

import "moselle/hub/search"

// top keeps the first rows after the cursor: a heap with the last of them at
// the root, so that most rows are turned away by one comparison.
type top struct {
	*result
	size int
	rows []row
}

func (t *top) reset() { t.rows = t.rows[:0] }

// addDoc adds the row of a document, or one for each of its occurrences.
func (t *top) addDoc(n uint32, rank int64) {
	r := row{rank: rank, doc: n, index: -1}
	if t.Group != search.ByOccurrence {
		t.add(r)
		return
	}
	all, from := t.dates.of(n)
	s, own := t.window.in(n), t.dates.own[n]
	for i := range all {
		o := &all[i]
		if !t.window.has(o, s, own) {
			continue
		}
		if t.Sort == search.Next {
			when := soon
			switch {
			case o.until() <= s.now:
				when = past
			case o.isLong():
				when = going
			}
			r.rank = soonness(when, max(o.start, s.now))
		}
		r.index = int(from) + i
		t.add(r)
	}
}

// open reports whether a row of the rank may still come in.
func (t *top) open(rank int64) bool {
	return len(t.rows) < t.size || rank <= t.rows[0].rank
}

func (t *top) add(r row) {
	if !t.open(r.rank) {
		return
	}
	if t.Sort == search.ByTitle {
		r.title, _ = t.titles.key(r.doc, t.lang)
	}
	if t.after != nil && t.passed(r) {
		return
	}
	if len(t.rows) < t.size {
		t.rows = append(t.rows, r)
		t.up(len(t.rows) - 1)
		return
	}
	if t.compare(r, t.rows[0]) < 0 {
		t.rows[0] = r
		t.down()
	}
}

func (t *top) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if t.compare(t.rows[i], t.rows[parent]) <= 0 {
			return
		}
		t.rows[i], t.rows[parent] = t.rows[parent], t.rows[i]
		i = parent
	}
}

func (t *top) down() {
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(t.rows) {
			return
		}
		if child+1 < len(t.rows) && t.compare(t.rows[child+1], t.rows[child]) > 0 {
			child++
		}
		if t.compare(t.rows[child], t.rows[i]) <= 0 {
			return
		}
		t.rows[i], t.rows[child] = t.rows[child], t.rows[i]
		i = child
	}
}
