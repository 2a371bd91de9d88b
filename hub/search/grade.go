package search

import (
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/quality"
)

// setQuality puts what is found of the record's quality: its grades, doubts, the
// fixes that stand before the next grade and those that would bring it alone.
func (d *Document) setQuality(n *schema.Node, related func(schema.IRI) *schema.Node) {
	a := quality.Assess(n, related, quality.Options{})
	d.Put("grade", a.Grades()...)
	d.Put("flag", a.Flags...)
	d.Put("precision", a.Precision)
	d.Put("twin", a.Twin)
	for _, f := range a.Fixes {
		if f.Next {
			d.Put("miss", f.Code)
		}
		if f.Lifts != "" {
			d.Put("lift", LiftValue(f.Code, f.Lifts))
		}
	}
	if d.HasPoint && n.Class.Name == "Place" {
		d.Put("position", degrees(d.Lat)+" "+degrees(d.Lon))
	}
}

// LiftValue is the value of the facet lift for a fix and the grade it brings;
// CutLift takes it apart.
func LiftValue(code, grade string) string { return code + ":" + grade }

// CutLift returns the fix and the grade of a value of the facet lift.
func CutLift(value string) (code, grade string) {
	code, grade, _ = strings.Cut(value, ":")
	return code, grade
}

// degrees writes a coordinate to about ten metres.
func degrees(f float64) string { return strconv.FormatFloat(f, 'f', 4, 64) }
