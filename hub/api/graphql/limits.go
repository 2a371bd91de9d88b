package graphql

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// What a query may be. The cost of a query is the number of fields it asks for,
// each counted as often as the lists above it may repeat it.
const (
	maxQuery   = 64 << 10
	maxTokens  = 5000
	maxDepth   = 16
	maxAliases = 60
	maxCost    = 200_000
)

// checkBraces refuses deep nesting before any parser recurses into it.
func checkBraces(query string) *gqlerror.Error {
	depth := 0
	for i := range len(query) {
		switch query[i] {
		case '{', '[', '(':
			if depth++; depth > 3*maxDepth {
				return gqlerror.Errorf("the query nests deeper than %d levels", maxDepth)
			}
		case '}', ']', ')':
			depth--
		}
	}
	return nil
}

// checkShape bounds depth and aliases and refuses fragment cycles, which the
// validator would report too, but after it has walked them.
func checkShape(doc *ast.QueryDocument) *gqlerror.Error {
	w := shape{fragments: map[string]*ast.FragmentDefinition{}, depth: map[string]int{}}
	for _, f := range doc.Fragments {
		w.fragments[f.Name] = f
	}
	for _, op := range doc.Operations {
		d, err := w.of(op.SelectionSet, nil)
		if err != nil {
			return err
		}
		if d > maxDepth {
			return gqlerror.Errorf("the query nests %d levels deep; at most %d are answered", d, maxDepth)
		}
	}
	for _, f := range doc.Fragments {
		if _, err := w.fragment(f, nil); err != nil {
			return err
		}
	}
	if w.aliases > maxAliases {
		return gqlerror.Errorf("the query has %d aliases; at most %d are answered", w.aliases, maxAliases)
	}
	return nil
}

type shape struct {
	fragments map[string]*ast.FragmentDefinition
	depth     map[string]int // of fragments seen
	aliases   int
}

func (w *shape) of(set ast.SelectionSet, open []string) (int, *gqlerror.Error) {
	deepest := 0
	for _, sel := range set {
		d := 0
		var err *gqlerror.Error
		switch sel := sel.(type) {
		case *ast.Field:
			if sel.Alias != "" && sel.Alias != sel.Name {
				w.aliases++
			}
			d, err = w.of(sel.SelectionSet, open)
			d++
		case *ast.InlineFragment:
			d, err = w.of(sel.SelectionSet, open)
		case *ast.FragmentSpread:
			if f := w.fragments[sel.Name]; f != nil {
				d, err = w.fragment(f, open)
			}
		}
		if err != nil {
			return 0, err
		}
		deepest = max(deepest, d)
	}
	return deepest, nil
}

func (w *shape) fragment(f *ast.FragmentDefinition, open []string) (int, *gqlerror.Error) {
	if d, ok := w.depth[f.Name]; ok {
		return d, nil
	}
	for _, name := range open {
		if name == f.Name {
			return 0, gqlerror.ErrorPosf(f.Position, "fragment %q spreads itself", f.Name)
		}
	}
	if len(open) > maxDepth {
		return 0, gqlerror.ErrorPosf(f.Position, "fragments nest deeper than %d levels", maxDepth)
	}
	d, err := w.of(f.SelectionSet, append(open, f.Name))
	if err == nil {
		w.depth[f.Name] = d
	}
	return d, err
}

// checkCost refuses a query that could ask for more than maxCost fields.
func checkCost(doc *ast.QueryDocument, op *ast.OperationDefinition, vars map[string]any) *gqlerror.Error {
	c := cost{vars: vars, fragments: map[string]int{}}
	if n := c.of(op.SelectionSet); n > maxCost {
		return gqlerror.Errorf("the query may ask for %d fields; at most %d are answered: ask for smaller pages (first)", n, maxCost)
	}
	return nil
}

type cost struct {
	vars      map[string]any
	fragments map[string]int
}

func (c *cost) of(set ast.SelectionSet) int {
	total := 0
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			total += c.times(sel) * (1 + c.of(sel.SelectionSet))
		case *ast.InlineFragment:
			total += c.of(sel.SelectionSet)
		case *ast.FragmentSpread:
			n, ok := c.fragments[sel.Name]
			if !ok {
				n = c.of(sel.Definition.SelectionSet)
				c.fragments[sel.Name] = n
			}
			total += n
		}
		total = min(total, 1<<40)
	}
	return total
}

// times is how often what is below a field may be repeated.
func (c *cost) times(f *ast.Field) int {
	if f.Definition == nil {
		return 1
	}
	if arg := f.Definition.Arguments.ForName("first"); arg != nil {
		if given := f.Arguments.ForName("first"); given != nil {
			v, err := given.Value.Value(c.vars)
			if n, ok := number(v); err == nil && ok {
				return max(1, min(n, 1<<20))
			}
		} else if arg.DefaultValue != nil {
			if n, err := strconv.Atoi(arg.DefaultValue.Raw); err == nil {
				return n
			}
		}
		return 20
	}
	switch f.Name {
	case "edges", "nodes":
		return 1 // counted with first above them
	}
	if t := f.Definition.Type; t.Elem != nil && len(f.SelectionSet) > 0 && f.ObjectDefinition != nil && f.ObjectDefinition.Name[0] != '_' {
		return 4 // a list inside a record: names, places, offers
	}
	return 1
}

func number(v any) (int, bool) {
	switch v := v.(type) {
	case int:
		return v, true
	case int64:
		return int(v), true
	case float64:
		return int(v), true
	}
	return 0, false
}
