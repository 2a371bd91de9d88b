package feeds

import (
	"io"
	"strings"

	"moselle/hub/catalog"
	"moselle/schema"
	"moselle/schema/wire/ics"
)

// writeICS writes a calendar in which every date of an event is an entry of
// its own, so that a subscriber sees each one's status. A row that stands for
// one date gives that date alone.
func writeICS(w io.Writer, f feed) error {
	cal := ics.Calendar{ID: "-//Moselle//Agenda//" + strings.ToUpper(f.lang), Name: f.title, Lang: f.lang, Zone: f.zone}
	for _, c := range f.cards {
		dates := c.Hit.Node.Occurrences()
		if f.perDate && c.Hit.Occurrence != nil {
			dates = []schema.Occurrence{*c.Hit.Occurrence}
		}
		from, to := f.stretch(c.Hit.Node)
		kept := 0
		for _, o := range dates {
			end := o.Start.End()
			if !o.End.IsZero() {
				end = o.End.End()
			}
			if !from.IsZero() && !end.After(from) || !to.IsZero() && !o.Start.Time.Before(to) || kept == maxDates {
				continue
			}
			kept++
			cal.Events = append(cal.Events, entry(c, o))
		}
	}
	return ics.Encode(w, cal)
}

// maxDates bounds the entries of one event in a calendar.
const maxDates = 400

func entry(c catalog.Card, o schema.Occurrence) ics.Event {
	e := ics.Event{
		UID: uid(c, o), Stamp: c.Hit.Modified, Start: o.Start, End: o.End, Zone: c.Timezone, Status: "CONFIRMED",
		Lang: c.NameLang, Summary: marked(c.Name, o.Status), DescLang: c.DescLang, Description: c.Description,
		Location: address(c), URL: c.Page, Categories: labels(c.Categories), LocationLang: c.PlaceLang,
	}
	switch o.Status {
	case "EventCancelled":
		e.Status = "CANCELLED"
	case "EventPostponed", "EventTentative":
		e.Status = "TENTATIVE"
	}
	if o.Name != "" {
		e.Summary += " – " + o.Name
	}
	if c.Latitude != nil && c.Longitude != nil {
		e.Lat, e.Lon = *c.Latitude, *c.Longitude
	}
	if len(c.Organizers) > 0 {
		e.Organizer, e.OrganizerURL = c.Organizers[0].Name, c.Organizers[0].ID
	}
	if c.Image != nil && c.Image.Shown() { // a calendar has no place for it but the text
		e.Image = c.Image.URL
		if e.Description == "" {
			e.DescLang = c.Image.AttributionLang
		}
		e.Description = strings.TrimPrefix(e.Description+"\n\n🖼 "+c.Image.Attribution, "\n\n")
	}
	return e
}

// uid is the address of the thing, or of the date where it has one.
func uid(c catalog.Card, o schema.Occurrence) string {
	if _, fragment, ok := strings.Cut(string(o.ID), "#"); ok {
		return c.ID + "#" + fragment
	}
	return c.ID
}
