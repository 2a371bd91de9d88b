package table_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/table"
	"moselle/schema"
	"moselle/schema/quality"
)

// example reads the settings that README.md shows.
func example(t testing.TB, name string) *yaml.Node {
	t.Helper()
	data, err := os.ReadFile("examples/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return conntest.Settings(t, string(data))
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

// collection makes n works in the shape of a large museum's export.
func collection(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		var terms []string
		for j := range 3 {
			terms = append(terms, fmt.Sprintf(`{"children":[{"children":[{"id":%d,"name":"bridge, pier %d"},{"id":%d,"name":"leaning"}],"id":%d,"name":"how people stand"}],"id":%d,"name":"people %d"}`,
				1000+(i+j)%900, j, 272+j, 92+j, 91+j, j))
		}
		fmt.Fprintf(&b, `{"acno":"K%05d","acquisitionYear":1922,"all_artists":"Anna Weiler","catalogueGroup":{},"classification":"on paper, unique","contributorCount":1,"contributors":[{"birthYear":1762,"date":"1762–1787","displayOrder":1,"fc":"Anna Weiler %d","gender":"Female","id":%d,"mda":"Weiler, Anna","role":"artist","startLetter":"W"}],"creditLine":"Presented by the friends of the museum 1922","dateRange":{"endYear":1787,"startYear":1785,"text":"c.1785"},"dateText":"c.1785","depth":"","dimensions":"support: 394 x 419 mm","foreignTitle":null,"groupTitle":null,"height":"419","id":%d,"inscription":null,"medium":"Ink and wash on laid paper, heightened with white. Verso: pencil on paper","movementCount":0,"subjectCount":6,"subjects":{"children":[%s],"id":1,"name":"subject"},"thumbnailCopyright":null,"thumbnailUrl":"http://www.museum-three-rivers.example/images/work/K/K00/K%05d_8.jpg","title":"View of the Three Rivers from the Old Bridge in the Early Morning, a Rainbow over the Mill. Verso: Pencil Study %d","units":"mm","url":"http://www.museum-three-rivers.example/works/weiler-view-of-the-rivers-k%05d","width":"394"}`+"\n",
			i, i%300, i%300, i, strings.Join(terms, ","), i, i, i)
	}
	return b.Bytes()
}

// BenchmarkWorks reads works into drafts, beside what the standard library
// needs to take in the same bytes.
func BenchmarkWorks(b *testing.B) {
	const n = 2000
	data := collection(n)
	count := func(b *testing.B) {
		b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "records/s")
	}
	b.Run("drafts", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			c := open(b, example(b, "works"), data)
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
			r := conntest.Harvest(b.Context(), open(b, example(b, "works"), data), nil)
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
		c, err := table.Kind().Open(example(b, "works"), env)
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
