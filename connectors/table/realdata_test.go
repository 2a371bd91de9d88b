package table_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
	"gopkg.in/yaml.v3"

	"moselle/connectors/conntest"
	"moselle/connectors/table"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
)

// source reads one file with settings.
func source(t testing.TB, settings *yaml.Node, path string) conntest.Result {
	t.Helper()
	data, err := os.ReadFile(rdftest.Data(t, path))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		data = gunzip(t, data)
	}
	r := conntest.Harvest(t.Context(), open(t, settings, data), nil)
	if r.Err != nil {
		t.Fatalf("%s: %v", path, r.Err)
	}
	return r
}

func gunzip(t testing.TB, data []byte) []byte {
	t.Helper()
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if data, err = io.ReadAll(zr); err != nil {
		t.Fatal(err)
	}
	return data
}

func node(d schema.Draft) *schema.Node {
	return schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
}

// facts are what is counted of a work, in the source and in its record.
type facts struct {
	Title, Date, Image bool
	Artists, Subjects  int
}

// TestRealWorks holds each of 69,202 works against what encoding/json finds in
// its line: title, artists, date, subjects and picture where the source has one.
func TestRealWorks(t *testing.T) {
	t.Parallel()
	path := rdftest.Data(t, "collections/tategallery__collection/artworks-full.ndjson.gz")
	c, err := table.Kind().Open(preset(t, "tate-artworks"), conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	var g errgroup.Group
	var want, got map[string]facts
	persons, artists := 0, 0
	g.Go(func() (err error) { want, err = listed(path); return err })
	// The records are looked into beside the harvest.
	drafts := make(chan []schema.Draft, 64)
	g.Go(func() error {
		got = map[string]facts{}
		for ds := range drafts {
			values := map[string]int{} // by property
			for t := range ds[0].Graph.About(rdf.NewIRI(string(ds[0].IRI))) {
				values[t.P.Value]++
			}
			has := func(prop string) int { return values[schema.ClassNamed("Work").Property(prop).IRI] }
			f := facts{Title: has("name") > 0, Date: has("dateCreated")+has("dateText") > 0, Image: has("associatedMedia") > 0,
				Artists: has("creator") + has("contributor"), Subjects: has("about")}
			got[ds[0].Key] = f
			persons, artists = persons+len(ds)-1, artists+f.Artists
		}
		return nil
	})
	refused := 0
	for it, err := range c.Harvest(t.Context(), nil) {
		if err != nil {
			refused++
			t.Log(err)
			continue
		}
		drafts <- it.Drafts
	}
	close(drafts)
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
	if refused > 0 || len(got) != 69202 || persons != artists {
		t.Errorf("%d works and %d refused, want 69202 and none; %d persons for %d artists", len(got), refused, persons, artists)
	}
	wrong := 0
	for key, f := range want {
		if got[key] != f {
			if wrong++; wrong <= 10 {
				t.Errorf("work %s has %+v, want %+v", key, got[key], f)
			}
		}
	}
	if wrong > 0 || len(want) != len(got) {
		t.Errorf("%d of %d works differ from their source", wrong, len(want))
	}
}

// listed reads the works by the standard library alone.
func listed(path string) (map[string]facts, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	out := map[string]facts{}
	dec := json.NewDecoder(zr)
	for {
		var w struct {
			Acno, Title  string
			Contributors []struct{ ID int }
			DateText     string
			DateRange    json.RawMessage
			Subjects     *subject
			ThumbnailURL string `json:"thumbnailUrl"`
		}
		if err := dec.Decode(&w); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		artists, terms := map[int]bool{}, map[string]bool{}
		for _, c := range w.Contributors {
			artists[c.ID] = true
		}
		if w.Subjects != nil {
			w.Subjects.below(terms)
		}
		out[w.Acno] = facts{w.Title != "", w.DateText != "" || len(w.DateRange) > 4, w.ThumbnailURL != "", len(artists), len(terms)}
	}
}

// subject is a node of the tree of subjects.
type subject struct {
	ID       int
	Name     string
	Children []*subject
}

func (s *subject) below(terms map[string]bool) {
	for _, c := range s.Children {
		terms[fmt.Sprint(c.ID, c.Name)] = true
		c.below(terms)
	}
}

// TestRealPairs reads the same table in two formats, by the preset that either is
// recognised by.
func TestRealPairs(t *testing.T) {
	t.Parallel()
	const (
		nypl  = "collections/NYPL-publicdomain__data-and-utilities/collections/pd_collections"
		npg   = "collections/american-art__npg/"
		autry = "collections/american-art__autry/"
	)
	for _, c := range []struct {
		a, b  string
		items int
	}{
		{nypl + ".csv.gz", nypl + ".ndjson.gz", 932},
		{npg + "NPGObjTitles/NPGObjTitles3.csv", npg + "NPGObjTitles/NPGObjTitles3.xlsx", 16846},
		{npg + "NPGConAltNames/NPGConAltNames3.csv", npg + "NPGConAltNames/NPGConAltNames3.xlsx", 2829},
		{autry + "AutryObjects/AutryObjects.csv", autry + "AutryObjects/AutryObjects.xlsx", 193},
		{autry + "AutryMakers/AutryMakers.csv", autry + "AutryMakers/AutryMakers.xlsx", 114},
		{autry + "AutryMedia/AutryMedia.csv", autry + "AutryMedia/AutryMedia.xlsx", 165},
		{autry + "AutryDated/AutryDated.csv", autry + "AutryDated/AutryDated.xlsx", 191},
		{autry + "AutryPubDesc/AutryPubDesc.csv", autry + "AutryPubDesc/AutryPubDesc.xlsx", 193},
	} {
		t.Run(filepath.Base(c.a), func(t *testing.T) {
			t.Parallel()
			a, b := source(t, nil, c.a), source(t, nil, c.b)
			if len(a.Items) != c.items || len(b.Items) != c.items || len(a.Refusals)+len(b.Refusals) > 0 {
				t.Errorf("%d and %d items, %d and %d refused, want %d and none", len(a.Items), len(b.Items), len(a.Refusals), len(b.Refusals), c.items)
			}
			graphs := func(r conntest.Result) map[string]string {
				out := map[string]string{}
				for _, it := range r.Items {
					var all strings.Builder
					for _, d := range it.Drafts {
						all.Write(d.Graph.Canonical())
					}
					// One of these exports writes line breaks as a backslash and an n.
					out[it.Key] = strings.ReplaceAll(all.String(), `\\n`, `\n`)
				}
				return out
			}
			if d := cmp.Diff(graphs(a), graphs(b)); d != "" {
				t.Errorf("records (-%s +%s):\n%.3000s", filepath.Base(c.a), filepath.Base(c.b), d)
			}
		})
	}
}

// TestRealTitles holds the rows that are put together to those of their table:
// 18,122 titles and 4,121 other names.
func TestRealTitles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		path, class string
		rows, names int // names that are not the first: what stands twice for one thing is one
	}{
		{"collections/american-art__npg/NPGObjTitles/NPGObjTitles3.csv", "Work", 18122, 1276},
		{"collections/american-art__npg/NPGConAltNames/NPGConAltNames3.csv", "Person", 4121, 4117},
	} {
		rows, names := 0, 0
		other := schema.ClassNamed(c.class).Property("alternateName").IRI
		for _, it := range source(t, nil, c.path).Items {
			n := strings.Count(it.Where, ",") + 1
			if _, all, many := strings.Cut(it.Where, "… ("); many {
				if _, err := fmt.Sscanf(all, "%d in all)", &n); err != nil {
					t.Fatal(err)
				}
			}
			rows += n
			for t := range it.Drafts[0].Graph.About(rdf.NewIRI(string(it.Drafts[0].IRI))) {
				if t.P.Value == other {
					names++
				}
			}
		}
		if rows != c.rows || names != c.names {
			t.Errorf("%s: %d rows and %d other names, want %d and %d", c.path, rows, names, c.rows, c.names)
		}
	}
}

// TestRealTables reads what else there is, by the preset that it is recognised by
// unless settings are given; every row arrives, is refused with a reason or does
// not count.
func TestRealTables(t *testing.T) {
	t.Parallel()
	const kulturdaten = "events-tabular/technologiestiftung__kulturdaten-api/src/integrationtests/testdata/"
	for _, c := range []struct {
		path, settings string
		items, refused int
	}{
		{"museums/emmabezombes__prediction-musee/data/museofile_(1).csv.gz", "", 1222, 0},
		{"events-tabular/wcmaart__collection/Events-utf8.json", "", 1886, 62},
		{"events-tabular/wcmaart__collection/Exhibitions-utf8.json", "", 1851, 1},
		{kulturdaten + "events.json", `{class: Event, key: identifier, zone: Europe/Berlin, map: {
			name: {from: title, lang: "*"}, startDate: {from: schedule.startDate, time: schedule.startTime}, endDate: {from: schedule.endDate, time: schedule.endTime}}}`, 4, 0},
		{kulturdaten + "locations.json", `{class: Place, key: identifier, map: {
			name: {from: title, lang: "*"}, description: {from: description, lang: "*"}}}`, 4, 0},
		{"events-tabular/City-of-Helsinki__linkedevents/events/tests/importers/fixtures/lippupiste_response.json", `{items: Events, class: Event, key: EventId, lang: fi, zone: Europe/Helsinki, map: {
			name: EventName, startDate: {from: EventDate, time: EventTime}, organizer: EventPromoterName,
			location: {record: Place, map: {name: EventVenue, address: {map: {streetAddress: EventStreet, postalCode: EventZip, addressLocality: EventPlace, addressCountry: {value: FI}}}}}}}`, 1, 0},
		{"collections/tategallery__collection/artist_data.csv", "", 3532, 0},
		{"collections/tategallery__collection/processed/simplified_artwork_data.csv", "", 69201, 0},
		{"collections/american-art__npg/NPGObjects/NPGObjects3.csv.gz", "", 16846, 0},
		{"collections/american-art__npg/NPGConstituents/NPGConstituents3.csv.gz", "", 12270, 0},
		{"collections/american-art__npg/NPGConstituents/NPGConstituents3.csv.gz", "preset: npg-institutions", 464, 0},
	} {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			t.Parallel()
			r := source(t, conntest.Settings(t, c.settings), c.path)
			for _, refusal := range r.Refusals {
				if len(refusal.Faults) == 0 || refusal.Where == "" {
					t.Errorf("a refusal without place or reason: %v", refusal)
				}
			}
			if len(r.Items) != c.items || len(r.Refusals) != c.refused {
				t.Errorf("%d items and %d refused, want %d and %d; the first refusals: %v",
					len(r.Items), len(r.Refusals), c.items, c.refused, r.Refusals[:min(3, len(r.Refusals))])
			}
			for _, it := range r.Items {
				for _, f := range it.Faults {
					if strings.HasPrefix(f.Message, "no mapping is given") && c.settings != "" {
						t.Errorf("%s is taken by %s, though settings are given", c.path, f.Value)
					}
				}
			}
		})
	}
}

// TestRealArtists reads files of one artist each: all are recognised.
func TestRealArtists(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(rdftest.Data(t, "collections/tategallery__collection/artists-sample"), "artists", "*", "*.json"))
	if err != nil || len(files) != 295 {
		t.Fatalf("%d files, %v, want 295", len(files), err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if r := conntest.Harvest(t.Context(), open(t, nil, data), nil); r.Err != nil || len(r.Items) != 1 {
			t.Errorf("%s: %d items, refused %v, %v; want one artist", filepath.Base(f), len(r.Items), r.Refusals, r.Err)
		}
	}
}
