package graphql

import (
	"slices"
	"strings"

	gql "github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"moselle/hub/catalog"
	"moselle/schema"
	"moselle/schema/calendar/summary"
)

// request is the root value: what one request's resolvers share.
type request struct {
	*Surface
	Request
	loader *loader
}

// thing is a record or a part of one.
type thing struct {
	node *schema.Node
	of   *catalog.Entity // the record
}

func root(p gql.ResolveParams) *request { return p.Info.RootValue.(*request) }

// langs returns the languages to try: the argument's before the asker's.
func langs(p gql.ResolveParams) []string {
	if lang, ok := p.Args["lang"].(string); ok {
		return root(p).catalog.Fallback.Chain(lang)
	}
	return root(p).Langs
}

// resolver returns how a field is answered.
func (s *Surface) resolver(object string, f *ast.FieldDefinition) gql.FieldResolveFn {
	switch {
	case object == "Query":
		return s.query(f)
	case strings.HasSuffix(object, "Connection"):
		return s.connectionField(f.Name)
	case object == "FacetValue":
		return s.facetField(f.Name)
	}
	class := schema.ClassNamed(object)
	if class == nil {
		return nil // a plain value: a map, a struct
	}
	switch f.Name {
	case "id":
		return func(p gql.ResolveParams) (any, error) { return s.catalog.ID(p.Source.(thing).node.ID), nil }
	case "type":
		return func(p gql.ResolveParams) (any, error) { return p.Source.(thing).node.Types, nil }
	case "title", "titleLang":
		return func(p gql.ResolveParams) (any, error) {
			text, lang := p.Source.(thing).node.Title(langs(p)...)
			if f.Name == "titleLang" {
				text = lang
			}
			return optional(text), nil
		}
	case "page":
		return s.page
	case "source":
		return func(p gql.ResolveParams) (any, error) { return string(p.Source.(thing).of.Source), nil }
	case "quality":
		return assessed
	case "linkedFrom":
		return s.linkedFrom
	case "occurrences":
		return s.occurrences
	case "calendarSummary":
		return s.calendarSummary
	}
	if class.Name == "Media" {
		if resolve := s.mediaField(f.Name); resolve != nil {
			return resolve
		}
	}
	if name, ok := strings.CutSuffix(f.Name, "Lang"); ok && class.Property(name) != nil {
		return func(p gql.ResolveParams) (any, error) {
			_, lang := inherited(p.Source.(thing), name).Text(name, langs(p)...)
			return optional(lang), nil
		}
	}
	if name, ok := strings.CutSuffix(f.Name, "Texts"); ok && class.Property(name) != nil {
		return func(p gql.ResolveParams) (any, error) {
			out := []map[string]any{}
			for _, v := range p.Source.(thing).node.Values(name) {
				out = append(out, map[string]any{"value": v.Text, "lang": v.Lang})
			}
			return out, nil
		}
	}
	return property(class.Property(f.Name))
}

// inherited gives what an occurrence does not say from the event it belongs to.
func inherited(t thing, name string) *schema.Node {
	if t.node.Class.Name == "Occurrence" && len(t.node.Values(name)) == 0 && t.of.Node.Inherits(name) {
		return t.of.Node
	}
	return t.node
}

// property answers a field by its row in the class table.
func property(row *schema.Property) gql.FieldResolveFn {
	name := row.Name
	own := func(p gql.ResolveParams) *schema.Node { return inherited(p.Source.(thing), name) }
	switch row.Range {
	case schema.Text:
		if row.Many {
			return func(p gql.ResolveParams) (any, error) {
				return list(own(p).TextsIn(name, langs(p)...)), nil
			}
		}
		return func(p gql.ResolveParams) (any, error) {
			text, _ := own(p).Text(name, langs(p)...)
			return optional(text), nil
		}
	case schema.Part:
		return func(p gql.ResolveParams) (any, error) {
			t := p.Source.(thing)
			out := []thing{}
			for _, n := range t.node.Nodes(name) {
				out = append(out, thing{n, t.of})
			}
			return one(out, row.Many), nil
		}
	case schema.Link:
		return func(p gql.ResolveParams) (any, error) { return linked(p, name, row) }
	case schema.Decimal, schema.Integer:
		return func(p gql.ResolveParams) (any, error) {
			if f, ok := own(p).Number(name); ok {
				return f, nil
			}
			return nil, nil
		}
	case schema.Code:
		return func(p gql.ResolveParams) (any, error) {
			values := []string{}
			for _, v := range own(p).Strings(name) {
				if slices.Contains(row.Values, v) { // another hub may say anything
					values = append(values, v)
				}
			}
			return one(values, row.Many), nil
		}
	case schema.Boolean:
		return func(p gql.ResolveParams) (any, error) {
			if s := own(p).String(name); s != "" {
				return s == "true", nil
			}
			return nil, nil
		}
	}
	if row.Many {
		return func(p gql.ResolveParams) (any, error) { return list(own(p).Strings(name)), nil }
	}
	return func(p gql.ResolveParams) (any, error) { return optional(own(p).String(name)), nil }
}

// linked answers a link by the records it leads to, fetched with all others of
// the same level.
func linked(p gql.ResolveParams, name string, row *schema.Property) (any, error) {
	iris := inherited(p.Source.(thing), name).Refs(name)
	if len(iris) == 0 {
		return one([]thing{}, row.Many), nil
	}
	l := root(p).loader
	l.want(iris)
	return func() (any, error) {
		entities, err := l.get(p.Context, iris)
		if err != nil {
			return nil, err
		}
		out := []thing{}
		for _, e := range entities {
			for _, class := range row.Of {
				if e.Class == class {
					out = append(out, thing{e.Node, e})
				}
			}
		}
		return one(out, row.Many), nil
	}, nil
}

func (s *Surface) page(p gql.ResolveParams) (any, error) {
	lang, ok := p.Args["lang"].(string)
	if !ok {
		lang = root(p).Page
	}
	found := false
	for _, l := range s.catalog.Langs {
		found = found || l == lang
	}
	if !found {
		lang = root(p).Page
	}
	return s.catalog.Page(lang, p.Source.(thing).of.IRI), nil
}

func (s *Surface) occurrences(p gql.ResolveParams) (any, error) {
	begin, finish, err := s.catalog.Span(text(p.Args["from"]), text(p.Args["to"]))
	if err != nil {
		return nil, err
	}
	first, err := s.size(p.Args)
	if err != nil {
		return nil, err
	}
	t := p.Source.(thing)
	from, to := s.catalog.Stretch(t.of.Node, begin, finish)
	out := []thing{}
	for _, n := range dated(t.node) {
		for _, o := range n.Occurrences() {
			end := o.Start.End()
			if !o.End.IsZero() {
				end = o.End.End()
			}
			if len(out) < first && (from.IsZero() || end.After(from)) && (to.IsZero() || o.Start.Time.Before(to)) {
				out = append(out, thing{n, t.of})
			}
		}
	}
	return out, nil
}

// calendarSummary words a record's dates or hours.
func (s *Surface) calendarSummary(p gql.ResolveParams) (any, error) {
	size, _ := summary.ParseSize(text(p.Args["size"]))
	w := catalog.Wording{Size: size, HTML: text(p.Args["format"]) == "html"}
	words, _ := s.catalog.Summary(p.Source.(thing).node, w, langs(p))
	return optional(words), nil
}

// dated returns the nodes that stand for an event's dates.
func dated(n *schema.Node) []*schema.Node {
	if parts := n.Nodes("occurrence"); len(parts) > 0 {
		return parts
	}
	return []*schema.Node{asOccurrence(n)}
}

// asOccurrence shows an event of one date as its own occurrence.
func asOccurrence(n *schema.Node) *schema.Node {
	return &schema.Node{ID: n.ID, Class: schema.ClassNamed("Occurrence"), Types: n.Types, Props: n.Props}
}

// one returns the only value of a property that takes one, nil when it has none.
func one[T any](values []T, many bool) any {
	if many {
		return values
	}
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

func optional(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func text(v any) string { s, _ := v.(string); return s }
