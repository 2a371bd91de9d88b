package activitypub_test

import (
	"strings"
	"testing"

	"moselle/connectors/activitypub"
	"moselle/connectors/conntest"
)

func TestCases(t *testing.T) { conntest.Run(t, activitypub.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, activitypub.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"pages: 0", "pages: 0 is not between 1 and 10000"},
		{"full: -1", "full: -1 is not between 0 and 365"},
		{"visibility: [everybody]", `visibility: "everybody" is none of public, unlisted, restricted`},
		{"hosts: ['https://gancio.example/']", `hosts: "https://gancio.example/" is no name of a server`},
		{"follow: true", "there is no setting follow; there are: pages, full, hosts"},
	} {
		_, err := activitypub.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		media, head string
		want        int
	}{
		{"", `{"@context":"https://www.w3.org/ns/activitystreams","type":"Create"}`, 92},
		{"", `{"type":"Create","to":["https://www.w3.org/ns/activitystreams#Public"]}`, 92},
		{"application/activity+json", `{"type":"Event"}`, 92},
		{"", `{"@context":["http://iiif.io/api/discovery/1/context.json","https://www.w3.org/ns/activitystreams"]}`, 0},
		{"", `{"subject":"acct:a@b.example","links":[]}`, 85},
		{"", `{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1"}]}`, 85},
		{"", `<?xml version="1.0"?><XRD><Link rel="lrdd" template="https://a.example/{uri}"/></XRD>`, 85},
		{"", `{"@context":"https://schema.org","@type":"Event"}`, 0},
		{"", `{"type":"Event","name":"x"}`, 0},
		{"", "activitystreams", 0},
	} {
		if got := activitypub.Kind().Sniff("", c.media, []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%q, %q) = %d, want %d", c.media, c.head, got, c.want)
		}
	}
}
