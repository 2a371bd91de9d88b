// Package push takes what institutions send: one record by PUT or DELETE, many by
// POST, under the keys that the records have with them. It knows who may send,
// how much, and how to answer; what becomes of records is an Inbox's business,
// which hub/app makes of the same parts that read sources.
package push

import (
	"context"
	"io"

	"github.com/labstack/echo/v4"

	"moselle/hub/catalog"
	"moselle/schema"
)

// Inbox is where what is sent goes.
type Inbox interface {
	// Limits returns the bounds of a source; false for one that takes nothing.
	Limits(source schema.SourceID) (Limits, bool)
	// Opens reports whether a token may send to a source, in a time that does not
	// tell how near a wrong one is; with "", to any source.
	Opens(source schema.SourceID, token string) bool
	// Take stores what is sent. An error is the hub's own; what is wrong with what
	// was sent is told, and what ended it early is the report's.
	Take(ctx context.Context, source schema.SourceID, s Sent) (ended string, err error)
}

// Limits are the bounds of what a source takes.
type Limits struct {
	Bytes     int64 // of one request, unpacked
	PerMinute int   // requests
}

// Sent is one delivery: a JSON array of {"key", "record"} or {"key", "delete"}, or
// the same a line each.
type Sent struct {
	Body   io.Reader
	Single bool // one record of many that are sent one by one
	// Told is called with what became of the records, in order, each time some are
	// stored for good. An error ends the delivery.
	Told func([]Answer) error
}

// Answer is what became of one record.
type Answer struct {
	Key    string
	Where  string // "line 12"
	Status string // "created", "updated", "unchanged", "deleted", "absent", "refused"
	IRI    schema.IRI
	Faults []schema.Fault
}

// What callers of the inbox look at of an Answer's status.
const (
	created = "created"
	absent  = "absent"
	refused = "refused"
)

// Surface is the surface for who sends.
type Surface struct {
	catalog *catalog.Catalog
	inbox   Inbox
	pace    pace
}

// New returns the surface.
func New(c *catalog.Catalog, inbox Inbox) *Surface {
	return &Surface{catalog: c, inbox: inbox, pace: pace{now: c.Now, left: map[schema.SourceID]*bucket{}}}
}

// Routes adds the surface's addresses.
func (s *Surface) Routes(g *echo.Group) {
	records := g.Group("/api/v1/sources/:id/records")
	records.POST("", s.batch)
	records.PUT("/*", s.put)
	records.DELETE("/*", s.remove)
}
