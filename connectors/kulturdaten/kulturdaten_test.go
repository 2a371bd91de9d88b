package kulturdaten_test

import (
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/kulturdaten"
)

func TestCases(t *testing.T) { conntest.Run(t, kulturdaten.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, kulturdaten.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"pages: 0", "pages: 0 is not between 1 and 10000"},
		{"lookups: -1", "lookups: -1 is not between 0 and 20000"},
		{"states: [published, hidden]", `states: "hidden" is none of published, unpublished, archived`},
		{"thing: user", `thing: "user" is none of event, attraction, location, organization, tag`},
		{"with: [" + strings.Repeat("a.json, ", 21) + "]", "with: 21 lists are more than 20"},
		{"page: 2", "there is no setting page; there are: with, lookups"},
	} {
		_, err := kulturdaten.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		location, head string
		want           int
	}{
		{"", `[{"type": "type.Event", "identifier": "E_1"`, 90},
		{"", `{"success": true, "data": {"tags": [{"type": "type.Tag"`, 90},
		{"", `[{"title": {"de": "x"}, "inLanguages": ["de"], "borough": "Mitte", "metadata": {"originObjectID": "1"}`, 80},
		{"", `[{"title": {"de": "x"}, "inLanguages": ["de"], "metadata": {"originObjectID": "1"}`, 55},
		{"https://api.kulturdaten.berlin/api/events", `{"success": true`, 95},
		{"https://kulturdaten.berlin.example/api/events", `{"success": true`, 0},
		{"https://api.kulturdaten.berlin/api/events", `<html>`, 0},
		{"", `{"@context": "https://schema.org", "type": "type.Event"}`, 0},
		{"", `[{"type": "User", "password": "x"}]`, 0},
		{"", `{"uid": 1, "title": "x", "borough": "Mitte"}`, 0},
	} {
		if got := kulturdaten.Kind().Sniff(c.location, "", []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%q, %q) = %d, want %d", c.location, c.head, got, c.want)
		}
	}
}
