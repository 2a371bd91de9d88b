package activitypub

import (
	"slices"
	"time"

	"moselle/connectors"
	"moselle/schema"
	wire "moselle/schema/wire/activitypub"
)

// winner is which of several activities about one object counts.
type winner struct {
	number int
	stamp  int64
	passed bool // the object was passed on, which says less than any other activity
}

// survey reads a list once to see which activity about each object is the last,
// and opens it again: activities are saved in any order, the newest first as an
// outbox has them or the newest last as they come in. Their times decide, and
// where these are missing or the same, the order that the form has. What cannot
// be read is told in the second reading.
func (h *harvest) survey(d *document) error {
	h.newest = map[string]winner{}
	n := 0
	_ = d.each(func(e element) error {
		n++
		if err := h.ctx.Err(); err != nil {
			return err
		}
		text, _ := utf8Of(e.text)
		a, err := wire.ParseActivity(text)
		if key := subject(a); err == nil && key != "" {
			h.newest[key] = later(h.newest[key], winner{n, stampOf(a), a.Type == "Announce"}, d.newestFirst())
		}
		return nil
	})
	if err := h.ctx.Err(); err != nil || d.whole != nil {
		return err
	}
	location := d.body.Location
	d.body.Close()
	if !connectors.IsWeb(h.env.Location) {
		location = h.env.Location
	}
	again, err := h.read(location, nil)
	if err != nil {
		return err
	}
	*d = *again
	return nil
}

// later returns which of two counts; a comes before b in the list.
func later(a, b winner, newestFirst bool) winner {
	switch {
	case a.number == 0, a.passed && !b.passed:
		return b
	case b.passed && !a.passed:
		return a
	case a.stamp != 0 && b.stamp != 0 && a.stamp != b.stamp:
		if a.stamp > b.stamp {
			return a
		}
		return b
	case newestFirst:
		return a
	}
	b.stamp = max(a.stamp, b.stamp)
	return b
}

// subject returns the address of what an activity says something about in the
// end, or of an object itself; "" for neither.
func subject(a wire.Activity) string {
	switch {
	case !wire.IsActivity(a.Type):
		return a.ID
	case !slices.Contains([]string{"Add", "Announce", "Create", "Delete", "Undo", "Update"}, a.Type):
		return ""
	}
	if in := a.Whole; in != nil && wire.IsActivity(in.Type) {
		return in.Object
	}
	return a.Object
}

// stampOf returns when an activity was, or when what it is about was changed, in
// seconds; 0 when it does not say.
func stampOf(a wire.Activity) int64 {
	stamp := max(seconds(a.Published), seconds(a.Updated))
	if in := a.Whole; in != nil {
		stamp = max(stamp, seconds(in.Published), seconds(in.Updated))
	}
	return stamp
}

func seconds(s string) int64 {
	if s == "" {
		return 0
	}
	m, err := schema.ParseMoment(s, time.UTC)
	if err != nil {
		return 0
	}
	return max(m.Time.Unix(), 0)
}
