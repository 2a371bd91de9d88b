package embedded

import "slices"

// minCompact is how many dead there are at least before they are cleared away.
const minCompact = 4096

// compact gives the living new numbers without gaps. The text half keeps its
// serials and learns their new numbers; searches go on in the old view.
func (ix *Index) compact() error {
	old := ix.view.Load()
	numbers := old.live.ToArray()
	to := make([]uint32, old.size())
	for i := range to {
		to[i] = nowhere
	}
	next := newView()
	next.seq, next.gone = old.seq, old.gone
	next.generation = old.generation + 1
	iris := old.iris.renew()
	next.iris = iris.dict
	for i, n := range numbers {
		to[n] = uint32(i)
		next.serials = append(next.serials, old.serials[n])
		next.ids = append(next.ids, iris.carry(old.ids[n]))
		next.modified = append(next.modified, old.modified[n])
	}
	words, err := ix.text.open(next.numbering)
	if err != nil {
		return err
	}
	next.words = words
	next.live.AddRange(0, uint64(len(numbers)))
	for i := range old.columns {
		next.columns[i] = old.columns[i].keep(numbers)
	}
	next.links = old.links.mapped(func(l link) (link, bool) {
		if l.doc = to[l.doc]; l.doc != nowhere {
			l.to = iris.carry(l.to)
		}
		return l, l.doc != nowhere
	})
	// New codes come in another order.
	for _, run := range next.links {
		slices.SortFunc(run, byLink)
	}
	next.irises = next.iris.all()
	next.dates = old.dates.keep(numbers, to)
	next.openings = old.openings.keep(numbers)
	next.points = old.points.keep(numbers)
	next.titles = old.titles.keep(numbers)
	ix.renumber(next)
	ix.publish(next, old)
	return nil
}

// renumber notes the number of each IRI of a view in which all are alive.
func (ix *Index) renumber(v *view) {
	ix.numbers = make([]uint32, v.irises.len())
	for n, code := range v.ids {
		if v.live.Contains(uint32(n)) {
			ix.numbers[code] = uint32(n) + 1
		}
	}
}
