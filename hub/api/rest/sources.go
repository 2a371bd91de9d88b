package rest

import (
	"context"
	"time"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
)

// sourceList is the answer to a listing of sources.
type sourceList struct {
	Data []catalog.SourceInfo `json:"data"`
	Lang string               `json:"lang"`
}

// sources answers with the sources that the hub holds records of.
func (s *Surface) sources(c echo.Context) error {
	return s.made(c, func(ctx context.Context, page string, langs []string) (any, error) {
		list, err := s.catalog.Sources(ctx, page, langs)
		return sourceList{list, page}, err
	})
}

// quality answers with the quality of one source.
func (s *Surface) quality(c echo.Context) error {
	return s.made(c, func(ctx context.Context, page string, langs []string) (any, error) {
		return s.catalog.Quality(ctx, c.Param("id"), page, langs)
	})
}

// made answers with what is made of counts over the whole index, which holds
// until the next change or the next report of a harvest.
func (s *Surface) made(c echo.Context, make func(ctx context.Context, page string, langs []string) (any, error)) error {
	v, err := negotiate.Params(c.Request().URL)
	if err != nil {
		return err
	}
	if err := negotiate.Unknown(v, []string{"lang"}); err != nil {
		return err
	}
	page, langs := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	ctx := c.Request().Context()
	state, err := s.catalog.Reported(ctx)
	if err != nil {
		return err
	}
	key := "rest:" + c.Request().URL.Path + ":" + page + ":" + state
	for _, l := range langs {
		key += ":" + l
	}
	r, err := s.catalog.Cached(ctx, key, nil, func() ([]byte, error) {
		body, err := make(ctx, page, langs)
		if err != nil {
			return nil, err
		}
		return catalog.Encode(body)
	})
	if err != nil {
		return err
	}
	return negotiate.SendPacked(c, "application/json", r.Body, r.Packed, r.ETag, time.Time{})
}
