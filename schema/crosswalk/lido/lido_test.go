package lido_test

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/crosswalk/lido"
	"moselle/schema/dom"
)

// library is a record with those that it embeds.
type library map[schema.IRI]*schema.Node

func (l library) node(iri schema.IRI) *schema.Node { return l[iri] }

func (l library) add(b *schema.Builder) *schema.Node {
	d, _ := b.Draft()
	l[d.IRI] = schema.NewNode(d.Graph, d.IRI, b.Class())
	return l[d.IRI]
}

// embed builds a record and returns its IRI.
func (l library) embed(class, key, _ string, describe func(*schema.Builder)) schema.IRI {
	b := schema.Build("test", class, key)
	if l[b.IRI()] == nil {
		describe(b)
		l.add(b)
	}
	return b.IRI()
}

// read makes records of an element; the work keeps its key.
func read(e *dom.Element) (*schema.Node, library) {
	all := library{}
	b := schema.Build("test", "Work", "w/1")
	lido.Read(b, "moselle:id/work/own", e, lido.Reader{
		Reader: crosswalk.Reader{Lang: "de", Embed: all.embed},
		Work:   func(key string) schema.IRI { return schema.IRI(key) },
	})
	return all.add(b), all
}

func put(b *schema.Builder, values ...string) {
	for i := 0; i < len(values); i += 2 {
		b.Put(values[i], values[i+1])
	}
}

func term(b *schema.Builder, prop, name string) {
	t := b.Part(prop, "DefinedTerm")
	t.Text("name", "de", name)
	t.Text("name", "en", name+" (en)")
	put(t, "termCode", "t-"+name, "sameAs", "http://vocab.getty.edu/aat/300000001")
}

// place embeds a place in a town in a country.
func (l library) place(name string) schema.IRI {
	return l.embed("Place", "https://sws.geonames.org/"+name, "", func(p *schema.Builder) {
		p.Text("name", "de", name)
		p.Text("alternateName", "de", name+" (alt)")
		put(p, "sameAs", "https://sws.geonames.org/"+name)
		g := p.Part("geo", "GeoCoordinates")
		put(g, "latitude", "49.5", "longitude", "6.25")
		a := p.Part("address", "PostalAddress")
		put(a, "addressLocality", "Talstadt", "addressRegion", "Talland", "addressCountry", "LU")
		p.Link("containedInPlace", l.embed("Place", "https://www.wikidata.org/entity/Q1", "", func(t *schema.Builder) {
			t.Text("name", "de", "Talstadt")
			put(t, "sameAs", "http://www.wikidata.org/entity/Q1")
			a := t.Part("address", "PostalAddress")
			put(a, "addressLocality", "Talstadt", "addressRegion", "Talland", "addressCountry", "LU")
		}))
	})
}

func (l library) person(name string) schema.IRI {
	return l.embed("Person", "https://d-nb.info/gnd/"+name, "", func(p *schema.Builder) {
		p.Text("name", "de", name)
		p.Text("alternateName", "de", name+" (alt)")
		put(p, "sameAs", "https://d-nb.info/gnd/"+name, "birthDate", "1850-03", "deathDate", "1921")
		p.Link("birthPlace", l.place("Geburtsort"))
		p.Link("deathPlace", l.place("Sterbeort"))
		term(p, "hasOccupation", "Maler")
	})
}

// full builds a work in which every property has a value that LIDO has room for,
// where it has any.
func full() (*schema.Node, library) {
	all := library{}
	b := schema.Build("test", "Work", "w/1")
	b.Type("Painting")
	for _, prop := range []string{"name", "dateText", "size", "description", "abstract", "text", "creditText", "copyrightNotice", "conditionsOfAccess"} {
		b.Text(prop, "de", prop+" deutsch")
		b.Text(prop, "fr", prop+" français")
	}
	b.Text("provenance", "de", "Erworben: 1901\nRestauriert: 1950")
	b.Text("provenance", "fr", "Acquis : 1901")
	b.Text("alternateName", "de", "Anderer Titel")
	b.Text("keywords", "de", "Winter")
	for _, prop := range []string{"material", "genre", "about", "additionalType"} {
		term(b, prop, prop)
	}
	put(b, "dateCreated", "1905", "temporalCoverage", "1905-01/1905-03", "temporalCoverage", "-0043/..", "temporalCoverage", "Mittelalter", "temporalCoverage", "1914",
		"datePublished", "1906", "usageInfo", "https://creativecommons.org/publicdomain/mark/1.0/", "url", "https://museum.example/w1", "inLanguage", "lb",
		"sameAs", "http://www.wikidata.org/entity/Q2", "sdLicense", "https://creativecommons.org/publicdomain/zero/1.0/", "onView", "true",
		"derivedFrom", "https://museum.example/export", "sdDatePublished", "2026-11-21")
	b.Link("creator", all.person("Anna"))
	b.Link("contributor", all.person("Bert"))
	b.Link("publisher", all.embed("Organization", "verlag", "", func(o *schema.Builder) { o.Text("name", "de", "Verlag") }))
	b.Link("locationCreated", all.place("Atelier"))
	b.Link("contentLocation", all.place("Tal"))
	b.Link("itemLocation", all.place("Saal"))
	museum := all.embed("Organization", "ISIL:LU-1", "", func(o *schema.Builder) {
		o.Text("name", "de", "Museum im Tal")
		put(o, "url", "https://museum.example/")
		id := o.Part("identifier", "PropertyValue")
		put(id, "propertyID", "ISIL", "value", "LU-1")
	})
	b.Link("holdingArchive", museum)
	b.Link("sdPublisher", museum)
	id := b.Part("identifier", "PropertyValue")
	put(id, "propertyID", "Inventarnummer", "value", "T 17")
	put(b.Part("cameraPosition", "GeoCoordinates"), "latitude", "49.5", "longitude", "6.25")
	b.Link("isBasedOn", "moselle:id/work/other")
	b.Link("isPartOf", "moselle:id/work/album")
	b.Link("isPartOf", all.embed("Collection", "moselle:id/collection/tal", "", func(c *schema.Builder) { c.Text("name", "de", "Sammlung Tal") }))
	m := b.Part("associatedMedia", "Media")
	m.Type("ImageObject")
	for _, prop := range []string{"caption", "creditText", "copyrightNotice"} {
		m.Text(prop, "de", prop)
	}
	put(m, "contentUrl", "https://museum.example/1", "thumbnailUrl", "https://museum.example/1s.jpg", "width", "800", "height", "600",
		"license", "https://creativecommons.org/licenses/by/4.0/")
	put(b.Part("associatedMedia", "Media"), "contentUrl", "https://museum.example/manifest", "encodingFormat", "application/ld+json;profile='http://iiif.io/api/presentation/3/context.json'")
	return all.add(b), all
}

// roomless are the properties of works that LIDO has no room for, or that are the
// hub's own.
var roomless = []string{"onView", "cameraPosition", "conditionsOfAccess", "derivedFrom", "sdPublisher", "sdDatePublished"}

// value says a value with all that it leads to, so that records can be compared
// whatever they are called.
func value(v schema.Value, all library, depth int) string {
	n := v.Part
	if n == nil && all[v.Ref] != nil && depth < 4 {
		n = all[v.Ref]
	}
	if n == nil {
		return v.Text + "@" + v.Lang + string(v.Ref)
	}
	out := strings.Join(n.Types, " ") + "{"
	for _, p := range n.Props {
		if p.Name != "sourceIdentifier" || n.Class.Name != "Collection" {
			out += p.Name + "=" + strings.Join(values(p.Values, all, depth+1), "|") + ";"
		}
	}
	return out + "}"
}

func values(vs []schema.Value, all library, depth int) (out []string) {
	for _, v := range vs {
		out = append(out, value(v, all, depth))
	}
	slices.Sort(out)
	return out
}

// TestRoundTrip writes a work and reads it: property by property it says the same.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	want, before := full()
	e := lido.Writer{Record: before.node}.Write(want)
	got, after := read(e)
	if d := cmp.Diff(want.Types, got.Types); d != "" {
		t.Errorf("types (-want +got):\n%s", d)
	}
	for _, p := range want.Class.Properties {
		in, out := values(want.Values(p.Name), before, 0), values(got.Values(p.Name), after, 0)
		switch {
		case len(in) == 0:
			t.Errorf("%s: the work of this test has none", p.Name)
		case slices.Contains(roomless, p.Name):
			if len(out) > 0 {
				t.Errorf("%s = %q, want none: LIDO has no room for it", p.Name, out)
			}
		default:
			if d := cmp.Diff(in, out); d != "" {
				t.Errorf("%s (-want +got):\n%s", p.Name, d)
			}
		}
	}
}

// TestPrint prints LIDO that any parser of XML reads, whatever the texts are.
func TestPrint(t *testing.T) {
	t.Parallel()
	b := schema.Build("test", "Work", "w/1")
	b.Text("name", "de", "<b> & \"Zitat\" \x01")
	n := library{}.add(b)
	out := lido.Print(nil, lido.Writer{Hub: "Der Hub"}.Write(n))
	dec := xml.NewDecoder(strings.NewReader(string(out)))
	for {
		if _, err := dec.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("Print = %s: %v", out, err)
		}
	}
	for _, want := range []string{
		`<lido:lidoRecID lido:type="http://terminology.lido-schema.org/lido00099">moselle:id/work/`,
		`<lido:conceptID lido:type="http://terminology.lido-schema.org/lido00099">https://schema.org/CreativeWork</lido:conceptID>`,
		`xml:lang="de">&lt;b&gt; &amp; &#34;Zitat&#34;</lido:appellationValue>`,
		`<lido:recordID lido:type="http://terminology.lido-schema.org/lido00100">w/1</lido:recordID>`,
		`<lido:recordSource><lido:legalBodyName><lido:appellationValue>Der Hub</lido:appellationValue>`,
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("Print = %s, want it to hold %s", out, want)
		}
	}
	if e := (lido.Writer{}).Write(&schema.Node{Class: schema.ClassNamed("Person")}); e != nil {
		t.Errorf("Write(person) = %v, want none", e)
	}
}
