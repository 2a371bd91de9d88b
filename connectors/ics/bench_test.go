package ics_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/ics"
	"moselle/schema"
	wire "moselle/schema/wire/ics"
)

// programme writes n events as our own feeds would; every tenth repeats.
func programme(b *testing.B, n int) []byte {
	b.Helper()
	lux, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		b.Fatal(err)
	}
	c := wire.Calendar{ID: "-//Kulturhaus am Fluss//Programm//DE", Zone: "Europe/Luxembourg"}
	for i := range n {
		start := time.Date(2026, 9, 1, 19, 30, 0, 0, lux).AddDate(0, 0, i%300)
		e := wire.Event{
			UID: fmt.Sprintf("%d@kulturhaus.example", i), Stamp: conntest.Now, Zone: "Europe/Luxembourg", Lang: "de", Status: "CONFIRMED",
			Start: schema.Moment{Time: start}, End: schema.Moment{Time: start.Add(2 * time.Hour)},
			Summary: fmt.Sprintf("Konzert %d: Lieder, Tänze & Märsche", i), Description: "Ein Abend mit dem Ensemble am Fluss.\nEinlass eine Stunde vorher; freie Platzwahl.",
			Location: fmt.Sprintf("Saal %d, Uferstraße %d, L-6401 Echternach", i%50, i%50+1), URL: fmt.Sprintf("https://kulturhaus.example/%d", i),
			Categories: []string{"Musik", "Konzert"}, Organizer: "Verein Kulturhaus e.V.", Lat: 49.81, Lon: 6.42,
		}
		if i%10 == 0 {
			e.Rules = []string{"FREQ=WEEKLY;COUNT=8"}
		}
		c.Events = append(c.Events, e)
	}
	var buf bytes.Buffer
	if err := wire.Encode(&buf, c); err != nil {
		b.Fatal(err)
	}
	return buf.Bytes()
}

// BenchmarkHarvest reads and maps 2,000 events; the bar is 5,000 a second. With known, every event is as it was at the last harvest.
func BenchmarkHarvest(b *testing.B) {
	const n = 2000
	data := programme(b, n)
	for _, known := range []bool{false, true} {
		b.Run(fmt.Sprintf("known=%v", known), func(b *testing.B) {
			env := conntest.Env(b, "programme.ics")
			env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
				return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(data))}, nil
			}
			keys := 0
			env.Known = func([]byte) (string, bool) { keys++; return fmt.Sprint(keys), known }
			c, err := ics.Kind().Open(nil, env)
			if err != nil {
				b.Fatal(err)
			}
			conntest.Bench(b, c, len(data), n)
		})
	}
}

// Whatever a file holds, the harvest ends without panic, every item has a
// draft that keeps its promises, and a second reading gives the same.
func FuzzHarvest(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "*", "input.ics"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	env := conntest.Env(f, "fuzz.ics")
	f.Fuzz(func(t *testing.T, data []byte) {
		env := env
		env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
			return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(data))}, nil
		}
		c, err := ics.Kind().Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		res := conntest.Harvest(t.Context(), c, nil)
		triples, text := conntest.Render(res)
		if took := time.Since(began); took > 10*time.Second {
			t.Fatalf("takes %v", took)
		}
		keys := map[string]bool{}
		for _, it := range res.Items {
			if keys[it.Key] || len(it.Drafts) == 0 || it.Drafts[0].Class != "Event" || len(schema.Refused(it.Faults)) > 0 {
				t.Fatalf("item %q: doubled, without event or refused: %v", it.Key, it.Faults)
			}
			keys[it.Key] = true
		}
		again, againText := conntest.Render(conntest.Harvest(t.Context(), c, nil))
		if !bytes.Equal(triples, again) || !bytes.Equal(text, againText) {
			t.Fatal("a second reading gives something else")
		}
	})
}
