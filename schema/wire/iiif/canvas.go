package iiif

import (
	"slices"
	"strings"
)

// Canvases returns the canvases of version 2's first sequence, or the canvases,
// timelines and scenes of the later ones.
func (o Object) Canvases() []Object {
	if s := o.One("sequences"); s["canvases"] != nil {
		return s.Objects("canvases")
	}
	return o.Objects("items")
}

// Bounds of what stands on one canvas.
const (
	maxPainted = 50
	maxNested  = 6 // choices, sources and pages in each other
)

// Painted returns what is painted on a canvas: the bodies of its painting
// annotations, of a choice the first, at most 50.
func (o Object) Painted() (out []Object) {
	var visit func(o Object, depth int)
	visit = func(o Object, depth int) {
		switch {
		case depth > maxNested || len(out) >= maxPainted || o == nil:
		case o.Is("AnnotationPage"):
			for _, a := range o.Objects("items") {
				visit(a, depth+1)
			}
		case o.Is("Annotation"):
			if o.paints() {
				for _, b := range o.Objects("body", "resource") {
					visit(b, depth+1)
				}
			}
		case o.Is("Choice"):
			visit(o.One("default", "items"), depth+1)
		case o.Is("SpecificResource"):
			visit(o.One("source", "full"), depth+1)
		default:
			out = append(out, o)
		}
	}
	for _, a := range append(o.Objects("images"), o.Objects("items")...) {
		visit(a, 0)
	}
	return out
}

// paints reports whether an annotation shows something on its canvas; one that
// does not say what it is for does.
func (o Object) paints() bool {
	if o.Text("motivation") == "" {
		return true
	}
	return slices.ContainsFunc(o.List("motivation"), func(v any) bool { s, _ := v.(string); return strings.HasSuffix(s, "painting") })
}
