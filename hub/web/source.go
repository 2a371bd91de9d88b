package web

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	sentences "moselle/connectors/lang"
	"moselle/hub/catalog"
	"moselle/schema"
)

// sourceBody is the body of a source's page.
type sourceBody struct {
	catalog.Quality
	Grades    []share
	Precision []share
	Reuse     []share
	Fixes     []fixRow
	Twins     []twinRow
	Piles     []pileRow
	Run       *runRow
	Data      string // address of the same as JSON
}

// share is a value with its count and its part of all, in percent.
type share struct {
	Value, Name string
	Count       int
	Percent     int
}

type fixRow struct {
	catalog.SourceFix
	Anchor string // the code as an id: "image-missing"
	To     string // what it lifts to, in words
	Shown  []link
}

type twinRow struct {
	When         string
	Event, Other link
}

type pileRow struct {
	At    link
	Count string
	Shown []link
}

// runRow is the last reading of a source.
type runRow struct {
	catalog.Run
	Outcome string
	Wrong   string // what ended it, in the page's language, or in English where it is Foreign
	Foreign bool
	Retry   string // when it is tried again, in words; "" for as scheduled
	Counts  []share
	Faults  []faultRow
}

// shownPlaces is how many places of a fault a page shows.
const shownPlaces = 3

// faultRow is a fault in the page's language, or in English where it is Foreign,
// with its first places.
type faultRow struct {
	catalog.RunFault
	Message string
	Foreign bool
	Shown   []catalog.RunPlace
}

// source answers the page of a source in a language: what was read last, its
// grades, and what to mend.
func (s *Surface) source(lang string) echo.HandlerFunc {
	return func(c echo.Context) error {
		id := c.Param("id")
		q, err := s.catalog.Quality(c.Request().Context(), id, lang, s.catalog.Fallback.Chain(lang))
		if err != nil {
			return err
		}
		w := s.words[lang]
		name := q.Source.ID
		if q.Source.Dataset != nil {
			name = q.Source.Dataset.Name
		}
		p := s.newPage(lang, w.T("source.title", "name", name), "sources/"+url.PathEscape(id), nil)
		p.Description = w.T("source.intro")
		p.Body = s.sourceBody(w, lang, q)
		return s.render(c, http.StatusOK, "source", p)
	}
}

func (s *Surface) sourceBody(w words, lang string, q catalog.Quality) sourceBody {
	b := sourceBody{Quality: q, Data: s.catalog.SourceQuality(q.Source.ID), Grades: shares(w, "grade.", q.Grades, q.Source.Classes),
		Precision: shares(w, "precision.", q.Precision, nil), Reuse: shares(w, "reuse.", q.Reuse, nil)}
	pages := func(named []catalog.Named) []link {
		out := make([]link, len(named))
		for i, n := range named {
			out[i] = link{Text: n.Name, URL: s.catalog.Page(lang, n.IRI)}
		}
		return out
	}
	for _, f := range q.Fixes {
		row := fixRow{SourceFix: f, Anchor: strings.ReplaceAll(f.Code, ".", "-"), Shown: pages(f.Examples)}
		var to []string
		for _, t := range f.To {
			to = append(to, w.T("quality.fix.to", "n", t.Count, "grade", shortGrade(t.Value)))
		}
		row.To = strings.Join(to, ", ")
		b.Fixes = append(b.Fixes, row)
	}
	for _, t := range q.Twins {
		row := twinRow{When: t.Start}
		if m, err := schema.ParseMoment(t.Start, s.catalog.Zone); err == nil {
			m.Time = m.Time.In(s.catalog.Zone)
			row.When = w.When(schema.Occurrence{Start: m})
		}
		two := pages([]catalog.Named{t.Event, t.Other})
		row.Event, row.Other = two[0], two[1]
		row.Other.After = w.T("quality.twins.from", "source", t.From)
		b.Twins = append(b.Twins, row)
	}
	for _, p := range q.Piles {
		lat, lon, _ := strings.Cut(p.Position, " ")
		b.Piles = append(b.Piles, pileRow{Count: w.T("quality.piles.places", "n", p.Places), Shown: pages(p.Examples),
			At: link{Text: lat + ", " + lon, Title: w.T("map.open"), URL: mapURL(lat, lon)}})
	}
	if r := q.Source.Run; r != nil {
		ended := schema.Moment{Time: r.Ended.In(s.catalog.Zone)}
		b.Run = &runRow{Run: *r, Outcome: w.When(schema.Occurrence{Start: ended}) + " – " + w.T("run."+r.Outcome),
			Counts: []share{{Name: w.T("run.read"), Count: r.Read}, {Name: w.T("run.created"), Count: r.Created}, {Name: w.T("run.updated"), Count: r.Updated},
				{Name: w.T("run.deleted"), Count: r.Deleted}, {Name: w.T("run.refused"), Count: r.Refused}, {Name: w.T("run.warned"), Count: r.Warned},
				{Name: w.T("run.requests"), Count: r.Requests}, {Name: w.T("run.kilobytes"), Count: int((r.Bytes + 999) / 1000)}}}
		b.Run.Wrong = sentences.In(lang, r.Error)
		b.Run.Foreign = lang != "en" && b.Run.Wrong == r.Error
		if !r.Again.IsZero() {
			b.Run.Retry = w.T("run.again", "when", w.When(schema.Occurrence{Start: schema.Moment{Time: r.Again.In(s.catalog.Zone)}}))
		}
		for _, f := range r.Faults {
			text := sentences.In(lang, f.In(lang))
			row := faultRow{RunFault: f, Message: text, Foreign: lang != "en" && text == f.Message}
			for _, at := range f.Samples[:min(len(f.Samples), shownPlaces)] {
				at.Where = sentences.Place(lang, at.Where)
				row.Shown = append(row.Shown, at)
			}
			b.Run.Faults = append(b.Run.Faults, row)
		}
	}
	return b
}

// shares gives each tally its part: of grades, of the records of their class, of
// others, of all.
func shares(w words, names string, tallies []catalog.Tally, classes map[string]int) []share {
	all := 0
	for _, t := range tallies {
		all += t.Count
	}
	out := make([]share, len(tallies))
	for i, t := range tallies {
		of := all
		if classes != nil {
			of = classes["Event"]
			if strings.Contains(t.Value, ":") {
				of = classes["Work"]
			}
		}
		out[i] = share{Value: shortGrade(t.Value), Name: w.Or(names+t.Value, t.Value), Count: t.Count, Percent: (100*t.Count + of/2) / max(of, 1)}
	}
	return out
}

// shortGrade gives a tier without the name of its kind.
func shortGrade(grade string) string { return grade[strings.IndexByte(grade, ':')+1:] }
