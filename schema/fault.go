package schema

import (
	"fmt"
	"slices"
	"strings"
)

// Fault is something wrong with what a source says, told so that whoever keeps
// the source can mend it.
type Fault struct {
	Path    string `json:"path,omitempty"`  // the property, "location.geo.latitude"
	Value   string `json:"value,omitempty"` // what stood there, shortened
	Message string `json:"message"`         // what is wrong and how to mend it, in English
	// Rule is what the class tables ask for and where, "missing Event.startDate";
	// "" for a fault that a connector found. See In.
	Rule string `json:"rule,omitempty"`
	// Lacks is the path of the property that has no value for it, where Path is what
	// the source calls it; see Builder.Draft.
	Lacks string `json:"-"`
	// Severity is Violation when the record cannot be kept for it.
	Severity Severity `json:"severity"`
}

// Severity says how much a fault weighs, as SHACL has it.
type Severity uint8

// The severities: the zero Severity is Warning.
const (
	Warning   Severity = iota // something is left out or poor
	Info                      // something would be better
	Violation                 // the record is refused
)

var severities = []string{"warning", "info", "violation"}

// String gives the severity in one word.
func (s Severity) String() string { return severities[s] }

// MarshalText writes the word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word.
func (s *Severity) UnmarshalText(text []byte) error {
	i := slices.Index(severities, string(text))
	if i < 0 {
		return fmt.Errorf("%q is no severity", text)
	}
	*s = Severity(i)
	return nil
}

// Refuses reports whether the record cannot be kept for the fault.
func (f Fault) Refuses() bool { return f.Severity == Violation }

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
		if f.Refuses() {
			out = append(out, f)
		}
	}
	return out
}
