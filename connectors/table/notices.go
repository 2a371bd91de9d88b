package table

import (
	"slices"
	"strings"

	"moselle/schema"
)

// notices tell how a table is read that nobody has said it of.
func (g guess) notices() []schema.Fault {
	var read, left []string
	columns, named := map[string]bool{}, g.names()
	for _, f := range g.Words {
		if !slices.Contains(named, f.Name) {
			continue // it tells what the rows are not
		}
		for name, column := range g.found {
			if name == f.Name || strings.HasPrefix(name, f.Name+"@") {
				read = append(read, column+" = "+strings.TrimPrefix(name, "$"))
				columns[column] = true
			}
		}
	}
	slices.Sort(read)
	for _, c := range g.at.columns {
		if strings.TrimSpace(c.name) != "" && !columns[c.name] {
			left = append(left, c.name)
		}
	}
	out := []schema.Fault{{Path: "preset", Value: g.Name, Severity: schema.Info,
		Message: "no mapping is given; the names of the columns tell what they hold: " + some(read) + "; see that it is right, else say class, key and map in the settings"}}
	if len(left) > 0 {
		out = append(out, schema.Fault{Path: "map", Severity: schema.Info,
			Message: "nothing is made of the columns " + some(left) + "; say under map in the settings what they hold"})
	}
	return out
}

// some joins names, the first of very many.
func some(names []string) string { return strings.Join(names[:min(len(names), 60)], ", ") }
