package activitypub

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"moselle/connectors"
	"moselle/schema/crosswalk/as2"
	wire "moselle/schema/wire/activitypub"
)

// maxFetched bounds the things asked for by their address in a run.
const maxFetched = 20_000

// fetched is what was asked for, or why it was not to be had.
type fetched struct {
	object as2.Object
	raw    []byte
	err    error
}

// fetch asks for a thing at its address, once in a run. What a server says of the
// things of another is not believed, even where it redirects there.
func (h *harvest) fetch(address string) *fetched {
	if f := h.fetched[address]; f != nil {
		return f
	}
	f := &fetched{}
	if len(h.fetched) >= maxFetched {
		f.err = fmt.Errorf("more than %d addresses were to be asked for in one run; it is asked for in the next", maxFetched)
		return f
	}
	h.fetched[address] = f
	f.raw, f.err = h.get(address)
	if f.err != nil {
		return f
	}
	text, _ := utf8Of(f.raw)
	if f.object, f.err = as2.Parse(text); f.err == nil && !wire.SameHost(f.object.ID(), address) {
		f.err = fmt.Errorf("what stands there is a thing of another server: %q", f.object.ID())
	}
	return f
}

func (h *harvest) get(address string) ([]byte, error) {
	body, err := h.env.Open(h.ctx, address, nil)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	if !wire.SameHost(body.Location, address) {
		return nil, fmt.Errorf("%s leads to another server, %s", address, wire.Host(body.Location))
	}
	raw, err := io.ReadAll(io.LimitReader(body, connectors.MaxItem+1))
	if err == nil && len(raw) > connectors.MaxItem {
		err = errors.New("longer than 8 MB")
	}
	return raw, err
}

// allowed reports whether events of the server at an address are taken when the
// account passes them on.
func (h *harvest) allowed(address string) bool {
	return wire.SameHost(address, h.server) || slices.Contains(h.Hosts, "*") || slices.Contains(h.Hosts, wire.Host(address))
}

// event asks for an event that is given by its address, and hands it on.
func (h *harvest) event(address, where, how string) error {
	switch {
	case wire.Host(address) == "":
		return h.refuse("", where, "object", address, "this is no address of an event")
	case h.server == "":
		return h.refuse(address, where, "object", address, "the event is given by its address alone, which is asked for only when the source is an address too")
	case !h.allowed(address):
		return h.refuse(address, where, "object", address, "an event of another server is passed on; name %s in the setting hosts to take it", wire.Host(address))
	case h.seen[address]:
		return nil
	}
	f := h.fetch(address)
	if err := h.ctx.Err(); err != nil {
		return err
	}
	if f.err != nil {
		if tries := h.from.Again[address] + 1; tries < maxTries && len(h.again) < maxAgain {
			h.again[address] = tries
		}
		h.seen[address] = true
		return h.refuse(address, where, "object", address, "the event could not be asked for: %v", f.err)
	}
	text, note := utf8Of(f.raw)
	a, err := wire.ParseActivity(text)
	if err != nil {
		return h.refuse(address, where, "object", address, "%v", err)
	}
	if wire.IsActivity(a.Type) && a.Whole != nil {
		text, a = a.Inner, *a.Whole
	}
	return h.object(thing{text: text, raw: f.raw, to: a.To, cc: a.CC, where: where, note: note, how: how, server: address})
}

// retry asks again for the events that were not to be had at the last runs,
// unless this one says something newer of them.
func (h *harvest) retry() error {
	for _, address := range sortedKeys(h.from.Again) {
		if err := h.event(address, address, "asked for again"); err != nil {
			return err
		}
	}
	return nil
}
