package all_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"sync"
	"testing"

	"golang.org/x/net/html/charset"
	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
	"moselle/schema/rdf/rdftest"
)

// families are the parts of the real data that hold sources; the others are
// suites of formats.
var families = []string{"activitypub", "collections", "datatourisme", "edm", "events-jsonld", "events-tabular", "feeds", "ics", "iiif", "ldes", "lido",
	"linked-art", "museums", "oai-pmh", "openagenda", "plurio", "rdf/netwerk-digitaal-erfgoed__dataset-register", "schemaorg-html", "skos", "uitdatabank"}

// origin is what testdata/families.yaml says of the files of one origin.
type origin struct {
	// Counts are those of the data's README that count records, by the name they
	// have there.
	Counts map[string]struct {
		Rows []string // which rows of the golden they are compared with
		Why  string   // why what is read is another number; "" when it is the same
	}
	Settings map[string]map[string]yaml.Node // by kind, by a pattern of file names
}

// row is one row of the golden: files of one kind and ending.
type row struct {
	tally
	malformed int // files that are no XML or no JSON
	silent    int // malformed ones of which nothing is said
}

func (r *row) add(x row) {
	r.tally.add(x.tally)
	r.malformed += x.malformed
	r.silent += x.silent
}

// TestFamilies reads every file by the kind that is surest of it. What becomes of
// them stands in testdata/families.golden (-update writes it anew), beside what
// the data's README counts. A difference has to be explained in families.yaml,
// and a file that is no XML or no JSON has to be told so.
func TestFamilies(t *testing.T) {
	t.Parallel()
	listed := counts(t)
	origins := map[string]origin{}
	text, err := os.ReadFile("testdata/families.yaml")
	if err == nil {
		dec := yaml.NewDecoder(bytes.NewReader(text))
		dec.KnownFields(true)
		err = dec.Decode(&origins)
	}
	if err != nil {
		t.Fatalf("families.yaml: %v", err)
	}
	var mu sync.Mutex
	table := map[string]map[string]*row{} // by origin, by kind and ending
	t.Run("files", func(t *testing.T) {
		for _, folder := range folders(t) {
			t.Run(folder, func(t *testing.T) {
				t.Parallel()
				for f := range files(t, folder) {
					name := originOf(listed, f.path)
					label, r := harvested(t, origins[name], f)
					mu.Lock()
					if table[name] == nil {
						table[name] = map[string]*row{}
					}
					if table[name][label] == nil {
						table[name][label] = &row{}
					}
					table[name][label].add(r)
					mu.Unlock()
				}
			})
		}
	})
	for _, name := range slices.Sorted(maps.Keys(origins)) {
		if table[name] == nil {
			t.Errorf("families.yaml: %s: there are no such files", name)
		}
	}
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(table)) {
		write(&b, name, listed[name], table[name])
		compare(t, &b, name, listed[name], table[name], origins[name])
	}
	sums(&b, table)
	conntest.Golden(t, "testdata/families.golden", b.Bytes())
}

// folders are the families, those with a folder for each origin taken apart, to
// be read side by side.
func folders(t *testing.T) (out []string) {
	t.Helper()
	for _, family := range families {
		entries, err := os.ReadDir(rdftest.Data(t, family))
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(entries, func(e os.DirEntry) bool { return !e.IsDir() }) {
			out = append(out, family)
			continue
		}
		for _, e := range entries {
			out = append(out, family+"/"+e.Name())
		}
	}
	return out
}

// harvested reads a file by the kind that is surest of it, and says which row it
// belongs to.
func harvested(t *testing.T, o origin, f file) (label string, r row) {
	t.Helper()
	k, ok := connectors.Surest(all.Kinds(), f.full, "", f.head())
	if r.files = 1; malformed(f) {
		r.malformed = 1
	}
	if !ok {
		return "no kind " + f.ext(), r
	}
	label = k.Name + " " + f.ext()
	s := settingsOf(t, o.Settings[k.Name], f)
	if err := k.Check(s); err != nil {
		if s != nil {
			t.Errorf("families.yaml: %s as %s: %v", f.path, k.Name, err)
		}
		r.ended = 1 // a kind that cannot do without them says so
		return label + " without settings", r
	}
	r.tally = read(t, k, s, f)
	if r.malformed == 1 && !r.told() {
		r.silent = 1
	}
	return label, r
}

// settingsOf returns the settings of the longest pattern that fits a file.
func settingsOf(t *testing.T, settings map[string]yaml.Node, f file) *yaml.Node {
	t.Helper()
	longest := func(a, b string) int { return cmp.Compare(len(b), len(a)) }
	for _, pattern := range slices.SortedFunc(maps.Keys(settings), longest) {
		s := settings[pattern]
		if ok, err := path.Match(pattern, path.Base(f.path)); err != nil {
			t.Errorf("families.yaml: %s: %v", pattern, err)
		} else if ok {
			return &s
		}
	}
	return nil
}

// malformed reports whether the standard library takes a file for no JSON or for
// no XML, as its name says it is.
func malformed(f file) bool {
	switch f.ext() {
	case ".json", ".jsonld", ".geojson":
		return !json.Valid(bytes.TrimPrefix(f.data, []byte("\ufeff")))
	case ".xml", ".rdf":
		dec := xml.NewDecoder(bytes.NewReader(f.data))
		dec.CharsetReader = charset.NewReaderLabel
		for depth, roots, stray := 0, 0, false; ; { // what the library does not look at
			token, err := dec.Token()
			if err != nil {
				return !errors.Is(err, io.EOF) || roots != 1 || stray
			}
			switch token := token.(type) {
			case xml.StartElement:
				if depth++; depth == 1 {
					roots++
				}
			case xml.EndElement:
				depth--
			case xml.CharData:
				stray = stray || depth == 0 && len(bytes.Trim(token, "\ufeff \t\r\n")) > 0
			}
		}
	}
	return false
}
