package iiif_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/crosswalk/iiif"
	wire "moselle/schema/wire/iiif"
)

// world is a set of records by their IRI.
type world map[schema.IRI]*schema.Node

func (w world) add(t testing.TB, b *schema.Builder) *schema.Node {
	t.Helper()
	d, faults := b.Draft()
	if refused := schema.Refused(faults); refused != nil {
		t.Fatalf("%s: %v", d.IRI, refused)
	}
	n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
	w[d.IRI] = n
	return n
}

func (w world) writer() *iiif.Writer {
	at := func(kind string) func(schema.IRI) string {
		return func(iri schema.IRI) string {
			return "https://hub.example/" + kind + strings.TrimPrefix(string(iri), "moselle:id")
		}
	}
	return &iiif.Writer{Document: at("iiif"), Page: at("page"), Data: at("data"), Linked: func(iri schema.IRI) *schema.Node { return w[iri] }}
}

// read reads a document as a hub does, into records of its own.
func read(t testing.TB, document any) (*schema.Node, world) {
	t.Helper()
	text, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	o, note, err := wire.Parse(text)
	if err != nil || note != "" {
		t.Fatalf("Parse(%s) = %q, %v", text, note, err)
	}
	into := world{}
	reader := &iiif.Reader{Media: 50, Others: true, Embed: func(class, key, _ string, describe func(*schema.Builder)) schema.IRI {
		b := schema.Build("other", class, key)
		describe(b)
		into.add(t, b)
		return b.IRI()
	}}
	class, fill := "Work", reader.Work
	if o.Kind() == wire.KindCollection {
		class, fill = "Collection", reader.Collection
	}
	b := schema.Build("other", class, o.ID())
	if !fill(b, iiif.Document{Object: o, Key: o.ID(), At: o.ID()}) {
		t.Fatalf("%s has no name", text)
	}
	return into.add(t, b), into
}

// says is what a record says of a property, records that it leads to and parts by
// what they say, in an order of its own.
func says(n *schema.Node, prop string, w world) (out []string) {
	for _, v := range n.Values(prop) {
		switch to := w[v.Ref]; {
		case v.Part != nil:
			out = append(out, all(v.Part, w, nil))
		case to != nil:
			out = append(out, all(to, w, []string{"sourceIdentifier", "derivedFrom"}))
		case v.Ref != "":
			out = append(out, string(v.Ref))
		default:
			out = append(out, v.Text+"@"+v.Lang)
		}
	}
	slices.Sort(out)
	return out
}

func all(n *schema.Node, w world, but []string) string {
	lines := []string{strings.Join(n.Types, " ")}
	for _, p := range n.Props {
		if !slices.Contains(but, p.Name) {
			lines = append(lines, p.Name+": "+strings.Join(says(n, p.Name, w), " | "))
		}
	}
	return strings.Join(lines, "\n")
}

// compare holds what is read to what was written, but for some properties.
func compare(t *testing.T, want, got *schema.Node, before, after world, but ...string) {
	t.Helper()
	for _, p := range want.Class.Properties {
		if slices.Contains(but, p.Name) {
			continue
		}
		if d := cmp.Diff(says(want, p.Name, before), says(got, p.Name, after)); d != "" {
			t.Errorf("%s %s, written and read again (-want +got):\n%s", want.Class.Name, p.Name, d)
		}
	}
}
