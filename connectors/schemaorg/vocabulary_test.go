package schemaorg_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/schemaorg"
	"moselle/schema/rdf"
	asrdf "moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/turtle"
)

// base is the address that the files are taken to be published under.
const base = "https://source.example/feed.jsonld"

// graphOf reads a file as RDF; statements that are none are left out.
func graphOf(t *testing.T, path string) *rdf.Graph {
	t.Helper()
	format := asrdf.Format()
	if strings.Contains(path, ".ttl") {
		format = turtle.Format()
	}
	g := &rdf.Graph{}
	for q, err := range format.Decode(bytes.NewReader(unpacked(t, path)), base) {
		var left *asrdf.StatementError
		if errors.As(err, &left) {
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", filepath.Base(path), err)
		}
		g.Add(q.Triple)
	}
	return g
}

func unpacked(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(path, ".gz") {
		zr, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if data, err = io.ReadAll(zr); err != nil {
			t.Fatal(err)
		}
	}
	return data
}

// directly reads a file as this kind does, by key.
func directly(t *testing.T, path string) map[string]connectors.Item {
	t.Helper()
	c, err := schemaorg.Kind().Open(conntest.Settings(t, "base: "+base), conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]connectors.Item{}
	for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
		out[it.Key] = it
	}
	return out
}

// byGraph reads the things of a graph that have an address and of whose class the
// vocabulary is sure.
func byGraph(t *testing.T, path string, g *rdf.Graph, least int) (items map[string]connectors.Item, refusals []string) {
	t.Helper()
	v := schemaorg.Vocabulary()
	env := conntest.Env(t, path)
	env.Location = base
	read := v.Open(env)
	things := map[rdf.Term]bool{}
	for tr := range g.All() {
		if tr.P.Value == rdf.Type && v.Class(tr.O.Value) >= least && tr.S.Kind == rdf.IRI {
			things[tr.S] = true
		}
	}
	items = map[string]connectors.Item{}
	for _, thing := range slices.SortedFunc(maps.Keys(things), func(a, b rdf.Term) int { return strings.Compare(a.Value, b.Value) }) {
		it, err := read(g, thing, thing.Value)
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			refusals = append(refusals, err.Error())
		case err != nil:
			t.Errorf("reading %s of %s: %v", thing.Value, filepath.Base(path), err)
		case items[it.Key].Key == "": // of twins the first, as harvests keep it
			items[it.Key] = it
		}
	}
	slices.Sort(refusals)
	return items, refusals
}

// records gives an item's records as lines. What a record is derived from is the
// page or the whole source, which a graph does not tell apart.
func records(it connectors.Item) map[string]bool {
	out := map[string]bool{}
	for _, d := range it.Drafts {
		for tr := range d.Graph.All() {
			if !strings.HasSuffix(tr.P.Value, "wasDerivedFrom") {
				out[fmt.Sprint(d.Class, " ", tr)] = true
			}
		}
	}
	return out
}

// compare counts the things that both readings tell alike.
func compare(direct, graph map[string]connectors.Item) (same int, differ []string) {
	for _, key := range slices.Sorted(maps.Keys(graph)) {
		want, ok := direct[key]
		switch got := graph[key]; {
		case !ok:
		case maps.Equal(records(want), records(got)):
			same++
		default:
			differ = append(differ, fmt.Sprintf("%s: less %s, more %s", key, missing(records(want), records(got)), missing(records(got), records(want))))
		}
	}
	return same, differ
}

// TestVocabulary reads the cases directly and as RDF.
func TestVocabulary(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name         string
		same, differ int
	}{
		{"dates", 14, 0},
		{"exhibition", 0, 1}, // the works of one name and no address are described together where the whole document is known
		{"expanded", 1, 0},
		{"opening", 3, 0},
		{"productions", 7, 0},
		{"series", 11, 0},
		{"visitors", 2, 0},
		{"works", 1, 1}, // an archive is described once more elsewhere in the document
		{"works-elsewhere", 1, 0},
	} {
		path := filepath.Join("testdata", c.name, "input.jsonld")
		graph, _ := byGraph(t, path, graphOf(t, path), 80)
		same, differ := compare(directly(t, path), graph)
		if same != c.same || len(differ) != c.differ {
			t.Errorf("%s: %d alike, %d not, want %d and %d\n%s", c.name, same, len(differ), c.same, c.differ, strings.Join(differ, "\n"))
		}
	}
}

// TestVocabularyParts reads a part that is a date of its whole, and what is
// nothing.
func TestVocabularyParts(t *testing.T) {
	t.Parallel()
	g := &rdf.Graph{}
	for q, err := range turtle.Format().Decode(strings.NewReader(`@prefix s: <http://schema.org/> .
		<https://haus.example/e> a s:Event ; s:name "Abend"@de ; s:subEvent <https://haus.example/e/1>, <https://haus.example/e/2> ; s:location <https://unknown.example/> .
		<https://haus.example/e/1> a s:Event ; s:name "Abend"@de ; s:startDate "2026-12-01T20:00:00+01:00" .
		<https://haus.example/e/2> a s:Event ; s:startDate "2026-12-02T20:00:00+01:00" .
		<https://haus.example/leer> a s:Event .`), base) {
		if err != nil {
			t.Fatal(err)
		}
		g.Add(q.Triple)
	}
	items, refusals := byGraph(t, base, g, 80)
	want := []string{
		"https://haus.example/e/1: superEvent: one of the dates of its event, which tells it; it needs no record of its own",
		"https://haus.example/e/2: superEvent: one of the dates of its event, which tells it; it needs no record of its own",
		"https://haus.example/leer: nothing is said of it that makes a record",
	}
	if d := cmp.Diff(want, refusals); d != "" {
		t.Errorf("refusals (-want +got):\n%s", d)
	}
	if lines := strings.Join(slices.Sorted(maps.Keys(records(items["https://haus.example/e"]))), "\n"); strings.Count(lines, "#Occurrence ") != 2 || strings.Contains(lines, "irtualLocation") {
		t.Errorf("the event says\n%s\nwant two dates and no place online", lines)
	}
	v := schemaorg.Vocabulary()
	for iri, want := range map[string]int{
		"http://schema.org/MusicEvent": 90, "https://schema.org/Painting": 80, "https://schema.org/Museum": 60, "https://www.schema.org/Person": 60,
		"https://schema.org/PostalAddress": 0, "https://schema.org/Offer": 0, "http://xmlns.com/foaf/0.1/Person": 0,
	} {
		if got := v.Class(iri); got != want {
			t.Errorf("Class(%s) = %d, want %d", iri, got, want)
		}
	}
}

// TestRealVocabulary reads crawled events directly and as RDF. Where they differ,
// the document describes a place, an institution or a picture several times, which the things
// around one event do not show, or says two texts in one language, of which a
// list has a first and a graph has none.
func TestRealVocabulary(t *testing.T) {
	dir := rdftest.Data(t, "events-jsonld")
	for _, c := range []struct {
		file                        string
		direct, graph, same, differ int
	}{
		{"culturecreates__artsdata-orion/output/agoradanse-events.jsonld", 2, 2, 0, 2},
		{"culturecreates__artsdata-orion/output/aramusique-events.jsonld", 37, 37, 37, 0},
		{"culturecreates__artsdata-orion/output/capitolnb-events.jsonld.gz", 112, 112, 9, 103},
		{"culturecreates__artsdata-orion/output/grandsballets-com.jsonld.gz", 77, 77, 41, 36},
		{"culturecreates__artsdata-orion/output/kiac-events.jsonld", 7, 7, 2, 5},
		{"culturecreates__artsdata-orion/output/levivier-events.jsonld", 10, 22, 10, 0}, // 12 works, which do not stand at the top of the document
		{"culturecreates__artsdata-orion/output/placedesarts-com.jsonld.gz", 198, 23, 0, 22},
		{"culturecreates__artsdata-orion/output/rcaaq-events.jsonld", 45, 45, 45, 0},
		{"culturecreates__artsdata-orion/output/saskatoonsymphony-events.jsonld", 63, 28, 19, 0}, // the others have no address of their own
		{"culturecreates__artsdata-orion/output/spec-qc-ca-events.jsonld.gz", 211, 186, 173, 0},
		{"culturecreates__artsdata-orion/output/totem-events.jsonld", 8, 8, 8, 0},
		{"culturecreates__artsdata-data-model/shacl/event/samples/event-series.jsonld", 1, 1, 1, 0},
	} {
		path := filepath.Join(dir, filepath.FromSlash(c.file))
		direct := directly(t, path)
		graph, _ := byGraph(t, path, graphOf(t, path), 80)
		same, differ := compare(direct, graph)
		if len(direct) != c.direct || len(graph) != c.graph || same != c.same || len(differ) != c.differ {
			t.Errorf("%s: %d items directly and %d of the graph, %d alike, %d not; want %d, %d, %d, %d\n%s", filepath.Base(path),
				len(direct), len(graph), same, len(differ), c.direct, c.graph, c.same, c.differ, strings.Join(differ, "\n"))
		}
	}
}

// TestRealTurtle reads the places of a town from Turtle.
func TestRealTurtle(t *testing.T) {
	dir := rdftest.Data(t, "events-jsonld")
	for file, want := range map[string]int{
		"culturecreates__artsdata-planet-ville-de-laval/dumps/entities.ttl":     247, // 225 events and 22 places
		"culturecreates__artsdata-orion/output/osm-places.ttl":                  1,
		"culturecreates__artsdata-orion/output/japanesecanadianartists-com.ttl": 440,
	} {
		path := filepath.Join(dir, filepath.FromSlash(file))
		items, refusals := byGraph(t, path, graphOf(t, path), 60)
		if len(items) != want || len(refusals) != 0 {
			t.Errorf("%s: %d items, %d refusals, want %d and none; %.500v", filepath.Base(path), len(items), len(refusals), want, refusals)
		}
	}
}
