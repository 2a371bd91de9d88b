package iiif

import (
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// text is a text in a language, without markup; href is where a link in it leads.
type text struct{ lang, s, href string }

// maxTexts bounds the texts read of one value.
const maxTexts = 200

var link = regexp.MustCompile(`(?i)<a\s[^>]*href\s*=\s*["']?([^"'\s>]+)`)

// texts reads a value that people read, in any form of the versions: a text, a
// map of languages, {"@value", "@language"}, or a list of them. Of a map the
// languages come in the order of their tags. What has no language is in lang,
// what has "none" in none.
func texts(v any, lang string) []text {
	var out []text
	var read func(v any, lang string, depth int)
	read = func(v any, lang string, depth int) {
		if len(out) >= maxTexts || depth > 4 {
			return
		}
		switch v := v.(type) {
		case string:
			t := text{lang: lang, s: schema.PlainText(v)}
			if m := link.FindStringSubmatch(v); m != nil {
				t.href = html.UnescapeString(m[1])
			}
			if t.s != "" {
				out = append(out, t)
			}
		case []any:
			for _, e := range v {
				read(e, lang, depth+1)
			}
		case map[string]any:
			if value, tag, ok := valued(v); ok {
				if tag != "" {
					lang = langOf(tag)
				}
				read(value, lang, depth+1)
				return
			}
			for _, tag := range slices.Sorted(maps.Keys(v)) {
				read(v[tag], langOf(tag), depth+1)
			}
		}
	}
	read(v, lang, 0)
	return out
}

// valued takes apart a value that stands beside its language, under any of the
// names that are in use for both; ok is false for a map of languages, be its tags
// good or bad.
func valued(v map[string]any) (value any, tag string, ok bool) {
	strange := false
	for name := range v {
		strange = strange || !isTag(name)
	}
	if !strange {
		return nil, "", false
	}
	for _, name := range []string{"@value", "value", "label", "name"} {
		if value == nil {
			value = v[name]
		}
	}
	for _, name := range []string{"@language", "language"} {
		if s, _ := v[name].(string); s != "" {
			tag = s
		}
	}
	return value, tag, value != nil
}

// isTag reports whether a name may be the tag of a language, or that of none.
func isTag(name string) bool {
	first, _, _ := strings.Cut(strings.ReplaceAll(name, "_", "-"), "-")
	switch {
	case name == "", name == "none", name == "@none", first == "x", first == "i":
		return true
	case len(first) != 2 && len(first) != 3:
		return false
	}
	return !strings.ContainsFunc(first, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
}

// langOf returns a language as tags have it: "de" of "ger" and "deu".
func langOf(tag string) string {
	tag = crosswalk.Language(tag)
	if len(tag) == 3 && tag != schema.Und {
		if base, err := language.ParseBase(tag); err == nil {
			return base.String()
		}
	}
	return tag
}

// things takes texts apart into what each is about: where every language has the
// same number of texts they are translations of one another, else each stands
// for itself.
func things(all []text) [][]text {
	by := map[string][]text{}
	var order []string
	for _, t := range all {
		if by[t.lang] == nil {
			order = append(order, t.lang)
		}
		by[t.lang] = append(by[t.lang], t)
	}
	var out [][]text
	even := len(order) > 1 && !slices.ContainsFunc(order, func(l string) bool { return len(by[l]) != len(by[order[0]]) })
	if !even {
		for _, t := range all {
			out = append(out, []text{t})
		}
		return out
	}
	for i := range by[order[0]] {
		var one []text
		for _, l := range order {
			one = append(one, by[l][i])
		}
		out = append(out, one)
	}
	return out
}

// several takes apart texts that list things with semicolons.
func several(all []text) (out []text) {
	for _, t := range all {
		if t.href != "" || !strings.Contains(t.s, ";") {
			out = append(out, t)
			continue
		}
		for s := range strings.SplitSeq(t.s, ";") {
			if s = strings.TrimSpace(s); s != "" && len(out) < maxTexts {
				out = append(out, text{lang: t.lang, s: s})
			}
		}
	}
	return out
}

// oneLine puts a text on one line, as names stand.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// name adds a label: the first text of each language, the others beside it where
// the class has room for them.
func name(b *schema.Builder, all []text) {
	seen := map[string]bool{}
	for _, t := range all {
		if !seen[t.lang] {
			b.Text("name", t.lang, oneLine(t.s))
		} else if b.Class().Property("alternateName") != nil {
			b.Text("alternateName", t.lang, oneLine(t.s))
		}
		seen[t.lang] = true
	}
}

// prose gathers running text by language: what several texts of one language say
// is one text of several paragraphs.
func prose(all []text) map[string]string {
	out := map[string]string{}
	for _, t := range all {
		if old := out[t.lang]; old == "" {
			out[t.lang] = t.s
		} else if !strings.Contains(old, t.s) {
			out[t.lang] = old + "\n\n" + t.s
		}
	}
	return out
}
