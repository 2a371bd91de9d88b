package oaipmh_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/schema/crosswalk/dc"
	wire "moselle/schema/wire/oaipmh"
)

// endless is a repository that makes its pages of 200 records as they are asked
// for.
func endless(records int) func(context.Context, string, []byte) (*connectors.Body, error) {
	const size = 200
	return func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
		u, err := url.Parse(location)
		if err != nil {
			return nil, err
		}
		request, _ := wire.ParseRequest(u.Query())
		var b bytes.Buffer
		w := wire.NewWriter(&b, conntest.Now, "https://museum.example/oai", request)
		if request.Verb == wire.Identify {
			w.Identify(wire.Repository{Deleted: wire.DeletedPersistent, Granularity: wire.Second})
		} else {
			start, _ := strconv.Atoi(request.Resume)
			w.Begin(wire.ListRecords)
			for i := start; i < min(start+size, records); i++ {
				w.Record(wire.Header{Identifier: fmt.Sprintf("oai:museum.example:%d", i), Datestamp: conntest.Now, Sets: []string{"fotos"}}, wire.Second, description(i))
			}
			if start+size < records {
				w.Token(wire.Token{Value: strconv.Itoa(start + size), Size: records, Cursor: start})
			}
		}
		return &connectors.Body{ReadCloser: io.NopCloser(&b), Location: location}, w.Close()
	}
}

// description is a record as repositories of museums write them.
func description(i int) []byte {
	return dc.Print(nil, []dc.Statement{
		{Term: "title", Lang: "de", Value: fmt.Sprintf("Flusslandschaft Nr. %d", i)},
		{Term: "creator", Value: fmt.Sprintf("Muster, Maria %d (1850-1921)", i%300)},
		{Term: "subject", Lang: "de", Value: "Fluss"}, {Term: "subject", Lang: "de", Value: "Landschaft"}, {Term: "subject", Lang: "de", Value: "Abend"},
		{Term: "description", Lang: "de", Value: "Blick vom anderen Ufer auf die Stadt am Abend, im Vordergrund zwei Boote und eine Mühle."},
		{Term: "publisher", Value: "Museum am Fluss"},
		{Term: "date", Value: "1890"},
		{Term: "type", Value: "StillImage"}, {Term: "type", Lang: "de", Value: "Gemälde"},
		{Term: "format", Value: "image/jpeg"}, {Term: "format", Lang: "de", Value: "60 x 80 cm"},
		{Term: "identifier", Value: fmt.Sprintf("https://museum.example/objekt/%d", i)}, {Term: "identifier", Value: fmt.Sprintf("https://museum.example/bild/%d.jpg", i)},
		{Term: "coverage", Lang: "de", Value: "Altbrück"},
		{Term: "rights", Value: "https://creativecommons.org/licenses/by/4.0/"},
	})
}

// BenchmarkRepository harvests a repository from its first request to drafts.
func BenchmarkRepository(b *testing.B) {
	const records = 2000
	env := conntest.Env(b, "https://museum.example/oai")
	env.Open = endless(records)
	c, err := kind().Open(conntest.Settings(b, "prefix: oai_dc"), env)
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, 0, records)
}

// TestMemory holds what a long harvest keeps to little more than the identifiers.
func TestMemory(t *testing.T) {
	const records = 20_000
	env := conntest.Env(t, "https://museum.example/oai")
	env.Open = endless(records)
	c, err := kind().Open(conntest.Settings(t, "prefix: oai_dc"), env)
	if err != nil {
		t.Fatal(err)
	}
	live := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before, items := live(), 0
	for it, err := range c.Harvest(t.Context(), nil) {
		if err != nil || it.Key == "" {
			t.Fatal(it, err)
		}
		if items++; items == records {
			if grown := int64(live()) - int64(before); grown > records*300 {
				t.Errorf("after %d items %d bytes are held, want less than 300 an item", records, grown)
			}
		}
	}
	if items != records {
		t.Errorf("%d items, want %d", items, records)
	}
}

// BenchmarkFile reads a saved answer.
func BenchmarkFile(b *testing.B) {
	body, err := endless(200)(b.Context(), "?verb=ListRecords&metadataPrefix=oai_dc", nil)
	if err != nil {
		b.Fatal(err)
	}
	data, err := io.ReadAll(body)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "answer.xml")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	c, err := kind().Open(nil, conntest.Env(b, path))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(data), 200)
}
