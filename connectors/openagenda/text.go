package openagenda

import (
	"slices"
	"strings"

	"moselle/schema"
)

// maxTexts bounds the languages of a text, and the elements of a list of texts.
const maxTexts = 500

// said is a text in a language.
type said struct{ lang, text string }

// texts returns what a member says in each language: a map of languages, or a
// text that does not name its own. They come in the order of the languages.
func (m *mapper) texts(v any) []said {
	switch v := v.(type) {
	case map[string]any:
		langs := object(v).names()
		out := make([]said, 0, len(langs))
		for _, lang := range langs[:min(len(langs), maxTexts)] {
			if s := plain(v[lang]); s != "" {
				out = append(out, said{lang, s})
			}
		}
		return out
	case string:
		if in := (object{"": v}).object(""); in != nil {
			return m.texts(map[string]any(in))
		}
	}
	if s := plain(v); s != "" {
		return []said{{m.lang, s}}
	}
	return nil
}

// put adds a text in all its languages, on one line each unless it runs on.
func (m *mapper) put(b *schema.Builder, prop string, v any, runs bool) {
	for _, t := range m.texts(v) {
		text := schema.PlainText(t.text)
		if !runs {
			text = strings.Join(strings.Fields(text), " ")
		}
		b.Text(prop, t.lang, text)
	}
}

// describe adds texts that belong together as one description: in each language
// the first, and behind an empty line the next unless it repeats what stands
// there.
func (m *mapper) describe(b *schema.Builder, parts ...any) {
	var all []said
	for _, part := range parts {
		for _, t := range m.texts(part) {
			text := schema.PlainText(t.text)
			i := slices.IndexFunc(all, func(s said) bool { return s.lang == t.lang })
			switch {
			case text == "":
			case i < 0:
				all = append(all, said{t.lang, text})
			case strings.HasPrefix(text, strings.TrimRight(all[i].text, ".… ")):
				all[i].text = text
			case !strings.Contains(all[i].text, text):
				all[i].text += "\n\n" + text
			}
		}
	}
	for _, t := range all {
		b.Text("description", t.lang, t.text)
	}
}

// keywords adds free keywords: lists by language, one list, or a text with commas.
func (m *mapper) keywords(b *schema.Builder, v any) {
	add := func(lang string, v any) {
		list, ok := v.([]any)
		if !ok {
			for s := range strings.SplitSeq(plain(v), ",") {
				list = append(list, s)
			}
		}
		for _, e := range list[:min(len(list), maxTexts)] {
			b.Text("keywords", lang, strings.Join(strings.Fields(schema.PlainText(plain(e))), " "))
		}
	}
	if in := (object{"": v}).object(""); in != nil {
		for _, lang := range in.names() {
			add(lang, in[lang])
		}
		return
	}
	add(m.lang, v)
}
