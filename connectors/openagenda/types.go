package openagenda

import (
	"slices"
	"strings"

	"moselle/schema"
)

// types adds what kind of event it is in the source's terms: its category and
// tags in older exports, and those fields of the agenda's own that the setting
// names.
func (m *mapper) types(b *schema.Builder, o object) {
	m.terms(b, "additionalType", o["category"])
	m.terms(b, "additionalType", o["tags"])
	custom := o.object("custom")
	for _, field := range m.Types {
		v, ok := o[field]
		if !ok {
			v = custom[field]
		}
		m.choice(b, field, v)
	}
}

// choice adds what was chosen in a field: numbers, of which the agenda's
// description says what they stand for, texts, or objects with a label.
func (m *mapper) choice(b *schema.Builder, field string, v any) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, e := range list[:min(len(list), maxTexts)] {
		code := plain(e)
		if code == "" {
			m.terms(b, "additionalType", e)
			continue
		}
		names, known := m.choices.names[field+" "+code]
		if !known && strings.Trim(code, "0123456789") == "" {
			b.Fault(schema.Fault{Path: field, Value: code, Message: "a number that the agenda's description does not explain; name the description under schema"})
			continue
		}
		if !known {
			names = []said{{m.lang, code}}
		}
		t := b.Part("additionalType", "DefinedTerm")
		t.Put("termCode", field+"/"+code)
		for _, n := range names {
			t.Text("name", n.lang, n.text)
		}
	}
}

// terms adds labelled things: one, or a list of them, each a text or an object
// with its label in one or more languages.
func (m *mapper) terms(b *schema.Builder, prop string, v any) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, e := range list[:min(len(list), maxTexts)] {
		in := object(asObject(e))
		if in == nil {
			in = object{"label": e}
		}
		t := b.Part(prop, "DefinedTerm")
		names := m.texts(in["label"])
		for _, n := range names {
			t.Text("name", n.lang, title(n.text))
		}
		if len(names) > 0 {
			t.Put("termCode", in.text("slug", "id"))
		}
	}
}

// own tells once a run of each field of the agenda's own that is not read.
func (m *mapper) own(b *schema.Builder, o object) {
	var left []string
	for name := range o {
		if !known[name] && !slices.Contains(m.Types, name) && !m.told[name] && len(m.told) < maxTold {
			m.told[name] = true
			left = append(left, name)
		}
	}
	if len(left) == 0 {
		return
	}
	slices.Sort(left)
	b.Fault(schema.Fault{Severity: schema.Info, Value: strings.Join(left, ", "),
		Message: "fields of the agenda's own are left out, here and in the events that follow; name those that say what kind of event it is under types"})
}
