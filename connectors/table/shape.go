package table

import (
	"slices"
	"strconv"
	"strings"

	"moselle/schema/dateline"
)

// shape is what may be rows or items in a document: the names of their columns
// or members, and where the list stands.
type shape struct {
	names   []string
	columns []column // those names, and the ways to what stands in members
	items   string   // the member that holds the list; "" for the document itself
	object  bool     // the document is no list but one object
	exact   bool     // capitals make other names, as they do in JSON
}

// column is a column of a table, or a way to single values in an item.
type column struct {
	name   string   // as a mapping names it
	heads  []string // what it is called, as heading makes it
	others []string // what may be meant by that, when nothing else is
	values []string // of the first rows
	listed bool     // the way goes through a list
}

// has reports whether there is a column of this name.
func (s shape) has(name string) bool {
	want := columnName(name)
	return slices.ContainsFunc(s.names, func(n string) bool { return columnName(n) == want })
}

// under returns the first values of a column.
func (s shape) under(name string) []string {
	for _, c := range s.columns {
		if c.name == name {
			return c.values
		}
	}
	return nil
}

// american returns the layouts of dates that begin with the month, when that of
// an event shows that they do.
func (s shape) american(found map[string]string) []string {
	for _, v := range s.under(found["$start"]) {
		month, rest, _ := strings.Cut(v, "/")
		day, _, slash := strings.Cut(rest, "/")
		m, err := strconv.Atoi(month)
		d, err2 := strconv.Atoi(day)
		if slash && err == nil && err2 == nil && m <= 12 && d > 12 && d <= 31 {
			return []string{"mm/dd/yyyy", "mm/dd/yyyy hh:mm", "mm/dd/yyyy hh:mm:ss", "mm/dd/yy"}
		}
	}
	return nil
}

// clocks reports whether a column holds times of the day.
func (c column) clocks() bool {
	if len(c.values) == 0 {
		return false
	}
	_, err := dateline.ParseHours(c.values[0])
	return err == nil
}

// item reports whether a document of several lists is one thing rather than an
// answer with things in it: it has a title or a number of its own.
func (s shape) item() bool {
	for _, p := range presets() {
		for n, f := range p.Words {
			if s.object && (n == 0 || f.Name == "$id") && slices.ContainsFunc(s.columns, func(c column) bool { return !c.listed && slices.Contains(f.Words, solid(c.heads[0])) }) {
				return true
			}
		}
	}
	return false
}
