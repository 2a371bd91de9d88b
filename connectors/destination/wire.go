package destination

import (
	"iter"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// get returns the first of the members that is there and not null.
func get(n tree.Node, names ...string) tree.Node {
	for _, name := range names {
		if m := n.Member(name); m.Kind() != tree.Absent && m.Kind() != tree.Null {
			return m
		}
	}
	return tree.Node{}
}

// text returns a text or a number on one line.
func text(n tree.Node) string {
	if n.Text() == "" {
		return ""
	}
	return strings.Join(strings.Fields(schema.CleanText(n.Text())), " ")
}

// plain returns a text in which HTML may stand as plain text on one line.
func plain(n tree.Node) string {
	if n.Text() == "" {
		return ""
	}
	return strings.Join(strings.Fields(schema.PlainText(n.Text())), " ")
}

// truth reports whether a value says yes.
func truth(s string) bool { return strings.EqualFold(s, "true") || s == "1" }

// word is a value of one of destination.one's lists: a text in older templates,
// an object with a code in younger ones.
type word struct{ code, name string }

// words yields the values of a list. Younger templates keep the texts under the
// same name with _old behind it.
func words(o tree.Node, name string) iter.Seq[word] {
	return func(yield func(word) bool) {
		any := false
		for _, list := range []string{name, name + "_old"} {
			if any {
				return
			}
			for v := range tree.Values(get(o, list)) {
				w := word{name: plain(v)}
				if v.Kind() == tree.Object {
					w = word{text(get(v, "id", "key")), plain(get(v, "value", "title", "name", "label", "text"))}
				}
				if w.name == "" {
					continue
				}
				if any = true; !yield(w) {
					return
				}
			}
		}
	}
}

// attribute returns the value that stands under a key among the attributes.
func attribute(o tree.Node, key string) string {
	for a := range tree.Values(get(o, "attributes")) {
		if strings.EqualFold(text(get(a, "key")), key) {
			if s := text(get(a, "value")); s != "" {
				return s
			}
		}
	}
	return ""
}
