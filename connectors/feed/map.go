package feed

import (
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// item maps an entry that says when something happens.
func (r *run) item(e *entry, key, where string) (connectors.Item, *connectors.Refusal) {
	all := connectors.NewRecords(r.env)
	b, _ := all.Build("Event", key, "")
	b.Zone = r.zoneOf(e)
	for _, f := range e.faults {
		b.Fault(f)
	}
	title, status := unmarked(e.title)
	b.Text("name", e.lang, title)
	r.describe(b, e)
	if h := &e.about; statusOf(h.status) != "" {
		status = statusOf(h.status)
	} else if h.status != "" && status == "" {
		b.Fault(schema.Fault{Path: "eventStatus", Value: h.status, Message: "not a known status; write confirmed, tentative, postponed or cancelled"})
	}
	b.Put("eventStatus", either(status, "EventScheduled"))
	b.Put("availability", seatsOf(e.about.seats))
	if reason, value := r.dates(b, e); reason != "" {
		return connectors.Item{}, connectors.Refuse(key, where, "startDate", value, "%s", reason)
	}
	r.zoneName(b, e)
	b.Put("url", either(e.link, e.about.page))
	r.kinds(b, e)
	r.images(b, e)
	r.cost(b, e)
	r.place(all, b, e)
	r.organizer(all, b, e)
	if iri, ok := schema.CanonicalLicence(e.license); ok {
		b.Put("sdLicense", iri)
	} else if iri, ok := schema.CanonicalLicence(e.rights); ok {
		b.Put("sdLicense", iri)
	}
	if at := r.env.Location; connectors.IsWeb(at) {
		b.Put("derivedFrom", connectors.Discreet(at))
	}
	return all.Item(key, where)
}

// describe adds the text: the whole one, with the summary before it unless it
// begins so.
func (r *run) describe(b *schema.Builder, e *entry) {
	text, summary := e.content, strings.TrimSuffix(strings.TrimSpace(strings.TrimRight(e.summary, ".… ")), "[")
	switch {
	case text == "":
		text = e.summary
	case summary != "" && !strings.Contains(lines(text), lines(strings.TrimRight(summary, ".…[] "))):
		text = e.summary + "\n\n" + text
	}
	b.Text("description", e.lang, text)
}

// zoneName notes the zone that an entry's times are meant in, where it names one.
func (r *run) zoneName(b *schema.Builder, e *entry) {
	if e.about.zone == "" {
		return
	}
	if z := r.zoneOf(e); z.String() == e.about.zone {
		b.Put("timezone", e.about.zone)
	}
}

// dayName finds categories that are days: calendars list by them.
var dayName = regexp.MustCompile(`^\d{4}[/-]\d{1,2}[/-]\d{1,2}\b`)

// kinds adds what kind of event it is, in the source's own terms.
func (r *run) kinds(b *schema.Builder, e *entry) {
	if r.Type != "" {
		b.Type(r.Type)
	}
	if kind := lines(e.about.kind); kind != "" && !b.Type(kind) {
		b.Term("additionalType", e.lang, kind, "")
	}
	for _, c := range e.categories {
		if dayName.MatchString(c.term) || strings.HasSuffix(c.scheme, "g/2005#kind") { // Google's own word for an event
			continue
		}
		name := either(c.label, c.term)
		if connectors.IsWeb(name) { // an address without a name
			name = strings.TrimRight(name, "/#")
			name = name[strings.LastIndexAny(name, "/#")+1:]
		}
		t := b.Part("additionalType", "DefinedTerm")
		t.Text("name", e.lang, name)
		if c.label != "" && !connectors.IsWeb(c.term) {
			t.Put("termCode", c.term)
		}
		if connectors.IsWeb(c.term) {
			t.Put("sameAs", c.term)
		}
		b.Text("keywords", e.lang, name)
	}
}

// cost adds what it costs: amounts, nothing, or the words for it.
func (r *run) cost(b *schema.Builder, e *entry) {
	said := lines(e.about.cost)
	if said == "" {
		return
	}
	price, ok := schema.ParsePrice(said)
	if ok && price.Free() {
		b.Put("isAccessibleForFree", "true")
		return
	}
	o := b.Part("offers", "Offer")
	if !ok {
		o.Text("name", e.lang, said)
		return
	}
	if price.Currency == "" && len(e.about.currency) == 3 {
		price.Currency = strings.ToUpper(e.about.currency)
	}
	price.Put(o)
}
