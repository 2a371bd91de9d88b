package as2

import (
	"moselle/schema"
	"moselle/schema/wire/activitypub"
)

// maxMakers bounds those who make an event.
const maxMakers = 50

// makers adds who makes an event: those it is attributed to, whether by a text, a
// list or whole, and those it names as its organizers. An account of the same
// server is believed; of another nothing is taken, as anybody could name it.
func (r *Reader) makers(b *schema.Builder, o Object) {
	var all []any
	all = append(append(all, o.list("attributedTo")...), o.list("organizers")...)
	seen := map[string]bool{}
	for _, v := range all[:min(len(all), maxMakers)] {
		account := addressOf(v)
		if seen[account] || account == "" {
			continue
		}
		seen[account] = true
		if isWeb(o.ID()) && !activitypub.SameHost(account, o.ID()) {
			b.Fault(schema.Fault{Path: "attributedTo", Value: account, Message: "the account is of another server than the event, which cannot speak for it; it is left out"})
			continue
		}
		in, ok := r.named(o, v)
		if ok && in.Type() == "" && len(in.list("items"))+len(in.list("orderedItems")) > 0 {
			continue // a list of organizers that would have to be asked for
		}
		if !ok {
			// An event that somebody made for a group is attributed to the group.
			if who := addressOf(o["actor"]); who == "" || who == account || handleOf(account) == "" {
				continue
			}
			in = Object{"type": "Group", "id": account, "name": handleOf(account), "url": account}
		}
		r.maker(b, in, account)
	}
}

// maker embeds one account. A group or an organisation organizes; the account of a
// whole server only published it. People are taken when the reader is to.
func (r *Reader) maker(b *schema.Builder, in Object, account string) {
	prop, class := "organizer", "Organization"
	switch in.Type() {
	case "Application", "Service":
		prop = "contributor"
	case "Person":
		if !r.Persons {
			return
		}
		class = "Person"
	}
	b.Link(prop, r.Embed(class, account, prop, func(b *schema.Builder) { r.Actor(b, in) }))
}

// Actor fills the record of an account: an Organization or, of a Person, a
// Person.
func (r *Reader) Actor(b *schema.Builder, o Object) {
	lang := o.language(r.Lang)
	name := o.texts("name", lang)
	if len(name) == 0 {
		name = []said{{lang, o.Text("preferredUsername")}}
	}
	r.line(b, "name", name)
	b.Put("derivedFrom", o.ID())
	page := o.page()
	if page == "" {
		page = o.ID()
	}
	b.Put("sameAs", o.ID())
	b.Put("url", page)
	if b.Class().Name != "Organization" {
		return
	}
	for _, t := range o.texts("summary", lang) {
		b.Text("description", t.lang, schema.PlainText(t.text))
	}
	if icon := pictureOf(o["icon"]); icon.address != "" {
		r.picture(b.Part("logo", "Media"), icon, lang)
	}
	if image := pictureOf(o["image"]); image.address != "" {
		r.picture(b.Part("image", "Media"), image, lang)
	}
}
