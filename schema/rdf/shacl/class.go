package shacl

import "moselle/schema/rdf"

// isA reports whether the node is a SHACL instance of the class (section 1.1):
// one of its types is the class, or a subclass of it by the data graph.
func (r *run) isA(t rdf.Term, class string) bool {
	for _, v := range r.data.Subject(t) {
		if v.P.Value != rdf.Type {
			continue
		}
		for c := range r.classes(v.O.Value) {
			if c == class {
				return true
			}
		}
	}
	return false
}

// classes yields the class and all those it is a subclass of, each once.
func (r *run) classes(class string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if r.supers == nil {
			r.supers = map[string][]string{}
			triples := r.data.Triples()
			for i := range triples {
				if v := &triples[i]; v.P.Value == rdfsSub {
					r.supers[v.S.Value] = append(r.supers[v.S.Value], v.O.Value)
				}
			}
		}
		if len(r.supers) == 0 {
			yield(class)
			return
		}
		queue := []string{class}
		seen := map[string]bool{class: true}
		for i := 0; i < len(queue); i++ {
			if !yield(queue[i]) {
				return
			}
			for _, c := range r.supers[queue[i]] {
				if !seen[c] {
					seen[c] = true
					queue = append(queue, c)
				}
			}
		}
	}
}
