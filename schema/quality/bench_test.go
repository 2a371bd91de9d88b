package quality_test

import (
	"testing"

	"moselle/schema"
	"moselle/schema/quality"
)

// catalogued builds a work as a museum's catalogue gives it, with the painter
// it leads to: about the size of those in open sets of large museums.
func catalogued() *schema.Builder {
	w := schema.Build("src", "Work", "R0417")
	w.Type("VisualArtwork")
	w.Text("name", "en", "Three ferrymen resting beside an upturned boat while the river rises behind the mill")
	w.Link("creator", schema.Mint("src", "Person", "p"))
	w.Text("dateText", "en", "no date given, about 1785")
	w.Put("temporalCoverage", "1780/1790")
	w.Term("material", "en", "Gouache, pencil and white chalk on grey card", "")
	w.Text("size", "en", "sheet: 310 x 455 mm")
	w.Text("creditText", "en", "Given by the rowing club 1931")
	for _, s := range []string{"rivers", "boats", "rest", "mills"} {
		w.Term("about", "en", s, "")
	}
	id := w.Part("identifier", "PropertyValue")
	id.Put("value", "R0417")
	m := w.Part("associatedMedia", "Media")
	m.Type("ImageObject")
	m.Put("contentUrl", "https://images.example/R0417_9.jpg")
	m.Put("thumbnailUrl", "https://images.example/R0417_8.jpg")
	m.Put("license", "CC BY-NC-ND 3.0")
	w.Put("url", "https://museum.example/r0417")
	w.Link("holdingArchive", schema.Mint(schema.Hub, "Organization", "m"))
	w.Link("sdPublisher", schema.Mint(schema.Hub, "Organization", "m"))
	w.Link("isPartOf", schema.Mint(schema.Hub, "Dataset", "m"))
	w.Put("sdLicense", "CC0")
	return w
}

func painter(r records) {
	p := schema.Build("src", "Person", "p")
	p.Text("name", "", "Anna Held")
	p.Put("birthDate", "1735")
	p.Put("deathDate", "1811")
	r.add(p)
}

func BenchmarkAssessWork(b *testing.B) {
	r := records{}
	painter(r)
	n := r.add(catalogued())
	b.ReportAllocs()
	for b.Loop() {
		quality.Assess(n, r.get, quality.Options{})
	}
}

func BenchmarkAssessEvent(b *testing.B) {
	n, r := concert()
	b.ReportAllocs()
	for b.Loop() {
		quality.Assess(n, r.get, quality.Options{})
	}
}

// BenchmarkCheckGradeCanonicalise is the bar of 150 µs a record: what a source
// says is checked, brought into canonical form and graded.
func BenchmarkCheckGradeCanonicalise(b *testing.B) {
	r := records{}
	painter(r)
	b.ReportAllocs()
	for b.Loop() {
		d, _ := catalogued().Draft()
		_ = schema.Seal(d, "src", day)
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
		quality.Assess(n, r.get, quality.Options{})
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/150, "of-bar")
}
