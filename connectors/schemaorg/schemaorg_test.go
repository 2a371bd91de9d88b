package schemaorg_test

import (
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/schemaorg"
)

func TestCases(t *testing.T) { conntest.Run(t, schemaorg.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, schemaorg.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"pages: 0", "pages: 0 is not between"},
		{"match: '['", `match: "[" is no regular expression`},
		{"classes: [Event, Recipe]", `classes: "Recipe" is none of`},
		{"base: agenda.example", "base: "},
		{"depth: 3", "there is no setting depth; there are: pages, match"},
	} {
		_, err := schemaorg.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		media, head string
		min, max    int
	}{
		{"", `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`, 80, 100},
		{"", `{"@context":"https://schema.org"`, 80, 100},
		{"", `[{"@id":"x","http://schema.org/name":`, 80, 100},
		{"application/ld+json", `{"@context":"https://example.org"`, 50, 70},
		{"text/html", `<!doctype html><script type="application/ld+json">`, 70, 100},
		{"text/html", `<!doctype html><p>`, 1, 40},
		{"text/html", `<!doctype html><p itemscope itemtype="http://schema.org/Event">`, 70, 80},
		{"text/html", `<!doctype html><html vocab='https://schema.org/'>`, 70, 80},
		{"text/html", `<!doctype html><p class="post h-event">`, 70, 80},
		{"text/html", `<!doctype html><p class="events">schema.org`, 1, 40},
		{"", `{"title":"x"}`, 0, 0},
		{"", "BEGIN:VCALENDAR", 0, 0},
		{"", `<?xml version="1.0"?><rss>`, 0, 0},
	} {
		if got := schemaorg.Kind().Sniff("", c.media, []byte(c.head)); got < c.min || got > c.max {
			t.Errorf("Sniff(%q, %q) = %d, want %d to %d", c.media, c.head, got, c.min, c.max)
		}
	}
}
