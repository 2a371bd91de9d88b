package linkedart_test

import (
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/linkedart"
)

func TestCases(t *testing.T) { conntest.Run(t, linkedart.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, linkedart.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"records: 0", "records: 0 is not between"},
		{"lang: french!", `lang: "french!" is no language tag`},
		{"pages: 3", "there is no setting pages; there are: lang, records, others"},
	} {
		_, err := linkedart.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		head string
		min  int
	}{
		{`{"@context":"https://linked.art/ns/v1/linked-art.json"`, 95},
		{`[{"@context":["https://static.museum.example/contexts/linked.art/ns/v1.1.0/linked-art.json"]`, 95},
		{`{"type":"HumanMadeObject"`, 93},
		{`{"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollectionPage","orderedItems":[{"type":"Create","object":{"id":"x","type": "HumanMadeObject"`, 93},
		{`{"@type":["crm:E22_Man-Made_Object"]`, 93},
		{`{"identified_by":[{"type":"Name","classified_as":[{"id":"http://vocab.getty.edu/aat/300404670"`, 80},
		{`<?xml version="1.0"?><!DOCTYPE table [<!ELEMENT tuple (atom)*>`, 50},
		{`{"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection"`, 0},
		{`{"@context":"http://iiif.io/api/presentation/3/context.json","id":"https://linked.art.example/m"`, 0},
		{`{"identified_by":"me"}`, 0},
		{`<a>"type":"HumanMadeObject"`, 0},
	} {
		got := linkedart.Kind().Sniff("", "", []byte(c.head))
		if got < c.min || c.min == 0 && got != 0 {
			t.Errorf("Sniff(%s) = %d, want at least %d, or 0", c.head, got, c.min)
		}
	}
}
