package markup_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml/markup"
)

// TestSecondReader compares the tokens of published documents with those that
// encoding/xml sees.
func TestSecondReader(t *testing.T) {
	t.Parallel()
	n := 0
	for _, dir := range []string{"edm", "lido", "oai-pmh", "skos"} {
		err := filepath.WalkDir(rdftest.Data(t, dir), func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || filepath.Ext(path) != ".xml" && filepath.Ext(path) != ".rdf" {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			want, wantErr := others(data)
			got, err := own(data)
			switch {
			case err == nil && wantErr == nil:
				n++
				if d := cmp.Diff(want, got); d != "" {
					t.Errorf("%s (-encoding/xml +markup):\n%s", filepath.Base(path), d)
				}
			case err == nil:
				t.Errorf("%s: no error, encoding/xml says %v", filepath.Base(path), wantErr)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if n < 100 {
		t.Errorf("%d documents, want 100 at least", n)
	}
}

// own returns the document as lines: "<name", "@name=value", text, ">".
func own(data []byte) ([]string, error) {
	s, err := markup.New(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var out lines
	for {
		tok, err := s.Next()
		if err != nil || tok.Kind == markup.EOF {
			return out, err
		}
		switch tok.Kind {
		case markup.Start:
			out = append(out, fmt.Sprintf("<%s %s", tok.Name.Space, tok.Name.Local))
			for _, a := range tok.Attrs {
				out = append(out, fmt.Sprintf("@%s %s=%s", a.Name.Space, a.Name.Local, a.Value))
			}
		case markup.End:
			out = append(out, ">")
		case markup.Text:
			out.text(tok.Text)
		}
	}
}

func others(data []byte) ([]string, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var out lines
	depth := 0
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			depth++
			out = append(out, fmt.Sprintf("<%s %s", tok.Name.Space, tok.Name.Local))
			for _, a := range tok.Attr {
				if a.Name.Space != "xmlns" && a.Name != (xml.Name{Local: "xmlns"}) {
					out = append(out, fmt.Sprintf("@%s %s=%s", a.Name.Space, a.Name.Local, strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(a.Value)))
				}
			}
		case xml.EndElement:
			depth--
			out = append(out, ">")
		case xml.CharData:
			if depth > 0 {
				out.text(tok)
			}
		}
	}
}

type lines []string

// text joins the pieces of one text.
func (l *lines) text(piece []byte) {
	if n := len(*l); n > 0 && strings.HasPrefix((*l)[n-1], "\"") {
		(*l)[n-1] += string(piece)
	} else if len(piece) > 0 {
		*l = append(*l, "\""+string(piece))
	}
}
