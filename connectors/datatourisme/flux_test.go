package datatourisme_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/datatourisme"
)

// memory opens a source whose document is data.
func memory(t testing.TB, name string, data []byte) connectors.Connector {
	t.Helper()
	env := conntest.Env(t, name)
	env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
		return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(data)), Location: location, Validator: []byte("v")}, nil
	}
	c, err := datatourisme.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// archive packs files, given as name and text by turns.
func archive(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
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

// bomb packs the same 8 MB of blanks ten times.
func bomb(t testing.TB) []byte {
	t.Helper()
	packed := archive(t, "blanks", strings.Repeat(" ", 8<<20))
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range 10 {
		f := *z.File[0]
		f.Name = fmt.Sprintf("objects/%d.json", i)
		if err := w.Copy(&f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// festival is the least that an event may say.
func festival(id string) string {
	return fmt.Sprintf(`{"@id":"https://data.example/%s","@type":["Festival"],"rdfs:label":{"fr":["Fête"]},"takesPlaceAt":[{"startDate":"2026-12-01"}]}`, id)
}

// TestArchive reads archives that are damaged, or not what they seem.
func TestArchive(t *testing.T) {
	t.Parallel()
	good := archive(t, "objects/a.json", festival("a"), "objects/b.json", festival("b"))
	damaged := bytes.Replace(good, []byte("objects/a.json"), []byte("objects/a.json"), 1)
	damaged[45] ^= 0xff // in the packed bytes of the first file
	locked := bytes.Clone(good)
	central := bytes.Index(locked, []byte("PK\x01\x02"))
	locked[central+8] |= 1
	odd := bytes.Clone(good)
	odd[central+10] = 99
	for _, c := range []struct {
		name  string
		data  []byte
		items int
		want  []string
	}{
		{"whole", good, 2, nil},
		{"cut off", good[:len(good)-30], 0, []string{"flux.zip: the archive cannot be opened: it is cut off or damaged; download it again"}},
		{"damaged file", damaged, 1, []string{"objects/a.json: the file cannot be read: it is damaged; download the flux again"}},
		{"password", locked, 1, []string{"objects/a.json: the file cannot be read: it is protected by a password; download the flux again"}},
		{"unknown packing", odd, 1, []string{"objects/a.json: the file cannot be read: it is packed in a way that is not known; download the flux again"}},
		{"large file", archive(t, "objects/a.json", strings.Repeat(" ", 9<<20), "objects/b.json", festival("b")), 1,
			[]string{"objects/a.json: the file cannot be read: it is larger than 8 MB; download the flux again"}},
		{"bomb", bomb(t), 0, append(slices.Repeat([]string{"this is no JSON: line 1, character 8388609: the text ends in the middle of a value"}, 8),
			"flux.zip: the archive grows to more than 100 times its size: it is not what DATAtourisme makes; download it again")},
		{"empty", archive(t), 0, []string{"flux.zip: there is no object in it; the flux may be empty, or its filters may leave nothing"}},
		{"no objects", archive(t, "readme.txt", "x"), 0, []string{"flux.zip: there is no object in it; the flux may be empty, or its filters may leave nothing"}},
		{"index that is none", archive(t, "index.json", "{", "objects/a.json", festival("a")), 1,
			[]string{"index.json: the index cannot be read, so that nobody knows whether the archive is whole (line 1: expected a list, found an object); download the flux again"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := conntest.Harvest(t.Context(), memory(t, "flux.zip", c.data), nil)
			if len(r.Items) != c.items {
				t.Errorf("%d items, want %d", len(r.Items), c.items)
			}
			var got []string
			for i, refusal := range r.Refusals {
				s := refusal.Error()
				if c.name == "bomb" {
					s = strings.TrimPrefix(s, fmt.Sprintf("objects/%d.json: ", i))
				}
				got = append(got, s)
			}
			if r.Err != nil {
				got = append(got, r.Err.Error())
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}
