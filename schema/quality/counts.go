package quality

import (
	"cmp"
	"slices"
)

// Counts gathers what is found of many records. The zero Counts is empty.
type Counts struct {
	Grades map[string]int // records by grade, as Assessment.Grades names them
	Flags  map[string]int // records by fault
	fixes  map[string]*Gain
}

// Gain is what a fix would bring over many records.
type Gain struct {
	Code    string
	Records int    // how many it stands before the next grade of
	Lifts   int    // how many it would lift by itself
	Example string // where the first of them is
}

// Add counts a record; where says which it is.
func (c *Counts) Add(a Assessment, where string) {
	if c.fixes == nil {
		c.Grades, c.Flags, c.fixes = map[string]int{}, map[string]int{}, map[string]*Gain{}
	}
	for _, g := range a.Grades() {
		c.Grades[g]++
	}
	for _, f := range a.Flags {
		c.Flags[f]++
	}
	for _, f := range a.Fixes {
		if !f.Next {
			continue
		}
		g := c.fixes[f.Code]
		if g == nil {
			g = &Gain{Code: f.Code}
			c.fixes[f.Code] = g
		}
		g.Records++
		if f.Lifts != "" {
			if g.Lifts == 0 {
				g.Example = where
			}
			g.Lifts++
		}
		g.Example = cmp.Or(g.Example, where)
	}
}

// Gains returns the fixes: those that lift most records first, then those that
// concern most.
func (c *Counts) Gains() []Gain {
	out := make([]Gain, 0, len(c.fixes))
	for _, g := range c.fixes {
		out = append(out, *g)
	}
	slices.SortFunc(out, func(a, b Gain) int {
		return cmp.Or(cmp.Compare(b.Lifts, a.Lifts), cmp.Compare(b.Records, a.Records), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// CompareGrades puts grades in order: events, metadata, content, each upwards.
func CompareGrades(a, b string) int {
	return cmp.Or(cmp.Compare(kind(a), kind(b)), cmp.Compare(a, b))
}

// kind tells the kinds of grades apart by their first letter.
func kind(grade string) int {
	switch grade[:min(1, len(grade))] {
	case "E":
		return 0
	case "m":
		return 1
	}
	return 2
}
