package harvest_test

import (
	"context"
	"fmt"
	"iter"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/schema"
)

// script is a connector that yields what a test says: items, refusals, and the
// error that ends the listing. An item with Raw is asked about as connectors do.
type script struct {
	steps []any // connectors.Item, *connectors.Refusal or error, the last of which ends it
	next  connectors.Cursor
	// changes are the steps of a listing of changes only, by the cursor that it
	// goes on from; asked are the cursors of all runs.
	changes map[string][]any
	asked   []string
	read    func(ctx context.Context, i int) // before the i-th step; nil for nothing
}

// source declares a source that a script stands for.
func (s *script) source() harvest.Source {
	open := func(_ struct{}, env connectors.Env) (connectors.Connector, error) { return &play{s, env}, nil }
	return harvest.Source{
		ID: house, Institution: harvest.InstitutionIRI("house"), Dataset: harvest.DatasetIRI(house),
		Kind:    connectors.NewKind("script", "A test.", 1, struct{}{}, nil, open),
		Licence: "https://creativecommons.org/publicdomain/zero/1.0/", Lang: "en", Zone: time.UTC, Floor: 20,
	}
}

// play is one opened script.
type play struct {
	*script
	env connectors.Env
}

func (p *play) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		p.asked = append(p.asked, string(from))
		steps, only := p.changes[string(from)]
		switch {
		case only:
			p.env.ChangesOnly()
		default:
			steps = p.steps
		}
		if !only && p.next != nil && string(from) == string(p.next) {
			yield(connectors.Item{}, connectors.ErrUnchanged)
			return
		}
		for i, s := range steps {
			if p.read != nil {
				p.read(ctx, i)
			}
			var item connectors.Item
			var err error
			switch s := s.(type) {
			case connectors.Item:
				item = p.item(s, i, i == len(steps)-1)
			case error:
				err = s
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

// item returns the i-th item, recognised when it is known. Graphs are made anew,
// since the hub completes them.
func (p *play) item(it connectors.Item, i int, last bool) connectors.Item {
	it.Where = fmt.Sprintf("step %d", i)
	if key, ok := p.env.Known(it.Raw); ok {
		it = connectors.Item{Key: key, Where: it.Where, Same: true, Next: it.Next, Resume: it.Resume}
	}
	drafts := make([]schema.Draft, len(it.Drafts))
	for j, d := range it.Drafts {
		drafts[j] = d
		if d.Graph != nil {
			drafts[j].Graph = d.Graph.Clone()
		}
	}
	it.Drafts = drafts
	if last && it.Next == nil {
		it.Next = p.next
	}
	return it
}

// work is an item: a work of that key and name with what is embedded in it. Its
// raw bytes stand for all of it.
func work(key, name string, embedded ...schema.Draft) connectors.Item {
	return thing("Work", key, name, embedded...)
}

func thing(class, key, name string, embedded ...schema.Draft) connectors.Item {
	b := schema.Build(house, class, key)
	b.Text("name", "en", name)
	for _, d := range embedded {
		if d.Class == "Person" {
			b.Link("creator", d.IRI)
		}
	}
	d, faults := b.Draft()
	it := connectors.Item{Key: key, Drafts: append([]schema.Draft{d}, embedded...), Faults: faults}
	for _, d := range it.Drafts {
		it.Raw = append(it.Raw, d.Graph.Canonical()...)
	}
	return it
}

// person is a version of a record that items embed: the more facts, the richer.
func person(key string, facts ...string) schema.Draft {
	b := schema.Build(house, "Person", key)
	b.Text("name", "en", "Person "+key)
	for i, f := range facts {
		b.Text("description", []string{"fr", "de", "nl", "lb", "it"}[i], f)
	}
	d, _ := b.Draft()
	return d
}

// anew takes an item's raw bytes away, as of a connector that recognises nothing.
func anew(it connectors.Item) connectors.Item {
	it.Raw = nil
	return it
}

// deleted is an item that the source says is gone.
func deleted(key string) connectors.Item { return connectors.Item{Key: key, Deleted: true} }

// resuming lets a run that is broken off behind an item go on from a cursor.
func resuming(it connectors.Item, here string) connectors.Item {
	it.Resume = connectors.Cursor(here)
	return it
}

// ending lets the next run go on from a cursor.
func ending(it connectors.Item, next string) connectors.Item {
	it.Next = connectors.Cursor(next)
	return it
}

// listing makes a script of items.
func listing(items ...connectors.Item) *script {
	s := &script{}
	for _, it := range items {
		s.steps = append(s.steps, it)
	}
	return s
}

// add lets the listing go on.
func (s *script) add(steps ...any) *script {
	s.steps = append(s.steps, steps...)
	return s
}

// settings parses settings as they stand in the configuration file.
func settings(t testing.TB, text string) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Content[0]
}

// keyless is the refusal of something that cannot be told from the rest.
func keyless() error { return connectors.Refuse("", "line 9", "", "", "it cannot be read at all") }

// refusal is the refusal of one item.
func refusal(key string) error { return connectors.Refuse(key, "line 9", "name", "", "it has no name") }
