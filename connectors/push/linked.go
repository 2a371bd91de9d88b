package push

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/vocab"
)

// nameless is what a thing without an address of its own is called while it is
// read; nothing of it is kept.
const nameless = "urn:moselle:sent"

// The bounds of a record in JSON-LD, of which expansion makes many times as much.
const (
	maxLinked     = 2 << 20 // bytes
	maxStatements = 50_000
)

// linked reads a record in JSON-LD of any context that is at hand, in the
// vocabulary that is surest of it.
func (r *reader) linked(t text, wrapped bool, key string) (connectors.Item, error) {
	refuse := func(path, value, format string, args ...any) (connectors.Item, error) {
		return connectors.Item{}, connectors.Refuse(key, t.where, path, value, format, args...)
	}
	if len(t.json) > maxLinked {
		return refuse("", "", "JSON-LD of more than %d MB; send less in one record", maxLinked>>20)
	}
	doc, top, err := document([]byte(t.json), wrapped)
	if err != nil {
		return refuse("", "", "this is no JSON-LD (%v)", err)
	}
	g, lost, err := graphOf(doc)
	var unknown *jsonld.ContextError
	switch {
	case errors.As(err, &unknown):
		return refuse("@context", unknown.Address, "%v", err)
	case err != nil:
		return refuse("", "", "this is no JSON-LD (%v)", err)
	}
	thing, v, ok := r.thing(g, top, key)
	if !ok {
		return refuse("@type", "", "nothing in it is of a class that the hub reads; write an @type such as schema.org's Event, and the @context that it belongs to")
	}
	it, err := v.Open(r.env)(g, thing, t.where)
	var refusal *connectors.Refusal
	switch {
	case errors.As(err, &refusal):
		refusal.Key = key
		return it, refusal
	case err != nil:
		return it, err
	case len(it.Drafts) == 0:
		return refuse("", "", "nothing was found in it that could be kept")
	}
	it.Key, it.Where, it.Raw = key, t.where, nil
	rekey(it.Drafts, r.env.Source, key)
	if lost != nil {
		it.Faults = append(it.Faults, schema.Fault{Value: schema.Excerpt(lost.Error()), Message: "a statement that cannot be told in RDF; it is left out"})
	}
	return it, nil
}

// document returns the JSON-LD of an entry, and the address of the thing at its
// top, which it is given if it has none; "" where there are several things.
func document(text []byte, wrapped bool) (doc []byte, top string, err error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(text, &object); err != nil {
		return nil, "", err
	}
	if record := object["record"]; wrapped {
		object = nil
		if err := json.Unmarshal(record, &object); err != nil {
			return nil, "", err
		}
	}
	if object["@graph"] == nil {
		name := "@id"
		if object["id"] != nil && object["@id"] == nil {
			name = "id" // which many contexts have for it
		}
		_ = json.Unmarshal(object[name], &top) // what is no text names nothing
		if !strings.Contains(top, ":") || strings.HasPrefix(top, "_:") {
			delete(object, name)
			top, object["@id"] = nameless, json.RawMessage(`"`+nameless+`"`)
		}
	}
	doc, err = json.Marshal(object)
	return doc, top, err
}

// graphOf returns what a document says, and the first statement that was left out.
func graphOf(doc []byte) (g *rdf.Graph, lost error, err error) {
	g = &rdf.Graph{}
	in := jsonld.Reader{Contexts: derive.Contexts(doc[:min(len(doc), 4096)])}
	n := 0
	for q, err := range in.Decode(bytes.NewReader(doc), "") {
		var left *jsonld.StatementError
		switch {
		case errors.As(err, &left):
			if lost == nil {
				lost = left
			}
			continue
		case err != nil:
			return nil, nil, err
		}
		if n++; n > maxStatements {
			return nil, nil, fmt.Errorf("it says more than %d things", maxStatements)
		}
		g.Add(q.Triple)
	}
	return g, lost, nil
}

// thing returns what a document is about, and the vocabulary to read it in: what
// stands at its top, else what the key names, else the first thing that nothing
// else leads to.
func (r *reader) thing(g *rdf.Graph, top, key string) (thing rdf.Term, v connectors.Vocabulary, ok bool) {
	candidates := []rdf.Term{rdf.NewIRI(top)}
	if strings.Contains(key, ":") && rdf.ValidIRI(key) {
		candidates = append(candidates, rdf.NewIRI(key))
	}
	named, inner := map[rdf.Term]bool{}, map[rdf.Term]bool{}
	var order []rdf.Term
	for t := range g.All() {
		if t.O.Kind == rdf.IRI && t.O != t.S {
			inner[t.O] = true
		}
		if t.S.Kind == rdf.IRI && !named[t.S] {
			named[t.S] = true
			order = append(order, t.S)
		}
	}
	for _, t := range order {
		if !inner[t] {
			candidates = append(candidates, t)
		}
	}
	for _, t := range append(candidates, order...) {
		if v, ok := connectors.ReaderOf(r.vocabularies, g, t); ok {
			return t, v, true
		}
	}
	return thing, v, false
}

// rekey files an item under the key that it was sent with: the record gets the
// address that belongs to it, wherever it is named.
func rekey(drafts []schema.Draft, source schema.SourceID, key string) {
	old, oldKey := drafts[0].IRI, drafts[0].Key
	to := schema.Mint(source, drafts[0].Class, key)
	drafts[0].IRI, drafts[0].Key = to, key
	for i := range drafts {
		kept := &rdf.Graph{}
		for t := range drafts[i].Graph.All() {
			if t.O.Value == nameless {
				if t.P.Value != vocab.DCTerms+"identifier" {
					continue
				}
				t.O.Value = key
			}
			if i == 0 && t.S.Value == string(old) && t.P.Value == vocab.DCTerms+"identifier" && t.O.Value == oldKey {
				t.O.Value = key
			}
			t.S, t.O = moved(t.S, old, to), moved(t.O, old, to)
			kept.Add(t)
		}
		drafts[i].Graph = kept
	}
}

// moved puts the record's new address in place of the old one, also before the
// names of its parts.
func moved(t rdf.Term, old, to schema.IRI) rdf.Term {
	if rest, ok := strings.CutPrefix(t.Value, string(old)); ok && t.Kind == rdf.IRI && (rest == "" || rest[0] == '#') {
		t.Value = string(to) + rest
	}
	return t
}
