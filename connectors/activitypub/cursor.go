package activitypub

import (
	"encoding/json"
	"slices"
	"time"

	"moselle/connectors"
)

// cursor is where a run stood.
type cursor struct {
	// Validator is of the one document that the source is; nil when it has pages.
	Validator []byte `json:"validator,omitempty"`
	// Known are the newest activities, the newest first: by their id and by when
	// the event in them was changed last.
	Known []string `json:"known,omitempty"`
	// Mixed says that the outbox is not in the order of time, so that what is new
	// may stand anywhere.
	Mixed bool `json:"mixed,omitempty"`
	// Full is when the whole outbox was read last.
	Full time.Time `json:"full,omitzero"`
	// Again are the addresses of events that could not be asked for, with how many
	// times that was tried.
	Again map[string]int `json:"again,omitempty"`
}

// maxKnown bounds the activities that are kept in mind, maxAgain the events to be
// asked for again, and maxTries how often that is done.
const (
	maxKnown = 50
	maxAgain = 200
	maxTries = 5
)

func parseCursor(from connectors.Cursor) cursor {
	var c cursor
	if from == nil || json.Unmarshal(from, &c) != nil {
		return cursor{}
	}
	return c
}

// whole reports whether the outbox is to be read to its end.
func (h *harvest) whole() bool {
	days := time.Duration(h.Full) * 24 * time.Hour
	return h.from.Known == nil || h.from.Mixed || h.from.Full.IsZero() || !h.env.Now().Before(h.from.Full.Add(days))
}

// next returns the cursor of a complete run.
func (h *harvest) next() (connectors.Cursor, error) {
	c := cursor{Validator: h.validator}
	if h.validator == nil {
		c = cursor{Known: h.known, Mixed: h.mixed || h.from.Mixed && !h.readAll, Full: h.from.Full, Again: h.again}
		if h.readAll {
			c.Full = h.env.Now().UTC()
		}
		for _, k := range h.from.Known {
			if len(c.Known) < maxKnown && !slices.Contains(c.Known, k) {
				c.Known = append(c.Known, k)
			}
		}
	}
	return json.Marshal(c)
}
