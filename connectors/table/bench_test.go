package table_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/table"
	"moselle/schema"
	"moselle/schema/quality"
)

// preset returns the settings that name a preset.
func preset(t testing.TB, name string) *yaml.Node {
	t.Helper()
	return conntest.Settings(t, "preset: "+name)
}

// open opens a table whose document is data.
func open(t testing.TB, settings *yaml.Node, data []byte) connectors.Connector {
	t.Helper()
	env := conntest.Env(t, "memory")
	env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
		return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(data)), Location: "memory", Validator: []byte("v")}, nil
	}
	c, err := table.Kind().Open(settings, env)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// BenchmarkWorks reads works into drafts, beside what the standard library
// needs to take in the same bytes.
func BenchmarkWorks(b *testing.B) {
	const n = 2000
	data := conntest.Works(n)
	count := func(b *testing.B) {
		b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "records/s")
	}
	b.Run("drafts", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			c := open(b, preset(b, "tate-artworks"), data)
			if r := conntest.Harvest(b.Context(), c, nil); r.Err != nil || len(r.Items) != n {
				b.Fatalf("%d items, %v", len(r.Items), r.Err)
			}
		}
		count(b)
	})
	// The bar is 150 µs a record for checking, canonicalising and grading; here
	// reading and mapping are in it too.
	b.Run("graded", func(b *testing.B) {
		for b.Loop() {
			r := conntest.Harvest(b.Context(), open(b, preset(b, "tate-artworks"), data), nil)
			if r.Err != nil {
				b.Fatal(r.Err)
			}
			for _, it := range r.Items {
				nodes := map[schema.IRI]*schema.Node{}
				for i := range it.Drafts {
					d := it.Drafts[len(it.Drafts)-1-i] // its own comes last, when all it leads to is there
					d.Graph.Canonical()
					nodes[d.IRI] = schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
				}
				quality.Assess(nodes[it.Drafts[0].IRI], func(iri schema.IRI) *schema.Node { return nodes[iri] }, quality.Options{})
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/record")
	})
	b.Run("unchanged", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		env := conntest.Env(b, "memory")
		env.Known = func(raw []byte) (string, bool) { return string(raw[9:15]), true }
		env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
			return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(data))}, nil
		}
		c, err := table.Kind().Open(preset(b, "tate-artworks"), env)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if r := conntest.Harvest(b.Context(), c, nil); r.Err != nil || len(r.Items) != n {
				b.Fatalf("%d items, %v", len(r.Items), r.Err)
			}
		}
		count(b)
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			for line := range bytes.Lines(data) {
				var v any
				if err := json.Unmarshal(line, &v); err != nil {
					b.Fatal(err)
				}
			}
		}
		count(b)
	})
}

// BenchmarkPreset reads the table of a museum whose cells hold several makers side
// by side, recognised by its columns.
func BenchmarkPreset(b *testing.B) {
	const n = 2000
	var text strings.Builder
	text.WriteString("Title,Artist,ConstituentID,ArtistBio,Nationality,BeginDate,EndDate,Gender,Date,Medium,Dimensions,CreditLine,AccessionNumber,Classification,Department,ObjectID,URL,ImageURL,OnView\n")
	for i := range n {
		fmt.Fprintf(&text, `"View of the Weir, Plate %d","Anna Weiler, Jean Collignon","%d, %d","(Luxembourgish, 1841–1918) (French, born 1900)","(Luxembourgish) (French)","(1841) (1900)","(1918) (0)","(female) (male)",1901–1903,Etching on paper,18 x 24 cm,Gift of the friends,%d.1931,Print,Drawings & Prints,%d,http://www.museum-three-rivers.example/works/%d,http://www.museum-three-rivers.example/images/%d.jpg,`+"\n",
			i, i%300, i%300+300, i, i, i, i)
	}
	conntest.Bench(b, open(b, nil, []byte(text.String())), text.Len(), n)
}

// BenchmarkAgenda reads an agenda whose dates are written in words, as many as in
// figures.
func BenchmarkAgenda(b *testing.B) {
	const n = 2000
	whens := []string{"2026-06-12;20:00", "12.06.2026;20h30", "du 12 au 14 juin 2026;", "Fr., 12.06.2026, 19-22 Uhr;", "12./13. Juni 2026;20 Uhr", "samedi 13/06/2026 à 20h30;", "Sommer 2026;"}
	var text strings.Builder
	text.WriteString("Titel;Datum;Uhrzeit;Ort\n")
	for i := range n {
		fmt.Fprintf(&text, "Konzert %d;%s;Saal\n", i, whens[i%len(whens)])
	}
	data := []byte(text.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		r := conntest.Harvest(b.Context(), open(b, nil, data), nil)
		if r.Err != nil || len(r.Items)+len(r.Refusals) != n {
			b.Fatalf("%d items, %d refusals, %v", len(r.Items), len(r.Refusals), r.Err)
		}
	}
}
