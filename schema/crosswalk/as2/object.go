package as2

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"moselle/schema"
)

// maxList bounds the elements of a list, and the languages of a text, that are
// looked at.
const maxList = 500

// Text returns the first of the members that is a text, a number or a truth
// value, as it is written, or a value that says no more.
func (o Object) Text(names ...string) string {
	for _, name := range names {
		if s := plain(o[name]); s != "" {
			return s
		}
	}
	return ""
}

func plain(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	case bool:
		if v {
			return "true"
		}
		return "false"
	case map[string]any:
		if in, ok := v["@value"]; ok {
			return plain(in)
		}
	case []any:
		if len(v) == 1 {
			return plain(v[0])
		}
	}
	return ""
}

// list returns a member as a list, whether one stands there or several; what is
// null is nothing.
func (o Object) list(name string) []any {
	switch v := o[name].(type) {
	case nil:
		return nil
	case []any:
		return v[:min(len(v), maxList)]
	default:
		return []any{v}
	}
}

// object returns a value that is an object; nil for all else.
func object(v any) Object {
	o, _ := v.(map[string]any)
	return o
}

// addressOf returns the address of a thing that is given by it, or whole, or by a
// Link.
func addressOf(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		for _, e := range v[:min(len(v), maxList)] {
			if s := addressOf(e); s != "" {
				return s
			}
		}
	case map[string]any:
		return Object(v).Text("href", "id", "url")
	}
	return ""
}

// Addresses returns the addresses of the things that a member names by them
// alone.
func (o Object) Addresses(name string) []string {
	var out []string
	for _, v := range o.list(name) {
		if s, _ := v.(string); isWeb(s) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// said is a text in a language; "" is unknown.
type said struct{ lang, text string }

// texts returns what a member says in each language: its map ("nameMap"), else
// the values that name theirs, else its text in lang.
func (o Object) texts(name, lang string) []said {
	var out []said
	if in := object(o[name+"Map"]); len(in) > 0 {
		for _, l := range slices.Sorted(maps.Keys(in))[:min(len(in), maxList)] {
			if s := plain(in[l]); s != "" {
				out = append(out, said{l, s})
			}
		}
	}
	for _, v := range o.list(name) {
		l := lang
		if in := object(v); in != nil && in.Text("@language") != "" {
			l = in.Text("@language")
		}
		known := slices.ContainsFunc(out, func(s said) bool { return schema.CleanLang(s.lang) == schema.CleanLang(l) || s.text == plain(v) })
		if s := plain(v); s != "" && !known && (len(out) == 0 || l != lang) {
			out = append(out, said{l, s})
		}
	}
	return out
}

// language returns the language of the object's texts: the one that it is held
// in, else its context's, else that of a map that knows one alone, else the given
// one.
func (o Object) language(otherwise string) string {
	if held := o.list("inLanguage"); len(held) == 1 {
		if l := plain(held[0]); schema.CleanLang(l) != schema.Und {
			return l
		}
	}
	for _, v := range o.list("@context") {
		if l := object(v).Text("@language"); l != "" && l != "und" {
			return l
		}
	}
	for _, name := range []string{"contentMap", "nameMap"} {
		if in := object(o[name]); len(in) == 1 {
			for l := range in {
				if schema.CleanLang(l) != schema.Und {
					return l
				}
			}
		}
	}
	return otherwise
}
