package plurio

import (
	"crypto/sha256"

	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// maxKnown bounds the entries of a class that are remembered.
const maxKnown = 500_000

// guide remembers the entries that were read, for those that lead to them.
type guide struct {
	places, organisations, persons, events index
	// homes are the organisations that a building named as its own, members the
	// people that an organisation did: by key of the one, what it belongs to.
	homes, members map[string]schema.IRI
	digest         [sha256.Size]byte // of the entries before the agenda
}

// index finds the entries of a class.
type index struct {
	number, own, name map[string]known
}

// known is an entry that was read. Two of one name are none. Of a place the entry
// itself is kept, since it comes with each event at it; beyond maxPlaces not.
type known struct {
	key, name string
	place     *plurio.Building
}

// maxPlaces bounds the places that are kept whole.
const maxPlaces = 5000

func newGuide() *guide {
	g := &guide{homes: map[string]schema.IRI{}, members: map[string]schema.IRI{}}
	for _, x := range []*index{&g.places, &g.organisations, &g.persons, &g.events} {
		*x = index{map[string]known{}, map[string]known{}, map[string]known{}}
	}
	return g
}

// add remembers an entry by Plurio.net's number, the institution's own and its
// name.
func (x *index) add(number, own string, entry known) {
	if len(x.name) >= maxKnown || entry.key == "" {
		return
	}
	if len(x.name) >= maxPlaces {
		entry.place = nil
	}
	if number != "" {
		x.number[number] = entry
	}
	if own != "" {
		x.own[own] = entry
	}
	n := schema.NameKey(entry.name)
	if other, twice := x.name[n]; twice && other.key != entry.key {
		entry = known{}
	}
	x.name[n] = entry
}

// with returns all bytes that an entry depends on: its own, and of the guide that
// was read before.
func (g *guide) with(e *markup.Element) []byte {
	raw := append(g.digest[:len(g.digest):len(g.digest)], e.Raw...)
	if e.Name != "event" {
		g.digest = sha256.Sum256(raw)
	}
	return raw
}
