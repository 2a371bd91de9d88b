package dc_test

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/crosswalk/dc"
)

// library is a record with those that it embeds.
type library map[schema.IRI]*schema.Node

func (l library) node(iri schema.IRI) *schema.Node { return l[iri] }

// read makes records of statements; the first fault that is no missing value.
func read(t testing.TB, statements []dc.Statement) (*schema.Node, library) {
	t.Helper()
	all := library{}
	b := schema.Build("test", dc.Class(statements), "oai:x:1")
	embed := func(class, key, _ string, describe func(*schema.Builder)) schema.IRI {
		e := schema.Build("test", class, key)
		describe(e)
		all.add(e)
		return e.IRI()
	}
	dc.Read(b, "oai:x:1", statements, crosswalk.Reader{Lang: "de", Embed: embed})
	return all.add(b), all
}

func (l library) add(b *schema.Builder) *schema.Node {
	d, _ := b.Draft()
	l[d.IRI] = schema.NewNode(d.Graph, d.IRI, b.Class())
	return l[d.IRI]
}

var work = []dc.Statement{
	{"title", "de", "Die alte Brücke"}, {"title", "fr", "Le vieux pont"},
	{"creator", "de", "Weiler, Anna"},
	{"subject", "de", "Brücken"}, {"subject", "de", "Winter"},
	{"description", "de", "Blick vom Ufer."},
	{"publisher", "de", "Archiv der drei Flüsse"},
	{"contributor", "de", "Atelier Sonnental"},
	{"date", "", "1905"},
	{"type", "", "StillImage"}, {"type", "de", "Fotografie"},
	{"format", "", "image/jpeg"}, {"format", "de", "13 x 18 cm"}, {"format", "de", "Glas"},
	{"identifier", "", "https://hub.example/id/work/1"}, {"identifier", "", "https://archiv.example/1"}, {"identifier", "", "https://doi.org/10.99999/1"}, {"identifier", "", "F 1905"}, {"identifier", "", "oai:x:1"},
	{"source", "de", "Album Weiler"},
	{"language", "", "de"},
	{"coverage", "de", "Altbrück"}, {"coverage", "", "1900/1910"},
	{"rights", "", "https://creativecommons.org/licenses/by/4.0/"}, {"rights", "de", "Mit Nennung"},
}

type sorted []dc.Statement

// unordered compares statements as sets, as a record does not order its values; the
// page of the hub has to be the first identifier all the same.
var unordered = cmp.Transformer("sorted", func(s []dc.Statement) sorted {
	s = slices.Clone(s)
	first := slices.IndexFunc(s, func(s dc.Statement) bool { return s.Term == "identifier" })
	if first >= 0 {
		s[first].Term = "first identifier"
	}
	slices.SortFunc(s, func(a, b dc.Statement) int { return strings.Compare(a.Term+a.Lang+a.Value, b.Term+b.Lang+b.Value) })
	return s
})

// TestRoundTrip writes what was read and gets the same statements, with the hub's
// page before them.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	in := append(slices.Clone(work), dc.Statement{Term: "identifier", Value: "https://archiv.example/1.jpg"})
	in = slices.DeleteFunc(in, func(s dc.Statement) bool {
		return s.Value == "https://hub.example/id/work/1" || s.Value == "StillImage"
	})
	n, all := read(t, in)
	if d := cmp.Diff(work, dc.Write(n, all.node, "https://hub.example/id/work/1"), unordered); d != "" {
		t.Errorf("Write(Read(s)) (-want +got):\n%s", d)
	}
}

// TestEvent reads and writes an event.
func TestEvent(t *testing.T) {
	t.Parallel()
	n, all := read(t, []dc.Statement{{"title", "fr", "Nuit"}, {"type", "", "Event"}, {"date", "", "2026-12-05/2026-12-06"}, {"creator", "fr", "Scène"}, {"coverage", "fr", "Salle"}, {"coverage", "", "Altbrück"}})
	if n.Class.Name != "Event" || n.String("startDate") != "2026-12-05" || n.String("endDate") != "2026-12-06" || len(n.Refs("location")) != 2 {
		t.Errorf("Read gives %v", n)
	}
	want := []dc.Statement{{"title", "fr", "Nuit"}, {"creator", "fr", "Scène"}, {"date", "", "2026-12-05/2026-12-06"}, {"type", "", "Event"}, {"type", "de", "Event"},
		{"identifier", "", "http://purl.org/dc/dcmitype/Event"}, {"identifier", "", "oai:x:1"}, {"coverage", "fr", "Salle"}, {"coverage", "de", "Altbrück"}}
	want = slices.DeleteFunc(want, func(s dc.Statement) bool { return strings.Contains(s.Value, "dcmitype") })
	if d := cmp.Diff(want, dc.Write(n, all.node, ""), unordered); d != "" {
		t.Errorf("Write (-want +got):\n%s", d)
	}
}

// TestDates tells machine's stamps, dates and words apart.
func TestDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		dates                   []string
		created, coverage, text string
	}{
		{[]string{"2013-10-07T21:10:48Z", "2013-10-07T21:10:48Z", "1921-05"}, "1921-05", "", ""},
		{[]string{"2013-10-07T21:10:48Z"}, "2013-10-07", "", ""},
		{[]string{"1850-1921"}, "", "1850/1921", "1850-1921"},
		{[]string{"1850/1921"}, "", "1850/1921", "1850/1921"},
		{[]string{"-0043"}, "-0043", "", ""},
		{[]string{"21.11.1926"}, "1926-11-21", "", ""},
		{[]string{"[1890]"}, "1890", "", ""},
		{[]string{"um 1890"}, "", "", "um 1890"},
		{[]string{"1927-02-31"}, "", "", "1927-02-31"},
		{[]string{"1921-1850"}, "", "", "1921-1850"},
	} {
		in := []dc.Statement{{"title", "", "x"}}
		for _, d := range c.dates {
			in = append(in, dc.Statement{Term: "date", Value: d})
		}
		n, _ := read(t, in)
		text, _ := n.Text("dateText")
		if n.String("dateCreated") != c.created || n.String("temporalCoverage") != c.coverage || text != c.text {
			t.Errorf("dates %q are %q, %q, %q, want %q, %q, %q", c.dates, n.String("dateCreated"), n.String("temporalCoverage"), text, c.created, c.coverage, c.text)
		}
	}
}

// TestStamps leaves out when a repository took something in, where it says when that
// was made or published.
func TestStamps(t *testing.T) {
	t.Parallel()
	n, _ := read(t, []dc.Statement{{"title", "", "x"}, {"created", "", "2010-04-12T10:00:00Z"}, {"available", "", "2010-04-12T10:00:00Z"}, {"issued", "", "1905"}})
	if n.String("dateCreated") != "" || n.String("datePublished") != "1905" {
		t.Errorf("made %q and published %q, want 1905 published alone", n.String("dateCreated"), n.String("datePublished"))
	}
}

// TestPrint prints XML whatever stands in it.
func TestPrint(t *testing.T) {
	t.Parallel()
	out := dc.Print(nil, []dc.Statement{{"title", "de", "<b> & \x01"}})
	if err := xml.Unmarshal(out, &struct{}{}); err != nil || !strings.Contains(string(out), `<dc:title xml:lang="de">&lt;b&gt; &amp; `+"\uFFFD</dc:title>") {
		t.Errorf("Print = %s, %v", out, err)
	}
}
