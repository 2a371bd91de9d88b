package ics_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"moselle/connectors/conntest"
	"moselle/connectors/ics"
	"moselle/schema"
	wire "moselle/schema/wire/ics"
)

// The zone definitions that we write say the same as the zones: read under a
// name that nobody knows, they give the same instants.
func TestWrittenZones(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Europe/Luxembourg", "Europe/Dublin", "America/Santiago", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu"} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		c := wire.Calendar{ID: "-//Kulturhaus am Fluss//Programm//DE"}
		want := map[string]time.Time{}
		for week := range 110 {
			start := time.Date(2026, 5, 3, 10, 0, 0, 0, loc).AddDate(0, 0, 7*week)
			uid := start.Format(time.DateOnly)
			want[uid] = start
			c.Events = append(c.Events, wire.Event{UID: uid, Stamp: conntest.Now, Zone: name, Start: schema.Moment{Time: start}, Summary: uid})
		}
		var buf bytes.Buffer
		if err := wire.Encode(&buf, c); err != nil {
			t.Fatal(err)
		}
		text := bytes.ReplaceAll(buf.Bytes(), []byte("X-LIC-LOCATION:"+name+"\r\n"), nil)
		text = bytes.ReplaceAll(text, []byte(name), []byte("Ortszeit"))
		path := filepath.Join(t.TempDir(), "a.ics")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		k, err := ics.Kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			t.Fatal(err)
		}
		res := conntest.Harvest(t.Context(), k, nil)
		if res.Err != nil || len(res.Refusals) > 0 || len(res.Items) != len(want) {
			t.Fatalf("%s: %d items, %v, %v; want %d", name, len(res.Items), res.Refusals, res.Err, len(want))
		}
		for _, it := range res.Items {
			n := schema.NewNode(it.Drafts[0].Graph, it.Drafts[0].IRI, schema.ClassNamed("Event"))
			if got := n.Occurrences()[0].Start.Time; !got.Equal(want[it.Key]) {
				t.Errorf("%s: %s starts at %v, want %v", name, it.Key, got, want[it.Key])
			}
		}
	}
}
