package markup_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/markup"
)

// tarred makes a tar file of documents that name themselves; one that ends in .gz
// is compressed.
func tarred(t testing.TB, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, name := range names {
		h := &tar.Header{Name: name, Mode: 0o600, Typeflag: tar.TypeDir}
		var text bytes.Buffer
		switch {
		case strings.HasSuffix(name, ".gz"):
			z := gzip.NewWriter(&text)
			_, err := io.WriteString(z, "<l>"+name+"</l>")
			if err == nil {
				err = z.Close()
			}
			if err != nil {
				t.Fatal(err)
			}
			h.Typeflag = tar.TypeReg
		case !strings.HasSuffix(name, "/"):
			text.WriteString("<l>" + name + "</l>")
			h.Typeflag = tar.TypeReg
		}
		h.Size = int64(text.Len())
		err := w.WriteHeader(h)
		if err == nil {
			_, err = w.Write(text.Bytes())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestTar reads the documents of a tar file.
func TestTar(t *testing.T) {
	t.Parallel()
	list := func(data []byte) (texts []string, err error) {
		for f, err := range markup.Files(t.Context(), bytes.NewReader(data)) {
			if err != nil {
				return texts, err
			}
			text, err := io.ReadAll(f.Reader)
			if err != nil {
				return texts, err
			}
			texts = append(texts, string(text))
		}
		return texts, nil
	}
	data := tarred(t, "d/", "d/notes.txt", "d/b.xml", "c.rdf.gz", "d/._b.xml")
	got, err := list(data)
	if d := cmp.Diff([]string{"<l>d/b.xml</l>", "<l>c.rdf.gz</l>"}, got); d != "" || err != nil {
		t.Errorf("Files, err %v (-want +got):\n%s", err, d)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"empty": {tarred(t, "notes.txt"), "no file in the tar file ends in .xml or .rdf"},
		"cut":   {data[:len(data)-2000], "the tar file is damaged or cut off: make it anew"},
	} {
		if _, err := list(c.data); err == nil || err.Error() != c.want {
			t.Errorf("Files of a tar file that is %s = %v, want %s", name, err, c.want)
		}
	}
	if got, want := string(markup.Head(data[:2600])), "<l>d/b.xml</l>"; got != want {
		t.Errorf("Head of a tar file = %q, want %q", got, want)
	}
	if got := markup.Head(data[:600]); len(got) != 0 {
		t.Errorf("Head of what does not reach a document = %q, want none", got)
	}
}
