package linkedart

import (
	"encoding/json"

	"moselle/connectors"
)

// cursor is where a run stood.
type cursor struct {
	// Validator is that of a document which holds all records.
	Validator []byte `json:"validator,omitempty"`
	// Since is the time up to which a list of changes was read, as the list writes
	// it.
	Since string `json:"since,omitempty"`
	// At is the page at which a run that was broken off goes on, and Newest the time
	// of the newest change that it had seen.
	At     string `json:"at,omitempty"`
	Newest string `json:"newest,omitempty"`
}

func parseCursor(from connectors.Cursor) cursor {
	var c cursor
	if from == nil || json.Unmarshal(from, &c) != nil {
		return cursor{}
	}
	return c
}

func (c cursor) encode() connectors.Cursor {
	text, err := json.Marshal(c)
	if err != nil {
		return nil
	}
	return text
}
