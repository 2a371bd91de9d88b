package lido

import (
	"slices"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/dom"
)

// actor writes who had a part in an event; role is the address of one that is no
// occupation, "" for none.
func (w Writer) actor(event *dom.Element, n *schema.Node, role string) {
	if n == nil {
		return
	}
	r := event.Add("eventActor").Add("actorInRole")
	a := r.Add("actor").Set("type", bodyType)
	knownBy(a, "actorID", n, true)
	appellations(a.Add("nameActorSet"), n)
	if n.Class.Name == "Person" {
		a.Attrs[0].Value = personType
		life := a.Add("vitalDatesActor")
		life.AddText("earliestDate", n.String("birthDate"))
		life.AddText("latestDate", n.String("deathDate"))
		for _, prop := range []string{"birthPlace", "deathPlace"} {
			w.place(a.Add("vitalPlaceActor").Set("type", prop), "place", w.record(firstOf(n.Refs(prop))))
		}
	}
	if role != "" {
		contributor := r.Add("roleActor")
		contributor.AddText("conceptID", role).Set("type", byAddress)
		contributor.AddText("term", "contributor").SetLang("en")
	}
	for _, t := range n.Nodes("hasOccupation") {
		concept(r.Add("roleActor"), t)
	}
}

// body writes an institution.
func (w Writer) body(e *dom.Element, n *schema.Node) {
	knownBy(e, "legalBodyID", n, false)
	appellations(e.Add("legalBodyName"), n)
	e.AddText("legalBodyWeblink", n.String("url"))
}

// knownBy writes what others know a record by: addresses, identifiers with the
// list that they are from and, where own says so, the source's own, but for one
// that is made of names.
func knownBy(e *dom.Element, name string, n *schema.Node, own bool) {
	same := n.Refs("sameAs")
	for _, s := range same {
		e.AddText(name, string(s)).Set("type", byAddress)
	}
	found := len(same) > 0
	if n.Class.Property("identifier") != nil {
		for _, id := range n.Nodes("identifier") {
			e.AddText(name, id.String("value")).Set("type", "local").Set("source", id.String("propertyID"))
			found = found || id.String("value") != ""
		}
	}
	if key := n.String("sourceIdentifier"); own && !found && !isName(n, key) {
		e.AddText(name, key).Set("type", "local")
	}
}

// isName reports whether a key is made of what a record is called.
func isName(n *schema.Node, key string) bool {
	return crosswalk.IsAddress(key) || slices.ContainsFunc(n.Values("name"), func(v schema.Value) bool {
		name := schema.NameKey(v.Text)
		return key == name || len(key) > len(name) && key[:len(name)+1] == name+"|"
	})
}
