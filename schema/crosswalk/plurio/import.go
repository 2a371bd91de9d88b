package plurio

import (
	"cmp"
	"net/url"
	"strconv"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// Import returns an event as an entry of an import, which leads to the entries of
// the guide by what their sources call them; false for one without a date or a
// place.
func (w Writer) Import(n *schema.Node) (plurio.Event, bool) {
	e, ok := w.Export(n)
	if !ok {
		return plurio.Event{}, false
	}
	if e.Timings != nil {
		e.Timings = open(e.Timings)
	}
	r := plurio.Agenda{Place: &plurio.Venue{IsOrganizer: "false"}, Movies: e.Relations.Movies, Categories: e.Relations.CategoriesOut}
	for _, iri := range n.Refs("location") {
		if p := w.record(iri); p != nil {
			to := refer(p)
			r.Place.Name, r.Place.ExtID = to.Name, to.ExtID
			break
		}
	}
	r.Events = w.links(n.Refs("superEvent"))
	for _, prop := range []string{"performer", "actor", "director", "contributor", "organizer", "sponsor", "funder"} {
		for _, iri := range n.Refs(prop) {
			link := w.links([]schema.IRI{iri})
			switch to := w.record(iri); {
			case to == nil:
			case to.Class.Name == "Person":
				r.Persons = append(r.Persons, link...)
			default:
				if prop == "organizer" {
					link[0].OrgEvent = plurio.Organiser
				}
				r.Organisations = append(r.Organisations, link...)
			}
		}
	}
	r.Pictures = imported(e.Relations.Pictures)
	e.Relations = r
	return e, true
}

// links returns what leads to entries of the guide or the agenda.
func (w Writer) links(iris []schema.IRI) (out []plurio.Ref) {
	for _, iri := range iris {
		if n := w.record(iri); n != nil {
			out = append(out, refer(n))
		}
	}
	return out
}

// refer leads to a record: by what its source calls it, or by its name when the
// guide cannot have it for want of an address.
func refer(n *schema.Node) plurio.Ref {
	if p := n.Class.Property("address"); p != nil && address(n.Node("address")) == nil {
		return plurio.Ref{Name: title(n)}
	}
	return plurio.Ref{ExtID: n.String("sourceIdentifier")}
}

// open returns times without seconds and without words that say nothing, which
// an import does not have.
func open(t *plurio.Timings) *plurio.Timings {
	out := &plurio.Timings{Usual: minutes(t.Usual)}
	for _, x := range t.Exceptions {
		x.Timings = minutes(x.Timings)
		out.Exceptions = append(out.Exceptions, x)
	}
	return out
}

func minutes(list []plurio.Timing) (out []plurio.Timing) {
	for _, t := range list {
		t.From, t.To = t.From[:min(5, len(t.From))], t.To[:min(5, len(t.To))]
		if t.Description == someTime {
			t.Description = ""
		}
		out = append(out, t)
	}
	return out
}

// pictures returns the pictures and films of a record in its order, as an export
// has them.
func pictures(n *schema.Node) (list []plurio.Picture, movies []plurio.Movie) {
	for _, m := range n.Nodes("image") {
		at := m.String("contentUrl")
		if u, err := url.Parse(at); err != nil || u.Host == "" {
			continue
		}
		switch m.Type() {
		case "VideoObject":
			movies = append(movies, plurio.Movie{Type: "extern", Default: at, Preview: m.String("thumbnailUrl")})
			continue
		case "AudioObject", "3DModel", "TextObject":
			continue
		}
		name, _ := m.Text("name", preferred...)
		caption, _ := m.Text("caption", preferred...)
		notice, _ := m.Text("copyrightNotice", preferred...)
		place := "default"
		if len(list) > 0 {
			place = "additional" + strconv.Itoa(len(list))
		}
		list = append(list, plurio.Picture{Number: strconv.Itoa(len(list) + 1), Place: place, URL: at,
			TitleOut: cmp.Or(name, caption, title(n)), AltOut: cmp.Or(caption, name, title(n)), TextOut: notice})
	}
	return list, movies
}

// imported returns pictures as an import has them: at a path of a domain.
func imported(list []plurio.Picture) (out []plurio.Picture) {
	for _, p := range list {
		u, err := url.Parse(p.URL)
		if err != nil || len(u.RequestURI()) > 255 {
			continue
		}
		out = append(out, plurio.Picture{Type: "extern", Domain: u.Scheme + "://" + u.Host, Path: u.RequestURI(), Position: p.Place,
			Name: limit(p.TitleOut, 255), AltText: limit(p.AltOut, 255), Description: limit(p.TextOut, 255)})
	}
	return out
}
