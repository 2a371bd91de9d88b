package schema

import (
	"slices"
	"strconv"
	"strings"
)

// Node is a record, or a part of one, in the compact typed form that every
// surface but the RDF formats reads: all languages, links as IRIs, parts
// inline. It is made from the graph once, when the record changes, and loses
// nothing: what the class table does not know is kept under its full IRI.
type Node struct {
	ID    IRI
	Class *Class   // never nil
	Types []string // schema.org local names, most specific first, the class's last; full IRIs of others
	Props []Prop   // in the order of the class table, unknown ones last
}

// Prop is a property with its values.
type Prop struct {
	Name   string // the table's name, or a full IRI
	Values []Value
}

// Value is a literal (Text, with Lang or Datatype), a link (Ref) or a part.
type Value struct {
	Text, Lang, Datatype string
	Ref                  IRI
	Part                 *Node
}

// Type returns the most specific type's name.
func (n *Node) Type() string {
	if len(n.Types) == 0 {
		return n.Class.Name
	}
	return n.Types[0]
}

// Values returns a property's values, nil when there are none.
func (n *Node) Values(prop string) []Value {
	for i := range n.Props {
		if n.Props[i].Name == prop {
			return n.Props[i].Values
		}
	}
	return nil
}

func (n *Node) first(prop string) (Value, bool) {
	if vs := n.Values(prop); len(vs) > 0 {
		return vs[0], true
	}
	return Value{}, false
}

// Text returns the property's text in the first of the languages it is there
// in, and that language: "fr" is met by "fr-CA" and "fr-CA" by "fr" when there
// is no better. In any language when none fits, "" when there is none.
func (n *Node) Text(prop string, langs ...string) (text, lang string) {
	vs := n.Values(prop)
	for _, l := range langs {
		for _, v := range vs {
			if v.Lang == l {
				return v.Text, v.Lang
			}
		}
		for _, v := range vs {
			if v.Lang != "" && primary(v.Lang) == primary(l) {
				return v.Text, v.Lang
			}
		}
	}
	if len(vs) == 0 {
		return "", ""
	}
	return vs[0].Text, vs[0].Lang
}

// Texts returns a property's texts by language, the first of each.
func (n *Node) Texts(prop string) map[string]string {
	vs := n.Values(prop)
	out := make(map[string]string, len(vs))
	for _, v := range vs {
		if _, ok := out[v.Lang]; !ok {
			out[v.Lang] = v.Text
		}
	}
	return out
}

// TextsIn returns all of a property's texts in the first of the languages it
// is there in; all of them in the language of the first when none fits.
func (n *Node) TextsIn(prop string, langs ...string) []string {
	_, lang := n.Text(prop, langs...)
	var out []string
	for _, v := range n.Values(prop) {
		if v.Lang == lang {
			out = append(out, v.Text)
		}
	}
	return out
}

// Title returns what the thing is called, as Text does.
func (n *Node) Title(langs ...string) (text, lang string) {
	return n.Text(n.Class.TitleOf(), langs...)
}

// String returns a property's first literal, or the local name of a
// schema.org value, or the IRI it leads to; "" when there is none.
func (n *Node) String(prop string) string {
	v, ok := n.first(prop)
	if !ok {
		return ""
	}
	return v.String()
}

// Strings returns what String would say of each value.
func (n *Node) Strings(prop string) []string {
	var out []string
	for _, v := range n.Values(prop) {
		out = append(out, v.String())
	}
	return out
}

// String returns the literal's text, or the local name of a schema.org value,
// or the IRI.
func (v Value) String() string {
	switch {
	case v.Part != nil:
		return string(v.Part.ID)
	case v.Ref != "":
		return codeLocal(string(v.Ref))
	}
	return v.Text
}

// Number returns a property's number; false when there is none.
func (n *Node) Number(prop string) (float64, bool) {
	f, err := strconv.ParseFloat(n.String(prop), 64)
	return f, err == nil
}

// Bool returns a property's truth value; false when there is none.
func (n *Node) Bool(prop string) bool { return n.String(prop) == "true" }

// Refs returns the IRIs a property leads to.
func (n *Node) Refs(prop string) []IRI {
	var out []IRI
	for _, v := range n.Values(prop) {
		if v.Ref != "" {
			out = append(out, v.Ref)
		}
	}
	return out
}

// Nodes returns a property's parts.
func (n *Node) Nodes(prop string) []*Node {
	var out []*Node
	for _, v := range n.Values(prop) {
		if v.Part != nil {
			out = append(out, v.Part)
		}
	}
	return out
}

// Node returns a property's first part, or nil.
func (n *Node) Node(prop string) *Node {
	for _, v := range n.Values(prop) {
		if v.Part != nil {
			return v.Part
		}
	}
	return nil
}

// Links returns the records the node and its parts link to, each once; links
// to parts are left out.
func (n *Node) Links() []IRI {
	var out []IRI
	n.links(&out)
	return out
}

func (n *Node) links(out *[]IRI) {
	for _, p := range n.Props {
		for _, v := range p.Values {
			if v.Part != nil {
				v.Part.links(out)
			} else if _, _, ok := v.Ref.Local(); ok && !strings.Contains(string(v.Ref), "#") && !slices.Contains(*out, v.Ref) {
				*out = append(*out, v.Ref)
			}
		}
	}
}
