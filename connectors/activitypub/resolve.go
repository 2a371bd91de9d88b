package activitypub

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema/crosswalk/as2"
	wire "moselle/schema/wire/activitypub"
)

// maxHops bounds the documents between a location and what it leads to.
const maxHops = 10

// resolve opens what the location leads to: the outbox of an account, of the
// account that WebFinger names, or of that which stands for a whole server; or
// what stands at the location itself. nil without an error when that was told to
// be nothing to read.
func (h *harvest) resolve() (*document, error) {
	location, since := h.env.Location, h.from.Validator
	for range maxHops {
		d, err := h.read(location, since)
		if html := (page{}); errors.As(err, &html) {
			if location = homeOf(location); location != "" {
				continue // the server's own page: the server says who stands for it
			}
		}
		if err != nil && location != h.env.Location {
			err = connectors.At(location, err)
		}
		if err != nil {
			return nil, err
		}
		h.direct = location == h.env.Location
		since = nil
		if connectors.IsWeb(h.env.Location) {
			h.server = d.body.Location
		}
		next := ""
		if d.lone() {
			next, err = h.lead(d)
		}
		if next == "" && err == nil {
			return d, nil
		}
		d.body.Close()
		if err != nil {
			return nil, h.list.Refuse(err)
		}
		location = next
	}
	return nil, fmt.Errorf("the location leads from one document to another and to no outbox; give the account's address")
}

// homeOf returns where a server says who stands for it, of the address of its
// first page; "" of any other.
func homeOf(location string) string {
	u, err := url.Parse(location)
	if err != nil || !connectors.IsWeb(location) || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
		return ""
	}
	return u.Scheme + "://" + u.Host + wire.NodeInfoPath
}

// lead returns the address that a document leads to; "" when it is what is to be
// read. The error is a refusal of what leads nowhere.
func (h *harvest) lead(d *document) (string, error) {
	at := connectors.Name(h.env.Location)
	if links, ok := wire.ParseLinks(d.whole); ok {
		switch {
		case !connectors.IsWeb(h.env.Location):
			return "", connectors.Nothing(at, "this is a document that only leads to accounts%s: give the account as @name@host, or its address", called(links.Subject))
		case links.Self() != "":
			return links.Self(), nil
		case links.Application() != "":
			return links.Application(), nil
		case links.Description() != "":
			return links.Description(), nil
		}
		return "", connectors.Nothing(at, "the server does not say where the account's document is: give the account's address")
	}
	if info, ok := wire.ParseNodeInfo(d.whole); ok {
		return h.instance(info, d.body.Location)
	}
	actor, err := wire.ParseActor(d.whole)
	if err != nil || !wire.IsActor(actor.Type) {
		return "", nil
	}
	switch {
	case !connectors.IsWeb(h.env.Location):
		return "", connectors.Nothing(at, "this describes the account%s and holds no events; give its address %s, and its outbox is read", called(actor.Name), actor.ID)
	case actor.Outbox == "":
		return "", connectors.Nothing(at, "the account has no outbox, so that its events cannot be read")
	case !wire.SameHost(actor.ID, h.server), !wire.SameHost(actor.Outbox, h.server):
		return "", connectors.Nothing(at, "the account's document says that it belongs to another server (%s, %s); give the address it has there", actor.ID, actor.Outbox)
	}
	if actor.MovedTo != "" {
		if err := h.moved(actor.MovedTo); err != nil {
			return "", err
		}
	}
	if o, err := as2.Parse(d.whole); err == nil {
		h.fetched[actor.ID] = &fetched{object: o, raw: d.whole}
	}
	return actor.Outbox, nil
}

func called(name string) string {
	if name == "" {
		return ""
	}
	return " (" + name + ")"
}

// moved tells that an account has another address.
func (h *harvest) moved(to string) error {
	return h.tell("the account has moved to %s; set the source's location to that", to)
}

// instance returns the address by which the account is found that stands for a
// whole server: it has one of a few names.
func (h *harvest) instance(info wire.NodeInfo, location string) (string, error) {
	if !connectors.IsWeb(h.env.Location) {
		return "", connectors.Nothing(h.env.Location, "this only describes a server that runs %s: give an account of it as @name@host, or its address", info.Software.Name)
	}
	u, err := url.Parse(location)
	if !slices.Contains(info.Protocols, "activitypub") || err != nil {
		return "", connectors.Nothing(h.env.Location, "the server runs %s and does not speak ActivityPub", info.Software.Name)
	}
	origin := u.Scheme + "://" + u.Host
	for _, name := range []string{"relay", strings.ToLower(info.Software.Name), u.Hostname()} {
		address := wire.FingerAt(origin, name)
		d, err := h.read(address, nil)
		if h.ctx.Err() != nil {
			return "", h.ctx.Err()
		}
		if err != nil {
			continue
		}
		d.body.Close()
		if links, ok := wire.ParseLinks(d.whole); ok && links.Self() != "" {
			return links.Self(), nil
		}
	}
	return "", connectors.Nothing(h.env.Location, "the server runs %s and does not say which account stands for all of it: give an account as @name@host, or its address", info.Software.Name)
}
