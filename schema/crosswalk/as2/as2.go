// Package as2 turns the events, places and accounts of ActivityStreams, as
// Mobilizon, Gancio, Event Bridge and others write them, into records and events
// of ours into theirs. Read takes every shape that is in use and says what it
// leaves out; Writer writes the one that both Mobilizon and Gancio accept.
// Activities and lists are schema/wire/activitypub's.
package as2

import (
	"fmt"
	"sort"
	"strings"

	"moselle/schema/wire/activitypub"
)

// Object is an object of ActivityStreams: its members by name, without the
// prefixes that some write before them. The same thing is said in several shapes,
// so that members are asked for one by one and in the shape they have.
type Object map[string]any

// maxDepth bounds how deep objects and lists nest.
const maxDepth = 40

// Parse reads an object. The error tells in plain words why a text is none.
func Parse(text []byte) (Object, error) {
	o, err := activitypub.ParseObject(text)
	if err != nil {
		return nil, err
	}
	if !plainNames(o, 0) {
		return nil, fmt.Errorf("objects and lists nest more than %d deep", maxDepth)
	}
	return o, nil
}

// prefixes are what may stand before the name of a member.
var prefixes = []string{"as:", "sc:", "schema:", "mz:", "ical:", "toot:", "geojson:", activitypub.Context + "#",
	"http://schema.org/", "https://schema.org/", "http://schema.org#", "https://joinmobilizon.org/ns#", "http://www.w3.org/2002/12/cal/ical#"}

// plainNames takes the prefixes off; a name that has none counts before one that
// has. It reports whether the nesting keeps to its bound.
func plainNames(v any, depth int) bool {
	if depth > maxDepth {
		return false
	}
	switch v := v.(type) {
	case map[string]any:
		var long []string
		for name, in := range v {
			if name == "@context" {
				continue
			}
			if !plainNames(in, depth+1) {
				return false
			}
			if strings.ContainsAny(name, ":@") {
				long = append(long, name)
			}
		}
		sort.Strings(long)
		for _, name := range long {
			short := bare(name)
			if _, there := v[short]; !there {
				v[short] = v[name]
			}
		}
	case []any:
		for _, e := range v {
			if !plainNames(e, depth+1) {
				return false
			}
		}
	}
	return true
}

// bare is a name or a type without its prefix; "@id" and "@type" are id and type.
func bare(name string) string {
	if name == "@id" || name == "@type" {
		return name[1:]
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(name, p); ok {
			return rest
		}
	}
	return name
}

// ID returns the object's address; "" for none.
func (o Object) ID() string { return o.Text("id") }

// Type returns the object's type, the first that it knows something of; "" for
// none.
func (o Object) Type() string {
	first := ""
	for _, v := range o.list("type") {
		switch t := bare(plain(v)); {
		case t == "Event", t == "Place", t == "Tombstone", t == "VirtualLocation", activitypub.IsActor(t):
			return t
		case first == "":
			first = t
		}
	}
	return first
}

// IsEvent reports whether the object is an event: of that type or, like those of
// some servers, of a kind of event.
func (o Object) IsEvent() bool {
	t := o.Type()
	return t == "Event" || strings.HasSuffix(t, "Event") && o["startTime"] != nil
}
