package apitest

import "moselle/schema"

// works have media of every licence group and of none.
func (r *region) works() {
	b := r.add(objects, "Work", "painting")
	b.Type("Painting")
	texts(b, "name", "fr", "Le pont au matin", "de", "Die Brücke am Morgen", "lb", "D’Bréck moies")
	texts(b, "description", "fr", "La brume se lève.\n\nAu fond, le clocher.", "en", "The mist is lifting.")
	b.Link("creator", r.at("painter"))
	b.Put("dateCreated", "1898")
	texts(b, "size", "und", "54 × 73 cm")
	b.Term("material", "fr", "huile sur toile", "")
	b.Term("about", "fr", "pont", "bridge")
	b.Link("itemLocation", r.at("gallery"))
	b.Link("holdingArchive", r.at("museum"))
	b.Put("onView", "true")
	id := b.Part("identifier", "PropertyValue")
	id.Put("propertyID", "inventory")
	id.Put("value", "MB 1902/14")
	picture(b, "painting", "PDM", "")

	b = r.add(objects, "Work", "photograph")
	b.Type("Photograph")
	texts(b, "name", "fr", "Le quai en crue", "de", "Der Kai bei Hochwasser")
	texts(b, "dateText", "fr", "janvier 1910")
	b.Put("temporalCoverage", "1910-01/1910-02")
	b.Link("contentLocation", r.at("town"))
	g := b.Part("cameraPosition", "GeoCoordinates")
	g.Put("latitude", "49.4681")
	g.Put("longitude", "6.3669")
	g.Put("heading", "142.5")
	picture(b, "photograph", "InC", "Fonds Schmit")

	b = r.add(objects, "Work", "map")
	b.Type("Map")
	texts(b, "name", "nl", "Kaart van de Moezel")
	b.Put("dateCreated", "1701")
	picture(b, "map", "CC BY-NC 4.0", "Museum on the Bridge")

	b = r.add(objects, "Work", "manuscript")
	b.Type("Manuscript")
	texts(b, "name", "und", "Liber pontis")
	b.Put("inLanguage", "la")
	b.Put("temporalCoverage", "1390/1410")
	b.Part("associatedMedia", "Media").Put("contentUrl", "https://breck.example/media/liber.jpg")

	b = r.add(objects, "Work", "sketch")
	b.Type("Drawing")
	texts(b, "name", "en", "Study of an arch", "fr", "Étude d’une arche")
	b.Link("creator", r.at("painter"))
	b.Link("isBasedOn", r.at("painting"))
	picture(b, "sketch", "CC BY-SA 4.0", "Museum on the Bridge")

	b = r.add(objects, "Collection", "bridges")
	texts(b, "name", "en", "Bridges", "fr", "Ponts")
	b.Link("provider", r.at("museum"))
	b.Put("collectionSize", "5")

	b = r.add(objects, "Concept", "bridge")
	texts(b, "prefLabel", "en", "bridge", "fr", "pont", "de", "Brücke")
	b.Put("inScheme", "https://breck.example/terms")

	b = r.add(objects, "Media", "film")
	b.Type("VideoObject")
	texts(b, "name", "en", "The bridge is closed")
	b.Put("contentUrl", "https://breck.example/media/bridge.mp4")
	b.Put("license", "CC0-1.0")
	b.Put("duration", "PT2M30S")
	b.Put("expires", LastDay)
}

func picture(b *schema.Builder, name, licence, credit string) {
	m := b.Part("associatedMedia", "Media")
	m.Type("ImageObject")
	m.Put("contentUrl", "https://breck.example/media/"+name+".jpg")
	m.Put("thumbnailUrl", "https://breck.example/media/"+name+"-small.jpg")
	m.Put("license", licence)
	m.Text("creditText", "und", credit)
	m.Text("caption", "en", "View of the bridge")
}
