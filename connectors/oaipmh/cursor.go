package oaipmh

import (
	"encoding/json"
	"time"

	"moselle/connectors"
	wire "moselle/schema/wire/oaipmh"
)

// cursor is what is noted of a repository between two runs.
type cursor struct {
	Since time.Time `json:"since,omitzero"` // from when on the next list of changes begins
	Full  time.Time `json:"full,omitzero"`  // when everything was listed to its end last
	Stand *stand    `json:"stand,omitempty"`
}

// stand is where a run was broken off.
type stand struct {
	Token   string    `json:"token"`
	Expires time.Time `json:"expires,omitzero"`
	Prefix  string    `json:"prefix"`
	Set     int       `json:"set,omitempty"`  // the number of the set in the settings
	From    string    `json:"from,omitempty"` // as it was asked
	Started time.Time `json:"started"`        // as the repository said in its first answer
}

func parseCursor(from connectors.Cursor) (c cursor) {
	if json.Unmarshal(from, &c) != nil { // another version's, or none
		return cursor{}
	}
	return c
}

func (c cursor) encode() connectors.Cursor {
	data, err := json.Marshal(c)
	if err != nil {
		panic(err) // times and texts can always be written
	}
	return data
}

// plan is what a run asks for.
type plan struct {
	prefix  string
	from    string // "" for everything
	until   string
	set     int    // where it begins, of the settings' sets
	token   string // where it goes on; "" at the beginning
	changes bool   // it lists changes only
	started time.Time
}

// fresh plans a run from its beginning: changes only where the repository keeps
// word of what is gone, or where the settings say how seldom that is looked after.
func (c *connector) fresh(cur cursor, prefix string, repo *wire.Repository) plan {
	p := plan{prefix: prefix}
	due := c.FullDays > 0 && c.env.Now().Sub(cur.Full) >= time.Duration(c.FullDays)*24*time.Hour
	p.changes = !cur.Since.IsZero() && !due && (repo.Deleted == wire.DeletedPersistent || c.FullDays > 0)
	since, until := day(c.From), day(c.Until)
	if p.changes && cur.Since.After(since) {
		since = cur.Since
	}
	if !since.IsZero() {
		p.from = repo.Granularity.Format(since)
	}
	if !until.IsZero() {
		if _, g, _ := wire.ParseDate(c.Until); g == wire.Day {
			until = until.Add(24*time.Hour - time.Second)
		}
		p.until = repo.Granularity.Format(until)
	}
	return p
}

// day reads a date that was checked; zero for none.
func day(s string) time.Time {
	t, _, _ := wire.ParseDate(s)
	return t
}

// resumed plans the rest of a run that was broken off; false when the repository
// has forgotten it by now or the settings do not have its set any more.
func (c *connector) resumed(s *stand, until string) (plan, bool) {
	if s == nil || s.Set >= max(1, len(c.Sets)) || !s.Expires.IsZero() && !s.Expires.After(c.env.Now()) {
		return plan{}, false
	}
	return plan{prefix: s.Prefix, from: s.From, until: until, set: s.Set, token: s.Token, changes: true, started: s.Started}, true
}
