package harvest

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
)

// minSecret is how long a key must be before it is looked for everywhere: a
// shorter one would be found in words.
const minSecret = 6

// secrets are the keys that the declaration of a source holds, in its address or
// its settings. Neither reports nor records tell them.
type secrets struct {
	keys []string // as they are written anywhere, the longest first
}

func secretsOf(s Source) secrets {
	var out secrets
	add := func(key string) {
		for _, form := range []string{key, url.QueryEscape(key), url.PathEscape(key)} {
			if len(key) >= minSecret && !slices.Contains(out.keys, form) {
				out.keys = append(out.keys, form)
			}
		}
	}
	if u, err := url.Parse(s.Location); err == nil {
		for name, values := range u.Query() {
			for _, v := range values {
				if connectors.Secret(name) {
					add(v)
				}
			}
		}
	}
	settingKeys(s.Settings, add)
	slices.SortFunc(out.keys, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return out
}

// settingKeys adds the values of settings that are named as keys are.
func settingKeys(n *yaml.Node, add func(string)) {
	if n == nil {
		return
	}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 1 && c.Kind == yaml.ScalarNode && connectors.Secret(n.Content[i-1].Value) {
			add(c.Value)
		}
		settingKeys(c, add)
	}
}

// in reports whether a text holds a key.
func (s secrets) in(text string) bool {
	return slices.ContainsFunc(s.keys, func(key string) bool { return strings.Contains(text, key) })
}

// hide takes the keys out of a text.
func (s secrets) hide(text string) string {
	for _, key := range s.keys {
		text = strings.ReplaceAll(text, key, "…")
	}
	return text
}

// hideIn takes the keys out of what a record says.
func (s secrets) hideIn(d *schema.Draft) {
	if len(s.keys) == 0 {
		return
	}
	told := false
	for t := range d.Graph.All() {
		told = told || s.in(t.O.Value)
	}
	if !told {
		return
	}
	d.Graph = d.Graph.Map(func(t rdf.Term) rdf.Term {
		switch {
		case !s.in(t.Value) || strings.HasPrefix(t.Value, string(d.IRI)):
		case t.Kind == rdf.Literal:
			t.Value = s.hide(t.Value)
		case t.Kind == rdf.IRI:
			if t.Value = connectors.Discreet(t.Value); s.in(t.Value) {
				t.Value = strings.ReplaceAll(s.hide(t.Value), "…", "")
			}
		}
		return t
	})
}
