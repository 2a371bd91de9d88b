package derive

import "moselle/schema"

func exampleWork(b *schema.Builder) {
	b.Type("Painting")
	b.Text("name", "fr", "Vendange sous la pluie")
	b.Text("description", "fr", "Trois femmes sous une bâche, la rivière derrière elles.")
	b.Link("creator", exampleOf("Person").IRI())
	b.Put("dateCreated", "1904")
	b.Put("temporalCoverage", "1900/1910")
	b.Text("dateText", "fr", "vers 1904")
	b.Link("contentLocation", exampleOf("Place").IRI())
	b.Term("additionalType", "fr", "peinture", "p")
	b.Term("material", "fr", "huile sur toile", "")
	b.Text("size", "fr", "46 × 61 cm")
	number := b.Part("identifier", "PropertyValue")
	number.Put("propertyID", "inventaire")
	number.Put("value", "M 1904-7")
	b.Link("holdingArchive", exampleOf("Organization").IRI())
	b.Put("onView", "true")
	m := b.Part("associatedMedia", "Media")
	m.Type("ImageObject")
	fillMedia(m)
}

func exampleMedia(b *schema.Builder) {
	b.Type("ImageObject")
	b.Text("name", "fr", "Vendange sous la pluie, de face")
	fillMedia(b)
}

func fillMedia(b *schema.Builder) {
	b.Put("contentUrl", "https://muehle.example/m-1904-7.jpg")
	b.Put("license", "CC BY 4.0")
	b.Put("encodingFormat", "image/jpeg")
	b.Put("width", "3200")
	b.Put("height", "2400")
	b.Text("creditText", "fr", "Photo : Kulturmühle Remich")
}

func exampleCollection(b *schema.Builder) {
	b.Text("name", "fr", "Peintres de la rivière")
	b.Text("description", "fr", "Tableaux et dessins des bords de Moselle, de 1880 à 1950.")
	b.Link("provider", exampleOf("Organization").IRI())
	b.Put("collectionSize", "84")
	b.Put("temporalCoverage", "1880/1950")
}

func exampleConcept(b *schema.Builder) {
	b.Text("prefLabel", "de", "Chorkonzert")
	b.Text("prefLabel", "fr", "concert choral")
	b.Text("altLabel", "de", "Choraufführung")
	b.Put("notation", "chor")
	b.Link("inScheme", exampleOf("ConceptScheme").IRI())
	b.Put("closeMatch", "http://www.wikidata.org/entity/Q131186")
}

func exampleScheme(b *schema.Builder) {
	b.Text("prefLabel", "de", "Veranstaltungsarten der Mühle")
	b.Text("definition", "de", "Die Arten, nach denen das Programm geordnet ist.")
	b.Link("hasTopConcept", exampleOf("Concept").IRI())
}

func exampleDataset(b *schema.Builder) {
	b.Text("name", "de", "Programm der Kulturmühle")
	b.Text("description", "de", "Alle Veranstaltungen seit 2019.")
	b.Put("license", "CC0-1.0")
	b.Link("publisher", exampleOf("Organization").IRI())
	d := b.Part("distribution", "Media")
	d.Put("contentUrl", "https://muehle.example/programm.ics")
	d.Put("encodingFormat", "text/calendar")
	d.Put("license", "CC0-1.0")
	b.Put("dateModified", "2026-11-20T09:00:00+01:00")
}
