package shacl

import (
	"slices"

	"moselle/schema/rdf"
)

// path reads a property path; within are the nodes of the paths it stands in.
func (r *reader) path(s *Shape, t rdf.Term, within []rdf.Term) *Path {
	if t.Kind == rdf.IRI {
		return PredicatePath(t.Value)
	}
	p := PredicatePath("")
	if r.read++; r.read > maxRead {
		r.fail(s, "the lists and paths of all shapes together have more than %d members", maxRead)
		return p
	}
	if t.Kind == rdf.Literal {
		r.fail(s, "the path %s is a literal: a path begins with an IRI", show(t))
		return p
	}
	if slices.Contains(within, t) || len(within) > maxNested {
		r.fail(s, "the path %s leads back to itself", show(t))
		return p
	}
	within = append(within[:len(within):len(within)], t)
	if len(r.objects(t, rdfFirst)) > 0 { // whatever else is said of the node
		return &Path{Kind: Sequence, Steps: r.steps(s, t, within)}
	}
	for kind, name := range pathNames {
		if name == "" {
			continue
		}
		switch values := r.objects(t, name); {
		case len(values) == 0:
		case len(values) > 1:
			r.fail(s, "the path %s has %d values for %s: leave one", show(t), len(values), local(name))
			return p
		case PathKind(kind) == Alternative:
			return &Path{Kind: Alternative, Steps: r.steps(s, values[0], within)}
		default:
			return &Path{Kind: PathKind(kind), Steps: []*Path{r.path(s, values[0], within)}}
		}
	}
	r.fail(s, "the path %s is none of section 2.3.1: a predicate, a list, or a node with sh:inversePath, sh:alternativePath, sh:zeroOrMorePath, sh:oneOrMorePath or sh:zeroOrOnePath", show(t))
	return p
}

// steps reads the members of a sequence or of alternatives.
func (r *reader) steps(s *Shape, head rdf.Term, within []rdf.Term) []*Path {
	members := r.list(s, head)
	if len(members) < 2 {
		r.fail(s, "the path %s has fewer than two members", show(head))
	}
	out := make([]*Path, len(members))
	for i, m := range members {
		out[i] = r.path(s, m, within)
	}
	return out
}
