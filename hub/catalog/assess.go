package catalog

import (
	"moselle/schema"
	"moselle/schema/quality"
)

// Assessed is what is found of a record's quality, with the fixes worded.
type Assessed struct {
	Grades []string `json:"grades,omitempty"` // as the facet grade has them
	quality.Assessment
	Fixes []WordedFix `json:"fixes,omitempty"` // those of the Assessment, in words
}

// WordedFix is a fix in words.
type WordedFix struct {
	quality.Fix
	quality.Text
}

// Assess grades a record; linked are the records that it leads to. The texts are
// in the first of langs that is one of the interface's.
func Assess(e *Entity, linked map[schema.IRI]*Entity, langs ...string) Assessed {
	a := Assessed{Assessment: assess(e, linked)}
	a.Grades = a.Assessment.Grades()
	for _, f := range a.Assessment.Fixes {
		a.Fixes = append(a.Fixes, WordedFix{f, quality.TextOf(f.Code, langs...)})
	}
	return a
}

func assess(e *Entity, linked map[schema.IRI]*Entity) quality.Assessment {
	return quality.Assess(e.Node, func(iri schema.IRI) *schema.Node {
		if to := linked[iri]; to != nil {
			return to.Node
		}
		return nil
	}, quality.Options{})
}

// Graded reports whether records of the class have grades.
func Graded(class string) bool { return class == "Event" || class == "Work" || class == "Place" }
