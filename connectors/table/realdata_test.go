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
	c, err := table.Kind().Open(example(t, "works"), conntest.Env(t, path))
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
				Artists: has("creator"), Subjects: has("about")}
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

// TestRealPairs reads the same table in two formats.
func TestRealPairs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b, settingsA, settingsB string
		want                       int
	}{
		{
			"collections/NYPL-publicdomain__data-and-utilities/collections/pd_collections.csv.gz",
			"collections/NYPL-publicdomain__data-and-utilities/collections/pd_collections.ndjson.gz",
			`{class: Collection, key: UUID, map: {name: Title, collectionSize: Number of Items, url: Digital Collections URL}}`,
			`{class: Collection, key: UUID, map: {name: title, collectionSize: numberOfItems, url: digitalCollectionsURL}}`, 932,
		},
		{
			"collections/american-art__npg/NPGObjTitles/NPGObjTitles3.csv", "collections/american-art__npg/NPGObjTitles/NPGObjTitles3.xlsx",
			`{class: Work, key: "{{ObjectID}}-{{DisplayOrder}}", map: {name: Title}}`,
			`{class: Work, key: "{{ObjectID}}-{{DisplayOrder}}", map: {name: Title}}`, 0,
		},
		{
			"collections/american-art__npg/NPGConAltNames/NPGConAltNames3.csv", "collections/american-art__npg/NPGConAltNames/NPGConAltNames3.xlsx",
			`{class: Person, key: AltNameID, empty: ["NULL"], map: {name: DisplayName}}`,
			`{class: Person, key: AltNameID, empty: ["NULL"], map: {name: DisplayName}}`, 0,
		},
		{
			"collections/american-art__autry/AutryObjects/AutryObjects.csv", "collections/american-art__autry/AutryObjects/AutryObjects.xlsx",
			`{class: Work, key: ObjectID, map: {name: Title, material: Materials, size: Measurements, url: AutryObjectURL}}`,
			`{class: Work, key: ObjectID, map: {name: Title, material: Materials, size: Measurements, url: AutryObjectURL}}`, 0,
		},
		{
			"collections/american-art__autry/AutryMakers/AutryMakers.csv", "collections/american-art__autry/AutryMakers/AutryMakers.xlsx",
			`{class: Person, key: MakerID, group: true, map: {name: Maker, url: AutryMakerURL}}`,
			`{class: Person, key: MakerID, group: true, map: {name: Maker, url: AutryMakerURL}}`, 0,
		},
		{
			"collections/american-art__autry/AutryMedia/AutryMedia.csv", "collections/american-art__autry/AutryMedia/AutryMedia.xlsx",
			`{class: Work, key: "{{ObjectID}} {{SortOrder}} {{imagelink}}", map: {name: imagelink, creditText: CreditLine, abstract: Caption, url: AutryObjectURL}}`,
			`{class: Work, key: "{{ObjectID}} {{SortOrder}} {{imagelink}}", map: {name: imagelink, creditText: CreditLine, abstract: Caption, url: AutryObjectURL}}`, 0,
		},
		{
			"collections/american-art__autry/AutryDated/AutryDated.csv", "collections/american-art__autry/AutryDated/AutryDated.xlsx",
			`{class: Work, key: ObjectID, map: {name: ObjectID, dateText: Dated, temporalCoverage: {template: "{{EARLIEST_YEAR}}/{{LATEST_YEAR}}"}}}`,
			`{class: Work, key: ObjectID, map: {name: ObjectID, dateText: Dated, temporalCoverage: {template: "{{EARLIEST_YEAR}}/{{LATEST_YEAR}}"}}}`, 0,
		},
		{
			"collections/american-art__autry/AutryPubDesc/AutryPubDesc.csv", "collections/american-art__autry/AutryPubDesc/AutryPubDesc.xlsx",
			`{class: Work, key: ObjectID, map: {name: ObjectID, description: PublicDescription}}`,
			`{class: Work, key: ObjectID, map: {name: ObjectID, description: PublicDescription}}`, 0,
		},
	} {
		t.Run(filepath.Base(c.a), func(t *testing.T) {
			t.Parallel()
			a := source(t, conntest.Settings(t, c.settingsA), c.a)
			b := source(t, conntest.Settings(t, c.settingsB), c.b)
			if len(a.Items) == 0 || len(a.Items) != len(b.Items) || c.want > 0 && len(a.Items) != c.want {
				t.Errorf("%d and %d items, want %d", len(a.Items), len(b.Items), c.want)
			}
			if len(a.Refusals) != len(b.Refusals) {
				t.Errorf("%d and %d are refused", len(a.Refusals), len(b.Refusals))
			}
			graphs := func(r conntest.Result) map[string]string {
				out := map[string]string{}
				for _, it := range r.Items {
					// One of these exports writes line breaks as a backslash and an n.
					out[it.Key] = strings.ReplaceAll(string(it.Drafts[0].Graph.Canonical()), `\\n`, `\n`)
				}
				return out
			}
			if d := cmp.Diff(graphs(a), graphs(b)); d != "" {
				t.Errorf("records (-%s +%s):\n%.3000s", filepath.Base(c.a), filepath.Base(c.b), d)
			}
		})
	}
}

// TestRealTables reads what else there is; every item arrives or is refused
// with a reason.
func TestRealTables(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		path, settings string
		items, refused int
	}{
		{"museums/emmabezombes__prediction-musee/data/museofile_(1).csv.gz", `{class: Place, key: Identifiant, lang: fr, type: {value: Museum}, map: {
			name: Nom_officiel, description: [Histoire], url: {template: "https://{{URL}}"}, telephone: Telephone, keywords: {from: Domaine_thematique, split: ";"},
			address: {map: {streetAddress: Adresse, postalCode: Code_postal, addressLocality: Ville, addressRegion: Region, addressCountry: {value: FR}}},
			geo: {map: {latitude: {from: Coordonnees, split: ",", take: 1}, longitude: {from: Coordonnees, split: ",", take: 2}}}}}`, 1222, 0},
		{"events-tabular/wcmaart__collection/Events-utf8.json", `{items: Events, class: Event, key: eventId, lang: en, zone: America/New_York, layout: [yyyy, yyyy-mm], map: {
			name: eventName, description: Description, startDate: startDate, workFeatured: {link: Work, from: relatedObjects.objectID}, keywords: terms.Term}}`, 1886, 62},
		{"events-tabular/wcmaart__collection/Exhibitions-utf8.json", `{class: Event, key: ExhibitionID, lang: en, layout: [yyyy-mm, yyyy], type: {value: ExhibitionEvent}, map: {
			name: ExhTitle, startDate: BeginISODate, endDate: EndISODate, workFeatured: {link: Work, from: Objects.ObjectID}}}`, 1851, 1},
		{"events-tabular/technologiestiftung__kulturdaten-api/src/integrationtests/testdata/events.json", `{class: Event, key: identifier, zone: Europe/Berlin, map: {
			name: {from: title, lang: "*"}, startDate: {from: schedule.startDate, time: schedule.startTime}, endDate: {from: schedule.endDate, time: schedule.endTime}}}`, 4, 0},
		{"events-tabular/technologiestiftung__kulturdaten-api/src/integrationtests/testdata/locations.json", `{class: Place, key: identifier, map: {
			name: {from: title, lang: "*"}, description: {from: description, lang: "*"}}}`, 4, 0},
		{"events-tabular/City-of-Helsinki__linkedevents/events/tests/importers/fixtures/lippupiste_response.json", `{items: Events, class: Event, key: EventId, lang: fi, zone: Europe/Helsinki, map: {
			name: EventName, startDate: {from: EventDate, time: EventTime}, organizer: EventPromoterName,
			location: {record: Place, map: {name: EventVenue, address: {map: {streetAddress: EventStreet, postalCode: EventZip, addressLocality: EventPlace, addressCountry: {value: FI}}}}}}}`, 1, 0},
		{"collections/tategallery__collection/artist_data.csv", `{class: Person, key: id, lang: en, map: {name: name, birthDate: yearOfBirth, deathDate: yearOfDeath, url: url}}`, 3532, 0},
		{"collections/american-art__npg/NPGObjects/NPGObjects3.csv.gz", `{class: Work, key: ObjectID, empty: ["NULL"], map: {name: ObjectNumber, size: Dimensions, creditText: CreditLine, dateText: Dated}}`, 16846, 0},
		{"collections/american-art__npg/NPGConstituents/NPGConstituents3.csv.gz", `{class: Person, key: ConstituentID, empty: ["NULL"], map: {name: DisplayName, birthDate: {from: BeginDate, values: {"0": "", "*": "*"}}, deathDate: {from: EndDate, values: {"0": "", "*": "*"}}}}`, 12734, 0},
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
		})
	}
}
