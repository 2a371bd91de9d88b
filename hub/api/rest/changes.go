package rest

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/hub/negotiate"
	"moselle/schema"
)

// changes is a page of the change log.
type changes struct {
	Changes  []change    `json:"changes"`
	Position catalog.Seq `json:"position"`       // after the last change of this page
	Next     string      `json:"next,omitempty"` // address of the page after, when there is more
}

// change is one entry: the record as it was then, or what is left of it.
type change struct {
	Position catalog.Seq     `json:"position"`
	At       string          `json:"at"`
	Op       string          `json:"op"` // create, update, delete
	ID       string          `json:"id"`
	Class    string          `json:"class"`
	Source   string          `json:"source"`
	Reason   string          `json:"reason,omitempty"`
	Record   json.RawMessage `json:"record,omitempty"` // body of its JSON-LD document
}

const (
	changesPage = 100
	changesMost = 1000
)

// changes answers with what changed after a position, tombstones included.
func (s *Surface) changes(c echo.Context) error {
	v, err := negotiate.Params(c.Request().URL)
	if err != nil {
		return err
	}
	if err := negotiate.Unknown(v, []string{"after", "limit"}); err != nil {
		return err
	}
	after, err := strconv.ParseUint(v.Get("after"), 10, 63)
	if err != nil && v.Has("after") {
		return fault.Param("after", "is a position of the change log, not %q", v.Get("after"))
	}
	limit := changesPage
	if v.Has("limit") {
		if limit, err = strconv.Atoi(v.Get("limit")); err != nil || limit < 1 || limit > changesMost {
			return fault.Param("limit", "is a number from 1 to %d, not %q", changesMost, v.Get("limit"))
		}
	}
	out := changes{Changes: []change{}, Position: catalog.Seq(after)}
	for ch, err := range s.catalog.Changes(c.Request().Context(), catalog.Seq(after)) {
		if err != nil {
			return err
		}
		if len(out.Changes) == limit {
			out.Next = s.catalog.Base + "/api/v1/changes?after=" + strconv.FormatUint(uint64(out.Position), 10) + "&limit=" + strconv.Itoa(limit)
			break
		}
		out.Position = ch.Seq
		row := change{Position: ch.Seq, At: ch.At.Format("2006-01-02T15:04:05.000Z"), Op: ch.Op.String(), ID: s.catalog.ID(ch.Record.IRI),
			Class: ch.Record.Class, Source: string(ch.Record.Source), Reason: ch.Reason}
		if len(ch.Record.View) > 0 {
			row.Record = schema.PublicJSON(ch.Record.View, s.catalog.Base)
		}
		out.Changes = append(out.Changes, row)
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	body, err := catalog.Encode(out)
	if err != nil {
		return err
	}
	return c.Blob(http.StatusOK, "application/json", body)
}
