package openagenda_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/openagenda"
	"moselle/schema/rdf/rdftest"
)

// outcome is what became of a file.
type outcome struct {
	Items, Withdrawn, Refused int
	Ended                     bool // by what OpenAgenda itself says is wrong
	Own                       bool // the kind takes the file for its own
}

// TestRealFiles accounts for every file that OpenAgenda and a client of it
// publish: the events in them become items, those that are drafts or wait for
// moderation are withdrawn, and all else is told.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	want := map[string]outcome{
		"agendas/agenda.json":                {Refused: 1, Own: true},
		"agendas/agendas.json":               {Refused: 1, Own: true},
		"agendas/mines.json":                 {Refused: 1},
		"events/delete.json":                 {Items: 1, Withdrawn: 1, Own: true},
		"events/event.json":                  {Items: 1, Withdrawn: 1, Own: true},
		"events/events.json":                 {Items: 1, Own: true},
		"events/post.json":                   {Items: 1, Withdrawn: 1, Own: true},
		"events/sample.json":                 {Items: 1, Own: true},
		"locations/delete-not-found.json":    {Ended: true},
		"locations/delete.json":              {Refused: 1, Own: true},
		"locations/location-not-found.json":  {Ended: true},
		"locations/location.json":            {Refused: 1, Own: true},
		"locations/locations-detailed.json":  {Refused: 1, Own: true},
		"locations/locations.json":           {Refused: 1, Own: true},
		"locations/post.json":                {Refused: 1, Own: true},
		"data/event.decorated.json":          {Items: 1, Own: true},
		"data/event.json":                    {Items: 1, Own: true},
		"data/reduced.deep.json":             {Refused: 1},
		"data/reduced.json":                  {Refused: 4},
		"data/reduced.multiple-deep.json":    {Refused: 1},
		"data/reduced.multiple.json":         {Refused: 3},
		"fixtures/agendaLegacySettings.json": {Refused: 1},
		"fixtures/agendaSettings.json":       {Refused: 1},
		"fixtures/aggregateModalAgendas.json": {
			Refused: 1, Own: true},
		"fixtures/bdm.agenda.json":          {Refused: 1, Own: true},
		"fixtures/columns.json":             {Refused: 1},
		"fixtures/drafts.response.json":     {Items: 3, Withdrawn: 3, Own: true},
		"fixtures/events.json":              {Items: 1, Own: true},
		"fixtures/events.response.json":     {Items: 6, Own: true},
		"fixtures/fields.json":              {Refused: 3},
		"fixtures/locations.json":           {Refused: 1, Own: true},
		"fixtures/manyEvents.response.json": {Items: 25, Own: true},
		"fixtures/mel.agenda.json":          {Refused: 1, Own: true},
		"fixtures/spreadTimings.json":       {Refused: 3},
		"fixtures/spreadTimings.nyc.json":   {Refused: 2},
		"fixtures/timings.json":             {Refused: 10},
	}
	got := map[string]outcome{}
	err := filepath.WalkDir(rdftest.Data(t, "openagenda"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		c, err := openagenda.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			return err
		}
		r := conntest.Harvest(t.Context(), c, nil)
		o := outcome{Items: len(r.Items), Refused: len(r.Refusals), Ended: r.Err != nil,
			Own: openagenda.Kind().Sniff(path, "", data[:min(len(data), 16<<10)]) > 40}
		for _, it := range r.Items {
			if it.Deleted {
				o.Withdrawn++
			}
		}
		got[filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path)] = o
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}
