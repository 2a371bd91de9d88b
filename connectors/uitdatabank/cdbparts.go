package uitdatabank

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
)

// addDetail adds what a detail says in its language. Performers, pictures and
// the price stand in one language or in each, as the same again.
func (d *document) addDetail(x cdbDetail) {
	if d.MainLanguage == "" {
		d.MainLanguage = x.Lang
	}
	d.Name[x.Lang] = oneLine(x.Title)
	d.Description[x.Lang] = described(x.Short, x.Long)
	for _, p := range x.Performers {
		name := oneLine(p.Label)
		if name != "" && !slices.ContainsFunc(d.Performer, func(o document) bool { return o.Name[""] == name }) {
			d.Performer = append(d.Performer, document{Name: texts{"": name}})
		}
	}
	for _, f := range x.Files {
		d.addFile(f, x.Lang)
	}
	d.addPrice(x)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// described returns the short description and behind it the long one, unless this
// has the short one in it, as UiTdatabank itself joins them.
func described(short, long string) string {
	short, long = schema.PlainText(unindent(short)), schema.PlainText(unindent(long))
	if short == "" || strings.Contains(oneLine(long), strings.TrimRight(oneLine(short), " .…")) {
		return long
	}
	return strings.TrimSpace(short + "\n\n" + long)
}

// paragraph is what stands between two of a text, and indented where a line of it
// goes on that the XML's layout breaks.
var (
	paragraph = regexp.MustCompile(`[ \t]*\r?\n[ \t]*\r?\n\s*`)
	indented  = regexp.MustCompile(`[ \t]*\r?\n(?:[ \t]{2,}|\t)([^ \t\r\n])`)
)

// unindent joins the lines of a text that stand indented.
func unindent(s string) string {
	return indented.ReplaceAllString(paragraph.ReplaceAllString(s, "\n\n"), " $1")
}

// once adds a word that is not among them.
func (w *words) once(s string) {
	if s = strings.TrimSpace(s); s != "" && !slices.Contains(*w, s) {
		*w = append(*w, s)
	}
}

// addFile adds a picture or a film, or a page of the event.
func (d *document) addFile(f cdbFile, lang string) {
	link := schema.CleanURL(f.Link)
	if link == "" {
		return
	}
	switch kind := strings.ToLower(f.Kind); {
	case kind == "photo", kind == "imageweb", kind == "" && f.FileType != "":
		if !slices.ContainsFunc(d.MediaObject, func(o medium) bool { return o.ContentURL == link }) {
			d.MediaObject = append(d.MediaObject, medium{ContentURL: link, CopyrightHolder: oneLine(f.Copyright),
				Description: texts{lang: oneLine(f.Title)}, InLanguage: lang})
		}
	case kind == "youtube", kind == "video":
		d.Videos = append(d.Videos, medium{URL: link, CopyrightHolder: oneLine(f.Copyright), Language: lang})
	case kind == "webresource":
		if !slices.Contains(d.ContactPoint.URL, link) {
			d.ContactPoint.URL = append(d.ContactPoint.URL, link)
		}
	}
}

// addContact adds how to reach somebody, and where places are booked. The main
// address goes first.
func (d *document) addContact(x cdbContact) {
	for _, u := range x.URL {
		link := schema.CleanURL(u.Address)
		switch {
		case link == "" || slices.Contains(d.ContactPoint.URL, link):
		case u.Reservation == "true":
			d.BookingInfo.URL = link
		case u.Main == "true":
			d.ContactPoint.URL = slices.Insert(d.ContactPoint.URL, 0, link)
		default:
			d.ContactPoint.URL = append(d.ContactPoint.URL, link)
		}
	}
	for _, m := range x.Mail {
		d.ContactPoint.Email.once(m)
	}
	for _, p := range x.Phone {
		if p.Type != "fax" {
			d.ContactPoint.Phone.once(p.Number)
		}
	}
	if !slices.Contains(d.Type, "Event") { // an event's address is that of its place
		d.addAddress(x.Address)
	}
	if slices.Contains(d.Type, "Organization") && len(d.ContactPoint.URL) > 0 {
		d.URL = texts{"": d.ContactPoint.URL[0]}
	}
}

// addAddress adds a postal address with its position, whose decimals may stand
// behind a comma.
func (d *document) addAddress(x cdbPhysical) {
	a := address{Country: strings.TrimSpace(x.Country), Locality: strings.TrimSpace(x.City), Postal: scalar(strings.TrimSpace(x.Zip)),
		Street: strings.TrimSpace(strings.TrimSpace(x.Street) + " " + strings.TrimSpace(x.Number))}
	if a != (address{}) {
		d.Address = addresses{"": a}
	}
	degrees := func(s string) scalar { return scalar(strings.ReplaceAll(strings.TrimSpace(s), ",", ".")) }
	d.Geo.Latitude, d.Geo.Longitude = degrees(x.Y), degrees(x.X)
}
