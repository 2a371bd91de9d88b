package activitypub

import (
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/connectors"
	"moselle/schema"
	wire "moselle/schema/wire/activitypub"
)

func (h *harvest) refuse(key, where, path, value, format string, args ...any) error {
	return h.list.Refuse(connectors.Refuse(key, where, path, value, format, args...))
}

func sortedKeys(m map[string]int) []string { return slices.Sorted(maps.Keys(m)) }

// utf8Of returns a text in UTF-8, and what was mended for that.
func utf8Of(text []byte) ([]byte, string) {
	if utf8.Valid(text) {
		return text, ""
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(text)
	if err != nil {
		return text, ""
	}
	return out, "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"
}

// element reads one activity, or an object that stands in a list without one.
func (h *harvest) element(e element) error {
	if err := h.ctx.Err(); err != nil {
		return err
	}
	h.number++
	if e.text == nil {
		return h.refuse("", e.where, "", "", "longer than %d MB", connectors.MaxItem>>20)
	}
	text, note := utf8Of(e.text)
	if text[0] == '"' && h.outbox { // an activity or an event by its address
		return h.event(wire.AddressOf(text), e.where, "listed")
	}
	a, err := wire.ParseActivity(text)
	if err != nil {
		return h.refuse("", e.where, "", string(text[:min(len(text), 200)]), "%v", err)
	}
	about := subject(a)
	if h.outbox && h.meet(a, about) {
		return errMet
	}
	if w, there := h.newest[about]; there && w.number != h.number {
		return nil // another one counts
	}
	return h.activity(a, text, e.where, note)
}

// meet reports whether an activity is one of the newest of the last run, just as
// it was, and behind it nothing is new. It keeps the newest of this run in mind,
// and whether they are in the order of time.
func (h *harvest) meet(a wire.Activity, about string) bool {
	id, stamp := a.ID, stampOf(a)
	if id == "" {
		id = about
	}
	mark := id + " " + strconv.FormatInt(stamp, 10)
	if !h.whole() && slices.Contains(h.from.Known, mark) {
		return true
	}
	if len(h.known) < maxKnown {
		h.known = append(h.known, mark)
	}
	when := seconds(a.Published)
	if when != 0 && h.last != 0 && when > h.last {
		h.mixed = true
	}
	if when != 0 {
		h.last = when
	}
	return false
}

// activity does what an activity says.
func (h *harvest) activity(a wire.Activity, text []byte, where, note string) error {
	in, whole := wire.Activity{}, a.Whole != nil
	if whole {
		in = *a.Whole
	}
	t := thing{text: a.Inner, raw: text, to: a.To, cc: a.CC, where: where, note: note, server: h.server, how: a.Type}
	if t.server == "" {
		t.server = a.Actor
	}
	if len(in.To)+len(in.CC) > 0 {
		t.to, t.cc = in.To, in.CC
	}
	switch {
	case a.Type == "Delete":
		return h.deleted(a, where)
	case a.Type == "Undo":
		return h.undone(a, in, where)
	case a.Type == "Move":
		return h.moved(a.Target)
	case !wire.IsActivity(a.Type):
		t.text = text
		return h.object(t)
	case a.Type == "Announce" && whole && wire.IsActivity(in.Type): // passing on a Create
		return h.event(in.Object, where, "Announce")
	case a.Type == "Announce" && !(whole && wire.SameHost(in.ID, t.server)),
		(a.Type == "Create" || a.Type == "Update") && !whole && a.Object != "":
		return h.event(a.Object, where, a.Type)
	case a.Type == "Create", a.Type == "Update", a.Type == "Announce", a.Type == "Add" && whole:
		return h.object(t)
	}
	h.passed[a.Type]++
	return nil
}

// deleted withdraws what an account says to be gone. The account itself is more
// than one event: its end is told, and withdraws nothing.
func (h *harvest) deleted(a wire.Activity, where string) error {
	switch {
	case a.Object == "":
		return h.refuse("", where, "object", "", "the activity does not say what is deleted")
	case a.Object == a.Actor:
		return h.tell("the account %s is deleted; its events stay until they are withdrawn or the source is taken out of the settings", a.Actor)
	case h.server != "" && !wire.SameHost(a.Object, h.server), a.Actor != "" && !wire.SameHost(a.Object, a.Actor):
		return h.refuse("", where, "object", a.Object, "an account may delete what is of its own server alone; nothing is withdrawn")
	}
	return h.withdraw(a.Object, where, "")
}

// undone withdraws an event of another server that is passed on no longer.
func (h *harvest) undone(a, in wire.Activity, where string) error {
	if in.Type != "Announce" || in.Object == "" || wire.SameHost(in.Object, a.Actor) {
		h.passed["Undo"]++
		return nil
	}
	return h.withdraw(in.Object, where, "the account does not pass it on any more")
}

// withdraw hands on that an event is gone, unless something newer was said of it.
func (h *harvest) withdraw(key, where, reason string) error {
	if h.seen[key] {
		return nil
	}
	h.seen[key] = true
	it := connectors.Item{Key: key, Where: where, Deleted: true}
	if reason != "" {
		it.Faults = []schema.Fault{{Message: reason}}
	}
	return h.list.Hand(it)
}
