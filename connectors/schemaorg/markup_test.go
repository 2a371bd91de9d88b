package schemaorg_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/schemaorg"
)

const page = "https://haus.example/programm/"

func TestMarked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, html, want string }{
		{"a cell ends with its table", `<table itemscope itemtype="//schema.org/Event"><tr><td itemprop=name>A<b>B<td>C</table><i itemprop=name>D</i>`,
			`{Event: name=AB}`},
		{"a list's elements end each other", `<ul itemscope itemtype=schema.org/Event><li itemprop=name>A<li>B<li itemprop=description>C</ul>`,
			`{Event: description=C; name=A}`},
		{"a paragraph ends with a block", `<div itemscope itemtype=https://schema.org/Event><p itemprop=name>A<div>B</div></p>C</div>`,
			`{Event: name=A}`},
		{"scripts and styles are no text", `<div itemscope itemtype=https://schema.org/Event><p itemprop=name>A<script>x</script><style>y</style><!-- z -->B`,
			`{Event: name=AB}`},
		{"an end without a beginning says nothing", `<p itemscope itemtype=https://schema.org/Event><b itemprop=name>A</i></div>B</b>`,
			`{Event: name=AB}`},
		{"things that lead to each other", `<p id=a itemscope itemtype=https://schema.org/Event><b itemprop=name>A</b><i id=b itemprop=subEvent itemscope itemref=c></i></p><i id=c itemprop=superEvent itemscope itemref=b></i>`,
			`{Event: name=A; subEvent={: superEvent={: subEvent={: superEvent={: subEvent={: superEvent=}}}}}}`},
		{"a thing with a text alone is called so", `<div itemscope itemtype=https://schema.org/Event><i itemprop=location itemscope itemtype=https://schema.org/Place>Saal</i><i itemprop=name>A</i>`,
			`{Event: location={Place: name=Saal}; name=A}`},
		{"RDFa on nested links", `<div vocab="http://schema.org" typeof="schema:Event"><a property="url" href="a b"><i property="name headline">A</i></a><img property="image" src="../b.jpg"><i property="x:name">X</i>`,
			`{Event: headline=A; image=https://haus.example/b.jpg; name=A; url=https://haus.example/programm/a%20b}`},
		{"RDFa with rel around", `<div prefix="s: https://schema.org/" typeof="s:Event" about="#e"><i property="s:name">A</i><div rel="s:location"><p><i typeof="s:Place"><b property="s:name">B</b></i></p></div><a rel="nofollow s:url" href="/u">u</a>`,
			`{Event: location={Place: name=B}; name=A; url=https://haus.example/u}`},
		{"an event and its vcard", `<p class="vevent"><b class="summary">A</b><i class="dtstart"><i class="value">2026-12-05</i><i class="value">8:15 p.m.</i><i class="value">+0100</i></i><i class="location vcard"><i class="fn">B</i><i class="geo">49.6; 6.1</i></i>`,
			`{Event: location={: geo={GeoCoordinates: latitude=49.6; longitude=6.1}; name=B}; name=A; startDate=2026-12-05T20:15+0100}`},
		{"a name that contains the word is none", `<p class="h-events prevent"><b class="p-name">A</b>`, ""},
	} {
		things, err := schemaorg.Marked(strings.NewReader(c.html), page)
		if got := strings.Join(things, "\n"); err != nil || got != c.want {
			t.Errorf("%s: Marked(%s) = %s, %v, want %s", c.name, c.html, got, err, c.want)
		}
	}
}

// TestMarkedPages reads pages with microdata that a sitemap lists. A page of which
// the data changed is known no more.
func TestMarkedPages(t *testing.T) {
	t.Parallel()
	page := func(title, rest string) string {
		return `<html lang="de"><p>` + rest + `</p><div itemscope itemtype="https://schema.org/Event"><a itemprop="url" href="/e/1"><b itemprop="name">` + title +
			`</b></a><time itemprop="startDate" datetime="2026-12-05">5.</time></div>`
	}
	read := func(text string) connectors.Item {
		srv := site(t, map[string]string{"/s.xml": "<?xml version='1.0'?><urlset><url><loc>/e/1</loc></url></urlset>", "/e/1": text})
		c, err := schemaorg.Kind().Open(nil, webEnv(t, srv.URL+"/s.xml"))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		if len(r.Items) != 1 || r.Err != nil {
			t.Fatalf("%d items, %v, %v, want one", len(r.Items), r.Refusals, r.Err)
		}
		it := r.Items[0]
		it.Raw = bytes.ReplaceAll(it.Raw, []byte(srv.URL), nil)
		return it
	}
	first := read(page("Eins", "a"))
	if again := read(page("Eins", "another text that is no data")); !bytes.Equal(first.Raw, again.Raw) || len(first.Raw) == 0 {
		t.Errorf("the data of a page is not known again: %q, then %q", first.Raw, again.Raw)
	}
	if other := read(page("Zwei", "a")); bytes.Equal(first.Raw, other.Raw) {
		t.Errorf("other data is taken for the same: %q", other.Raw)
	}
}

// FuzzMarked holds that no page makes the readers of markup panic, and that a page
// says the same however it comes in.
func FuzzMarked(f *testing.F) {
	seed(f, "html")
	f.Add(`<a itemscope itemtype="https://schema.org/Event" itemref="a" id="a"><b itemprop="subEvent name" itemscope itemref="a">`)
	f.Add(`<p vocab="http://schema.org/" typeof="Event" rel="subEvent"><i rev="superEvent" typeof=Event resource="_:a"><b property=name about="[x:y]">`)
	f.Add(`<p class="h-event vevent h-card dt-end location"><i class="value dt-start">1pm<i class="value-title geo">`)
	f.Fuzz(func(t *testing.T, s string) {
		whole, err := schemaorg.Marked(strings.NewReader(s), page)
		if err != nil {
			return
		}
		chunked, err := schemaorg.Marked(iotest.OneByteReader(strings.NewReader(s)), page)
		if d := cmp.Diff(whole, chunked); d != "" || err != nil {
			t.Errorf("%q reads otherwise in pieces: %v (-whole +chunked):\n%s", s, err, d)
		}
	})
}
