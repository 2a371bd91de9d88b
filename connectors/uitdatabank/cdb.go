package uitdatabank

import (
	"fmt"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// cdb turns one element of cdbxml into an item or a refusal.
func (h *harvest) cdb(x *cdbItem) error {
	h.number++
	if err := h.ctx.Err(); err != nil {
		return err
	}
	where := fmt.Sprintf("entry %d", h.number)
	switch {
	case x.XMLName.Local == "item":
		return h.Refuse(connectors.Refuse(keyOf(x.RowID), where+", "+schema.Excerpt(x.Title), "", "",
			"a list of events says when each is held in words alone: ask for the events themselves, by their cdbid"))
	case x.Private == "true":
		return h.Refuse(connectors.Refuse(keyOf(x.ID), where, "private", "true", "the event is private and not for publication"))
	}
	d, faults := x.document()
	return h.document(d, nil, where, faults)
}

// states are the workflow states of cdbxml as JSON-LD has them.
var states = map[string]string{
	"approved": "APPROVED", "readyforvalidation": "READY_FOR_VALIDATION", "draft": "DRAFT", "rejected": "REJECTED", "deleted": "DELETED",
}

// document says in the form of JSON-LD what an event or an actor of cdbxml says.
func (x *cdbItem) document() (*document, []schema.Fault) {
	d := &document{ID: x.ID, Type: words{"Event"}, AvailableFrom: x.AvailableFrom, Name: texts{}, Description: texts{}}
	if d.ID == "" {
		d.ID = x.ExternalID
	}
	if x.XMLName.Local == "actor" {
		d.Type = words{"Organization"}
	}
	if d.WorkflowStatus = states[strings.ToLower(x.State)]; d.WorkflowStatus == "" {
		d.WorkflowStatus = strings.ToUpper(x.State)
	}
	for _, detail := range append(x.EventDetails, x.ActorDetails...) {
		d.addDetail(detail)
	}
	for _, c := range x.Categories {
		switch c.Type {
		case "actortype":
			if c.ID == actorPlace {
				d.Type = words{"Place"}
			}
			if c.ID == actorPlace || c.ID == actorOrganiser {
				continue
			}
		case "eventtype", "theme", "facility", "targetaudience":
		default: // regions and scopes, which the address says better
			continue
		}
		d.Terms = append(d.Terms, term{ID: c.ID, Domain: c.Type, Label: texts{"nl": schema.CleanText(strings.Join(strings.Fields(c.Label), " "))}})
	}
	d.Labels = x.Keywords.visible()
	if x.AgeFrom != "" || x.AgeTo != "" {
		d.TypicalAgeRange = x.AgeFrom + "-" + x.AgeTo
	}
	for _, name := range x.Languages {
		if code := spoken[strings.ToLower(strings.TrimSpace(name))]; code != "" {
			d.spoken = append(d.spoken, code)
		}
	}
	d.addContact(x.Contact)
	d.Location, d.Organizer = x.Location.document("Place"), x.Organiser.document("Organization")
	faults := d.addCalendar(x.Calendar)
	if x.Week != nil {
		d.OpeningHours = x.Week.hours("", "")
	}
	return d, faults
}

// The types of actors that say what an actor is.
const (
	actorPlace     = "8.15.0.0.0"
	actorOrganiser = "8.11.0.0.0"
)

// spoken are the languages of cdbxml by their Dutch names.
var spoken = map[string]string{"nederlands": "nl", "frans": "fr", "duits": "de", "engels": "en", "luxemburgs": "lb", "spaans": "es", "italiaans": "it"}

// document returns a place or an organiser that an event names; nil for none.
func (n *cdbNamed) document(class string) *document {
	if n == nil || strings.TrimSpace(n.Label.Name+n.Label.ID) == "" {
		return nil
	}
	d := &document{ID: n.Label.ID, Type: words{class}}
	if name := strings.TrimSpace(n.Label.Name); name != "" {
		d.Name = texts{"": name}
	}
	d.addAddress(n.Address)
	return d
}

// visible returns the keywords that are not hidden.
func (k cdbKeywords) visible() (out words) {
	for _, w := range k.List {
		if w.Visible != "false" {
			out.once(oneLine(w.Text))
		}
	}
	for _, w := range strings.FieldsFunc(k.Text, func(r rune) bool { return r == ';' || r == ',' }) {
		out.once(oneLine(w))
	}
	return out
}
