package negotiate

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"moselle/hub/fault"
	"moselle/schema"
)

// Answer is how a kind of failure is told.
type Answer struct {
	Status int    `json:"status"`
	Slug   string `json:"slug"` // the last part of its type address, and its code elsewhere
	Title  string `json:"title"`
	Doc    string `json:"detail"` // what it means and what to do
}

// Answers are all kinds of failure, by fault.Kind.
var Answers = [...]Answer{
	fault.Internal: {http.StatusInternalServerError, "internal", "Internal error",
		"The hub failed, and noted why under the number in \"instance\". Nothing is wrong with the request; try it again, and report the number if it fails again."},
	fault.NotFound: {http.StatusNotFound, "not-found", "Not found",
		"There is nothing at this address, and there never was. Check it for a slip."},
	fault.Gone: {http.StatusGone, "gone", "Gone",
		"There was a record at this address. Its source withdrew it; the address is not used again. Delete your copy."},
	fault.Invalid: {http.StatusBadRequest, "invalid", "Invalid request",
		"The request cannot be understood as it is. \"detail\" says what to change, \"param\" where."},
	fault.Conflict: {http.StatusConflict, "conflict", "Conflict",
		"The request contradicts what is there by now. Read it anew and decide again."},
	fault.Denied: {http.StatusForbidden, "denied", "Not allowed",
		"This is not for everybody, or not to be done by everybody."},
	fault.Unavailable: {http.StatusServiceUnavailable, "unavailable", "Not available now",
		"The hub cannot answer now: it is starting, busy, or a part of it is down. Try again in a while."},
	fault.TooLarge: {http.StatusRequestEntityTooLarge, "too-large", "Too large",
		"The request is larger than the hub takes. Send less at a time."},
	fault.Refused: {http.StatusUnprocessableEntity, "refused", "Refused",
		"What was sent can be read, but something in it is missing or wrong, so that it cannot be kept. \"faults\" says what and where, and what to write instead. What was kept before stays."},
}

// AnswerTo returns how a kind of failure is told, by every surface.
func AnswerTo(k fault.Kind) Answer {
	if int(k) < len(Answers) {
		return Answers[k]
	}
	return Answers[fault.Internal]
}

// ProblemType is the media type of a Problem.
const ProblemType = "application/problem+json"

// Problem tells a failure to a program (RFC 9457).
type Problem struct {
	Type     string `json:"type"` // "<base>/problems/<slug>", or "about:blank"
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Detail   string `json:"detail,omitempty"`
	Param    string `json:"param,omitempty"`    // the parameter or field at fault
	Instance string `json:"instance,omitempty"` // "urn:uuid:…", the request's id

	Faults []schema.Fault `json:"faults,omitempty"` // of what was sent and refused, in the asked language
}

// ProblemOf tells an error of a kind. An internal one is told as that alone:
// its text is for the log. base is the hub's address, "" for problems of type
// "about:blank"; id is the request's, "" for none.
func ProblemOf(err error, base, id string) Problem {
	var (
		known *fault.Error
		large *http.MaxBytesError
		p     Problem
		kind  = fault.Internal
	)
	switch {
	case errors.As(err, &known) && known.Kind != fault.Internal:
		kind, p.Detail, p.Param = known.Kind, known.Message, known.Param
	case errors.As(err, &large):
		kind, p.Detail = fault.TooLarge, "the request is larger than the hub takes"
	case errors.Is(err, context.DeadlineExceeded):
		kind, p.Detail = fault.Unavailable, "the answer took too long; ask for less, or later"
	default:
		p.Detail = "internal error; quote the instance when you report it"
	}
	a := AnswerTo(kind)
	p.Type, p.Title, p.Status = "about:blank", a.Title, a.Status
	if base != "" {
		p.Type = base + "/problems/" + a.Slug
	}
	if id != "" {
		p.Instance = "urn:uuid:" + id
	}
	return p
}

// Write answers with the problem. What was set for the answer that failed is
// taken back.
func (p Problem) Write(w http.ResponseWriter) error {
	p.Header(w.Header())
	w.Header().Set("Content-Type", ProblemType)
	w.WriteHeader(p.Status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(p)
}

// Header prepares the headers of an answer that tells the problem, in whatever
// form.
func (p Problem) Header(h http.Header) {
	for _, name := range []string{"ETag", "Last-Modified", "Cache-Control", "Content-Length", "Content-Disposition", "Link"} {
		h.Del(name)
	}
	if p.Status >= 500 {
		h.Set("Cache-Control", "no-store")
	}
}
