package connectors_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/schema"
)

func TestRecords(t *testing.T) {
	t.Parallel()
	env := connectors.Env{Source: "house"}
	r := connectors.NewRecords(env)
	b, fresh := r.Build("Event", "e1", "")
	if b == nil || !fresh {
		t.Fatalf("Build() = %v, %v, want a new record", b, fresh)
	}
	b.Text("name", "en", "A night out")
	b.Put("eventStatus", "EventScheduled")
	told := 0
	hall := func(p *schema.Builder) { told++; p.Text("name", "en", "The hall") }
	first, second := r.Embed("Place", "hall", "location", hall), r.Embed("Place", "hall", "organizer.location", hall)
	if first == "" || first != second || told != 1 {
		t.Errorf("Embed() = %s, then %s, described %d times; want the same one, once", first, second, told)
	}
	if iri := r.Embed("Place", "", "location", hall); iri != "" || told != 1 {
		t.Errorf("Embed() without a key = %s, want none", iri)
	}
	b.Link("location", first)
	r.Embed("Person", "nobody", "performer", func(*schema.Builder) {})
	it, refusal := r.Item("e1", "line 3")
	if refusal == nil {
		t.Fatalf("Item() = %+v, want it refused for want of a date", it)
	}
	if refusal.Key != "e1" || refusal.Where != "line 3" || len(refusal.Faults) == 0 || strings.Contains(refusal.Faults[0].Path, "performer") {
		t.Errorf("refusal = %+v, want the event's own faults with its place", refusal)
	}
}

// What an embedded record lacks is a warning under the property that leads there.
func TestRecordsWarn(t *testing.T) {
	t.Parallel()
	r := connectors.NewRecords(connectors.Env{Source: "house"})
	b, _ := r.Build("Work", "w1", "")
	b.Text("name", "en", "One")
	b.Link("creator", r.Embed("Person", "nobody", "creator", func(*schema.Builder) {}))
	it, refusal := r.Item("w1", "line 1")
	if refusal != nil || len(it.Drafts) != 2 || it.Drafts[0].Class != "Work" || it.Drafts[1].Class != "Person" {
		t.Fatalf("Item() = %+v, %v, want the work and its creator", it, refusal)
	}
	named := false
	for _, f := range it.Faults {
		if f.Refuses() {
			t.Errorf("fault %+v refuses the item", f)
		}
		named = named || f.Path == "creator.name"
	}
	if !named {
		t.Errorf("faults = %+v, want one about creator.name", it.Faults)
	}
}

// An item brings so many records and says what it leaves out.
func TestRecordsAreBounded(t *testing.T) {
	t.Parallel()
	r := connectors.NewRecords(connectors.Env{Source: "house"})
	b, _ := r.Build("Work", "w1", "")
	b.Text("name", "en", "One")
	for i := range 2100 {
		r.Embed("Person", fmt.Sprint(i), "creator", func(p *schema.Builder) { p.Text("name", "en", "Somebody") })
	}
	it, refusal := r.Item("w1", "line 1")
	if refusal != nil || len(it.Drafts) != 2001 {
		t.Fatalf("Item() = %d drafts, %v, want 2001", len(it.Drafts), refusal)
	}
	said := 0
	for _, f := range it.Faults {
		if strings.Contains(f.Message, "more than 2000") {
			said++
		}
	}
	if said != 1 {
		t.Errorf("%d faults tell of the limit, want 1", said)
	}
}
