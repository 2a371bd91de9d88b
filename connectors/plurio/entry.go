package plurio

import (
	"iter"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// entry hands on what one element becomes.
func (r *run) entry(e *markup.Element, where string) error {
	switch e.Name {
	case "header":
		r.export = true
		return nil
	case "license":
		l, _ := plurio.Read[plurio.License](element{e})
		r.license = licence(l)
		return nil
	case "entityBuilding":
		b, unknown := plurio.Read[plurio.Building](element{e})
		key, poor := entryKey(b.ID, b.User.ID, schema.PlaceKey(b.Name, r.town(b.Address).Name), b.Name)
		r.guide.places.add(b.ID, b.User.ID, known{key, b.Name, &b})
		return r.item(e, where, "place", key, b.Name, append(poor, strangers(unknown)...), func(m *mapper) { m.building(b, key) })
	case "entityOrganisation":
		o, unknown := plurio.Read[plurio.Organisation](element{e})
		key, poor := entryKey(o.ID, o.User.ID, schema.NameKey(o.Name), o.Name)
		r.guide.organisations.add(o.ID, o.User.ID, known{key: key, name: o.Name})
		return r.item(e, where, "organisation", key, o.Name, append(poor, strangers(unknown)...), func(m *mapper) { m.organisation(o, key) })
	case "entityPerson":
		p, unknown := plurio.Read[plurio.Person](element{e})
		name := strings.TrimSpace(p.FirstName + " " + p.LastName)
		key, poor := entryKey(p.ID, p.User.ID, schema.NameKey(name), name)
		r.guide.persons.add(p.ID, p.User.ID, known{key: key, name: name})
		return r.item(e, where, "person", key, name, append(poor, strangers(unknown)...), func(m *mapper) { m.person(p, key, name) })
	}
	ev, unknown := plurio.Read[plurio.Event](element{e})
	own := ev.User.ID
	if r.export && ev.ID != "" { // many institutions in one file: their own numbers may meet
		own = ""
	}
	day := ""
	if ev.Date != nil {
		day = ev.Date.From
	}
	key, poor := entryKey(ev.ID, own, schema.NameKey(ev.Name)+"|"+day, ev.Name)
	r.guide.events.add(ev.ID, own, known{key: key, name: ev.Name})
	return r.item(e, where, "event", key, ev.Name, append(poor, strangers(unknown)...), func(m *mapper) { m.event(ev, key) })
}

// entryKey returns the key of an entry: the institution's own number, else
// Plurio.net's, else what stands for it.
func entryKey(number, own, made, name string) (key string, poor []schema.Fault) {
	switch {
	case own != "":
		return own, nil
	case number != "":
		return number, nil
	case name == "":
		return "", nil
	}
	return made, []schema.Fault{{Path: "userspecific.entityId", Message: "missing, and there is no id either: the entry is recognised by its name, so that it becomes another one when that changes; give it an entityId of your own"}}
}

// strangers tells of elements that the format does not have.
func strangers(unknown []string) (out []schema.Fault) {
	for _, path := range unknown {
		message := "the format has no such element there, so it is not read: look for a slip in its name or its place"
		if right := meant(path); right != "" {
			message = "the format has no such element there, so it is not read: it is written " + right
		}
		out = append(out, schema.Fault{Path: path, Message: message})
	}
	return out
}

// meant returns what the format calls a thing that it spells in its own way.
func meant(path string) string {
	switch path[strings.LastIndexByte(path, '/')+1:] {
	case "address":
		return "adress"
	case "emailAddresses":
		return "emailAdresses"
	case "emailAddress":
		return "emailAdress"
	case "organization":
		return "organisation"
	case "agendaCategory":
		return "agendaCategoryId"
	}
	return ""
}

// item hands on an entry of a class under its key, or says that it is as it was.
func (r *run) item(e *markup.Element, where, class, key, name string, faults []schema.Fault, build func(*mapper)) error {
	if name != "" {
		where += ", " + schema.Excerpt(name)
	}
	raw := r.guide.with(e)
	if known, ok := r.env.Known(raw); ok {
		return r.list.Hand(connectors.Item{Key: known, Where: where, Same: true, Raw: raw})
	}
	if key == "" {
		path := "name"
		if class == "person" {
			path = "lastname"
		}
		return r.list.Refuse(connectors.Refuse("", where, path, "", "missing: an entry without a name and without an id cannot be recognised tomorrow"))
	}
	m := &mapper{run: r, Records: connectors.NewRecords(r.env)}
	build(m)
	it, refusal := m.Item(class+" "+key, where)
	if refusal != nil {
		return r.list.Refuse(refusal)
	}
	it.Raw = raw
	it.Faults = append(append(faults, it.Faults...), r.repair...)
	r.repair = nil
	return r.list.Hand(it)
}

// element lets the format's reader read what markup parsed.
type element struct{ e *markup.Element }

// Name returns the local name.
func (x element) Name() string { return x.e.Name }

// Attribute returns an attribute.
func (x element) Attribute(name string) string { return x.e.Attr(name) }

// Text returns the text; elements in it, which are HTML that was not escaped,
// stand in it as tags.
func (x element) Text() string {
	if len(x.e.Children) == 0 {
		return x.e.Text
	}
	var b strings.Builder
	write(&b, x.e)
	return b.String()
}

func write(b *strings.Builder, e *markup.Element) {
	b.WriteString(e.Text)
	for _, c := range e.Children {
		b.WriteString("<" + c.Name + ">")
		write(b, c)
		b.WriteString("</" + c.Name + ">" + c.Tail)
	}
}

// Children returns the elements in it.
func (x element) Children() iter.Seq[plurio.Element] {
	return func(yield func(plurio.Element) bool) {
		for _, c := range x.e.Children {
			if !yield(element{c}) {
				return
			}
		}
	}
}
