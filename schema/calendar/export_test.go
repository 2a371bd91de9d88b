package calendar

import "time"

// WindowsNames lists the Windows zones of the table, for its test.
func WindowsNames() []string {
	var out []string
	for name := range windows {
		out = append(out, name+" standard time")
	}
	return out
}

// Walk gives the first dates of a rule in two ways: as it is expanded, and as
// the library alone does. plain is whether these differ.
func Walk(r Rule, start, from, until time.Time, most int) (ours, library []time.Time, plain bool) {
	collect := func(walk func(func(time.Time) bool)) (out []time.Time) {
		walk(func(t time.Time) bool {
			out = append(out, t)
			return len(out) < most
		})
		return out
	}
	return collect(r.walk(start, from, until)), collect(r.walkLibrary(start, from, until)), r.plain()
}
