package edm

import (
	"strings"

	"moselle/schema"
)

// View returns a record of class Work in EDM; nil for other classes. linked
// gives the views of the records it leads to, nil for one that is not there;
// provider is what the hub is called. The node is not changed, but the view
// shares its strings.
func View(n *schema.Node, linked func(schema.IRI) *schema.Node, provider string) *CHO {
	if n.Class.Name != "Work" {
		return nil
	}
	v := viewer{node: n, linked: linked, cho: &CHO{ID: n.ID, Props: make([]Prop, 0, 16)}}
	for i := range rows {
		r := &rows[i]
		for _, name := range r.from {
			v.add(r, n.Values(name))
		}
	}
	v.aggregation(provider)
	return v.cho
}

// row is a line of the crosswalk: a property of EDM, what it is made of and how.
type row struct {
	to   Property
	from []string
	how  func(*viewer, schema.Value) (Value, bool)
}

// rows is the crosswalk of the object, with works' properties on the right.
var rows = []row{
	{Title, []string{"name"}, literal},
	{Alternative, []string{"alternateName"}, literal},
	{Description, []string{"description", "abstract"}, literal},
	{Creator, []string{"creator"}, link},
	{Contributor, []string{"contributor"}, link},
	{Publisher, []string{"publisher"}, link},
	{Created, []string{"dateCreated"}, span},
	{Issued, []string{"datePublished"}, span},
	{Temporal, []string{"temporalCoverage"}, span},
	{Subject, []string{"about", "keywords"}, link},
	{HasType, []string{"genre"}, link},
	{Kind, []string{"additionalType"}, sort},
	{Medium, []string{"material"}, link},
	{Extent, []string{"size"}, literal},
	{Spatial, []string{"contentLocation", "locationCreated"}, link},
	{CurrentLocation, []string{"itemLocation"}, link},
	{Rights, []string{"copyrightNotice"}, literal},
	{Identifier, []string{"identifier", "sourceIdentifier"}, identifier},
	{Language, []string{"inLanguage"}, literal},
	{SameAs, []string{"sameAs"}, link},
}

// viewer makes one view.
type viewer struct {
	node   *schema.Node
	linked func(schema.IRI) *schema.Node
	cho    *CHO
}

func (v *viewer) add(r *row, from []schema.Value) {
	if len(from) == 0 {
		return
	}
	var values []Value
	old := len(v.cho.Props) > 0 && v.cho.Props[len(v.cho.Props)-1].Property == r.to
	if old {
		values = v.cho.Props[len(v.cho.Props)-1].Values
	} else {
		values = make([]Value, 0, len(from))
	}
	for _, f := range from {
		if value, ok := r.how(v, f); ok {
			values = append(values, value)
		}
	}
	switch {
	case len(values) == 0:
	case old:
		v.cho.Props[len(v.cho.Props)-1].Values = values
	default:
		v.cho.Props = append(v.cho.Props, Prop{r.to, values})
	}
}

func literal(_ *viewer, v schema.Value) (Value, bool) {
	return Value{Text: v.Text, Lang: known(v.Lang)}, v.Text != ""
}

// known drops the tag that stands for a language nobody said.
func known(lang string) string {
	if lang == schema.Und {
		return ""
	}
	return lang
}

// link makes a link to a contextual resource of a term or a record, a bare link
// of what is not at hand, and a literal of text.
func link(v *viewer, from schema.Value) (Value, bool) {
	switch {
	case from.Part != nil:
		return v.context(from.Part)
	case from.Ref == "":
		return literal(v, from)
	}
	if to := v.linked(from.Ref); to != nil {
		return v.context(to)
	}
	return Value{Ref: from.Ref}, true
}

// sort is link for what kind of thing it is, without the kind that edm:type says.
func sort(v *viewer, from schema.Value) (Value, bool) {
	if from.Part != nil && isKind(from.Part.String("termCode")) {
		return Value{}, false
	}
	return link(v, from)
}

func identifier(_ *viewer, v schema.Value) (Value, bool) {
	if v.Part != nil {
		v.Text = v.Part.String("value")
	}
	return Value{Text: v.Text}, v.Text != ""
}

// span makes a time span of a year, a day or an interval (ISO 8601, ".." for an
// open end); what is written otherwise stays a literal. The date in the source's
// own words names the span.
func span(v *viewer, from schema.Value) (Value, bool) {
	if from.Text == "" {
		return Value{}, false
	}
	begin, end, interval := strings.Cut(from.Text, "/")
	if !interval {
		end = begin
	}
	if !isDate(begin) || !isDate(end) {
		return Value{Text: from.Text}, true
	}
	id := v.node.ID + schema.IRI("#timespan-"+from.Text)
	for _, c := range v.cho.Contexts {
		if c.ID == id {
			return Value{Ref: id, Context: c}, true
		}
	}
	c := &Context{ID: id, Class: TimeSpan, Props: make([]Prop, 0, 3)}
	c.texts(PrefLabel, v.node.Values("dateText"))
	c.text(Begin, strings.Trim(begin, "."))
	c.text(End, strings.Trim(end, "."))
	v.cho.Contexts = append(v.cho.Contexts, c)
	return Value{Ref: id, Context: c}, true
}

// isDate reports whether s looks like a date or an open end.
func isDate(s string) bool {
	if s == ".." || s == "" {
		return true
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != '-' && c != ':' && c != 'T' && c != 'Z' && c != '+' {
			return false
		}
	}
	return true
}
