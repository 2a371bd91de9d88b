package schema

import (
	"fmt"
	"strings"
)

// Fault is something wrong with what a source says, told so that whoever keeps
// the source can mend it.
type Fault struct {
	Path    string `json:"path,omitempty"`  // the property, "location.geo.latitude"
	Value   string `json:"value,omitempty"` // what stood there, shortened
	Message string `json:"message"`         // what is wrong and how to mend it
	Refuses bool   `json:"refuses"`         // whether the record cannot be kept for it
}

// String gives the fault on one line.
func (f Fault) String() string {
	var b strings.Builder
	if f.Path != "" {
		b.WriteString(f.Path + ": ")
	}
	b.WriteString(f.Message)
	if f.Value != "" {
		fmt.Fprintf(&b, " (%q)", f.Value)
	}
	return b.String()
}

// Excerpt shortens s to what a report can show: 120 characters on one line.
func Excerpt(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 120 {
		return string(r[:119]) + "…"
	}
	return s
}

// Refused returns the faults that refuse, or nil.
func Refused(faults []Fault) []Fault {
	var out []Fault
	for _, f := range faults {
		if f.Refuses {
			out = append(out, f)
		}
	}
	return out
}
