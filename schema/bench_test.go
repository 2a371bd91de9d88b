package schema_test

import (
	"testing"
	"time"

	"moselle/schema"
)

// workLike builds a record as a museum's catalogue gives it: about 40 triples.
func workLike(source schema.SourceID, key string) *schema.Builder {
	b := schema.Build(source, "Work", key)
	b.Type("Photograph")
	b.Text("name", "fr", "La place d'Armes, vue du kiosque à musique")
	b.Text("name", "de", "Der Paradeplatz, vom Musikpavillon aus gesehen")
	b.Text("description", "fr", "Vue animée de la place un jour de marché; au premier plan, des étals de fleurs et des promeneurs.\nTirage collé sur carton.")
	b.Link("creator", schema.Mint(source, "Person", "p-12"))
	b.Put("dateCreated", "1907")
	b.Put("temporalCoverage", "1905/1910")
	b.Text("dateText", "fr", "vers 1907")
	b.Link("contentLocation", schema.Mint(source, "Place", "l-3"))
	b.Term("genre", "fr", "photographie", "http://vocab.example/genre/12")
	b.Term("about", "fr", "marchés", "")
	b.Term("about", "fr", "kiosques à musique", "")
	b.Text("size", "und", "180 x 240 mm")
	b.Text("keywords", "fr", "Belle Époque")
	b.Text("keywords", "fr", "commerce")
	id := b.Part("identifier", "PropertyValue")
	id.Put("propertyID", "inventory number")
	id.Put("value", "PH-1907-0012")
	m := b.Part("associatedMedia", "Media")
	m.Type("ImageObject")
	m.Put("contentUrl", "https://images.example/ph-1907-0012.jpg")
	m.Put("license", "CC BY 4.0")
	m.Put("encodingFormat", "image/jpeg")
	m.Put("width", "2400")
	m.Put("height", "1800")
	b.Link("holdingArchive", schema.Mint(schema.Hub, "Organization", "photothek"))
	b.Put("url", "https://museum.example/works/ph-1907-0012")
	b.Put("sdLicense", "CC0")
	b.Link("sdPublisher", schema.Mint(schema.Hub, "Organization", "photothek"))
	b.Link("isPartOf", schema.Mint(schema.Hub, "Dataset", "photothek"))
	b.Put("derivedFrom", "https://museum.example/export.csv")
	return b
}

var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func BenchmarkBuildSeal(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		d, _ := workLike("src", "PH-1907-0012").Draft()
		schema.Seal(d, "src", now)
	}
}

func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		workLike("src", "PH-1907-0012").Draft()
	}
}

func BenchmarkSeal(b *testing.B) {
	d, _ := workLike("src", "PH-1907-0012").Draft()
	b.ReportAllocs()
	for b.Loop() {
		schema.Seal(schema.Draft{IRI: d.IRI, Class: d.Class, Key: d.Key, Graph: d.Graph.Clone()}, "src", now)
	}
}

func BenchmarkParseNode(b *testing.B) {
	r := sealedWork()
	b.SetBytes(int64(len(r.View)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Node(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	r := sealedWork()
	n, err := r.Node()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(r.View)))
	b.ReportAllocs()
	buf := make([]byte, 0, 2*len(r.View))
	for b.Loop() {
		buf = n.AppendJSON(buf[:0])
	}
}

func sealedWork() schema.Record {
	d, _ := workLike("src", "PH-1907-0012").Draft()
	return schema.Seal(d, "src", now)
}

// BenchmarkCheck builds a record, checks it and writes its canonical form: what
// every harvested record costs before it is compared with what is stored.
func BenchmarkCheck(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		d, _ := workLike("src", "PH-1907-0012").Draft()
		d.Graph.Canonical()
	}
}

// BenchmarkShapes is the part of that which the shapes take.
func BenchmarkShapes(b *testing.B) {
	d, _ := workLike("src", "PH-1907-0012").Draft()
	b.ReportAllocs()
	for b.Loop() {
		schema.Check(d.Graph, d.IRI)
	}
}
