package doctor_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/hub/doctor"
	"moselle/hub/doctor/sight"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
)

// strange are documents that no kind takes, or that are other than their names
// say, by name.
func strange(t *testing.T) map[string]string {
	t.Helper()
	var pictures bytes.Buffer
	w := zip.NewWriter(&pictures)
	for _, name := range []string{"plakat/eins.jpg", "plakat/zwei.jpg"} {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"answer.json":   `{"error": {"code": 401, "message": "API key missing"}}`,
		"broken.xml":    "<programm>\n <konzert><titel>A</konzert>\n</programm>",
		"columns.txt":   "titel;datum\nKonzert;2027-03-01\n",
		"cut.ics":       "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@a.example\nSUMM",
		"cut.json":      `{"total": 2, "items": [{"title": "Konzert", "date": "2027-03-01"}, {"title": "The`,
		"cut.lido.xml":  `<lido:lido xmlns:lido="http://www.lido-schema.org"><lido:lidoRecID>1</lido:lidoRecID><lido:des`,
		"cut.jsonld":    `{"@context": "https://schema.org", "@type": "Event", "name": `,
		"empty.csv":     "",
		"export.xml":    `<programm xmlns="https://kasse.example/export"><konzert nr="1"/></programm>`,
		"form.txt":      "Titel\nKonzert\nTheater\n",
		"letter.txt":    "Guten Tag,\nanbei unser Programm.",
		"list.csv":      "Titel\nKonzert\nTheater\n",
		"login.ics":     "<!doctype html><title>Anmelden</title><form></form>",
		"marc.xml":      `<collection xmlns="http://www.loc.gov/MARC21/slim"/>`,
		"nothing.json":  `{"type": "FeatureCollection", "features": []}`,
		"numbers.json":  "[1, 2, 3]",
		"part.xml":      `<lido:eventWrap xmlns:lido="http://www.lido-schema.org"/>`,
		"pictures.zip":  pictures.String(),
		"poster.csv":    "\xff\xd8\xff\xe0\x00\x10JFIF\x00",
		"rows.json":     `{"total": 1, "items": [{"title": "Konzert", "date": "2027-03-01"}]}`,
		"russian.csv":   "\xee\xc1\xda\xd7\xc1\xce\xc9\xc5;\xe4\xc1\xd4\xc1\n\xeb\xcf\xce\xc3\xc5\xd2\xd4;\xec\xc5\xd4\xcf\n",
		"statement.ttl": "@prefix a: <https://a.example/> .\na:x a:y .\n",
		"writer.doc":    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600),
	}
}

// TestUnknown compares what is told of strange documents, by all kinds and in
// every language, with golden files.
func TestUnknown(t *testing.T) {
	t.Parallel()
	docs := strange(t)
	folder := t.TempDir()
	for name, text := range docs {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, lang := range schema.Languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			d := newDoctor(t)
			d.Kinds = all.Kinds()
			var out bytes.Buffer
			for _, name := range slices.Sorted(maps.Keys(docs)) {
				r, err := d.Examine(t.Context(), filepath.Join(folder, name), doctor.Options{Lang: lang})
				if err != nil {
					t.Fatal(err)
				}
				if r.Good {
					t.Errorf("the report on %s says that all is good", name)
				}
				r.Location, r.Kinds = name, nil // the same list each time
				if err := r.WriteText(&out); err != nil {
					t.Fatal(err)
				}
				fmt.Fprintln(&out)
			}
			for line := range strings.Lines(out.String()) {
				if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 100 {
					t.Errorf("a line of %d characters: %s", n, line)
				}
			}
			golden(t, filepath.Join("testdata", "unknown."+lang+".txt"), out.Bytes())
		})
	}
	d := newDoctor(t)
	d.Kinds = all.Kinds()
	r, err := d.Examine(t.Context(), filepath.Join(folder, "part.xml"), doctor.Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	r.Location = "part.xml"
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("testdata", "unknown.json"), append(text, '\n'))
}

// TestRealUnknown looks at every file of the real data that no kind takes: each
// is told what it is and what to do, and of XML and JSON that is none from
// somewhere on, from where.
func TestRealUnknown(t *testing.T) {
	t.Parallel()
	root := rdftest.Data(t, "")
	d := newDoctor(t)
	d.Kinds = all.Kinds()
	found := map[sight.Form]int{}
	for _, family := range []string{"edm", "feeds", "iiif", "ldes", "linked-art", "oai-pmh", "openagenda", "plurio", "schemaorg-html", "uitdatabank"} {
		err := filepath.WalkDir(filepath.Join(root, family), func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() || strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), ".gz") {
				return err
			}
			head, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if _, ok := connectors.Surest(d.Kinds, path, "", head[:min(len(head), 16<<10)]); ok {
				return nil
			}
			r, err := d.Examine(t.Context(), path, doctor.Options{Lang: "en"})
			if err != nil {
				return err
			}
			if r.Outcome != "unknown" || r.Document == nil || len(r.Advice) == 0 {
				t.Errorf("%s: outcome %s, document %+v, %d pieces of advice", e.Name(), r.Outcome, r.Document, len(r.Advice))
				return nil
			}
			found[r.Document.Form]++
			if s := r.Document; (e.Name() == "invalid_xml.xml" || e.Name() == "malformedFile.xml") && s.Line == 0 {
				t.Errorf("%s: it is not said from where on it is none: %+v", e.Name(), s)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found[sight.XML] == 0 || found[sight.Text] == 0 {
		t.Errorf("documents that no kind takes: %v", found)
	}
	t.Logf("documents that no kind takes: %v", found)
}
