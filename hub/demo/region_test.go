package demo_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/conntest"
	"moselle/hub/config"
	"moselle/hub/demo"
	"moselle/schema"
	"moselle/schema/calendar"
)

// region is all that the demo's sources say.
type region struct {
	config config.Config
	nodes  map[schema.IRI]*schema.Node
	drafts map[schema.IRI]schema.Draft
	kinds  map[string]int // sources by kind
}

// read renders the region and reads every source through its connector.
func read(t *testing.T, now time.Time) region {
	t.Helper()
	dir := t.TempDir()
	if err := demo.Render(dir, now, "http://hub.example"); err != nil {
		t.Fatal(err)
	}
	c, err := config.Load(filepath.Join(dir, demo.Config), nil)
	if err != nil {
		t.Fatal(err)
	}
	r := region{c, map[schema.IRI]*schema.Node{}, map[schema.IRI]schema.Draft{}, map[string]int{}}
	for _, s := range c.Sources {
		r.kinds[s.Kind]++
		env := conntest.Env(t, s.Location)
		env.Source, env.Lang, env.Zone, env.License = s.ID, s.Language, s.TimeZone(), s.MediaLicence
		env.Now = func() time.Time { return now }
		env.Window = func() calendar.Range { return calendar.Window(now) }
		res := conntest.Harvest(t.Context(), open(t, s, env), nil)
		if res.Err != nil {
			t.Errorf("source %s ends with %v", s.ID, res.Err)
		}
		for _, refused := range res.Refusals {
			t.Errorf("source %s: refused %v", s.ID, refused)
		}
		for _, item := range res.Items {
			for _, f := range item.Faults {
				if !strings.HasPrefix(f.Message, "missing: ") { // what is recommended need not be there
					t.Errorf("source %s: %s: warning %s", s.ID, item.Where, f)
				}
			}
			for _, d := range item.Drafts {
				node, err := schema.Seal(d, s.ID, now).Node()
				if err != nil {
					t.Fatal(err)
				}
				r.nodes[d.IRI], r.drafts[d.IRI] = node, d
			}
		}
	}
	return r
}

func open(t *testing.T, s config.Source, env connectors.Env) connectors.Connector {
	t.Helper()
	settings := &s.Settings
	if settings.Kind == 0 {
		settings = nil
	}
	for _, k := range all.Kinds() {
		if k.Name == s.Kind {
			c, err := k.Open(settings, env)
			if err != nil {
				t.Fatalf("source %s: %v", s.ID, err)
			}
			return c
		}
	}
	t.Fatalf("source %s: there is no connector %s", s.ID, s.Kind)
	return nil
}

// of returns the region's records of a class.
func (r region) of(class string) []*schema.Node {
	var out []*schema.Node
	for iri, d := range r.drafts {
		if d.Class == class {
			out = append(out, r.nodes[iri])
		}
	}
	return out
}
