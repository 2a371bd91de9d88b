package lido

import (
	"cmp"
	"slices"

	"moselle/schema"
	"moselle/schema/dom"
	"moselle/schema/vocab"
)

// Writer turns works into LIDO.
type Writer struct {
	// Record returns a record that another leads to; nil for one that is not to be
	// had. Nil means that there is none.
	Record func(schema.IRI) *schema.Node
	// Public returns the address under which a record is published. Nil takes its IRI.
	Public func(schema.IRI) string
	// Hub names who provides a record of which nobody says it.
	Hub string
}

func (w Writer) record(iri schema.IRI) *schema.Node {
	if w.Record == nil || iri == "" {
		return nil
	}
	return w.Record(iri)
}

func (w Writer) address(iri schema.IRI) string {
	if w.Public == nil {
		return string(iri)
	}
	return w.Public(iri)
}

// Print appends a lido element as XML with all its namespaces.
func Print(to []byte, e *dom.Element) []byte {
	return dom.Print(to, e, dom.Prefix{Name: "lido", Space: Namespace}, dom.Prefix{Name: "gml", Space: gmlSpace})
}

// Write returns a work as an element lido; nil for a record of another class. The
// address of the record is its lidoRecID, the source's own identifiers are its
// recordID.
func (w Writer) Write(n *schema.Node) *dom.Element {
	if n.Class.Name != "Work" {
		return nil
	}
	lang := schema.Und
	if names := n.Values("name"); len(names) > 0 {
		lang = names[0].Lang
	}
	e := &dom.Element{Space: Namespace, Name: "lido"}
	identifier := e.AddText("lidoRecID", w.address(n.ID)).Set("type", byAddress)
	for _, same := range n.Refs("sameAs") {
		e.AddText("objectPublishedID", string(same)).Set("type", byAddress)
	}
	d := e.Add("descriptiveMetadata").SetLang(lang)
	w.classification(d.Add("objectClassificationWrap"), n)
	w.identification(d.Add("objectIdentificationWrap"), n)
	w.events(d.Add("eventWrap"), n)
	w.relations(d.Add("objectRelationWrap"), n)
	a := e.Add("administrativeMetadata").SetLang(lang)
	w.rights(a.Add("rightsWorkWrap").Add("rightsWorkSet"), n, "usageInfo")
	w.wrap(a.Add("recordWrap"), n, identifier.Text)
	w.resources(a.Add("resourceWrap"), n)
	e.Prune()
	return e
}

// classification writes what kind of thing it is. LIDO asks for one: where the
// record says none, that is its type at schema.org.
func (w Writer) classification(e *dom.Element, n *schema.Node) {
	kinds := e.Add("objectWorkTypeWrap")
	for _, t := range n.Nodes("additionalType") {
		concept(kinds.Add("objectWorkType"), t)
	}
	for _, t := range n.Types {
		if len(kinds.Children) > 0 && t == n.Types[len(n.Types)-1] {
			break // that it is a work says nothing beside the others
		}
		kind := kinds.Add("objectWorkType")
		kind.AddText("conceptID", vocab.Schema+t).Set("type", byAddress)
		kind.AddText("term", schema.Label(t, "en")).SetLang("en")
	}
	classes := e.Add("classificationWrap")
	for _, t := range n.Nodes("genre") {
		concept(classes.Add("classification"), t)
	}
	for _, v := range n.Values("keywords") {
		classes.Add("classification").Set("type", "keyword").AddText("term", v.Text).SetLang(v.Lang)
	}
	for _, v := range n.Values("inLanguage") {
		classes.Add("classification").Set("type", "language").AddText("term", v.Text)
	}
}

// identification writes titles, inscriptions, where it is kept, descriptions, size.
func (w Writer) identification(e *dom.Element, n *schema.Node) {
	appellations(e.Add("titleWrap").Add("titleSet"), n)
	inscription := e.Add("inscriptionsWrap").Add("inscriptions")
	texts(inscription, "inscriptionTranscription", n.Values("text"))
	kept := e.Add("repositoryWrap").Add("repositorySet").Set("type", current)
	if holder := w.record(firstOf(n.Refs("holdingArchive"))); holder != nil {
		w.body(kept.Add("repositoryName"), holder)
	}
	for _, id := range n.Nodes("identifier") {
		kept.AddText("workID", id.String("value")).Set("type", id.String("propertyID"))
	}
	w.place(kept, "repositoryLocation", w.record(firstOf(n.Refs("itemLocation"))))
	notes := e.Add("objectDescriptionWrap")
	texts(notes.Add("objectDescriptionSet"), "descriptiveNoteValue", n.Values("description"))
	texts(notes.Add("objectDescriptionSet").Set("type", "abstract"), "descriptiveNoteValue", n.Values("abstract"))
	texts(e.Add("objectMeasurementsWrap").Add("objectMeasurementsSet"), "displayObjectMeasurements", n.Values("size"))
}

// wrap writes whose record it is, and its page.
func (w Writer) wrap(e *dom.Element, n *schema.Node, address string) {
	for _, id := range n.Values("sourceIdentifier") {
		e.AddText("recordID", id.Text).Set("type", byNumber)
	}
	if len(e.Children) == 0 {
		e.AddText("recordID", address).Set("type", byAddress)
	}
	kind := e.Add("recordType")
	kind.AddText("conceptID", itemLevel).Set("type", byAddress)
	kind.AddText("term", "Item-level record").SetLang("en")
	source := e.Add("recordSource")
	provider := w.record(firstOf(n.Refs("sdPublisher")))
	if provider == nil {
		provider = w.record(firstOf(n.Refs("holdingArchive")))
	}
	if provider != nil {
		w.body(source, provider)
	} else {
		source.Add("legalBodyName").AddText("appellationValue", cmp.Or(w.Hub, "unknown"))
	}
	for _, r := range n.Refs("sdLicense") {
		e.Add("recordRights").Add("rightsType").AddText("conceptID", string(r)).Set("type", byAddress)
	}
	info := e.Add("recordInfoSet")
	for _, page := range n.Refs("url") {
		info.AddText("recordInfoLink", string(page)).Set("formatResource", "text/html")
	}
	info.AddText("recordMetadataDate", n.String("sdDatePublished")).Set("type", modified)
}

// texts adds an element for each text.
func texts(e *dom.Element, name string, values []schema.Value) {
	for _, v := range values {
		e.AddText(name, v.Text).SetLang(v.Lang)
	}
}

// appellations adds the names of a record, the preferred one of each language first.
func appellations(e *dom.Element, n *schema.Node) {
	for _, v := range n.Values("name") {
		e.AddText("appellationValue", v.Text).Set("pref", preferTerm).SetLang(v.Lang)
	}
	for _, v := range n.Values("alternateName") {
		e.AddText("appellationValue", v.Text).Set("pref", otherTerm).SetLang(v.Lang)
	}
}

// concept writes a term with its addresses and its code.
func concept(e *dom.Element, t *schema.Node) {
	for _, same := range t.Refs("sameAs") {
		e.AddText("conceptID", string(same)).Set("type", byAddress)
	}
	e.AddText("conceptID", t.String("termCode")).Set("type", byNumber)
	for _, v := range t.Values("name") {
		e.AddText("term", v.Text).SetLang(v.Lang)
	}
}

// firstOf returns the first link; "" for none.
func firstOf(refs []schema.IRI) schema.IRI {
	if len(refs) == 0 {
		return ""
	}
	return refs[0]
}

// named reports whether one of a record's names is as is says.
func named(n *schema.Node, is func(string) bool) bool {
	return slices.ContainsFunc(n.Values("name"), func(v schema.Value) bool { return is(v.Text) })
}
