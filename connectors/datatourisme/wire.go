package datatourisme

import (
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// get returns the first of the members that are named so, with or without a
// prefix: the flux writes "schema:startDate", "rdfs:label" and "@id" for what
// the API calls "startDate", "label" and "id". What is null is not there.
func get(n tree.Node, names ...string) tree.Node {
	for _, name := range names {
		for m := range n.Children() {
			if named(m.Key(), name) && m.Kind() != tree.Null {
				return m
			}
		}
	}
	return tree.Node{}
}

func named(key, name string) bool {
	if !strings.HasSuffix(key, name) {
		return false
	}
	before := len(key) - len(name)
	return before == 0 || strings.IndexByte(":#/@", key[before-1]) >= 0
}

// first returns the first value of a property.
func first(n tree.Node) tree.Node {
	for v := range tree.Values(n) {
		return v
	}
	return tree.Node{}
}

// plain returns the first text of a property, without its language.
func plain(n tree.Node) string {
	for _, t := range texts(n) {
		return t.text
	}
	return ""
}

// joined returns the texts of a property as one line: a street in two parts.
func joined(n tree.Node) string {
	var out []string
	for v := range tree.Values(n) {
		if s := schema.CleanText(v.Text()); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// text is a text in a language, "" when none is said.
type text struct{ lang, text string }

// texts returns the texts of a property: a scalar, a list, texts by language
// ({"fr": ["…"]} in the flux, {"@fr": "…"} in the API) or values of JSON-LD.
func texts(n tree.Node) (out []text) {
	return appendTexts(nil, n, "", 0)
}

func appendTexts(out []text, n tree.Node, lang string, depth int) []text {
	switch n.Kind() {
	case tree.Array:
		for v := range tree.Values(n) {
			if depth < 3 {
				out = appendTexts(out, v, lang, depth+1)
			}
		}
	case tree.Object:
		if v := n.Member("@value"); v.Kind() != tree.Absent {
			return appendTexts(out, v, n.Member("@language").Text(), depth+1)
		}
		for m := range n.Children() {
			tag := strings.TrimPrefix(m.Key(), "@")
			if l := schema.CleanLang(tag); depth < 3 && l != schema.Und && tag != "id" && len(tag) < 12 {
				out = appendTexts(out, m, l, depth+1)
			}
		}
	default:
		if s := schema.CleanText(n.Text()); s != "" {
			out = append(out, text{lang, s})
		}
	}
	return out
}

// code returns how a value of a vocabulary is called: "kb:Children" of the flux
// and {"key": "Children"} of the API are both Children.
func code(n tree.Node) string {
	s := n.Text()
	if n.Kind() == tree.Object {
		if s = get(n, "key").Text(); s == "" {
			s = get(n, "id", "uri").Text()
		}
	}
	s = s[strings.LastIndexAny(s, ":#/")+1:]
	for i := range len(s) {
		if c := s[i]; c != '_' && c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return ""
		}
	}
	return s
}

// addressOf returns the address that names an object or an agent, "" for none.
func addressOf(n tree.Node) string {
	if s := get(n, "uri", "id").Text(); strings.HasPrefix(s, "http") {
		return schema.CleanURL(s)
	}
	return ""
}

// keyOf returns the key of an object or an agent: the last part of its address,
// which is the same in the flux and the API, under either of the two hosts that
// DATAtourisme has had.
func keyOf(n tree.Node) string {
	s := get(n, "uuid").Text()
	if s == "" {
		s = get(n, "uri", "id").Text()
	}
	s = strings.TrimRight(schema.CleanText(s), "/")
	return strings.ToLower(s[strings.LastIndexAny(s, "/#:")+1:])
}
