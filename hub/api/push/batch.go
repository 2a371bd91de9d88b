package push

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	sentences "moselle/connectors/lang"
	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/hub/negotiate"
)

// longest is how long one request may take.
const longest = 10 * time.Minute

// stopped is the status of the last answer when the delivery ended early.
const stopped = "stopped"

// batch takes many records and answers for each, in their order, as soon as some
// are stored: a line each, or a JSON array when one was sent. It ends the answers
// with one of status "stopped" when something ended it early; what was answered
// for before is stored all the same.
func (s *Surface) batch(c echo.Context) error {
	source, limits, err := s.enter(c)
	if err != nil {
		return err
	}
	kind, err := mediaType(c.Request(), append(slices.Clone(lineTypes), jsonTypes...))
	if err != nil {
		return err
	}
	in, err := body(c, limits.Bytes)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), longest)
	defer cancel()
	lang, _ := negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	control := http.NewResponseController(c.Response())
	if err := control.EnableFullDuplex(); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	c.Response().Header().Set("Connection", "close") // what may be left of the request would be taken for another one
	defer drain(c.Request().Body, control)
	w := &answers{list: !slices.Contains(lineTypes, kind), open: func() *pump {
		h := c.Response().Header()
		h.Set("Content-Type", lineTypes[0])
		if !slices.Contains(lineTypes, kind) {
			h.Set("Content-Type", jsonTypes[0])
		}
		negotiate.ContentLanguage(h, lang)
		c.Response().WriteHeader(http.StatusOK)
		return newPump(c.Response(), control)
	}}
	ended, err := s.inbox.Take(ctx, source, Sent{Body: in, Told: func(list []Answer) error {
		for _, a := range list {
			if err := w.put(s.tell(a, lang)); err != nil {
				return err
			}
		}
		return nil
	}})
	if gone := c.Request().Context().Err(); gone != nil { // there is nobody to tell
		if w.pump != nil {
			_ = w.pump.close()
		}
		return gone
	}
	switch {
	case w.pump == nil && err != nil:
		return err
	case w.pump == nil && ended != "":
		return fault.New(fault.Invalid, "%s", ended)
	case err != nil && fault.Of(err) == fault.Internal:
		ended = "internal error; quote X-Request-Id when you report it"
	case err != nil:
		ended = err.Error()
	}
	if ended != "" {
		err = errors.Join(err, w.put(told{Status: stopped, Error: sentences.In(lang, ended)}))
	}
	return errors.Join(err, w.close())
}

// drain reads what a client still sends for a moment: one whose connection is
// closed while it sends may lose the answer.
func drain(body io.Reader, control *http.ResponseController) {
	_ = control.SetReadDeadline(time.Now().Add(time.Second))
	_, _ = io.CopyN(io.Discard, body, 256<<10) // an error is its end
}

// answers writes answers as they come.
type answers struct {
	list bool // a JSON array
	open func() *pump
	pump *pump // once there is something to write
}

func (w *answers) put(t told) error {
	text, err := catalog.Encode(t)
	if err != nil {
		return err
	}
	before := ""
	if w.list {
		before = ","
	}
	if w.pump == nil {
		if w.pump = w.open(); w.list {
			before = "["
		}
	}
	return w.pump.write(append(append([]byte(before), text...), '\n'))
}

// close writes the end.
func (w *answers) close() error {
	if w.pump == nil {
		w.pump = w.open()
		if w.list {
			_ = w.pump.write([]byte("[")) // what goes wrong is close's to tell
		}
	}
	if w.list {
		_ = w.pump.write([]byte("]\n"))
	}
	return w.pump.close()
}
