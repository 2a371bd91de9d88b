package as2

import (
	"strings"

	"moselle/schema"
	"moselle/schema/taxonomy"
)

// codes is the list that Mobilizon's categories are from.
const codes = "https://joinmobilizon.org/ns#"

// terms adds what kind of event it is, by its types and its category, and the
// keywords.
func (r *Reader) terms(b *schema.Builder, o Object, lang string) {
	for _, v := range o.list("type") {
		b.Type(bare(plain(v)))
	}
	for _, v := range o.list("category") {
		name := oneLine(plain(v))
		code := strings.ToUpper(strings.ReplaceAll(name, " ", "_"))
		concept := taxonomy.Matching(codes + code)
		switch {
		case name == "":
		case concept == nil:
			b.Term("additionalType", lang, name, "")
		default:
			t := b.Part("additionalType", "DefinedTerm")
			t.Text("name", "en", strings.ToLower(strings.ReplaceAll(code, "_", " ")))
			t.Put("termCode", code)
			t.Put("sameAs", codes+code)
		}
	}
	for _, v := range o.list("tag") {
		in := object(v)
		name := plain(v)
		if in != nil {
			name = in.Text("name")
		}
		if t := in.Type(); t != "" && t != "Hashtag" { // a mention, an emoji
			continue
		}
		b.Text("keywords", lang, oneLine(strings.TrimPrefix(name, "#")))
	}
	for _, v := range o.list("inLanguage") {
		if l := plain(v); schema.CleanLang(l) != schema.Und {
			b.Put("inLanguage", schema.CleanLang(l))
		}
	}
}

// tickets adds where to sign up or buy, and how many there is room for. WordPress
// names the event's own page where there is nothing to sign up for.
func (r *Reader) tickets(b *schema.Builder, o Object) {
	if to := addressOf(o["externalParticipationUrl"]); isWeb(to) && to != o.page() {
		b.Part("offers", "Offer").Put("url", to)
	}
	if n := o.Text("maximumAttendeeCapacity"); n != "0" { // which is Mobilizon's for any number
		b.Put("maximumAttendeeCapacity", n)
		b.Put("remainingAttendeeCapacity", o.Text("remainingAttendeeCapacity"))
	}
	switch o.Text("isAccessibleForFree") {
	case "true", "false":
		b.Put("isAccessibleForFree", o.Text("isAccessibleForFree"))
	}
}

// extras adds what Mobilizon keeps as named values: accessibility, tickets and
// where to connect.
func (r *Reader) extras(b *schema.Builder, o Object, lang string) {
	for _, v := range o.list("attachment") {
		in := object(v)
		id, value := in.Text("propertyID"), in.Text("value")
		if in.Type() != "PropertyValue" || value == "" {
			continue
		}
		kind := strings.TrimPrefix(id, "mz:")
		switch {
		case strings.HasPrefix(kind, "accessibility:"):
			f := b.Part("accessibilityFeature", "Feature")
			name := oneLine(in.Text("name"))
			if name == "" {
				name = kind[strings.LastIndexByte(kind, ':')+1:]
			}
			f.Text("name", lang, name)
			f.Put("termCode", id)
			if value == "no" || value == "false" {
				f.Put("present", "false")
			}
		case strings.HasPrefix(kind, "ticket:") && isWeb(value):
			b.Part("offers", "Offer").Put("url", value)
		case strings.HasPrefix(kind, "visio:") && isWeb(value):
			b.Part("virtualLocation", "VirtualLocation").Put("url", value)
		}
	}
}
