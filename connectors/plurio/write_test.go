package plurio_test

import (
	"bytes"
	"context"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/plurio"
	"moselle/schema"
	crosswalk "moselle/schema/crosswalk/plurio"
	"moselle/schema/rdf/rdftest"
	wire "moselle/schema/wire/plurio"
)

// records harvests a document and returns all records by their IRIs, and the
// items' own in order.
func records(t *testing.T, name string, doc []byte, settings string) (byIRI map[schema.IRI]*schema.Node, own []*schema.Node) {
	t.Helper()
	env := conntest.Env(t, name)
	lists := env.Open
	env.Open = func(ctx context.Context, location string, since []byte) (*connectors.Body, error) {
		if location != name {
			return lists(ctx, location, since)
		}
		return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(doc))}, nil
	}
	c, err := plurio.Kind().Open(conntest.Settings(t, settings), env)
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), c, nil)
	if r.Err != nil || len(r.Refusals) > 0 {
		t.Fatalf("%s: %v, refused %v", name, r.Err, r.Refusals)
	}
	byIRI = map[schema.IRI]*schema.Node{}
	for _, it := range r.Items {
		for i, d := range it.Drafts {
			n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
			byIRI[d.IRI] = n
			if i == 0 {
				own = append(own, n)
			}
		}
	}
	return byIRI, own
}

// export writes the events of a case as an export.
func export(t *testing.T, folder string) (doc []byte, events []*schema.Node, byIRI map[schema.IRI]*schema.Node) {
	t.Helper()
	input, err := os.ReadFile(filepath.Join("testdata", folder, "input.xml"))
	if err != nil {
		t.Fatal(err)
	}
	settings, _ := os.ReadFile(filepath.Join("testdata", folder, "settings.yaml"))
	byIRI, own := records(t, "input.xml", input, string(settings))
	numbers := map[schema.IRI]int{}
	w := crosswalk.Writer{
		Record: func(iri schema.IRI) *schema.Node { return byIRI[iri] },
		Number: func(n *schema.Node) string {
			if numbers[n.ID] == 0 {
				numbers[n.ID] = len(numbers) + 100
			}
			return string([]byte{byte('0' + numbers[n.ID]/100), byte('0' + numbers[n.ID]/10%10), byte('0' + numbers[n.ID]%10)})
		},
	}
	d := wire.Document{Header: &wire.Header{Version: "1.6", Date: "2026-11-21", Time: "12:00:00", Schema: "http://a.example/x.xsd", Categories: "http://a.example/c", Types: "http://a.example/t"}}
	for _, n := range own {
		if n.Class.Name != "Event" {
			continue
		}
		if e, ok := w.Export(n); ok {
			d.Events = append(d.Events, e)
			events = append(events, n)
		}
	}
	var out bytes.Buffer
	if err := wire.Write(&out, &d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), events, byIRI
}

// TestImportReadsBack writes records as an import, guide and agenda, and holds
// what is read from it to them; without numbers of Plurio.net, as another
// institution would write.
func TestImportReadsBack(t *testing.T) {
	t.Parallel()
	_, events, byIRI := export(t, "import")
	w := crosswalk.Writer{Record: func(iri schema.IRI) *schema.Node { return byIRI[iri] }}
	d := wire.Document{Action: "insert"}
	for _, iri := range slices.Sorted(maps.Keys(byIRI)) {
		switch n := byIRI[iri]; n.Class.Name {
		case "Place":
			if b, ok := w.Building(n); ok {
				d.Buildings = append(d.Buildings, b)
			}
		case "Organization":
			if o, ok := w.Organisation(n); ok {
				d.Organisations = append(d.Organisations, o)
			}
		case "Person":
			d.Persons = append(d.Persons, w.Person(n))
		}
	}
	for _, n := range events {
		e, ok := w.Import(n)
		if !ok {
			t.Fatalf("Import(%s) = false", n.ID)
		}
		d.Events = append(d.Events, e)
	}
	var out bytes.Buffer
	if err := wire.Write(&out, &d); err != nil {
		t.Fatal(err)
	}
	back, _ := records(t, "back.xml", out.Bytes(), "")
	for _, n := range byIRI {
		got := back[n.ID]
		switch {
		case n.Class.Name == "Organization": // whose towns have no number here
			continue
		case got == nil:
			t.Errorf("%s is not read back from\n%s", n.ID, out.Bytes())
			continue
		case n.Class.Name == "Event":
			if d := cmp.Diff(told(n, byIRI), told(got, back)); d != "" {
				t.Errorf("%s, read back (-want +got):\n%s", n.ID, d)
			}
			continue
		}
		for _, prop := range []string{"address", "openingHoursSpecification", "specialOpeningHoursSpecification", "telephone", "url", "birthDate"} {
			if n.Class.Property(prop) == nil {
				continue
			}
			if d := cmp.Diff(parts(n, prop), parts(got, prop)); d != "" {
				t.Errorf("%s.%s, read back (-want +got):\n%s", n.ID, prop, d)
			}
		}
	}
}

// parts returns a property's values, of nodes their literals.
func parts(n *schema.Node, prop string) (out []string) {
	for _, v := range n.Values(prop) {
		s := v.Text
		if v.Part != nil {
			s = ""
			for _, p := range v.Part.Props {
				s += p.Name + "=" + strings.Join(v.Part.Strings(p.Name), " ") + " "
			}
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// TestExportReadsBack holds what is written to what it was written from: names,
// texts, dates, places and who takes part.
func TestExportReadsBack(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"import", "export", "latin", "lists"} {
		doc, events, byIRI := export(t, folder)
		back, own := records(t, "back.xml", doc, "")
		if len(own) != len(events) || len(own) == 0 {
			t.Fatalf("%s: %d events read back, want %d", folder, len(own), len(events))
		}
		for i, n := range events {
			if d := cmp.Diff(told(n, byIRI), told(own[i], back)); d != "" {
				t.Errorf("%s: event %d, read back (-want +got):\n%s", folder, i, d)
			}
		}
	}
}

// told is what an export can say of an event.
func told(n *schema.Node, byIRI map[schema.IRI]*schema.Node) map[string]any {
	out := map[string]any{"pictures": len(n.Nodes("image"))}
	title, _ := n.Title()
	out["name"] = title
	var dates []string
	for _, o := range n.Occurrences() {
		s := o.Start.String() + " " + o.End.String() + " " + o.Name + " " + o.Availability
		dates = append(dates, s)
	}
	out["dates"] = dates
	out["description"] = n.Texts("description")
	for _, prop := range []string{"location", "organizer"} {
		var names []string
		for _, iri := range n.Refs(prop) {
			if to := byIRI[iri]; to != nil {
				s, _ := to.Title()
				names = append(names, s)
			}
		}
		slices.Sort(names)
		out[prop] = names
	}
	return out
}

// TestExportIsValid asks xmllint whether what is written keeps to the schema of
// exports.
func TestExportIsValid(t *testing.T) {
	t.Parallel()
	xsd := rdftest.Data(t, "plurio/schema-export.xsd")
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		rdftest.Absent(t, "xmllint (libxml2-utils), the judge of the XML of Plurio.net")
	}
	for _, folder := range []string{"import", "export", "latin", "lists"} {
		doc, _, _ := export(t, folder)
		path := filepath.Join(t.TempDir(), folder+".xml")
		if err := os.WriteFile(path, doc, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{path, filepath.Join("testdata", "export", "input.xml")} {
			if out, err := exec.CommandContext(t.Context(), lint, "--noout", "--schema", xsd, file).CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s\n%s", folder, err, out, doc)
			}
		}
	}
}
