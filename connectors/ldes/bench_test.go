package ldes_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
	"moselle/schema/vocab"
	"moselle/schema/wire/ldes"
)

// stream returns pages of 250 versions each of what a hub serves of a work with a
// picture, in a format.
func stream(b *testing.B, pages int, f rdf.Format) map[string][]byte {
	out := map[string][]byte{}
	for n := range pages {
		p := &ldes.Page{Location: fmt.Sprint(site, "s/", n), Streams: []ldes.Stream{{IRI: site + "s", TimestampPath: vocab.DCTerms + "created", VersionOfPath: vocab.DCTerms + "isVersionOf"}}}
		if n == 0 {
			p.Streams[0].Views = []string{p.Location}
		}
		if n+1 < pages {
			p.Relations = []ldes.Relation{{Type: "Relation", Node: fmt.Sprint(site, "s/", n+1)}}
		}
		g := &rdf.Graph{}
		for i := range 250 {
			w := schema.Build("mill", "Work", fmt.Sprint(n*250+i))
			w.Type("Painting")
			w.Text("name", "fr", fmt.Sprint("Vendange sous la pluie ", i))
			w.Text("name", "de", fmt.Sprint("Weinlese im Regen ", i))
			w.Text("description", "fr", "Trois femmes sous une bâche, la rivière derrière elles.")
			w.Link("creator", schema.Mint("mill", "Person", fmt.Sprint(i%40)))
			w.Put("dateCreated", "1904")
			w.Term("material", "fr", "huile sur toile", "h")
			w.Part("identifier", "PropertyValue").Put("value", fmt.Sprint("M 1904-", i))
			m := w.Part("associatedMedia", "Media")
			m.Put("contentUrl", fmt.Sprintf("https://mill.example/m-%d.jpg", i))
			m.Put("license", "CC BY 4.0")
			w.Link("sdPublisher", schema.Mint("hub", "Organization", "mill"))
			d, _ := w.Draft()
			version := rdf.NewIRI(fmt.Sprint(site, "v/", n, "/", i))
			thing := rdf.NewIRI(d.IRI.Public("https://rivers.example"))
			for t := range schema.PublicGraph(d.Graph, "https://rivers.example").All() {
				if t.S == thing {
					t.S = version
				}
				g.Add(t)
			}
			g.Add(rdf.Triple{S: version, P: rdf.NewIRI(vocab.DCTerms + "isVersionOf"), O: thing},
				rdf.Triple{S: version, P: rdf.NewIRI(vocab.DCTerms + "created"), O: rdf.NewTyped(fmt.Sprintf("2026-01-01T%02d:%02d:%02dZ", n%24, i/60, i%60), vocab.XSD+"dateTime")})
			p.Members = append(p.Members, version)
		}
		for _, q := range p.Quads() {
			g.Add(q.Triple)
		}
		var doc bytes.Buffer
		if err := f.Encode(&doc, g); err != nil {
			b.Fatal(err)
		}
		out[p.Location] = doc.Bytes()
	}
	return out
}

// BenchmarkStream replicates 5,000 works in the formats that streams are served in.
func BenchmarkStream(b *testing.B) {
	for _, name := range []string{"ntriples", "turtle", "jsonld", "rdfxml"} {
		b.Run(name, func(b *testing.B) {
			f, _ := formats.ByName(name)
			pages := stream(b, 20, f)
			size := 0
			for _, doc := range pages {
				size += len(doc)
			}
			env := conntest.Env(b, site+"s/0")
			env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
				return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(pages[location])), Location: location, MediaType: f.MediaType}, nil
			}
			c, err := kind().Open(nil, env)
			if err != nil {
				b.Fatal(err)
			}
			conntest.Bench(b, c, size, 5000)
		})
	}
}
