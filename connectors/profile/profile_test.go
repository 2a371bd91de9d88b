package profile_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/profile"
	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/vocab"
)

const origin = "https://hub.rivers.example"

// example returns the example of a class as a hub at origin publishes it.
func example(t testing.TB, c *schema.Class) (g *rdf.Graph, thing rdf.Term) {
	t.Helper()
	doc := derive.Example(c, origin)
	g = &rdf.Graph{}
	for q, err := range (jsonld.Reader{Contexts: derive.Contexts(doc)}).Decode(bytes.NewReader(doc), origin) {
		if err != nil {
			t.Fatal(err)
		}
		g.Add(q.Triple)
	}
	for s := range g.All() {
		if s.P.Value == vocab.Schema+"sdDatePublished" {
			return g, s.S
		}
	}
	t.Fatalf("no record in %s", doc)
	return nil, rdf.Term{}
}

func read(t testing.TB, g *rdf.Graph, thing rdf.Term) (connectors.Item, error) {
	return profile.Vocabulary().Open(conntest.Env(t, "x"))(g, thing, "here")
}

// TestRoundTrip reads back what a hub says of the example of every class, in
// every format: what it says is said again, of our own record and with links to
// our own copies; beside it stands where it comes from and nothing else.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	back := ours(t)
	for _, c := range schema.Classes {
		for _, f := range formats.All() {
			t.Run(c.Name+" "+f.Name, func(t *testing.T) {
				t.Parallel()
				g, thing := example(t, c)
				if sure := profile.Vocabulary().Thing(g, thing); sure != 99 {
					t.Errorf("Thing = %d, want 99", sure)
				}
				var doc bytes.Buffer
				if err := f.Encode(&doc, g); err != nil {
					t.Fatal(err)
				}
				again := &rdf.Graph{}
				for q, err := range f.Decode(&doc, origin) {
					if err != nil {
						t.Fatal(err)
					}
					again.Add(q.Triple)
				}
				it, err := read(t, again, thing)
				if err != nil {
					t.Fatal(err)
				}
				if it.Key != thing.Value || len(it.Drafts) != 1 || it.Drafts[0].Class != c.Name {
					t.Fatalf("item %s with %d records, want %s with one %s", it.Key, len(it.Drafts), thing.Value, c.Name)
				}
				for _, f := range it.Faults {
					if !f.Missing() {
						t.Errorf("warning %s", f)
					}
				}
				if d := cmp.Diff(facts(g, c, thing.Value, asIs), facts(it.Drafts[0].Graph, c, string(it.Drafts[0].IRI), back)); d != "" {
					t.Errorf("facts (-served +read):\n%s", d)
				}
			})
		}
	}
}

func asIs(iri string) string { return iri }

// ours leads the IRIs that we mint for the examples' records back to those of
// the origin.
func ours(t *testing.T) func(string) string {
	back := map[string]string{}
	for _, c := range schema.Classes {
		_, thing := example(t, c)
		back[string(schema.Mint("test", c.Name, thing.Value))] = thing.Value
	}
	return func(iri string) string {
		doc, fragment, part := strings.Cut(iri, "#")
		if was, ok := back[doc]; ok {
			if iri = was; part {
				iri += "#" + fragment
			}
		}
		return iri
	}
}

// facts tells a record in lines that do not depend on how its parts are called,
// without what says where the record comes from and when it was stamped.
func facts(g *rdf.Graph, c *schema.Class, iri string, name func(string) string) []string {
	var lines []string
	var tell func(n *schema.Node, path string)
	tell = func(n *schema.Node, path string) {
		for _, typ := range n.Types {
			lines = append(lines, path+"type "+typ)
		}
		for _, p := range n.Props {
			for _, v := range p.Values {
				ref := name(string(v.Ref))
				at := path + p.Name + " "
				switch {
				case p.Name == "sdDatePublished" || p.Name == "derivedFrom", path == "" && ref == name(iri),
					p.Name == "sourceIdentifier" && v.Text == name(iri):
				case v.Part != nil:
					of := v.Part.String("startDate") + v.Part.String("name") + v.Part.String("contentUrl")
					tell(v.Part, path+p.Name+"["+of+"]/")
				case v.Ref != "":
					lines = append(lines, at+ref)
				default:
					lines = append(lines, at+v.Text+" "+v.Lang+v.Datatype)
				}
			}
		}
	}
	tell(schema.NewNode(g, schema.IRI(iri), c), "")
	slices.Sort(lines)
	return lines
}
