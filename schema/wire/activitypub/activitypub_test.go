package activitypub_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/wire/activitypub"
)

func TestFinger(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"@relay@Agenda.example":       "https://agenda.example/.well-known/webfinger?resource=acct%3Arelay%40agenda.example",
		"@a.b_c@agenda.example:8443":  "https://agenda.example:8443/.well-known/webfinger?resource=acct%3Aa.b_c%40agenda.example%3A8443",
		"@relay@127.0.0.1:8080":       "http://127.0.0.1:8080/.well-known/webfinger?resource=acct%3Arelay%40127.0.0.1%3A8080",
		"@relay@[::1]:8080":           "http://[::1]:8080/.well-known/webfinger?resource=acct%3Arelay%40%5B%3A%3A1%5D%3A8080",
		"relay@agenda.example":        "",
		"@relay":                      "",
		"@relay@agenda.example/x":     "",
		"@re lay@agenda.example":      "",
		"https://agenda.example/@rel": "",
	} {
		if got, ok := activitypub.Finger(in); got != want || ok != (want != "") {
			t.Errorf("Finger(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestSameHost(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"https://a.example/1", "https://A.example/2", true},
		{"https://a.example/1", "https://a.example:8443/1", false},
		{"https://a.example/1", "https://a.example.b.example/1", false},
		{"https://a.example@b.example/1", "https://a.example/1", false},
		{"", "", false},
		{"a", "a", false},
	} {
		if got := activitypub.SameHost(c.a, c.b); got != c.want {
			t.Errorf("SameHost(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestParseActivity(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want activitypub.Activity
	}{
		{`{"id":"i","type":"Create","actor":{"id":"a"},"object":{"id":"o"},"to":"x","cc":["y",{"id":"z"},null],"published":"p"}`,
			activitypub.Activity{ID: "i", Type: "Create", Actor: "a", Object: "o", Inner: []byte(`{"id":"o"}`), Whole: &activitypub.Activity{ID: "o"}, To: []string{"x"}, CC: []string{"y", "z"}, Published: "p"}},
		{`{"@id":"i","@type":["x:Y","as:Delete"],"actor":["a","b"],"object":"o"}`, activitypub.Activity{ID: "i", Type: "Delete", Actor: "a", Object: "o"}},
		{`{"type":5,"id":[],"actor":null,"object":[{"id":"o"}],"published":{}}`, activitypub.Activity{Object: "o", Inner: []byte(`{"id":"o"}`), Whole: &activitypub.Activity{ID: "o"}}},
	} {
		got, err := activitypub.ParseActivity([]byte(c.in))
		if err != nil {
			t.Errorf("ParseActivity(%s) = %v", c.in, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("ParseActivity(%s) (-want +got):\n%s", c.in, d)
		}
	}
	for in, want := range map[string]string{
		`[]`:         "an object in braces is expected",
		`{"id":"i"`:  "the text breaks off in the middle",
		`{"id" "i"}`: "this is no JSON from character 7 on: a comma, a bracket or a quotation mark is missing or too much",
	} {
		if _, err := activitypub.ParseActivity([]byte(in)); err == nil || err.Error() != want {
			t.Errorf("ParseActivity(%s) = %v, want %s", in, err, want)
		}
	}
}

func TestParseCollection(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]activitypub.Collection{
		`{"id":"o","type":"OrderedCollection","totalItems":3,"first":"p1"}`: {Type: "OrderedCollection", First: "p1"},
		`{"type":"OrderedCollection","first":{"id":"p1","next":"p2"}}`:      {Type: "OrderedCollection", First: "p1", Page: []byte(`{"id":"p1","next":"p2"}`)},
		`{"type":"CollectionPage","items":[],"next":{"id":"p2"}}`:           {Type: "CollectionPage", Items: "items", Next: "p2"},
		`{"type":"OrderedCollectionPage","orderedItems":[1],"items":[2]}`:   {Type: "OrderedCollectionPage", Items: "orderedItems"},
	} {
		got, err := activitypub.ParseCollection([]byte(in))
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Errorf("ParseCollection(%s): %v (-want +got):\n%s", in, err, d)
		}
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	finger, ok := activitypub.ParseLinks([]byte(`{"subject":"acct:a@b.example","links":[{"rel":"self","type":"text/html","href":"1"},
		{"rel":"self","type":"application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"","href":"2"}]}`))
	if !ok || finger.Self() != "2" {
		t.Errorf("Self() = %q, want 2", finger.Self())
	}
	node, ok := activitypub.ParseLinks([]byte(`{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"21"},
		{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"20"},{"rel":"https://www.w3.org/ns/activitystreams#Application","href":"app"}]}`))
	if !ok || node.Description() != "21" || node.Application() != "app" {
		t.Errorf("Description() = %q, Application() = %q, want 21 and app", node.Description(), node.Application())
	}
	if _, ok := activitypub.ParseLinks([]byte(`{"links":5}`)); ok {
		t.Error("a number is taken for a list of links")
	}
	if info, ok := activitypub.ParseNodeInfo([]byte(`{"software":{"name":"x"},"protocols":["activitypub"]}`)); !ok || info.Software.Name != "x" {
		t.Errorf("ParseNodeInfo = %v, %v", info, ok)
	}
}

// FuzzParse holds that no document makes a parser panic, and that an address that
// is found stands in it.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":"i","type":["Create"],"actor":{"id":"a"},"object":[{"id":"o"}],"to":"x"}`))
	f.Add([]byte(`{"type":"OrderedCollection","first":{"next":"p2"},"totalItems":1e400}`))
	f.Add([]byte(`{"links":[{"rel":"self"}],"software":{"name":"x"},"protocols":[]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := activitypub.ParseActivity(text)
		if err != nil && (a.ID != "" || a.Inner != nil) {
			t.Errorf("an error and %v", a)
		}
		if c, err := activitypub.ParseCollection(text); err == nil && c.Page != nil && c.Page[0] != '{' {
			t.Errorf("a page that is no object: %s", c.Page)
		}
		if l, ok := activitypub.ParseLinks(text); ok && len(l.Links) == 0 {
			t.Error("a list without links")
		}
		activitypub.ParseNodeInfo(text)
		if _, err := activitypub.ParseActor(text); err != nil && err.Error() == "" {
			t.Error("an error without a word")
		}
	})
}
