package activitypub

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/crosswalk/as2"
	wire "moselle/schema/wire/activitypub"
)

// thing is an object on its way to an item.
type thing struct {
	text   []byte   // the object
	raw    []byte   // what it came in
	to, cc []string // to whom it is addressed
	where  string
	note   string // what had to be mended
	how    string // the activity that it came with
	server string // an address of the server that may speak for it; "" for any
}

// maxKey bounds the length of an event's address.
const maxKey = 2000

// object turns an object into an item, a withdrawal or a refusal. What is no event
// is counted.
func (h *harvest) object(t thing) error {
	o, err := as2.Parse(t.text)
	if err != nil {
		return h.refuse("", t.where, "", string(t.text[:min(len(t.text), 200)]), "%v", err)
	}
	key := o.ID()
	switch {
	case o.Type() == "Tombstone" && key != "":
		return h.withdraw(key, t.where, "")
	case !o.IsEvent():
		h.pass(t.how, o.Type())
		return nil
	case key == "":
		return h.refuse("", t.where, "id", o.Text("name"), "missing: without its address nobody can tell tomorrow that it is the same event")
	case len(key) > maxKey:
		return h.refuse("", t.where, "id", key, "longer than %d characters", maxKey)
	case t.server != "" && !wire.SameHost(key, t.server):
		return h.refuse(key, t.where, "id", key, "the event is of another server than the account, which cannot speak for it")
	case h.seen[key]:
		return nil
	case o.Text("draft") == "true":
		return h.withdraw(key, t.where, "it is a draft")
	}
	if v := visibility(t.to, t.cc); !slices.Contains(h.Shown, v) {
		return h.withdraw(key, t.where, fmt.Sprintf("it is not addressed to the public (%s); name that in the setting visibility to take it", v))
	}
	h.seen[key] = true
	if name := o.Text("name"); name != "" {
		t.where += ", " + schema.Excerpt(name)
	}
	raw := t.raw
	if raw = h.ask(o, raw); h.ctx.Err() != nil {
		return h.ctx.Err()
	}
	if known, ok := h.env.Known(raw); ok && known == key {
		return h.list.Hand(connectors.Item{Key: key, Where: t.where, Same: true, Raw: raw})
	}
	item, refusal := h.item(o, key, t.where)
	if refusal != nil {
		return h.list.Refuse(refusal)
	}
	if t.note != "" {
		item.Faults = append(item.Faults, schema.Fault{Message: t.note})
	}
	item.Raw = raw
	return h.list.Hand(item)
}

// maxPassed bounds the types that are counted.
const maxPassed = 100

func (h *harvest) pass(how, kind string) {
	name := kind
	if wire.IsActivity(how) {
		name = how + " of " + kind
	}
	if kind == "" {
		name = "something without a type"
	}
	name = schema.Excerpt(name)
	if _, there := h.passed[name]; there || len(h.passed) < maxPassed {
		h.passed[name]++
	}
}

// visibility says to whom something is addressed. What names nobody stands in a
// public place and is public.
func visibility(to, cc []string) string {
	switch {
	case len(to)+len(cc) == 0, slices.ContainsFunc(to, wire.IsPublic):
		return "public"
	case slices.ContainsFunc(cc, wire.IsPublic):
		return "unlisted"
	}
	return "restricted"
}

// ask asks for the accounts and places that an event of a server names by their
// address, and returns the bytes that the event depends on.
func (h *harvest) ask(o as2.Object, raw []byte) []byte {
	if h.server == "" {
		return raw
	}
	names := o.Addresses("location")
	if h.Makers {
		names = slices.Concat(names, o.Addresses("attributedTo"), o.Addresses("organizers"))
	}
	const maxNames = 20
	for _, address := range names[:min(len(names), maxNames)] {
		if !wire.SameHost(address, o.ID()) {
			continue
		}
		if f := h.fetch(address); f.err == nil {
			sum := sha256.Sum256(f.raw)
			raw = slices.Concat(raw, sum[:])
		} else if h.ctx.Err() == nil {
			h.env.Log.Warn("not to be had", "address", address, "error", f.err)
		}
	}
	return raw
}

// item maps an event with what it names.
func (h *harvest) item(o as2.Object, key, where string) (connectors.Item, *connectors.Refusal) {
	records := connectors.NewRecords(h.env)
	b, _ := records.Build("Event", key, "")
	r := as2.Reader{Lang: h.env.Lang, Zone: h.env.Zone, License: h.env.License, Persons: h.Persons, Embed: records.Embed,
		Fetch: func(address string) (as2.Object, bool) {
			f := h.fetched[address]
			return objectOf(f), f != nil && f.err == nil
		}}
	r.Event(b, o)
	return records.Item(key, where)
}

func objectOf(f *fetched) as2.Object {
	if f == nil {
		return nil
	}
	return f.object
}
