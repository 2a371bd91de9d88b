package sight_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/doctor/sight"
)

// TestOf looks at documents of every form, and at the mistakes that are usual in
// them.
func TestOf(t *testing.T) {
	t.Parallel()
	zips := func(names ...string) string {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, name := range names {
			f, err := w.Create(name)
			if err == nil && !strings.HasSuffix(name, "/") {
				_, err = f.Write([]byte("content of " + name))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	wide := func(s string) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	for _, tc := range []struct {
		name, in string
		want     sight.Sight
	}{
		{"nothing.csv", "", sight.Sight{Form: sight.Empty}},
		{"blanks.csv", " \n\n", sight.Sight{Form: sight.Empty}},
		{"a.pdf", "%PDF-1.7", sight.Sight{Form: sight.Document, Name: "PDF"}},
		{"a.ics", "%PDF-1.7", sight.Sight{Form: sight.Document, Name: "PDF", Misnamed: ".ics"}},
		{"a.JPG", "\xff\xd8\xff\xe0", sight.Sight{Form: sight.Picture, Name: "JPEG"}},
		{"a.csv", "\xff\xd8\xff\xe0", sight.Sight{Form: sight.Picture, Name: "JPEG", Misnamed: ".csv"}},
		{"a.webp", "RIFF1234WEBPVP8", sight.Sight{Form: sight.Picture, Name: "WebP"}},
		{"a.wav", "RIFF1234WAVEfmt", sight.Sight{Form: sight.Recording, Name: "RIFF"}},
		{"a.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`, sight.Sight{Form: sight.Picture, Name: "SVG"}},
		{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", sight.Sight{Form: sight.Office}},
		{"a.docx", zips("[Content_Types].xml", "word/document.xml"), sight.Sight{Form: sight.Document, Name: "Word"}},
		{"a.xlsx", zips("[Content_Types].xml", "xl/workbook.xml"), sight.Sight{Form: sight.Workbook, Name: "Excel"}},
		{"a.zip", zips("a/", "a/one.jpg", "a/two.jpg"), sight.Sight{Form: sight.Archive, Name: "zip", Holds: []string{"a/one.jpg", "a/two.jpg"}, Files: 2}},
		{"cut.zip", zips("one.jpg", "two.jpg")[:60], sight.Sight{Form: sight.Archive, Name: "zip", Holds: []string{"one.jpg"}, Files: 1}},
		{"empty.zip", zips(), sight.Sight{Form: sight.Archive, Name: "zip"}},
		{"a.rar", "Rar!\x1a\x07\x00", sight.Sight{Form: sight.Archive, Name: "RAR"}},
		{"a.bin", "\x00\x01\x02\x03\x04\x05\x06\x07\x08", sight.Sight{Form: sight.Data, Begins: "0001020304050607"}},
		{"a.php", "<?php echo 1;", sight.Sight{Form: sight.Program, Name: "PHP"}},
		{"page.ics", "<!doctype html><title>x</title>", sight.Sight{Form: sight.Page, Misnamed: ".ics"}},

		{"a.xml", `<?xml version="1.0"?><p:a xmlns:p="https://a.example/"><b/></p:a>`, sight.Sight{Form: sight.XML, Root: "a", Namespace: "https://a.example/"}},
		{"marc.xml", `<collection xmlns="http://www.loc.gov/MARC21/slim"/>`,
			sight.Sight{Form: sight.XML, Name: "MARC", Root: "collection", Namespace: "http://www.loc.gov/MARC21/slim"}},
		{"wide.xml", "\xff\xfe" + wide(`<?xml version="1.0" encoding="UTF-16"?><a/>`), sight.Sight{Form: sight.XML, Root: "a"}},
		{"latin.xml", "<?xml version='1.0' encoding='iso-8859-1'?><a>\xe9</a>", sight.Sight{Form: sight.XML, Root: "a"}},
		{"tags.xml", "<list>\n <b><c></b>\n</list>", sight.Sight{Form: sight.XML, Root: "list", Line: 2, Column: 12}},
		{"cut.xml", "<list>\n <b>", sight.Sight{Form: sight.XML, Root: "list", Line: 2, Column: 5, CutOff: true}},
		{"two.xml", "<list/>\n<list/>", sight.Sight{Form: sight.XML, Root: "list", Line: 2, Column: 1}},
		{"stray.xml", "<?xml version='1.0'?>\n words <a/>", sight.Sight{Form: sight.XML, Root: "a", Line: 2, Column: 2}},

		{"a.json", `{"a": 1, "b": {"c": 2}, "a": 3}`, sight.Sight{Form: sight.JSON, Keys: []string{"a", "b"}}},
		{"none.json", "[1, 2]", sight.Sight{Form: sight.JSON}},
		{"hollow.json", "[{}, [[{}]]]", sight.Sight{Form: sight.JSON}},
		{"empty.json", `{"total": 0, "data": {"items": []}, "more": []}`, sight.Sight{Form: sight.JSON, Keys: []string{"total", "data", "more"}, Hollow: "data.items"}},
		{"rows.json", `[{"title": "x", "place": {"name": "y"}}, {"other": 1}]`, sight.Sight{Form: sight.JSON, Rows: true, Columns: []string{"title", "place"}}},
		{"list.json", `{"n": 1, "data": {"items": [{"title": "x"}]}}`,
			sight.Sight{Form: sight.JSON, Keys: []string{"n", "data"}, List: "data.items", Rows: true, Columns: []string{"title"}}},
		{"error.json", `{"error": {"code": 401, "message": "no key"}}`, sight.Sight{Form: sight.JSON, Keys: []string{"error"}, Says: "no key"}},
		{"cut.json", "{\"items\": [\n {\"t\": \"é", sight.Sight{Form: sight.JSON, Keys: []string{"items"}, List: "items", Rows: true, Columns: []string{"t"}, Line: 2, Column: 10, CutOff: true}},
		{"comma.json", "{\n\"a\": 1,,\n}", sight.Sight{Form: sight.JSON, Keys: []string{"a"}, Line: 2, Column: 8}},
		{"a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n", sight.Sight{Form: sight.JSON, Keys: []string{"a"}}},

		{"a.csv", "a;b\n1;\"x;y\"\n", sight.Sight{Form: sight.Table, Columns: []string{"a", "b"}}},
		{"one.csv", "Titel\nEins\nZwei\n", sight.Sight{Form: sight.Table, Columns: []string{"Titel"}}},
		{"wide.csv", wide("a,b\n1,2\n"), sight.Sight{Form: sight.Table, Columns: []string{"a", "b"}}},
		{"koi8.csv", "\xee\xc1\xda\xd7\xc1\xce\xc9\xc5\n", sight.Sight{Form: sight.Garbled}},
		{"letter.txt", "Dear all,\nhere it is.", sight.Sight{Form: sight.Text, Begins: "Dear all, here it is."}},
		{"text.json", "asdf", sight.Sight{Form: sight.Text, Begins: "asdf", Misnamed: ".json"}},
		{"https://a.example/x.ttl?y=.csv", "@prefix a: <b> .", sight.Sight{Form: sight.Text, Begins: "@prefix a: <b> ."}},
	} {
		if d := cmp.Diff(tc.want, sight.Of([]byte(tc.in), true, tc.name)); d != "" {
			t.Errorf("Of(%s) (-want +got):\n%s", tc.name, d)
		}
	}
}

// TestPart: of a document that goes on nothing is said to break off.
func TestPart(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"<a><b>", `{"a": [`} {
		if s := sight.Of([]byte(in), false, "x"); s.Line != 0 || s.CutOff {
			t.Errorf("Of(%q), which goes on, = %+v", in, s)
		}
	}
}

// FuzzOf: nothing panics, and places are counted from 1.
func FuzzOf(f *testing.F) {
	f.Add([]byte("<a><b></a>"), "x.xml")
	f.Add([]byte(`{"a": [{"b": 1,,}]}`), "x.json")
	f.Add([]byte("PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00aPK"), "x.zip")
	f.Add([]byte("\xff\xfea\x00;\x00b"), "x.csv")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		if s := sight.Of(data, true, name); s.Line < 0 || (s.Line == 0) != (s.Column == 0) || s.Form == "" {
			t.Errorf("Of(%q) = %+v", data, s)
		}
	})
}
