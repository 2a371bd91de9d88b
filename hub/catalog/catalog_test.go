package catalog_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"moselle/hub/api/apitest"
	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

func TestGet(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	c, ctx := hub.App.Catalog, t.Context()
	for range 2 { // from the store, then remembered
		e, err := c.Get(ctx, hub.Names["concert"])
		if err != nil || e.Node.String("timezone") != "Europe/Luxembourg" {
			t.Errorf("Get(concert) = %v, %v", e, err)
		}
	}
	if _, err := c.Get(ctx, "moselle:id/event/none"); fault.Of(err) != fault.NotFound {
		t.Errorf("Get(none) = %v, want not found", err)
	}
	var gone *catalog.Tombstone
	if _, err := c.Get(ctx, hub.Names["gone"]); !errors.As(err, &gone) || fault.Of(err) != fault.Gone || gone.Reason != "source-deleted" {
		t.Errorf("Get(gone) = %v, want its tombstone", err)
	}
	for _, at := range [][2]string{{"unicorn", "abc"}, {"event", ""}, {"event", "none"}, {"Event", "none"}} {
		if _, err := c.At(ctx, at[0], at[1]); fault.Of(err) != fault.NotFound {
			t.Errorf("At(%v) = %v, want not found", at, err)
		}
	}
	many, err := c.GetMany(ctx, []schema.IRI{hub.Names["gone"], hub.Names["mill"], "moselle:id/event/none", hub.Names["mill"], hub.Names["concert"]})
	if err != nil || len(many) != 2 || many[hub.Names["mill"]] == nil {
		t.Errorf("GetMany = %d records, %v; want the two that are there", len(many), err)
	}
}

// TestNewestIsSeen changes a record again and again while others read it: once
// a change has been followed, nobody gets what was before.
func TestNewestIsSeen(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	c, iri := hub.App.Catalog, hub.Names["mill"]
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	for i := range 4 {
		readers.Go(func() {
			for ctx.Err() == nil {
				var err error
				if i%2 == 0 {
					_, err = c.Get(ctx, iri)
				} else {
					_, err = c.GetMany(ctx, []schema.IRI{hub.Names["hall"], iri})
				}
				if err != nil && ctx.Err() == nil {
					t.Errorf("reading meanwhile: %v", err)
				}
			}
		})
	}
	for i := range 15 {
		name := fmt.Sprintf("Mühle %d", i)
		b := schema.Build("programme", "Place", "mill")
		b.Text("name", "de", name)
		hub.Write(t, "programme", store.Change{Op: store.Update, Record: hub.Seal(t, "programme", b)})
		for range 3 {
			e, err := c.Get(t.Context(), iri)
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := e.Node.Title("de"); got != name {
				t.Fatalf("after change %d the name is %q, want %q", i, got, name)
			}
			many, err := c.GetMany(t.Context(), []schema.IRI{iri})
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := many[iri].Node.Title("de"); got != name {
				t.Fatalf("after change %d GetMany gives %q, want %q", i, got, name)
			}
		}
	}
	stop()
	readers.Wait()
}

// TestState tells answers apart that the clock makes different.
func TestState(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	c := hub.App.Catalog
	at := c.State
	base := catalog.Query{Now: apitest.Now}
	later := catalog.Query{Now: apitest.Now.Add(61e9)}
	if at(base) == at(later) {
		t.Error("a minute later the state is the same")
	}
	base.From, later.From = catalog.Bound{At: apitest.Now}, catalog.Bound{At: apitest.Now}
	if at(base) != at(later) {
		t.Error("a query with its own from depends on the clock")
	}
	base.To, later.To = catalog.Bound{Day: "today"}, catalog.Bound{Day: "today"}
	if at(base) == at(later) {
		t.Error("a query up to today does not depend on the clock")
	}
	before := at(base)
	b := schema.Build("programme", "Place", "mill")
	b.Text("name", "de", "Andere Mühle")
	hub.Write(t, "programme", store.Change{Op: store.Update, Record: hub.Seal(t, "programme", b)})
	if at(base) == before {
		t.Error("after a change the state is the same")
	}
}
