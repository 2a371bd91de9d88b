// Package ics reads and writes iCalendar (RFC 5545): content lines, components,
// values and the zone definitions that go with them. It knows the syntax and
// nothing of what an event means to the hub; the ics connector reads with it,
// the feeds write with it.
package ics

import (
	"fmt"
	"strings"
)

// Bounds on what one file may make the reader hold.
const (
	MaxLine       = 1 << 20 // octets of an unfolded line; a longer one is left out
	MaxProperties = 10_000  // lines of a component with all that is nested in it
	MaxDepth      = 8       // how deep components nest; RFC 5545 needs three
	maxFaults     = 20      // faults told of one component
)

// Component is one BEGIN … END block.
type Component struct {
	Name   string // in upper case
	Line   int    // where it begins, counted from 1; 0 for one that is to be written
	Props  []Property
	Parts  []Component // nested components; empty for a VCALENDAR that Decode yields
	Faults []Fault     // what was left out because it could not be read, or was guessed
}

// Property is one content line.
type Property struct {
	Name   string // in upper case
	Params []Param
	Value  string // as written, still escaped: what it means depends on the property
	Line   int
}

// Param is a parameter of a property; Values is nil for one without "=", as
// vCalendar 1.0 writes them.
type Param struct {
	Name   string // in upper case
	Values []string
}

// Fault is something in a component that was left out or guessed.
type Fault struct {
	Line    int
	Message string
}

// Error says that one component could not be read; reading goes on behind it.
type Error struct {
	Line    int    // where the component begins
	Name    string // the component's name, "" for text outside of any
	UID     string // of the broken component, when it got that far
	Message string
}

// Error gives the line and the reason.
func (e *Error) Error() string {
	return fmt.Sprintf("line %d: %s", e.Line, e.Message)
}

// Prop returns the first property of that name, or nil.
func (c *Component) Prop(name string) *Property {
	for i := range c.Props {
		if c.Props[i].Name == name {
			return &c.Props[i]
		}
	}
	return nil
}

// Value returns the first such property's value as written, "" without one.
func (c *Component) Value(name string) string {
	if p := c.Prop(name); p != nil {
		return p.Value
	}
	return ""
}

// Text returns the first such property's value without escapes, "" without one.
func (c *Component) Text(name string) string {
	if p := c.Prop(name); p != nil {
		return p.Text()
	}
	return ""
}

// Param returns the first value of a parameter, "" when it is not there.
func (p *Property) Param(name string) string {
	for i := range p.Params {
		if p.Params[i].Name == name && len(p.Params[i].Values) > 0 {
			return p.Params[i].Values[0]
		}
	}
	return ""
}

// is reports whether a parameter has the value, whatever its case; also for a
// bare parameter of that name (";BASE64").
func (p *Property) is(param, value string) bool {
	for _, q := range p.Params {
		if q.Name == value && q.Values == nil || q.Name == param && len(q.Values) > 0 && strings.EqualFold(q.Values[0], value) {
			return true
		}
	}
	return false
}

// fault notes something left out, the first few of many.
func (c *Component) fault(line int, format string, args ...any) {
	switch n := len(c.Faults); {
	case n < maxFaults:
		c.Faults = append(c.Faults, Fault{line, fmt.Sprintf(format, args...)})
	case n == maxFaults:
		c.Faults = append(c.Faults, Fault{line, "and more like these"})
	}
}
