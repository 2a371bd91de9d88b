package kulturdaten

import (
	"iter"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// thing is what an element of a list is.
type thing string

// The things that the API lists; users are told from them and never read.
const (
	event        thing = "event"
	attraction   thing = "attraction"
	location     thing = "location"
	organization thing = "organization"
	tag          thing = "tag"
	user         thing = "user"
)

// things are all of them, in the order in which those come first that others
// refer to.
var things = []thing{tag, organization, location, attraction, event, user}

// list returns the member that holds several of a thing, which is also the last
// part of their address.
func (t thing) list() string { return string(t) + "s" }

// members are what only one thing has.
var members = []struct {
	thing thing
	names []string
}{
	{user, []string{"password", "permissionFlags", "memberships"}},
	{event, []string{"schedule", "scheduleStatus", "attractions", "locations", "organizer", "admission"}},
	{location, []string{"openingHours", "openingStatus", "accessibility", "manager", "isVirtual"}},
	{organization, []string{"activationStatus"}},
	{attraction, []string{"curator"}},
}

// thingOf tells what an object is: by its type, its number, its members, else by
// hint; "" when nothing says so.
func thingOf(o tree.Node, hint thing) thing {
	said := strings.ToLower(strings.TrimPrefix(o.Member("type").Text(), "type."))
	for _, t := range things {
		if said == string(t) {
			return t
		}
	}
	if id := o.Member("identifier").Text(); len(id) > 2 && id[1] == '_' {
		for _, t := range things {
			if id[0] == t[0]-'a'+'A' {
				return t
			}
		}
	}
	for _, m := range members {
		for _, name := range m.names {
			if o.Member(name).Kind() != tree.Absent {
				return m.thing
			}
		}
	}
	return hint
}

// maxValues bounds the elements that are read of a list within a thing.
const maxValues = 1000

// each yields the elements of a list, or the value itself that stands in its
// place; lists in the list are walked through.
func each(n tree.Node) iter.Seq[tree.Node] {
	return func(yield func(tree.Node) bool) {
		left := maxValues
		walk(n, &left, yield)
	}
}

func walk(n tree.Node, left *int, yield func(tree.Node) bool) bool {
	switch n.Kind() {
	case tree.Absent, tree.Null:
		return true
	case tree.Array:
		for c := range n.Children() {
			if !walk(c, left, yield) {
				return false
			}
		}
		return true
	}
	*left--
	return *left >= 0 && yield(n)
}

// plain returns a scalar on one line, without markup.
func plain(n tree.Node) string {
	return strings.Join(strings.Fields(schema.PlainText(n.Text())), " ")
}

// said is a text in a language.
type said struct{ lang, text string }

// texts returns a text in each of its languages, without markup; one that names
// no language is in lang.
func texts(n tree.Node, lang string) (out []said) {
	add := func(lang string, v tree.Node) {
		if s := schema.PlainText(v.Text()); s != "" && len(out) < maxValues {
			out = append(out, said{lang, s})
		}
	}
	if n.Kind() != tree.Object {
		add(lang, n)
		return out
	}
	for v := range n.Children() {
		add(v.Key(), v)
	}
	return out
}

// reference is how one thing names another.
type reference struct {
	id    string
	label tree.Node
}

// references returns what a member refers to: objects with number and label, or
// numbers alone.
func references(n tree.Node) (out []reference) {
	for v := range each(n) {
		r := reference{id: plain(v.Member("referenceId")), label: v.Member("referenceLabel")}
		if v.Kind() != tree.Object {
			r.id = plain(v)
		}
		if len(r.id) > maxKey {
			r.id = ""
		}
		if r.id != "" || len(texts(r.label, "")) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// maxKey bounds the length of a thing's number.
const maxKey = 200

// keyOf returns the key of a thing: its number, else, of one that the API has
// not numbered yet, where it comes from and its number there.
func keyOf(o tree.Node) string {
	key := plain(o.Member("identifier"))
	if key == "" {
		if id := plain(o.Member("metadata").Member("originObjectID")); id != "" {
			key = strings.TrimPrefix(plain(o.Member("metadata").Member("origin"))+"/"+id, "/")
		}
	}
	return key
}
