package apitest_test

import (
	"net/http"
	"strings"
	"testing"

	"moselle/hub/api/apitest"
)

// TestAskedLanguages asks every surface for a language by parameter and by header.
func TestAskedLanguages(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	const header = "Accept-Language: "
	tests := []struct {
		path, header string
		given        string // Content-Language
		want         []string
	}{
		{"/api/v1/events/{exhibition:key}?lang=lb", "", "lb", []string{`"name":"Brécken"`, `"name":"lb"`, `"description":"en"`}},
		{"/api/v1/events/{exhibition:key}", header + "lb", "lb", []string{`"name":"Brécken"`}},
		{"/api/v1/events/{exhibition:key}", header + "pt;q=0.9, de-AT", "de", []string{`"name":"Brücken und Übergänge"`}},
		{"/api/v1/events/{exhibition:key}?lang=fr-CA", header + "de", "fr", []string{`"name":"Ponts et passages"`}},
		{"/api/v1/events/{exhibition:key}?lang=*", "", "", []string{`"lb":"Brécken"`, `"de":"Brücken und Übergänge"`}},
		{"/doc/{exhibition}.json?lang=lb", "", "lb", []string{`"name":"Brécken"`}},
		{"/doc/{exhibition}.json?lang=*", "", "", []string{`"lb":"Brécken"`}},
		{"/doc/{exhibition}.json", header + "lb-LU", "lb", []string{`"name":"Brécken"`}},
		{"/api/v1/events?q=Br%C3%BCcken&from=2026-10-01&lang=lb", "", "lb", []string{`"name":"Brécken","nameLang":"lb"`, `"descriptionLang":"en"`,
			`"name":"Galerie op der Bréck","nameLang":"lb"`, `"attributionLang":"lb"`}},
		{"/api/v1/events?q=Br%C3%BCcken&from=2026-10-01", header + "nl", "nl", []string{`"name":"Brücken und Übergänge","nameLang":"de"`, `"attributionLang":"nl"`}},
		{"/feeds/events.json?lang=lb", "", "lb", []string{`"language":"lb"`, `"nameLang":"lb"`}},
		{"/feeds/events.geojson", header + "lb", "lb", []string{`"nameLang":"lb"`}},
		{"/feeds/events.rss", header + "de", "de", []string{`<dc:language>de</dc:language>`, `<dc:language>fr</dc:language>`}},
		{"/feeds/events.ics?lang=lb", "", "lb", []string{"SUMMARY;LANGUAGE=lb:Brécken", "DESCRIPTION;LANGUAGE=en:Three centuries"}},
		{"/feeds/events.csv?lang=lb", "", "lb", []string{"description_language", "Brécken"}},
		{"/doc/{exhibition}.html", header + "lb", "lb", []string{`<html lang="lb">`, "Brécken", `<div class="description" lang="en">`}},
		{"/de/works/{map:key}", header + "fr", "de", []string{`<h1 lang="nl">Kaart van de Moezel</h1>`, `<span lang="en">View of the bridge</span>`}},
		{"/graphql?query={event(id:\"{exhibition:key}\"){name,nameLang,image{attributionLang}}}", header + "lb", "lb",
			[]string{`"name":"Brécken"`, `"nameLang":"lb"`, `"attributionLang":"lb"`}},
		{"/graphql?query={event(id:\"{exhibition:key}\"){name(lang:nl),nameLang(lang:nl),image{attribution(lang:nl,format:html)}}}", "", "fr",
			[]string{`"name":"Brücken und Übergänge"`, `"nameLang":"de"`, `‘Plakat der Ausstellung’`, `rel=\"license\"`}},
	}
	for _, tt := range tests {
		var headers []string
		if tt.header != "" {
			headers = []string{tt.header}
		}
		res, body := hub.Get(t, strings.ReplaceAll(hub.Path(tt.path), `"`, "%22"), headers...)
		if res.StatusCode != http.StatusOK {
			t.Errorf("GET %s (%s) = %s\n%s", tt.path, tt.header, res.Status, body)
			continue
		}
		if got := res.Header.Get("Content-Language"); got != tt.given {
			t.Errorf("GET %s (%s): Content-Language %q, want %q", tt.path, tt.header, got, tt.given)
		}
		if vary := res.Header.Get("Vary"); !strings.HasPrefix(tt.path, "/de/") && !strings.Contains(vary, "Accept-Language") {
			t.Errorf("GET %s: Vary %q, want Accept-Language in it", tt.path, vary)
		}
		for _, want := range tt.want {
			if !strings.Contains(strings.ReplaceAll(body, "\r\n ", ""), want) {
				t.Errorf("GET %s (%s) has no %s in\n%.2000s", tt.path, tt.header, want, body)
			}
		}
	}
}

// TestNoTranslation asks for a text of one language in all: it comes as it is,
// with its own language, and no other is made up.
func TestNoTranslation(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	for _, lang := range []string{"fr", "de", "lb", "en", "nl", "nl-BE", "pt", "xx"} {
		for path, want := range map[string]string{
			"/api/v1/works/{map:key}?lang=" + lang: `"languages":{"name":"nl"}`,
			"/doc/{map}.json?lang=" + lang:         `"languages":{"name":"nl"}`,
			"/api/v1/works?q=Kaart&lang=" + lang:   `"name":"Kaart van de Moezel","nameLang":"nl"`,
			"/api/v1/search?q=Kaart&lang=" + lang:  `"name":"Kaart van de Moezel","nameLang":"nl"`,
			"/doc/{map}.nt?lang=" + lang:           `"Kaart van de Moezel"@nl .`,
			"/api/v1/changes?limit=1000":           `"name":{"nl":"Kaart van de Moezel"}`,
			"/doc/{map}.jsonld?lang=" + lang:       `"name":{"nl":"Kaart van de Moezel"}`,
			"/api/v1/works/{map:key}?lang=*":       `"name":{"nl":"Kaart van de Moezel"}`,
		} {
			_, body := hub.Get(t, hub.Path(path))
			if !strings.Contains(body, want) {
				t.Errorf("GET %s has no %s in\n%.1500s", path, want, body)
			}
		}
	}
}
