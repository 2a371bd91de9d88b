package as2

import (
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/wire/activitypub"
)

// Reader turns objects into records.
type Reader struct {
	Lang    string         // of texts that do not say theirs; "" for unknown
	Zone    *time.Location // of times without an offset; UTC when nil
	License string         // of pictures; "" for unknown
	Persons bool           // whether people who make events become records
	// Embed builds the record of a thing that an object names, once for each key,
	// by describe, and returns its IRI; "" when it is not to be.
	Embed func(class, key, path string, describe func(*schema.Builder)) schema.IRI
	// Fetch asks for a thing that an object names by its address alone, of the same
	// server; false when it is not to be had. nil for never.
	Fetch func(address string) (Object, bool)
}

// Event fills the record of an event, which keeps to schema.org's Event. What it
// says of others' servers is not believed: who makes it stands on its own.
func (r *Reader) Event(b *schema.Builder, o Object) {
	lang := o.language(r.Lang)
	r.title(b, o, lang)
	r.describe(b, o, lang)
	page := r.pages(b, o)
	zone := r.dates(b, o)
	b.Zone = zone
	online := r.locations(b, o, lang)
	r.online(b, o, page, online)
	r.makers(b, o)
	r.images(b, o, lang)
	r.tickets(b, o)
	r.terms(b, o, lang)
	r.extras(b, o, lang)
}

// title adds the name. Old servers have it under summary.
func (r *Reader) title(b *schema.Builder, o Object, lang string) {
	r.line(b, "name", o.texts("name", lang))
	if !b.Has("name") && len(o.texts("content", lang)) > 0 {
		r.line(b, "name", o.texts("summary", lang))
	}
}

// describe adds the text: content in each language, else summary, which beside a
// content repeats place and date.
func (r *Reader) describe(b *schema.Builder, o Object, lang string) {
	for _, name := range []string{"content", "summary"} {
		if b.Has("description") {
			return
		}
		for _, t := range o.texts(name, lang) {
			b.Text("description", t.lang, schema.PlainText(t.text))
		}
	}
}

// line adds a text on one line in all its languages.
func (r *Reader) line(b *schema.Builder, prop string, all []said) {
	for _, t := range all {
		b.Text(prop, t.lang, oneLine(t.text))
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(schema.PlainText(s)), " ") }

// pages adds the page of an event and returns the page of its own that it links
// to, "" for none: a link that is called Website. Where the object stands is where
// the record comes from.
func (r *Reader) pages(b *schema.Builder, o Object) (website string) {
	for _, v := range o.list("attachment") {
		a := object(v)
		if link := a.Text("href", "url"); a.Type() == "Link" && strings.EqualFold(a.Text("name"), "website") && isWeb(link) && website == "" {
			website = link
		}
	}
	page := o.page()
	if website != "" {
		b.Put("url", website)
	} else {
		b.Put("url", page)
	}
	if page == "" {
		page = o.ID()
	}
	b.Put("derivedFrom", page)
	return website
}

// page returns the address of the page for people: of several links the one that
// leads to HTML.
func (o Object) page() string {
	for _, v := range o.list("url") {
		if l := object(v); l != nil && strings.HasPrefix(l.Text("mediaType"), "text/html") {
			return l.Text("href")
		}
	}
	if page := addressOf(o["url"]); isWeb(page) {
		return page
	}
	return ""
}

func isWeb(s string) bool { return activitypub.Host(s) != "" }

// named returns what a member names: things given whole, and those that their
// address alone gives and that can be had.
func (r *Reader) named(o Object, v any) (Object, bool) {
	if in := object(v); in != nil && (in.Text("name", "preferredUsername") != "" || in["address"] != nil || in["nameMap"] != nil) {
		return in, true
	}
	address := addressOf(v)
	if !isWeb(address) || r.Fetch == nil || !activitypub.SameHost(address, o.ID()) {
		return nil, false
	}
	return r.Fetch(address)
}
