package canon

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"moselle/schema/rdf"
)

// path is what the search from one node found: its hash, and the identifiers
// it gave on its way.
type path struct {
	hash   string
	issuer issuer
}

// separate gives canonical identifiers to nodes whose own quads look alike, by
// what surrounds them (section 4.4.3, step 5).
func (l *labeller) separate(nodes []int) error {
	var found []path
	for _, node := range nodes {
		if _, ok := l.issued.place[node]; ok {
			continue
		}
		temporary := newIssuer()
		temporary.issue(node)
		p, err := l.hashAround(node, temporary)
		if err != nil {
			return err
		}
		found = append(found, p)
	}
	slices.SortStableFunc(found, func(a, b path) int { return cmp.Compare(a.hash, b.hash) })
	for _, p := range found {
		for _, node := range p.issuer.order {
			l.issued.issue(node)
		}
	}
	return nil
}

// hashAround hashes what surrounds a node, over the shortest and then least of
// the ways to visit the blank nodes related to it (section 4.8).
func (l *labeller) hashAround(node int, given issuer) (path, error) {
	related, err := l.related(node, &given)
	if err != nil {
		return path{}, err
	}
	var data []byte
	for _, h := range slices.Sorted(maps.Keys(related)) {
		nodes := related[h]
		slices.Sort(nodes)
		best, bestIssuer := "", given
		for more := true; more; more = permute(nodes) {
			p, issuer, err := l.visit(nodes, given, best)
			if err != nil {
				return path{}, err
			}
			if p != "" && (best == "" || p < best) {
				best, bestIssuer = p, issuer
			}
		}
		data = append(append(data, h...), best...)
		given = bestIssuer
	}
	return path{hash(data), given}, nil
}

// visit returns the path through the nodes in their order, and "" once it is
// sure not to beat best.
func (l *labeller) visit(nodes []int, given issuer, best string) (string, issuer, error) {
	if l.work -= 10 + len(given.order) + len(nodes); l.work < 0 {
		return "", given, ErrWork
	}
	given = given.clone()
	var p []byte
	var unvisited []int
	worse := func() bool { return best != "" && len(p) >= len(best) && string(p) > best }
	for _, node := range nodes {
		if place, ok := l.issued.place[node]; ok {
			p = strconv.AppendInt(append(p, "_:c14n"...), int64(place), 10)
		} else {
			if _, ok := given.place[node]; !ok {
				unvisited = append(unvisited, node)
			}
			p = strconv.AppendInt(append(p, "_:b"...), int64(given.issue(node)), 10)
		}
		if worse() {
			return "", given, nil
		}
	}
	for _, node := range unvisited {
		next, err := l.hashAround(node, given)
		if err != nil {
			return "", given, err
		}
		p = strconv.AppendInt(append(p, "_:b"...), int64(given.issue(node)), 10)
		p = append(append(append(p, '<'), next.hash...), '>')
		given = next.issuer
		if worse() {
			return "", given, nil
		}
	}
	return string(p), given, nil
}

// related returns the blank nodes that stand in a quad with node, by the hash
// of how they stand there (sections 4.7 and 4.8.3, step 3). One that stands in
// several quads in the same way is there as often.
func (l *labeller) related(node int, given *issuer) (map[string][]int, error) {
	if l.work -= 10 * len(l.uses[node]); l.work < 0 {
		return nil, ErrWork
	}
	out := map[string][]int{}
	for _, u := range l.uses[node] {
		q := &l.quads[u]
		for i, t := range places(q) {
			if t.Kind != rdf.Blank {
				continue
			}
			other := l.number[t.Value]
			if other == node {
				continue
			}
			in := []byte{"sog"[i]}
			if i < 2 {
				in = append(append(append(in, '<'), q.P.Value...), '>')
			}
			if place, ok := l.issued.place[other]; ok {
				in = strconv.AppendInt(append(in, "_:c14n"...), int64(place), 10)
			} else if place, ok := given.place[other]; ok {
				in = strconv.AppendInt(append(in, "_:b"...), int64(place), 10)
			} else {
				in = append(in, l.first[other]...)
			}
			h := hash(in)
			out[h] = append(out[h], other)
		}
	}
	return out, nil
}

// permute brings the numbers into their next order and reports false after the
// last.
func permute(s []int) bool {
	i := len(s) - 2
	for i >= 0 && s[i] >= s[i+1] {
		i--
	}
	if i < 0 {
		return false
	}
	j := len(s) - 1
	for s[j] <= s[i] {
		j--
	}
	s[i], s[j] = s[j], s[i]
	slices.Reverse(s[i+1:])
	return true
}
