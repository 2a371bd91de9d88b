package as2_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/crosswalk/as2"
	"moselle/schema/wire/activitypub"
)

const host = "https://hub.example"

// world builds records and finds them again.
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

func (w world) writer() *as2.Writer {
	under := func(part string) func(schema.IRI) string {
		return func(iri schema.IRI) string {
			return host + "/" + part + "/" + strings.ReplaceAll(strings.TrimPrefix(string(iri), schema.Scheme+"id/"), "#", "/")
		}
	}
	return &as2.Writer{Actor: host + "/ap/relay", Followers: host + "/ap/relay/followers", Address: under("ap"), Page: under("page"),
		Tag: func(s string) string { return host + "/tag/" + s }, Linked: func(iri schema.IRI) *schema.Node { return w[iri] }, Langs: []string{"fr", "de"}}
}

// evening builds an event with everything that ActivityStreams has a word for.
func evening(t testing.TB, w world) *schema.Node {
	t.Helper()
	place := schema.Build("src", "Place", "p")
	place.Text("name", "fr", "Maison du Pont")
	a := place.Part("address", "PostalAddress")
	for prop, value := range map[string]string{"streetAddress": "4 quai Haut", "postalCode": "4321", "addressLocality": "Trois-Rives", "addressCountry": "LU"} {
		a.Put(prop, value)
	}
	g := place.Part("geo", "GeoCoordinates")
	g.Put("latitude", "49")
	g.Put("longitude", "6.25")
	w.add(t, place)
	b := schema.Build("src", "Event", "e")
	b.Type("TheaterEvent")
	b.Text("name", "fr", "La nuit du pont")
	b.Text("name", "de", "Die Nacht der Brücke")
	b.Text("description", "fr", "Un conte & trois voix.\n\nDeux actes\nsans pause.")
	b.Text("keywords", "fr", "théâtre")
	b.Text("keywords", "fr", "jeune public")
	b.Put("inLanguage", "fr")
	b.Put("url", "https://pont.example/nuit")
	b.Put("timezone", "Europe/Luxembourg")
	b.Put("eventStatus", "EventRescheduled")
	b.Put("eventAttendanceMode", "OfflineEventAttendanceMode")
	b.Put("isAccessibleForFree", "false")
	b.Put("maximumAttendeeCapacity", "90")
	b.Put("remainingAttendeeCapacity", "7")
	b.Put("previousStartDate", "2027-01-14T20:00:00+01:00")
	b.Put("doorTime", "2027-01-15T19:30:00+01:00")
	b.Link("location", place.IRI())
	b.Part("offers", "Offer").Put("url", "https://billets.example/1")
	m := b.Part("image", "Media")
	m.Type("ImageObject")
	m.Put("contentUrl", "https://pont.example/nuit.png")
	m.Put("encodingFormat", "image/png")
	b.Zone = time.FixedZone("", 3600)
	b.Put("startDate", "2027-01-15T20:00:00+01:00")
	b.Put("endDate", "2027-01-15T22:00:00+01:00")
	return w.add(t, b)
}

// TestRoundTrip writes an event and reads it again: what is said of it is the
// same but for what the form cannot say.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	w := world{}
	n := evening(t, w)
	e, err := w.writer().Event(n, n.Occurrences()[0])
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	o, err := as2.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	back := world{}
	b := schema.Build("src", "Event", "e")
	r := as2.Reader{Lang: "fr", Embed: func(class, key, _ string, describe func(*schema.Builder)) schema.IRI {
		b := schema.Build("src", class, key)
		describe(b)
		back.add(t, b)
		return b.IRI()
	}}
	r.Event(b, o)
	got := said(back.add(t, b))
	want := said(n)
	want["keywords"] = []string{"jeunePublic", "théâtre"} // a hashtag is one word
	delete(want, "location")                              // which has another key
	delete(got, "location")
	delete(got, "derivedFrom")
	delete(got, "additionalType") // what kind it is comes back as Mobilizon's category
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-written +read):\n%s", d)
	}
	place := back[schema.Mint("src", "Place", e.Location.ID)]
	if place == nil {
		t.Fatalf("no place under %s", e.Location.ID)
	}
	if name, _ := place.Title(); name != "Maison du Pont, Trois-Rives" || place.Node("geo").String("latitude") != "49.0" || place.Node("address").String("addressCountry") != "LU" {
		t.Errorf("place = %v", said(place))
	}
}

// TestPlaceAndAccount writes a place and an organization and reads them again.
func TestPlaceAndAccount(t *testing.T) {
	t.Parallel()
	w := world{}
	evening(t, w)
	org := schema.Build("src", "Organization", "o")
	org.Text("name", "fr", "Théâtre du Pont")
	org.Text("description", "fr", "Une scène & une cour.")
	org.Part("logo", "Media").Put("contentUrl", "https://pont.example/logo.svg")
	account := w.writer().Account(w.add(t, org))
	place := w.writer().Place(w[schema.Mint("src", "Place", "p")])
	for _, c := range []struct {
		class string
		from  any
		read  func(r *as2.Reader, b *schema.Builder, o as2.Object)
		want  map[string][]string
	}{
		{"Place", place, func(r *as2.Reader, b *schema.Builder, o as2.Object) { r.Place(b, o) }, map[string][]string{
			"name": {"Maison du Pont, Trois-Rives@fr"}, "url": {place.URL}, "derivedFrom": {place.URL}, "sourceIdentifier": {"k"},
			"address": {`{"addressCountry":["LU"],"addressLocality":["Trois-Rives"],"postalCode":["4321"],"streetAddress":["4 quai Haut"]}`},
			"geo":     {`{"latitude":["49.0"],"longitude":["6.25"]}`}}},
		{"Organization", account, func(r *as2.Reader, b *schema.Builder, o as2.Object) { r.Actor(b, o) }, map[string][]string{
			"name": {"Théâtre du Pont@fr"}, "description": {"Une scène & une cour.@fr"}, "url": {account.URL}, "derivedFrom": {account.ID}, "sameAs": {account.ID},
			"sourceIdentifier": {"k"}, "logo": {`{"contentUrl":["https://pont.example/logo.svg"],"encodingFormat":["image/svg+xml"],"caption":["Théâtre du Pont@fr"]}`}}},
	} {
		text, err := json.Marshal(c.from)
		if err != nil {
			t.Fatal(err)
		}
		o, err := as2.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		b := schema.Build("src", c.class, "k")
		c.read(&as2.Reader{Lang: "fr"}, b, o)
		got := said(world{}.add(t, b))
		for _, list := range []map[string][]string{got, c.want} { // the order of members is nobody's concern
			var m map[string]any
			if len(list["logo"]) > 0 && json.Unmarshal([]byte(list["logo"][0]), &m) == nil {
				sorted, _ := json.Marshal(m)
				list["logo"][0] = string(sorted)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.class, d)
		}
	}
}

// said lists what a record says, parts by what stands in them.
func said(n *schema.Node) map[string][]string {
	out := map[string][]string{}
	for _, p := range n.Props {
		for _, v := range p.Values {
			s := v.Text + string(v.Ref)
			if v.Lang != "" {
				s += "@" + v.Lang
			}
			if v.Part != nil {
				text, _ := json.Marshal(said(v.Part))
				s = string(text)
			}
			if p.Name == "keywords" {
				s = strings.TrimSuffix(s, "@fr")
			}
			out[p.Name] = append(out[p.Name], s)
		}
	}
	return out
}

// TestShape holds what is written to what Mobilizon and Gancio need and to what
// they do not survive.
func TestShape(t *testing.T) {
	t.Parallel()
	w := world{}
	full := evening(t, w)
	bare := schema.Build("src", "Event", "bare")
	bare.Text("name", "de", "Io")
	bare.Put("startDate", "2027-06-01")
	bare.Put("endDate", "2027-06-03")
	bare.Put("eventStatus", "EventPostponed")
	long := schema.Build("src", "Event", "long")
	long.Text("name", "fr", strings.Repeat("très ", 60)+"long")
	long.Put("startDate", "2027-06-01T10:00:00+02:00")
	long.Part("virtualLocation", "VirtualLocation").Put("url", "https://direct.example/1")
	many := schema.Build("src", "Event", "many")
	many.Text("name", "fr", "Deux soirs")
	day := func(d int) schema.Moment { return schema.Moment{Time: time.Date(2027, 6, d, 18, 0, 0, 0, time.UTC)} }
	many.Occurrences([]schema.Occurrence{{Start: day(1)}, {Start: day(2), Status: "EventCancelled"}})
	var written []*as2.Event
	for _, n := range []*schema.Node{full, w.add(t, bare), w.add(t, long), w.add(t, many)} {
		for _, date := range n.Occurrences() {
			e, err := w.writer().Event(n, date)
			if err != nil {
				t.Fatal(err)
			}
			written = append(written, e)
			checkShape(t, e)
		}
	}
	var got []string
	for _, e := range written {
		got = append(got, strings.Join([]string{strings.TrimPrefix(e.StartTime, "2027-"), strings.TrimPrefix(e.EndTime, "2027-"), e.Status, e.EventStatus, e.Category}, " "))
	}
	want := []string{
		"01-15T20:00:00+01:00 01-15T22:00:00+01:00 CONFIRMED EventRescheduled THEATRE",
		"06-01T00:00:00Z 06-03T23:59:59Z TENTATIVE EventPostponed ",
		"06-01T08:00:00Z  CONFIRMED EventScheduled ",
		"06-01T18:00:00Z  CONFIRMED EventScheduled ",
		"06-02T18:00:00Z  CANCELLED EventCancelled ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if written[3].ID == written[4].ID {
		t.Errorf("two dates have one address, %s", written[3].ID)
	}
}

func checkShape(t *testing.T, e *as2.Event) {
	t.Helper()
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var o map[string]any
	if err := json.Unmarshal(text, &o); err != nil {
		t.Fatal(err)
	}
	fail := func(why string) { t.Errorf("%s: %s\n%s", e.Name, why, text) }
	if name, _ := o["name"].(string); len([]rune(name)) < 3 || len([]rune(name)) > 200 {
		fail("the name is not of 3 to 200 characters")
	}
	if _, ok := o["content"].(string); !ok {
		fail("the content is no text")
	}
	list, ok := o["attachment"].([]any)
	if !ok {
		fail("attachment is no list")
	}
	for i, v := range list {
		a, _ := v.(map[string]any)
		name, _ := a["name"].(string)
		if media, _ := a["mediaType"].(string); name == "" || media == "" {
			fail("an attachment without a name or a media type")
		}
		if a["type"] == "Document" && i > 0 && list[0].(map[string]any)["type"] != "Document" {
			fail("a picture is not the first attachment")
		}
	}
	tags, ok := o["tag"].([]any)
	if !ok {
		fail("tag is no list")
	}
	for _, v := range tags {
		if name, _ := v.(map[string]any)["name"].(string); !strings.HasPrefix(name, "#") || strings.Contains(name, " ") {
			fail("a tag that is no hashtag")
		}
	}
	if at, there := o["location"]; there {
		p, ok := at.(map[string]any)
		if name, _ := p["name"].(string); !ok || name == "" || p["address"] == nil {
			fail("the place is not one object with a name and an address")
		}
	}
	for _, member := range []string{"id", "actor", "attributedTo"} {
		if s, _ := o[member].(string); !activitypub.SameHost(s, host) {
			fail(member + " is not of one server with the others")
		}
	}
	if e.Location != nil && e.Location.Latitude != nil && !strings.Contains(string(text), `"latitude":49.0`) {
		fail("a coordinate without a point")
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{`{"name":`, "the text breaks off in the middle"},
		{`{"name":}`, "this is no JSON from character 9 on: a comma, a bracket or a quotation mark is missing or too much"},
		{`[]`, "an object in braces is expected"},
		{strings.Repeat(`{"a":`, 60) + "1" + strings.Repeat("}", 60), "objects and lists nest more than 40 deep"},
	} {
		if _, err := as2.Parse([]byte(c.in)); err == nil || err.Error() != c.want {
			t.Errorf("Parse(%.20q) = %v, want %s", c.in, err, c.want)
		}
	}
	o, err := as2.Parse([]byte(`{"@id":"https://a.example/1","@type":["schema:MusicEvent","as:Event"],"as:name":{"@value":"x","@language":"de"},"sc:location":"y"}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := o.ID() + " " + o.Type() + " " + o.Text("name") + " " + o.Text("location"); got != "https://a.example/1 Event x y" || !o.IsEvent() {
		t.Errorf("Parse with prefixes = %s", got)
	}
}
