package rest

import (
	"fmt"
	"net/url"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
	"moselle/schema/calendar/summary"
)

// list is the answer to a search.
type list struct {
	Data     []catalog.Card     `json:"data"`
	Total    int                `json:"total"`
	Next     string             `json:"next,omitempty"` // address of the page after
	Facets   map[string][]count `json:"facets,omitempty"`
	Lang     string             `json:"lang"`
	Position catalog.Seq        `json:"position"` // of the change log
}

// count is a value of a facet; of a concept also what it is called and where it
// stands.
type count struct {
	Value     string `json:"value"`
	Count     int    `json:"count"`
	ID        string `json:"id,omitempty"` // public address of the concept
	Label     string `json:"label,omitempty"`
	LabelLang string `json:"labelLang,omitempty"`
	Broader   string `json:"broader,omitempty"` // value of the concept it stands below
}

// answer are the parameters that word the rows.
var answer = catalog.Names(catalog.AnswerParams)

// search answers a search over one class, or over all for "".
func (s *Surface) search(class string) echo.HandlerFunc {
	known := catalog.ParamNames(answer...)
	if class != "" {
		known = catalog.Without(known, "class")
	}
	return func(c echo.Context) error {
		v, err := negotiate.Params(c.Request().URL)
		if err != nil {
			return err
		}
		if err := negotiate.Unknown(v, known); err != nil {
			return err
		}
		q, err := s.catalog.ParseQuery(v)
		if err != nil {
			return err
		}
		wording, err := catalog.ParseWording(v, summary.SM)
		if err != nil {
			return err
		}
		if class != "" {
			q.Filter("class", catalog.ClassName(class))
		}
		page, langs := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
		q.Lang = langs[0]
		negotiate.ContentLanguage(c.Response().Header(), langs[0])
		ctx := c.Request().Context()
		state := s.catalog.State(q)
		key := fmt.Sprintf("rest:%s:%s:%s:%s", state, page, langs, c.Request().URL.RequestURI())
		r, err := s.catalog.Cached(ctx, key, nil, func() ([]byte, error) {
			found, err := s.catalog.Search(ctx, q)
			if err != nil {
				return nil, err
			}
			out := list{Total: found.Total, Lang: page, Position: found.Seq, Next: s.next(c, v, found.Next), Facets: s.counts(found, langs)}
			if out.Data, err = s.catalog.Cards(ctx, found.Hits, page, langs); err != nil {
				return nil, err
			}
			s.catalog.Summarize(out.Data, wording, langs)
			return catalog.Encode(out)
		})
		if err != nil {
			return err
		}
		return negotiate.SendPacked(c, "application/json", r.Body, r.Packed, r.ETag, time.Time{})
	}
}

// next returns the address of the page after, "" at the end.
func (s *Surface) next(c echo.Context, v url.Values, cursor string) string {
	if cursor == "" {
		return ""
	}
	v.Set("cursor", cursor)
	return s.catalog.Base + c.Request().URL.Path + "?" + v.Encode()
}

func (s *Surface) counts(r catalog.Result, langs []string) map[string][]count {
	out := map[string][]count{}
	for name, values := range r.Facets {
		out[name] = []count{}
		for _, v := range values {
			row := count{Value: v.Value, Count: v.Count}
			if t := s.catalog.Term(name, v.Value, langs); t != nil {
				row.ID, row.Label, row.LabelLang, row.Broader = t.ID, t.Label, t.LabelLang, t.Broader
			}
			out[name] = append(out[name], row)
		}
	}
	return out
}

// record answers one record.
func (s *Surface) record(class string) echo.HandlerFunc {
	return func(c echo.Context) error {
		v, err := negotiate.Params(c.Request().URL)
		if err != nil {
			return err
		}
		if err := negotiate.Unknown(v, []string{"lang"}); err != nil {
			return err
		}
		ctx := c.Request().Context()
		e, err := s.catalog.At(ctx, class, c.Param("key"))
		if err != nil {
			return err
		}
		page, langs := negotiate.AskedOrAll(c, s.catalog.Langs, s.catalog.Fallback)
		r, err := s.catalog.JSON(ctx, e, page, langs)
		if err != nil {
			return err
		}
		negotiate.ContentLanguage(c.Response().Header(), r.Lang)
		return negotiate.SendPacked(c, "application/json", r.Body, r.Packed, r.ETag, r.Modified)
	}
}
