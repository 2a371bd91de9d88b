package uitdatabank_test

import (
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/uitdatabank"
)

func TestCases(t *testing.T) { conntest.Run(t, uitdatabank.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, uitdatabank.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"pages: 0", "pages: 0 is not between 1 and"},
		{"classes: [Event, Work]", `classes: "Work" is none of Event, Place, Organization`},
		{"states: []", "states: empty"},
		{"states: [DELETED]", `states: "DELETED" is none of`},
		{"zone: Brussel", "zone: "},
		{"depth: 3", "there is no setting depth; there are: classes, states"},
	} {
		_, err := uitdatabank.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		head string
		want int
	}{
		{`{"@id":"https://io.uit.example/event/1","mainLanguage":"nl","calendarType":"single"`, 90},
		{`{"@id":"https://io.uit.example/organizers/1","@context":"/contexts/organizer","completedLanguages":["nl"]`, 90},
		{`{"@id":"http:\/\/uit.example\/event\/1","@context":"\/api\/1.0\/event.jsonld","name":{"nl":"x"}`, 90},
		{`{"@id":"https://uit.example/place/1", "@context": "\/contexts\/place","name":{"nl":"x"}`, 90},
		{`{"@id":"https://a.example/1","@context":"https://a.example/contexts/eventually","calendarType":"x"`, 0},
		{`{"@context":"http://www.w3.org/ns/hydra/context.jsonld","@type":"PagedCollection","itemsPerPage":30`, 75},
		{`<?xml version="1.0"?><event xmlns="http://www.cultuurdatabank.com/XMLSchema/CdbXSD/3.3/FINAL">`, 95},
		{`<?xml version="1.0"?><rss>`, 0},
		{`{"@context":"https://schema.org","@id":"https://a.example/1"`, 0},
		{`{"title":"x"}`, 0},
		{"BEGIN:VCALENDAR", 0},
	} {
		if got := uitdatabank.Kind().Sniff("", "", []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%s) = %d, want %d", c.head, got, c.want)
		}
	}
}
