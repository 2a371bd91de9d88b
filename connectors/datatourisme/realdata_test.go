package datatourisme_test

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/datatourisme"
	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/rdf/rdftest"
)

const suite = "datatourisme/AlexChanson__Datatourisme_CED"

// everything are settings under which no object is passed over.
const everything = "types: [PointOfInterest]"

func harvest(t testing.TB, path, settings string) conntest.Result {
	t.Helper()
	env := conntest.Env(t, path)
	c, err := datatourisme.Kind().Open(conntest.Settings(t, settings), env)
	if err != nil {
		t.Fatal(err)
	}
	return conntest.Harvest(t.Context(), c, nil)
}

// TestRealFlux holds the connector to account for each object of a real flux:
// 606 of them, of which 307 are events and 143 cultural sites, all of which
// become items; the rest are 151 other places, and 5 that are neither.
func TestRealFlux(t *testing.T) {
	t.Parallel()
	path := filepath.Join(rdftest.Data(t, suite), "flux-subset.zip")
	for _, c := range []struct {
		settings       string
		items, refused int
		said           string
	}{
		{"", 450, 0, "objects of other kinds than the source is read for, passed over: 156,"},
		{"types: [EntertainmentAndEvent]", 307, 0, "objects of other kinds than the source is read for, passed over: 299,"},
		{"types: [CulturalSite]", 143, 0, "objects of other kinds than the source is read for, passed over: 463,"},
		{everything, 601, 5, ""},
	} {
		t.Run(c.settings, func(t *testing.T) {
			t.Parallel()
			r := harvest(t, path, c.settings)
			if r.Err != nil || len(r.Items) != c.items || len(r.Refusals) != c.refused {
				t.Fatalf("%d items, %d refusals, %v; want %d, %d, nil", len(r.Items), len(r.Refusals), r.Err, c.items, c.refused)
			}
			for _, refusal := range r.Refusals {
				if !strings.Contains(refusal.Error(), "neither an event nor a place") {
					t.Error(refusal)
				}
			}
			last := r.Items[len(r.Items)-1]
			if last.Next == nil {
				t.Error("the last item carries no cursor")
			}
			if i := slices.IndexFunc(last.Faults, func(f schema.Fault) bool { return f.Path == "types" }); c.said != "" && (i < 0 || !strings.HasPrefix(last.Faults[i].Message, c.said)) {
				t.Errorf("the last item says %v, want %q", last.Faults, c.said)
			}
		})
	}
}

// TestRealValues compares what became of the events with the files, read by the
// standard library: titles, first and last days, pictures with the days on which
// they may be shown.
func TestRealValues(t *testing.T) {
	t.Parallel()
	path := filepath.Join(rdftest.Data(t, suite), "flux-subset.zip")
	type facts struct {
		Title, First, Last string
		Images, Ended      int
	}
	want := map[string]facts{}
	for _, o := range objects(t, path) {
		f := facts{Title: strings.Join(strings.Fields(o.Label["fr"][0]), " ")}
		for _, p := range o.Dates {
			if f.First == "" || p.Start < f.First {
				f.First = p.Start
			}
			f.Last = max(f.Last, p.End)
		}
		f.Images, f.Ended = o.pictures()
		want[o.ID[strings.LastIndex(o.ID, "/")+1:]] = f
	}
	got := map[string]facts{}
	// The window spans all dates, which are of 2020 and 2021.
	env := conntest.Env(t, path)
	now := conntest.Now.AddDate(-6, 0, 0)
	env.Window = func() calendar.Range { return calendar.Months(now, 24, 36) }
	c, err := datatourisme.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
		d := it.Drafts[0]
		if d.Class != "Event" {
			delete(want, it.Key)
			continue
		}
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
		title, _ := n.Text("name", "fr")
		f := facts{Title: title, First: day(n.String("startDate")), Last: day(n.String("endDate"))}
		if f.Last == "" {
			f.Last = f.First
		}
		for _, p := range n.Nodes("image") {
			f.Images++
			if p.String("expires") != "" {
				f.Ended++
			}
		}
		got[it.Key] = f
	}
	for key, w := range want {
		g, ok := got[key]
		switch {
		case w.First == "": // neither event nor cultural site
			continue
		case !ok:
			t.Errorf("event %s is missing", key)
		case g.Last > w.Last: // a night ends on the day behind the last
			g.Last = w.Last
		}
		// Opening hours name the weekdays of a period, so that its first date
		// may lie up to a week behind its first day.
		if near(w.First, g.First) {
			g.First = w.First
		}
		if near(g.Last, w.Last) {
			g.Last = w.Last
		}
		if d := cmp.Diff(w, g); d != "" {
			t.Errorf("event %s (-want +got):\n%s", key, d)
		}
	}
}

// near reports whether a day lies less than a week before another.
func near(a, b string) bool {
	x, err1 := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	return err1 == nil && err2 == nil && !y.Before(x) && y.Sub(x) < 7*24*time.Hour
}

func day(s string) string { return s[:min(len(s), len("2006-01-02"))] }

// object is what the test looks at in a file.
type object struct {
	ID    string              `json:"@id"`
	Label map[string][]string `json:"rdfs:label"`
	Dates []struct {
		Start string `json:"startDate"`
		End   string `json:"endDate"`
	} `json:"takesPlaceAt"`
	Main  []medium `json:"hasMainRepresentation"`
	Media []medium `json:"hasRepresentation"`
}

type medium struct {
	Files []struct {
		Locator []string `json:"ebucore:locator"`
		Mime    []struct {
			Label []string `json:"rdfs:label"`
		} `json:"ebucore:hasMimeType"`
	} `json:"ebucore:hasRelatedResource"`
	Notes []struct {
		End string `json:"rightsEndDate"`
	} `json:"ebucore:hasAnnotation"`
}

// pictures counts the different pictures, and those whose rights end.
func (o object) pictures() (all, ended int) {
	seen := map[string]bool{}
	for _, m := range append(o.Main, o.Media...) {
		for _, f := range m.Files {
			if seen[f.Locator[0]] || len(f.Mime) > 0 && !strings.HasPrefix(f.Mime[0].Label[0], "image/") {
				continue
			}
			seen[f.Locator[0]] = true
			all++
			if len(m.Notes) > 0 && m.Notes[0].End != "" {
				ended++
			}
		}
	}
	return all, ended
}

func objects(t *testing.T, path string) (out []object) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "objects/") {
			continue
		}
		src, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(src)
		if err != nil {
			t.Fatal(err)
		}
		var o object
		if err := json.Unmarshal(data, &o); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		out = append(out, o)
	}
	return out
}

// TestRealObjects reads the unpacked objects one by one, and compares them with
// those of the archive.
func TestRealObjects(t *testing.T) {
	t.Parallel()
	root := rdftest.Data(t, suite)
	archived := map[string]connectors.Item{}
	for _, it := range harvest(t, filepath.Join(root, "flux-subset.zip"), everything).Items {
		archived[it.Key] = it
	}
	items, refused := 0, 0
	err := filepath.WalkDir(filepath.Join(root, "objects"), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		r := harvest(t, path, everything)
		items, refused = items+len(r.Items), refused+len(r.Refusals)
		if r.Err != nil || len(r.Items)+len(r.Refusals) != 1 {
			t.Errorf("%s: %d items, %d refusals, %v", e.Name(), len(r.Items), len(r.Refusals), r.Err)
		}
		for _, it := range r.Items {
			if d := cmp.Diff(drafts(archived[it.Key]), drafts(it)); d != "" {
				t.Errorf("%s is another than in the archive:\n%s", e.Name(), d)
			}
		}
		return nil
	})
	if err != nil || items+refused != 76 {
		t.Errorf("%d items and %d refusals, %v, want 76", items, refused, err)
	}
}

func drafts(it connectors.Item) (out []string) {
	for _, d := range it.Drafts {
		out = append(out, fmt.Sprintf("%s %s\n%s", d.Class, d.Key, d.Graph.Canonical()))
	}
	return out
}

// TestRealIndex reads the index of the whole flux, of whose 2550 objects 76
// stand beside it. The others are refused under the keys by which the hub knows
// them, so that none is taken for deleted.
func TestRealIndex(t *testing.T) {
	t.Parallel()
	r := harvest(t, filepath.Join(rdftest.Data(t, suite), "index-full.json.gz"), everything)
	if r.Err != nil || len(r.Items)+len(r.Refusals) != 2550 {
		t.Fatalf("%d items, %d refusals, %v; want 2550 together", len(r.Items), len(r.Refusals), r.Err)
	}
	for _, refusal := range r.Refusals {
		if refusal.Key == "" {
			t.Errorf("%v: no key", refusal)
		}
	}
}
