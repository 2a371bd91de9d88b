package iiif_test

import (
	"testing"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

func person(key, name string, more ...string) *schema.Builder {
	b := schema.Build("src", "Person", key)
	b.Text("name", "", name)
	for i := 0; i+1 < len(more); i += 2 {
		b.Put(more[i], more[i+1])
	}
	return b
}

func term(b *schema.Builder, prop, same string, names ...string) {
	t := b.Part(prop, "DefinedTerm")
	for i := 0; i+1 < len(names); i += 2 {
		t.Text("name", names[i], names[i+1])
	}
	t.Put("sameAs", same)
}

func place(key, lang, name, same string) *schema.Builder {
	b := schema.Build("src", "Place", key)
	b.Text("name", lang, name)
	b.Put("sameAs", same)
	return b
}

// full is a work that says something of all that a manifest has room for.
func full(t testing.TB, w world) *schema.Node {
	b := schema.Build("src", "Work", "k1")
	b.Text("name", "fr", "Le pont & la tour")
	b.Text("name", "de", "Die Brücke")
	b.Text("name", "", "PA-12")
	b.Text("alternateName", "fr", "Vue du pont")
	b.Text("alternateName", "en", "View of the bridge")
	b.Text("description", "fr", "Une vue <large>.\n\nAu soir.")
	b.Text("description", "de", "Eine Ansicht.")
	b.Text("abstract", "fr", "Le pont au soir.")
	b.Text("text", "fr", "Vallombre, 14 juillet")
	b.Text("creditText", "fr", "Musée du Pont, Vallombre")
	b.Text("dateText", "fr", "vers 1905")
	b.Put("dateCreated", "1905")
	b.Put("datePublished", "1911-03")
	b.Put("temporalCoverage", "1904/1906")
	b.Text("size", "fr", "120 x 80 cm")
	b.Text("keywords", "fr", "danse")
	b.Text("keywords", "fr", "fête")
	b.Text("keywords", "de", "Tanz")
	b.Text("provenance", "fr", "Don de l'imprimerie, 1911.")
	b.Text("conditionsOfAccess", "de", "Nach Anmeldung.")
	b.Text("copyrightNotice", "fr", "© Succession Aubrac")
	b.Put("usageInfo", "https://pont.example/conditions")
	b.Put("inLanguage", "fr")
	b.Put("inLanguage", "lb")
	b.Put("url", "https://pont.example/objets/12")
	b.Put("sameAs", "http://www.wikidata.org/entity/Q00")
	term(b, "about", "http://vocab.getty.edu/aat/000001", "fr", "danse", "de", "Tanz")
	term(b, "about", "", "fr", "ponts")
	term(b, "about", "", "fr", "fêtes", "de", "Feste")
	term(b, "genre", "", "fr", "paysage")
	term(b, "additionalType", "", "fr", "affiche", "lb", "Affiche")
	term(b, "material", "", "", "papier")
	for kind, value := range map[string]string{"Inv. Nr": "PA-12", "Cote": "B 7", "": "00017"} {
		i := b.Part("identifier", "PropertyValue")
		i.Put("propertyID", kind)
		i.Put("value", value)
	}
	maker := person("p1", "Aubrac, Léonie", "birthDate", "1871", "deathDate", "1940", "sameAs", "https://d-nb.info/gnd/000000001")
	helper, alive := person("p2", "Ponsard, Jo", "deathDate", "1627"), person("p3", "Weis & Kill, Marie", "birthDate", "1950")
	printer := schema.Build("src", "Organization", "o1")
	printer.Text("name", "fr", "Imprimerie de Vallombre")
	museum := schema.Build("src", "Organization", "o2")
	museum.Text("name", "fr", "Musée du Pont")
	museum.Text("name", "de", "Brückenmuseum")
	museum.Put("url", "https://pont.example/")
	museum.Put("sameAs", "http://www.wikidata.org/entity/Q000")
	logo := museum.Part("logo", "Media")
	logo.Type("ImageObject")
	logo.Put("contentUrl", "https://pont.example/logo.png")
	logo.Put("encodingFormat", "image/png")
	made, shown := place("l1", "fr", "Vallombre", "https://sws.geonames.org/000001"), place("l2", "", "Vieux-Pont", "")
	other, hall := place("l3", "de", "Unterstadt", ""), place("l4", "fr", "Salle 4", "")
	posters := schema.Build("src", "Collection", "c1")
	posters.Text("name", "fr", "Affiches")
	for _, r := range []*schema.Builder{maker, helper, alive, printer, museum, made, shown, other, hall, posters} {
		w.add(t, r)
	}
	b.Link("creator", maker.IRI())
	b.Link("creator", alive.IRI())
	b.Link("contributor", helper.IRI())
	b.Link("publisher", printer.IRI())
	b.Link("holdingArchive", museum.IRI())
	b.Link("locationCreated", made.IRI())
	b.Link("contentLocation", shown.IRI())
	b.Link("contentLocation", other.IRI())
	b.Link("itemLocation", hall.IRI())
	b.Link("isPartOf", posters.IRI())
	media(b, helper.IRI())
	return w.add(t, b)
}

// media adds a file of each kind, some with what they alone have.
func media(b *schema.Builder, photographer schema.IRI) {
	add := func(kind, file, format, licence string) *schema.Builder {
		m := b.Part("associatedMedia", "Media")
		m.Type(kind)
		m.Put("contentUrl", "https://iiif.pont.example/"+file)
		m.Put("encodingFormat", format)
		m.Put("license", licence)
		m.Text("creditText", "fr", "Musée du Pont, Vallombre")
		return m
	}
	by, own := "https://creativecommons.org/licenses/by/4.0/", "https://pont.example/licence"
	m := add("ImageObject", "a/full/max/0/default.jpg", "image/jpeg", by)
	m.Text("name", "fr", "Recto")
	m.Put("width", "4000")
	m.Put("height", "6000")
	m.Put("conformsTo", "http://iiif.io/api/image/3/level2.json")
	m.Put("thumbnailUrl", "https://iiif.pont.example/a/full/300,/0/default.jpg")
	m.Link("creator", photographer)
	m = b.Part("associatedMedia", "Media")
	m.Type("ImageObject")
	m.Put("contentUrl", "https://iiif.pont.example/b.jpg")
	m.Put("license", own)
	m.Text("creditText", "de", "Foto: Ponsard")
	m.Text("caption", "fr", "Le dos.\nDétail.")
	m.Text("copyrightNotice", "", "© Ponsard")
	m.Put("encodingFormat", "image/jpeg")
	m.Put("thumbnailUrl", "https://iiif.pont.example/b-small.jpg")
	m = add("ImageObject", "h.jpg", "image/jpeg", by)
	m.Put("conformsTo", "http://iiif.io/api/image/2/level1.json")
	m.Put("thumbnailUrl", "https://images.pont.example/h/full/300,/0/default.jpg")
	m = add("VideoObject", "c.mp4", "video/mp4", by)
	m.Put("width", "1280")
	m.Put("height", "720")
	m.Put("duration", "PT9M32.034S")
	m = add("AudioObject", "d.mp3", "audio/mpeg", "http://rightsstatements.org/vocab/InC/1.0/")
	m.Put("duration", "PT1H2S")
	add("AudioObject", "e.mp3", "audio/mpeg", by)
	m = add("TextObject", "f.pdf", "application/pdf", by)
	m.Text("name", "fr", "En PDF")
	add("3DModel", "g.glb", "model/gltf-binary", by)
}

// TestWork holds a work that was written and read again to what it was: each
// property that a manifest has room for.
func TestWork(t *testing.T) {
	t.Parallel()
	before := world{}
	want := full(t, before)
	m, err := before.writer().Manifest(want)
	if err != nil {
		t.Fatal(err)
	}
	got, after := read(t, m)
	compare(t, want, got, before, after, "sourceIdentifier", "derivedFrom", "associatedMedia")
	files := map[string]*schema.Node{}
	for _, n := range got.Nodes("associatedMedia") {
		files[n.String("contentUrl")] = n
	}
	if files[m.ID] == nil || files[m.ID].String("conformsTo") != wire.PresentationContext {
		t.Errorf("Manifest is not among the media: %v", files[m.ID])
	}
	for _, n := range want.Nodes("associatedMedia") {
		f := files[n.String("contentUrl")]
		if f == nil {
			t.Errorf("%s is not there any more", n.String("contentUrl"))
			continue
		}
		if f.Type() != n.Type() {
			t.Errorf("%s is a %s, want a %s", n.String("contentUrl"), f.Type(), n.Type())
		}
		compare(t, n, f, before, after)
	}
	if len(files) != len(want.Nodes("associatedMedia"))+1 {
		t.Errorf("%d media, want %d and the manifest", len(files), len(want.Nodes("associatedMedia")))
	}
}

// TestCollection does the same for a collection, and reads what it lists.
func TestCollection(t *testing.T) {
	t.Parallel()
	before := world{}
	museum := schema.Build("src", "Organization", "o2")
	museum.Text("name", "fr", "Musée du Pont")
	museum.Put("url", "https://pont.example/")
	before.add(t, museum)
	top := schema.Build("src", "Collection", "c0")
	top.Text("name", "fr", "Tout")
	before.add(t, top)
	town := place("l1", "fr", "Vallombre", "")
	before.add(t, town)
	b := schema.Build("src", "Collection", "c1")
	b.Text("name", "fr", "Affiches")
	b.Text("name", "de", "Plakate")
	b.Text("alternateName", "fr", "Fonds Ponsard")
	b.Text("description", "fr", "Des affiches.")
	b.Put("url", "https://pont.example/affiches")
	b.Put("temporalCoverage", "1880/1914")
	b.Put("sameAs", "http://www.wikidata.org/entity/Q01")
	b.Text("keywords", "fr", "bal")
	term(b, "about", "", "fr", "danse", "de", "Tanz")
	term(b, "additionalType", "", "fr", "fonds")
	b.Link("provider", museum.IRI())
	b.Link("spatialCoverage", town.IRI())
	b.Link("isPartOf", top.IRI())
	i := b.Part("image", "Media")
	i.Type("ImageObject")
	i.Put("contentUrl", "https://pont.example/affiches.jpg")
	i.Put("encodingFormat", "image/jpeg")
	i.Put("license", "https://creativecommons.org/publicdomain/zero/1.0/")
	i.Put("width", "400")
	i.Put("height", "300")
	want, work := before.add(t, b), full(t, before)
	c, err := before.writer().Collection(want, []*schema.Node{work, before[top.IRI()]})
	if err != nil {
		t.Fatal(err)
	}
	got, after := read(t, c)
	compare(t, want, got, before, after, "sourceIdentifier", "derivedFrom")
	if len(c.Items) != 2 || c.Items[0].Type != "Manifest" || c.Items[0].NavDate != "1905-01-01T00:00:00Z" || c.Items[1].Type != "Collection" {
		t.Errorf("Collection() lists %+v, want the work of 1905 and the collection", c.Items)
	}
}
