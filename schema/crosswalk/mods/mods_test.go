package mods_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/crosswalk/mods"
)

// read returns a work and, by property, the keys of what it links to.
func read(t *testing.T, d *mods.Description) (*schema.Node, map[string][]string) {
	t.Helper()
	links := map[string][]string{}
	b := schema.Build("test", "Work", "k")
	mods.Read(b, "k", d, crosswalk.Reader{Lang: "de", License: "https://creativecommons.org/publicdomain/zero/1.0/", Embed: func(class, key, path string, describe func(*schema.Builder)) schema.IRI {
		e := schema.Build("test", class, key)
		describe(e)
		links[path] = append(links[path], class+" "+key)
		return e.IRI()
	}})
	draft, _ := b.Draft()
	return schema.NewNode(draft.Graph, draft.IRI, b.Class()), links
}

func TestNames(t *testing.T) {
	t.Parallel()
	_, got := read(t, &mods.Description{Names: []mods.Name{
		{Kind: "personal", Text: "Weiler, Anna", Dates: "1871-1940", Roles: []string{"pht"}},
		{Kind: "personal", Text: "Muster, M.", IRI: "http://d-nb.info/gnd/1"},
		{Kind: "corporate", Text: "Sonne", Roles: []string{"publisher"}},
		{Text: "Museum am Fluss", Roles: []string{"own"}},
		{Kind: "personal", Text: "Ohne, O.", Roles: []string{"edt"}},
		{Text: "unbekannt"},
	}})
	want := map[string][]string{"creator": {"Person weiler anna", "Person https://d-nb.info/gnd/1"}, "publisher": {"Organization sonne"},
		"holdingArchive": {"Organization museum am fluss"}, "contributor": {"Person ohne o"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("names (-want +got):\n%s", d)
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		dates                              []mods.Date
		created, published, coverage, text string
	}{
		{[]mods.Date{{Element: "dateCreated", Text: "1888"}}, "1888", "", "", ""},
		{[]mods.Date{{Element: "dateCreated", Text: "1888", Vague: true}}, "", "", "1888", ""},
		{[]mods.Date{{Element: "dateCreated", Point: "start", Text: "1888"}, {Element: "dateCreated", Point: "end", Text: "1890"}}, "", "", "1888/1890", ""},
		{[]mods.Date{{Element: "dateCreated", Point: "start", Text: "1888"}}, "", "", "1888/..", ""},
		{[]mods.Date{{Element: "dateIssued", Text: "1903-05"}, {Element: "copyrightDate", Text: "1904"}}, "", "1903-05", "", ""},
		{[]mods.Date{{Element: "dateCreated", Text: "um 1890"}}, "", "", "", "um 1890"},
		{[]mods.Date{{Element: "dateOther", Text: "1890"}}, "", "", "", ""},
	} {
		n, _ := read(t, &mods.Description{Dates: c.dates})
		text, _ := n.Text("dateText")
		if got := []string{n.String("dateCreated"), n.String("datePublished"), n.String("temporalCoverage"), text}; !slices.Equal(got, []string{c.created, c.published, c.coverage, c.text}) {
			t.Errorf("dates %v are %q", c.dates, got)
		}
	}
}

// TestFiles tells pages, files and previews apart.
func TestFiles(t *testing.T) {
	t.Parallel()
	n, _ := read(t, &mods.Description{
		Titles: []mods.Title{{Kind: "uniform", Text: "Einheit"}},
		URLs:   []mods.URL{{Address: "https://a.example/1"}, {Address: "https://a.example/p", Primary: true}, {Address: "https://a.example/s.jpg", Access: "preview"}},
	})
	m := n.Node("associatedMedia")
	if n.String("url") != "https://a.example/p" || m == nil || m.String("contentUrl") != "https://a.example/s.jpg" || m.String("license") != "https://creativecommons.org/publicdomain/zero/1.0/" {
		t.Errorf("a record with a preview alone gives %v", n)
	}
	if name, _ := n.Title(); name != "Einheit" {
		t.Errorf("without a title the name is %q, want the uniform one", name)
	}
}
