package as2

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"moselle/schema"
	"moselle/schema/taxonomy"
	"moselle/schema/wire/activitypub"
)

// Writer writes records as objects of ActivityStreams.
type Writer struct {
	Actor     string                        // the address of the account that publishes
	Followers string                        // of the list of its followers
	Address   func(schema.IRI) string       // under which a record, or a date of one, is served as an object
	Page      func(schema.IRI) string       // of a record's page for people
	Tag       func(keyword string) string   // of the page of a keyword; "" for none
	Linked    func(schema.IRI) *schema.Node // the records that one leads to; nil for one that is not there
	Langs     []string                      // the languages of texts, the best first
}

// The lengths of a title that Mobilizon takes, in characters.
const (
	minName = 3
	maxName = 200
)

// Event writes one date of an event, as schema.Node.Occurrences gives them. It is
// an error when the event has no title.
func (w *Writer) Event(n *schema.Node, date schema.Occurrence) (*Event, error) {
	title, lang := n.Title(w.Langs...)
	if date.Name != "" {
		title, lang = date.Name, date.NameLang
	}
	if title == "" || date.Start.IsZero() {
		return nil, fmt.Errorf("%s: an event without a title or a start cannot be written", n.ID)
	}
	id := date.ID
	if id == "" {
		id = n.ID
	}
	e := &Event{
		Context: Context(), ID: w.Address(id), Type: "Event", URL: w.Page(n.ID), Actor: w.Actor, AttributedTo: w.Actor,
		To: []string{activitypub.Public}, CC: []string{w.Followers},
		Content: "", Timezone: n.String("timezone"), Category: category(n), InLanguage: known(lang), JoinMode: "external",
		Updated: n.String("sdDatePublished"), Attachment: []Attachment{}, Tag: []Tag{},
	}
	e.dates(n, date)
	w.where(e, n, date)
	e.Name = fitting(title, e.Location)
	e.NameMap = several(n.Texts(n.Class.TitleOf()), oneLine)
	text, _ := n.Text("description", append([]string{lang}, w.Langs...)...)
	e.Content = toHTML(text)
	e.ContentMap = several(n.Texts("description"), toHTML)
	if held := n.Strings("inLanguage"); len(held) == 1 {
		e.InLanguage = held[0]
	}
	w.attach(e, n, title)
	w.tags(e, n, lang)
	w.tickets(e, n, date)
	return e, nil
}

func known(lang string) string {
	if lang == schema.Und {
		return ""
	}
	return lang
}

// fitting makes a title as long as it has to be.
func fitting(title string, at *Place) string {
	title = oneLine(title)
	if utf8.RuneCountInString(title) < minName && at != nil {
		title += ", " + at.Name
	}
	for utf8.RuneCountInString(title) < minName {
		title += "."
	}
	if r := []rune(title); len(r) > maxName {
		title = strings.TrimSpace(string(r[:maxName-1])) + "…"
	}
	return title
}

// several returns texts by language when there is more than one.
func several(texts map[string]string, form func(string) string) map[string]string {
	if len(texts) < 2 {
		return nil
	}
	out := make(map[string]string, len(texts))
	for lang, text := range texts {
		out[lang] = form(text)
	}
	return out
}

// category returns Mobilizon's category for what kind of event it is; "" when none
// fits, which Mobilizon takes for a meeting.
func category(n *schema.Node) string {
	for _, kind := range taxonomy.KindsOf(n) {
		for _, c := range slices.Backward(kind.Path()) { // the narrowest first
			for _, iri := range slices.Concat(c.Exact, c.Close) {
				if code, ok := strings.CutPrefix(iri, codes); ok {
					return code
				}
			}
		}
	}
	return ""
}

// tags adds the keywords in the language of the title, or of nobody knows which.
func (w *Writer) tags(e *Event, n *schema.Node, lang string) {
	for _, v := range n.Values("keywords") {
		name := hashtag(v.Text)
		if v.Lang != lang && v.Lang != schema.Und || name == "#" || slices.ContainsFunc(e.Tag, func(t Tag) bool { return t.Name == name }) {
			continue
		}
		e.Tag = append(e.Tag, Tag{"Hashtag", name, w.Tag(v.Text)})
	}
}

// tickets adds where to sign up, else the page, and how many there is room for.
func (w *Writer) tickets(e *Event, n *schema.Node, date schema.Occurrence) {
	for _, offer := range n.Nodes("offers") {
		if to := offer.String("url"); isWeb(to) && e.ParticipationURL == "" {
			e.ParticipationURL = to
		}
	}
	if e.ParticipationURL == "" {
		e.ParticipationURL = e.URL
	}
	e.Capacity, e.Remaining = date.Capacity, date.Remaining
	if date.Availability == "SoldOut" && e.Capacity > 0 {
		e.Remaining = new(int)
	}
	if len(n.Values("isAccessibleForFree")) > 0 {
		free := n.Bool("isAccessibleForFree")
		e.AccessibleForFree = &free
	}
}
