package harvest

import (
	"regexp"
	"slices"
	"strings"

	"moselle/hub/store"
	"moselle/schema"
)

// group is faults of one sentence at one property, whatever values stand in it.
type group struct {
	store.Fault
	values [][]string // those in the message of each sample
	varies []bool     // which of them are not the same in all faults
}

// value is what a sentence puts in: a quoted text, a date, a number.
var value = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?|\d+(?:\.\d+)?`)

// index is the number of one of several in a path.
var index = regexp.MustCompile(`\[\d+\]`)

// anything stands for values that are not the same in all faults of a group.
const anything = "…"

// kindOf returns what faults of one group have in common.
func kindOf(f schema.Fault) string {
	return f.Severity.String() + "\x00" + anywhere(f.Path) + "\x00" + value.ReplaceAllString(f.Message, anything)
}

// anywhere returns a path without the numbers in it.
func anywhere(path string) string { return index.ReplaceAllString(path, "["+anything+"]") }

// newGroup starts the group of a fault, which is still to be added.
func newGroup(f schema.Fault) *group {
	return &group{Fault: store.Fault{Path: f.Path, Message: f.Message, Rule: f.Rule, Severity: f.Severity}}
}

// add counts a fault and keeps the place of the first few.
func (g *group) add(f schema.Fault, at store.Sample) {
	if g.Count++; f.Path != g.Path {
		g.Path = anywhere(g.Path)
	}
	values := value.FindAllString(f.Message, -1)
	if g.varies == nil {
		g.varies = make([]bool, len(values))
	}
	if len(g.Samples) < maxSamples {
		g.Samples, g.values = append(g.Samples, at), append(g.values, values)
	}
	for i := range g.varies {
		if i < len(values) && values[i] != g.values[0][i] {
			g.varies[i] = true
		}
	}
}

// told returns the group as a report has it: its message without the values that
// differ, which stand at the places that have no other.
func (g *group) told() store.Fault {
	out := g.Fault
	if !slices.Contains(g.varies, true) {
		return out
	}
	n := -1
	out.Message = value.ReplaceAllStringFunc(g.Message, func(v string) string {
		switch n++; {
		case !g.varies[n]:
			return v
		case v[0] == '"':
			return `"` + anything + `"`
		}
		return anything
	})
	out.Samples = slices.Clone(g.Samples)
	for i := range out.Samples {
		if s := &out.Samples[i]; s.Value == "" {
			s.Value = schema.Excerpt(strings.Join(g.differing(i), ", "))
		}
	}
	return out
}

// differing returns the values of a sample that are not the same in all faults.
func (g *group) differing(sample int) (out []string) {
	for i, v := range g.values[sample] {
		if g.varies[i] {
			out = append(out, strings.Trim(v, `"`))
		}
	}
	return out
}
