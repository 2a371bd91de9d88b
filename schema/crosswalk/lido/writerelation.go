package lido

import (
	"moselle/schema"
	"moselle/schema/dom"
	"moselle/schema/vocab"
)

// relations writes what the object is about and which others it belongs to.
func (w Writer) relations(e *dom.Element, n *schema.Node) {
	subjects := e.Add("subjectWrap")
	subject := func() *dom.Element { return subjects.Add("subjectSet").Add("subject") }
	for _, t := range n.Nodes("about") {
		concept(subject().Add("subjectConcept"), t)
	}
	_, words := intervals(n)
	for _, text := range words {
		subject().Add("subjectDate").AddText("displayDate", text)
	}
	for _, iri := range n.Refs("contentLocation") {
		w.place(subject().Add("subjectPlace"), "place", w.record(iri))
	}
	works := e.Add("relatedWorksWrap")
	for _, iri := range n.Refs("isPartOf") {
		w.related(works, iri, formsPart, "is part of")
	}
	for _, iri := range n.Refs("isBasedOn") {
		w.related(works, iri, showsFeature, "based on")
	}
}

// related writes a work or a collection that the object is related to.
func (w Writer) related(e *dom.Element, iri schema.IRI, address, term string) {
	to := w.record(iri)
	segment, _, _ := iri.Local()
	if segment != "work" && segment != "collection" || to == nil && segment == "collection" || w.address(iri) == "" {
		return
	}
	set := e.Add("relatedWorkSet")
	work := set.Add("relatedWork")
	if to != nil {
		texts(work, "displayObject", to.Values("name"))
	}
	object := work.Add("object")
	object.AddText("objectID", w.address(iri)).Set("type", byAddress)
	if segment == "collection" {
		object.Add("objectType").AddText("conceptID", vocab.Schema+"Collection").Set("type", byAddress)
	}
	kind := set.Add("relatedWorkRelType")
	kind.AddText("conceptID", address).Set("type", byAddress)
	kind.AddText("term", term).SetLang("en")
}
