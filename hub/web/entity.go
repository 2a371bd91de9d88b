package web

import (
	"context"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
	"moselle/schema"
	"moselle/schema/taxonomy"
)

// entityBody is the body of a record's page.
type entityBody struct {
	Card       catalog.Card
	Kind       catalog.Label
	Paragraphs []string
	TextLang   string // when the text is not in the page's language
	Facts      []fact
	Calendar   template.HTML // dates or hours in words
	Opens      bool          // they are hours
	Dates      dates
	Sections   []section
	Formats    []alternate
	Feeds      []alternate
	Quality    string // of a dataset: the page of its source
}

// HasText reports whether there is more to show than facts.
func (b entityBody) HasText() bool {
	return b.Card.Image != nil || len(b.Dates.Near) > 0 || b.Calendar != "" || len(b.Paragraphs) > 0
}

// fact is a labelled line; its values are links where they lead somewhere.
type fact struct {
	Label  string
	Values []link
	Path   bool // the values lead from one to the next
}

type dateRow struct {
	Text, ISO, Status, Note, Badge string
}

// section lists records linked with this one.
type section struct {
	Title  string
	Cards  []catalog.Card
	When   []link // of events, beside the cards
	More   string
	Facets []facet // that the list of all of them is narrowed down by
}

// entity answers the page of a record of a class (segment).
func (s *Surface) entity(lang, class string) echo.HandlerFunc {
	return func(c echo.Context) error {
		e, err := s.catalog.At(c.Request().Context(), class, c.Param("key"))
		if err != nil {
			return s.absent(c, lang, err)
		}
		return s.show(c, lang, e)
	}
}

// Document writes a record's page in the reader's language, for an address
// that names none; or what is left of it when err says that it is gone.
func (s *Surface) Document(c echo.Context, e *catalog.Entity, err error) error {
	lang, _ := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	negotiate.Vary(c.Response().Header(), "Accept-Language")
	if err != nil {
		return s.absent(c, lang, err)
	}
	return s.show(c, lang, e)
}

// absent writes the page of a deleted record; other errors are the handler's.
func (s *Surface) absent(c echo.Context, lang string, err error) error {
	var t *catalog.Tombstone
	if !errors.As(err, &t) {
		return err
	}
	w := s.words[lang]
	return s.tell(c, lang, http.StatusGone, w.T("error.410"), message{Text: w.T("error.410.text", "date", w.Day(t.At.In(s.catalog.Zone)))})
}

func (s *Surface) show(c echo.Context, lang string, e *catalog.Entity) error {
	ctx := c.Request().Context()
	langs := s.catalog.Fallback.Chain(lang)
	cards, err := s.catalog.Cards(ctx, []catalog.Hit{{Entity: e}}, lang, langs)
	if err != nil {
		return err
	}
	linked, err := s.catalog.Linked(ctx, []*catalog.Entity{e})
	if err != nil {
		return err
	}
	v := view{Surface: s, words: s.words[lang], lang: lang, langs: langs, node: e.Node, linked: linked}
	card := cards[0]
	class, key, _ := e.IRI.Local()
	p := s.newPage(lang, card.Name, catalog.Plural(class)+"/"+key, nil)
	p.Description = schema.Excerpt(card.Description)
	body := entityBody{Card: card, Kind: p.KindOf(card), Paragraphs: lines(card.Description), TextLang: other(lang, card.DescLang), Facts: v.facts(card)}
	body.Calendar, body.Opens = v.calendar(), v.opens()
	if e.Class == "Event" && !body.Opens {
		body.Dates = v.dates(s.catalog.Now())
	}
	if body.Sections, err = s.sections(ctx, v, e); err != nil {
		return err
	}
	for _, f := range formats {
		body.Formats = append(body.Formats, alternate{f.Type, f.Title, s.catalog.Doc(e.IRI, f.URL)})
	}
	p.Alternates = append(p.Alternates, body.Formats...)
	if slices.Contains([]string{"Place", "Organization"}, e.Class) {
		body.Feeds = s.feeds(url.Values{"related": {s.catalog.ID(e.IRI)}}, lang)
		p.Alternates = append(p.Alternates, body.Feeds[:2]...)
	}
	if e.Class == "Dataset" {
		source, err := s.catalog.SourceOf(ctx, e.IRI)
		if err != nil {
			return err
		}
		if source != "" {
			body.Quality = s.catalog.SourcePage(lang, source)
		}
	}
	p.JSONLD = v.jsonLD()
	p.Body = body
	return s.render(c, http.StatusOK, "entity", p)
}

// formats are the other forms of a record; URL is their extension.
var formats = []alternate{
	{"application/ld+json", "JSON-LD", ".jsonld"},
	{"text/turtle", "Turtle", ".ttl"},
	{"application/n-triples", "N-Triples", ".nt"},
	{"application/n-quads", "N-Quads", ".nq"},
	{"application/json", "JSON", ".json"},
}

// sections are what is linked with a record: what it shows, what happens there.
func (s *Surface) sections(ctx context.Context, v view, e *catalog.Entity) ([]section, error) {
	var out []section
	add := func(title string, q catalog.Query, params url.Values, path string) error {
		q.Size = 12
		found, err := s.catalog.Search(ctx, q)
		if err != nil || len(found.Hits) == 0 {
			return err
		}
		sec := section{Title: v.T(title)}
		if sec.Cards, err = s.catalog.Cards(ctx, found.Hits, v.lang, v.langs); err != nil {
			return err
		}
		for i, card := range sec.Cards {
			when := link{Text: card.Date, Lang: other(v.lang, card.DateLang)}
			if o := card.Hit.Occurrence; o != nil {
				when = link{Text: v.When(*o)}
			}
			sec.When = append(sec.When, when)
			if card.PlaceID == s.catalog.ID(e.IRI) {
				sec.Cards[i].Spot = catalog.Spot{} // the page is about it
			}
		}
		if found.Next != "" && params != nil {
			sec.More = "/" + v.lang + "/" + path + query(params)
		}
		sec.Facets = s.facets(ctx, v.words, "/"+v.lang+"/"+path, params, q.Facets, found)
		out = append(out, sec)
		return nil
	}
	if shown := append(e.Node.Refs("workFeatured"), e.Node.Refs("workPerformed")...); len(shown) > 0 {
		sec := section{Title: v.T("section.works.shown")}
		var hits []catalog.Hit
		for _, iri := range shown {
			if w := v.linked[iri]; w != nil && len(hits) < 24 {
				hits = append(hits, catalog.Hit{Entity: w})
			}
		}
		var err error
		if sec.Cards, err = s.catalog.Cards(ctx, hits, v.lang, v.langs); err != nil {
			return nil, err
		}
		for _, card := range sec.Cards {
			sec.When = append(sec.When, link{Text: card.Date, Lang: other(v.lang, card.DateLang)})
		}
		if len(sec.Cards) > 0 {
			out = append(out, sec)
		}
	}
	if c := taxonomy.Find(string(e.IRI)); c != nil {
		err := s.underConcept(c, add)
		return out, err
	}
	id := []schema.IRI{e.IRI}
	params := url.Values{"related": {s.catalog.ID(e.IRI)}}
	from := catalog.Query{Related: id, From: catalog.Bound{At: s.catalog.Now()}, Confirmed: true}
	from.Filter("class", "Event")
	if e.Class == "Work" || e.Class == "Person" {
		from.From.At = from.From.At.AddDate(-1, 0, 0) // lately and to come: a work is not shown every week
	}
	if err := add("section.events", from, params, ""); err != nil {
		return nil, err
	}
	if e.Class != "Event" && e.Class != "Work" {
		works := catalog.Query{Related: id}
		works.Filter("class", "Work")
		if err := add("section.works", works, params, "works"); err != nil {
			return nil, err
		}
	}
	return out, nil
}
