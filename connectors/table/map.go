package table

import (
	"strings"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/rdf"
	"moselle/schema/tree"
)

// run is one harvest's working state.
type run struct {
	*plan
	tree    tree.Tree
	turn    *turn  // of an each with from; nil outside one
	columns []int  // of a table: where each path's column stands, -1 for nowhere; nil for JSON
	page    string // where the document is on the web; "" for a file
	thing   *thing // what is being read
	stack   []string
}

// thing is an item in the making; several rows may tell of it.
type thing struct {
	b       *schema.Builder
	dates   []schema.Occurrence
	timed   bool // a date has a time
	opening calendar.Opening
	bad     []schema.Fault // dates that cannot be read
	more    []schema.Draft // records embedded in it
	notes   []schema.Fault // about those, and about rows
}

func (r *run) begin(key string) *thing {
	b := schema.Build(r.env.Source, r.item.class.Name, key)
	b.Zone = r.zone
	return &thing{b: b}
}

// fill adds what the row in the tree says.
func (r *run) fill(t *thing) {
	r.thing = t
	at := r.tree.Root()
	r.apply(r.item, t.b, at)
	r.occurrences(t, at)
	if t.b.Has("derivedFrom") {
		return
	}
	if r.item.page != nil {
		page := schema.CleanURL(r.value(r.item.page, at))
		if rdf.ValidIRI(page) {
			t.b.Put("derivedFrom", page)
			return
		}
	}
	t.b.Put("derivedFrom", r.page)
}

// finish returns the item's drafts, itself first, and all faults.
func (r *run) finish(t *thing) ([]schema.Draft, []schema.Fault) {
	if r.item.class.Name == "Event" {
		r.settle(t)
	}
	d, faults := t.b.Draft()
	return append([]schema.Draft{d}, t.more...), append(faults, t.notes...)
}

// apply gives a builder all that a mapping finds at a node.
func (r *run) apply(m *mapping, b *schema.Builder, at tree.Node) {
	if m.typ != nil {
		for _, name := range r.texts(nil, m.typ, at, b, "type") {
			if !b.Type(name) {
				b.Fault(schema.Fault{Path: "type", Value: name, Message: "no kind of " + m.class.Name + "; give it a meaning under values"})
			}
		}
	}
	for _, ru := range m.rules {
		r.repeat(ru, at, func(n tree.Node) { r.put(ru, b, n) })
	}
	r.hours(m, b, at)
}

// maxEach bounds how often each repeats a rule for one item.
const maxEach = 10_000

// repeat calls do for each node that the rule's each leads to, and where it holds.
func (r *run) repeat(ru *rule, at tree.Node, do func(tree.Node)) {
	switch {
	case ru.turns != nil:
		r.takeTurns(ru, at, do)
		return
	case ru.each == nil:
		if r.holds(ru, at) {
			do(at)
		}
		return
	}
	n := 0
	ru.each.Walk(at, func(node tree.Node) bool {
		if r.holds(ru, node) {
			do(node)
		}
		n++
		return n < maxEach
	})
}

// holds reports whether a rule says anything at a node: what it has under when
// gives a value.
func (r *run) holds(ru *rule, at tree.Node) bool {
	return ru.when == nil || r.value(ru.when, at) != ""
}

// put adds what one rule finds at a node.
func (r *run) put(ru *rule, b *schema.Builder, at tree.Node) {
	prop := ru.prop.Name
	switch {
	case ru.main != nil:
		r.shorthand(ru, b, at)
	case ru.part != nil:
		if r.present(ru.part, at) {
			r.apply(ru.part, b.Part(prop, ru.part.class.Name), at)
		}
	case ru.record != nil:
		b.Link(prop, r.record(ru.record, at, b, prop))
	case ru.byLang:
		r.languages(ru, b, at)
	default:
		r.values(ru, b, at, func(v string) { r.single(ru, b, at, v) })
	}
}

// values calls do for each value of a rule's source.
func (r *run) values(ru *rule, b *schema.Builder, at tree.Node, do func(string)) {
	start := len(r.stack)
	r.stack = r.texts(r.stack, &ru.src, at, b, ru.prop.Name)
	for _, v := range r.stack[start:] {
		do(v)
	}
	r.stack = r.stack[:start]
}

// value returns the first value of a source, "" when there is none. Whoever
// puts the value into a record reports on it.
func (r *run) value(s *source, at tree.Node) (v string) {
	start := len(r.stack)
	r.stack = r.texts(r.stack, s, at, nil, "")
	if len(r.stack) > start {
		v = r.stack[start]
	}
	r.stack = r.stack[:start]
	return v
}

// warn records a fault, unless nobody listens: a value that is looked at twice
// is reported on once.
func warn(b *schema.Builder, f schema.Fault) {
	if b != nil {
		b.Fault(f)
	}
}

// shorthand makes a part or a record of each single value.
func (r *run) shorthand(ru *rule, b *schema.Builder, at tree.Node) {
	prop := ru.prop.Name
	if ru.byLang {
		if ru.part != nil {
			r.languages(ru.main, b.Part(prop, ru.part.class.Name), at)
		}
		return
	}
	r.values(ru.main, b, at, func(v string) {
		if ru.record != nil {
			b.Link(prop, r.named(ru, v, at, b))
			return
		}
		part := b.Part(prop, ru.part.class.Name)
		r.single(ru.main, part, at, v)
		r.apply(ru.part, part, at)
	})
}

// languages adds the texts of an object by their languages.
func (r *run) languages(ru *rule, b *schema.Builder, at tree.Node) {
	for _, p := range ru.src.from {
		found := false
		p.Walk(at, func(n tree.Node) bool {
			if n.Kind() != tree.Object {
				b.Fault(schema.Fault{Path: ru.prop.Name, Value: n.Text(), Message: "lang: * needs an object of texts by language, and this is " + n.Kind().String()})
				return true
			}
			for text := range n.Children() {
				if s := r.text(text); s != "" {
					found = true
					b.Text(ru.prop.Name, text.Key(), plainText(ru, s))
				}
			}
			return true
		})
		if found {
			return
		}
	}
}

// single adds one value by the range of the property.
func (r *run) single(ru *rule, b *schema.Builder, at tree.Node, v string) {
	prop := ru.prop.Name
	switch {
	case ru.link != nil:
		b.Link(prop, r.linked(ru, v))
	case ru.prop.Range == schema.Text:
		b.Text(prop, ru.lang, plainText(ru, v))
	case ru.prop.Range == schema.Date:
		m, note, err := r.moment(ru, v, r.clock(ru, at), false)
		if err != nil {
			b.Fault(schema.Fault{Path: prop, Value: v, Message: r.label(ru) + err.Error()})
			return
		}
		if note != "" {
			b.Fault(schema.Fault{Path: prop, Value: v, Message: note})
		}
		b.Moment(prop, m)
	case ru.prop.Name == "opens", ru.prop.Name == "closes":
		r.openingTime(ru, b, v)
	case ru.prop.Range == schema.Year:
		b.Put(prop, year(ru.layouts, v))
	case prop == "price":
		if price, ok := schema.ParsePrice(v); ok {
			price.Put(b)
			return
		}
		b.Put(prop, v)
	default:
		b.Put(prop, v)
	}
}

func plainText(ru *rule, s string) string {
	if ru.html {
		return schema.PlainText(s)
	}
	return s
}

// clock returns the time that stands beside a date.
func (r *run) clock(ru *rule, at tree.Node) string {
	if ru.clock == nil {
		return ""
	}
	return r.value(ru.clock, at)
}

// label names the columns that a rule reads, for messages.
func (r *run) label(ru *rule) string {
	if len(ru.src.from) == 0 {
		return ""
	}
	names := make([]string, len(ru.src.from))
	for i, p := range ru.src.from {
		names[i] = p.name
	}
	if r.columns != nil {
		return "column " + strings.Join(names, ", ") + ": "
	}
	return strings.Join(names, ", ") + ": "
}

// present reports whether a mapping finds anything at a node itself, neither in
// the mapping nor elsewhere in the item.
func (r *run) present(m *mapping, at tree.Node) bool {
	constant := true
	for _, ru := range m.rules {
		found := false
		switch {
		case !ru.repeats() && !r.holds(ru, at):
			constant = false
		case ru.repeats():
			constant = false
			r.repeat(ru, at, func(tree.Node) { found = true })
		case ru.main != nil:
			constant = constant && ru.main.src.constant()
			found = r.given(&ru.main.src, at)
		case ru.part != nil:
			constant = false
			found = r.present(ru.part, at)
		case ru.record != nil:
			constant = false
			found = r.present(ru.record, at)
		default:
			constant = constant && ru.src.constant()
			found = r.given(&ru.src, at)
		}
		if found {
			return true
		}
	}
	return constant
}

// given reports whether a source that is no constant has something to read.
func (r *run) given(s *source, at tree.Node) bool {
	if len(s.tmpl) > 0 {
		return r.expand(s.tmpl, at) != ""
	}
	for _, p := range s.from {
		found := false
		if r.columns != nil || r.turn != nil && p.name == "." {
			found = r.first(p, at) != ""
		} else {
			p.Walk(at, func(n tree.Node) bool {
				found = !p.FromRoot() && (n.Kind() == tree.Object || r.text(n) != "")
				return !found
			})
		}
		if found {
			return true
		}
	}
	return false
}
