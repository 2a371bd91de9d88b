package push

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	sentences "moselle/connectors/lang"
	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/hub/negotiate"
	"moselle/schema"
)

// maxRecord bounds one record, in bytes.
const maxRecord = 4 << 20

// keyOf returns the key in the address.
func keyOf(c echo.Context) (string, error) {
	key := c.Param("*")
	var err error
	if c.Request().URL.RawPath != "" { // only then is it as it was written
		key, err = url.PathUnescape(key)
	}
	switch {
	case err != nil, key == "":
		return "", fault.New(fault.Invalid, "the address ends in the record's key, with signs other than letters and digits written as %%2F and the like")
	case !utf8.ValidString(key):
		return "", fault.New(fault.Invalid, "the record's key in the address is not UTF-8")
	}
	return key, nil
}

// put keeps one record under its key: 201 for a new one, 200 for any other, 422
// for one that cannot be kept.
func (s *Surface) put(c echo.Context) error {
	source, limits, err := s.enter(c)
	if err != nil {
		return err
	}
	if _, err := mediaType(c.Request(), jsonTypes); err != nil {
		return err
	}
	key, err := keyOf(c)
	if err != nil {
		return err
	}
	in, err := body(c, min(limits.Bytes, maxRecord))
	if err != nil {
		return err
	}
	record, err := io.ReadAll(in)
	switch {
	case fault.Of(err) == fault.TooLarge:
		return fault.New(fault.TooLarge, "the record has more than %d bytes, the most that one may have", min(limits.Bytes, maxRecord))
	case err != nil:
		return fault.New(fault.Invalid, "the request cannot be read: %w", err)
	}
	if err := checkJSON(record); err != nil {
		return err
	}
	a, err := s.one(c, source, entry{Key: key, Record: record})
	if err != nil {
		return err
	}
	status := http.StatusOK
	switch a.Status {
	case refused:
		return s.refuse(c, a)
	case created:
		status = http.StatusCreated
	}
	c.Response().Header().Set("Location", s.catalog.ID(a.IRI))
	return s.answer(c, status, a)
}

// remove deletes the record under a key: 204, or 404 where there is none.
func (s *Surface) remove(c echo.Context) error {
	source, _, err := s.enter(c)
	if err != nil {
		return err
	}
	key, err := keyOf(c)
	if err != nil {
		return err
	}
	a, err := s.one(c, source, entry{Key: key, Delete: true})
	switch {
	case err != nil:
		return err
	case a.Status == refused:
		return s.refuse(c, a)
	case a.Status == absent:
		return fault.New(fault.NotFound, "no record is kept under the key %q", schema.Excerpt(key))
	}
	return c.NoContent(http.StatusNoContent)
}

// entry is one record as a delivery holds it.
type entry struct {
	Key    string          `json:"key"`
	Record json.RawMessage `json:"record,omitempty"`
	Delete bool            `json:"delete,omitempty"`
}

// one sends a delivery of one record.
func (s *Surface) one(c echo.Context, source schema.SourceID, e entry) (Answer, error) {
	list, err := json.Marshal([]entry{e})
	if err != nil {
		return Answer{}, fmt.Errorf("record: %w", err)
	}
	var answers []Answer
	ended, err := s.inbox.Take(c.Request().Context(), source, Sent{Body: bytes.NewReader(list), Single: true, Told: func(told []Answer) error {
		answers = append(answers, told...)
		return nil
	}})
	switch {
	case err != nil:
		return Answer{}, err
	case len(answers) != 1:
		return Answer{}, fault.New(fault.Invalid, "%s", ended)
	}
	answers[0].Where = "" // there is one
	return answers[0], nil
}

// checkJSON says where a record is no JSON.
func checkJSON(record []byte) error {
	var v json.RawMessage
	err := json.Unmarshal(record, &v)
	var syntax *json.SyntaxError
	switch {
	case len(bytes.TrimSpace(record)) == 0:
		return fault.New(fault.Invalid, "the request holds no record")
	case !utf8.Valid(record):
		return fault.New(fault.Invalid, "the record is not UTF-8, as JSON has to be")
	case errors.As(err, &syntax):
		before := record[:min(int(syntax.Offset), len(record))]
		line, column := 1+bytes.Count(before, []byte("\n")), utf8.RuneCount(before[1+bytes.LastIndexByte(before, '\n'):])
		return fault.New(fault.Invalid, "the record is no JSON: line %d, column %d: %v", line, column, err)
	case err != nil:
		return fault.New(fault.Invalid, "the record is no JSON: %v", err)
	}
	return nil
}

// told is an answer as it is written.
type told struct {
	Key    string         `json:"key,omitempty"`
	Where  string         `json:"where,omitempty"`
	Status string         `json:"status"`
	IRI    string         `json:"iri,omitempty"`
	Faults []schema.Fault `json:"faults,omitempty"`
	Error  string         `json:"error,omitempty"` // what ended it all early
}

// maxFaults bounds what is told of one record.
const maxFaults = 20

// tell words an answer in a language. What would merely be better is left to the
// source's page.
func (s *Surface) tell(a Answer, lang string) told {
	t := told{Key: a.Key, Where: a.Where, Status: a.Status, IRI: s.catalog.ID(a.IRI)}
	for _, f := range a.Faults {
		if f.Severity != schema.Info && len(t.Faults) < maxFaults {
			f.Message, f.Rule = sentences.In(lang, f.In(lang)), ""
			t.Faults = append(t.Faults, f)
		}
	}
	return t
}

// answer writes what became of one record.
func (s *Surface) answer(c echo.Context, status int, a Answer) error {
	lang, _ := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	text, err := catalog.Encode(s.tell(a, lang))
	if err != nil {
		return err
	}
	negotiate.ContentLanguage(c.Response().Header(), lang)
	return c.Blob(status, "application/json", append(text, '\n'))
}

// refuse answers for a record that cannot be kept: 422 with the reasons.
func (s *Surface) refuse(c echo.Context, a Answer) error {
	lang, _ := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	t := s.tell(a, lang)
	detail := "the record cannot be kept"
	if len(t.Faults) > 0 {
		detail += ": " + t.Faults[0].String()
	}
	p := negotiate.ProblemOf(fault.New(fault.Refused, "%s", detail), s.catalog.Base, c.Response().Header().Get(echo.HeaderXRequestID))
	p.Faults = t.Faults
	negotiate.ContentLanguage(c.Response().Header(), lang)
	return p.Write(c.Response())
}
