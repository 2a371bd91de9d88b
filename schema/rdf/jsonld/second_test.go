package jsonld_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"

	"moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/rdftest"
)

// second reads JSON-LD as json-gold does, with one context at hand.
type second struct {
	address string
	context []byte
}

func (s second) LoadDocument(url string) (*ld.RemoteDocument, error) {
	if url != s.address {
		return nil, fmt.Errorf("the context %s is not at hand", url)
	}
	var doc any
	err := json.Unmarshal(s.context, &doc)
	return &ld.RemoteDocument{DocumentURL: url, Document: doc}, err
}

func (s second) quads(text []byte) (string, error) {
	var doc any
	if err := json.Unmarshal(text, &doc); err != nil {
		return "", err
	}
	o := ld.NewJsonLdOptions("https://a.example/")
	o.DocumentLoader, o.ProcessingMode, o.Format = s, ld.JsonLd_1_1, "application/n-quads"
	out, err := ld.NewJsonLdProcessor().ToRDF(doc, o)
	if err != nil {
		return "", err
	}
	return out.(string), nil
}

// TestSecondReader compares what institutions publish, read here, with what
// another reader makes of it. That one writes language tags in lower case, and
// has not the same digits of doubles.
func TestSecondReader(t *testing.T) {
	t.Parallel()
	const address = "https://linked.art/ns/v1/linked-art.json"
	published, err := os.ReadFile(filepath.Join(rdftest.Data(t, "linked-art"), "linked-art__linked.art/docs/ns/v1/linked-art.json"))
	if err != nil {
		t.Fatal(err)
	}
	other := second{address, published}
	reader := jsonld.Reader{Contexts: map[string]*jsonld.Context{address: jsonld.NewContext(published)}}
	compared, refused := 0, 0
	for _, dir := range []string{"linked-art", "events-jsonld", "skos", "ldes", "rdf", "shacl", "datatourisme"} {
		err := filepath.WalkDir(rdftest.Data(t, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.Contains(filepath.Ext(path), ".json") {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil || !bytes.Contains(text, []byte(`"@context"`)) || len(text) > 200<<10 {
				return err
			}
			read, left, err := decode(reader, text, "https://a.example/")
			theirs, err2 := other.quads(text)
			if err != nil || err2 != nil || left > 0 {
				refused++
				return nil
			}
			want, err := rdftest.Read(nquads.Format(), strings.NewReader(theirs))
			if err != nil {
				refused++ // what it writes is no N-Quads
				return nil
			}
			if d := cmp.Diff(string(lower(t, []byte(canonical(t, want)))), string(lower(t, []byte(canonical(t, read))))); d != "" {
				t.Errorf("%s (-json-gold +ours):\n%s", path, d)
			}
			compared++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d documents compared, %d of which one of the two reads nothing or not all", compared, refused)
	if compared < 40 {
		t.Errorf("%d documents compared, want at least 40", compared)
	}
}
