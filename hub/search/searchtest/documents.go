package searchtest

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"moselle/hub/search"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/calendar"
)

const prefix = schema.Scheme + "id/"

// written is a document as cases write it.
type written struct {
	ID       string            // what is after "moselle:id/"
	Title    map[string]string // by language
	Keywords map[string]string
	Body     map[string]string
	Values   map[string][]string // by facet; class is that of the ID when absent
	Zone     string
	Hours    *hours
	At       []float64 // latitude, longitude
	Dates    []date
	Related  []string // what is after "moselle:id/"
	Modified time.Time
}

// date is an occurrence: its IRI is the document's with "#" and Name.
type date struct {
	Name                 string
	Start, End           time.Time // End is Start when absent
	Status, Availability string
}

// hours are the same every week.
type hours struct {
	Days          []string // "Monday" …
	Opens, Closes string
}

func (h *hours) opening(zone string) *calendar.Opening {
	if h == nil {
		return nil
	}
	opens, err1 := calendar.ParseClock(h.Opens)
	closes, err2 := calendar.ParseClock(h.Closes)
	if err := errors.Join(err1, err2); err != nil {
		panic(err) // a case is written wrongly
	}
	return &calendar.Opening{Zone: zoneNamed(zone), Weekly: []calendar.Hours{{Days: calendar.DaysNamed(h.Days...), Opens: opens, Closes: closes}}}
}

func batches(t *testing.T, dir string) []search.Batch {
	data, err := testdata.ReadFile(dir + "/documents.json")
	if err != nil {
		t.Fatal(err)
	}
	var in []struct {
		Put    []written
		Delete []string
	}
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		t.Fatalf("%s/documents.json: %v", dir, err)
	}
	out := make([]search.Batch, len(in))
	for i, b := range in {
		out[i].Seq = store.Seq(i + 1)
		for _, w := range b.Put {
			out[i].Put = append(out[i].Put, w.document())
		}
		for _, id := range b.Delete {
			out[i].Delete = append(out[i].Delete, schema.IRI(prefix+id))
		}
	}
	return out
}

func (w written) document() search.Document {
	d := search.Document{ID: schema.IRI(prefix + w.ID), Title: w.Title, Values: w.Values, Zone: w.Zone, Hours: w.Hours.opening(w.Zone), Modified: w.Modified}
	if segment, _, _ := strings.Cut(w.ID, "/"); len(d.Values["class"]) == 0 {
		d.Put("class", strings.ToUpper(segment[:1])+segment[1:])
	}
	for weight, texts := range []map[string]string{search.InTitle: w.Title, search.InKeyword: w.Keywords, search.InBody: w.Body} {
		for lang, text := range texts {
			d.Texts = append(d.Texts, search.FieldText{Lang: lang, Weight: search.Weight(weight), Text: text})
		}
	}
	if len(w.At) == 2 {
		d.HasPoint, d.Lat, d.Lon = true, w.At[0], w.At[1]
	}
	for _, o := range w.Dates {
		if o.End.IsZero() {
			o.End = o.Start
		}
		d.Occurrences = append(d.Occurrences, search.Occurrence{
			ID: d.ID + "#" + schema.IRI(o.Name), Start: o.Start.Unix(), End: o.End.Unix(), Status: o.Status, Availability: o.Availability,
		})
	}
	for _, r := range w.Related {
		d.Related = append(d.Related, schema.IRI(prefix+r))
	}
	return d
}
