package negotiate_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/negotiate"
)

func header(name string, values ...string) http.Header {
	h := http.Header{}
	for _, v := range values {
		h.Add(name, v)
	}
	return h
}

var linked = []string{"text/html", "application/ld+json", "text/turtle", "application/json"}

func TestType(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, accept string
		offers       []string
		want         string
	}{
		{"no header", "", linked, "text/html"},
		{"anything", "*/*", linked, "text/html"},
		{"a browser", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", linked, "text/html"},
		{"a script", "application/json, text/plain, */*", linked, "application/json"},
		{"a linked-data client", "application/ld+json;q=1.0,text/turtle;q=0.95,text/html;q=0.2,*/*;q=0.1", linked, "application/ld+json"},
		{"case", "TEXT/Turtle", linked, "text/turtle"},
		{"weights", "text/turtle;q=0.5, application/ld+json;q=0.501", linked, "application/ld+json"},
		{"order of offers among equals", "text/turtle, application/ld+json", linked, "application/ld+json"},
		{"type range", "application/*", linked, "application/ld+json"},
		{"specific refusal", "application/*, application/ld+json;q=0", linked, "application/json"},
		{"refused but for one", "*/*;q=0, text/turtle;q=0.1", linked, "text/turtle"},
		{"nothing fits", "image/png", linked, ""},
		{"all refused", "*/*;q=0", linked, ""},
		{"bare star", "text/plain, *; q=.2, */*; q=.2", linked, "text/html"},
		{"malformed passed over", "text/turtle;q=high, ;;, application/json;q=0.1", linked, "application/json"},
		{"only malformed", ";q=1, , text/turtle;q=-1", linked, "text/html"},
		{"weight above one", "text/turtle;q=7", linked, "text/html"},
		{"a character set is a wish", "text/turtle;charset=utf-8", linked, "text/turtle"},
		{"a profile is a wish", `application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"`, linked, "application/ld+json"},
		{"another parameter is a condition", "text/turtle;level=2", linked, ""},
		{"extension after q", "text/turtle;q=0.9;level=1", linked, "text/turtle"},
		{"profile", `application/ld+json;profile="http://www.w3.org/ns/activitystreams"`,
			[]string{"application/ld+json", `application/ld+json; profile="http://www.w3.org/ns/activitystreams"`},
			`application/ld+json; profile="http://www.w3.org/ns/activitystreams"`},
		{"quoted comma", `application/x;p="a,b;q=0", text/turtle;q=0.1`, linked, "text/turtle"},
		{"quoted backslash", `application/x;p="a\",b", text/turtle;q=0.1`, linked, "text/turtle"},
		{"no offers", "*/*", nil, ""},
		{"no offers, no header", "", nil, ""},
		// RFC 9110, section 12.5.1: the weights of its example, one offer at a time.
		{"RFC: audio", "audio/*; q=0.2, audio/basic", []string{"audio/mpeg", "audio/basic"}, "audio/basic"},
		{"RFC: text", "text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c", []string{"text/plain", "text/x-dvi"}, "text/x-dvi"},
		{"RFC: text/html;level=3 (0.7) before text/html;level=2 (0.4)", rfc, []string{"text/html;level=2", "text/html;level=3"}, "text/html;level=3"},
		{"RFC: text/html;level=1 (1) before text/html (0.7)", rfc, []string{"text/html", "text/html;level=1"}, "text/html;level=1"},
		{"RFC: image/jpeg (0.5) before text/plain (0.3)", rfc, []string{"text/plain", "image/jpeg"}, "image/jpeg"},
		{"RFC: image/jpeg (0.5) before text/html;level=2 (0.4)", rfc, []string{"text/html;level=2", "image/jpeg"}, "image/jpeg"},
	}
	for _, tt := range tests {
		h := http.Header{}
		if tt.accept != "" {
			h.Set("Accept", tt.accept)
		}
		got, ok := negotiate.Type(h, tt.offers)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: Type(%s) = %q, %v, want %q", tt.name, tt.accept, got, ok, tt.want)
		}
	}
	if got, _ := negotiate.Type(header("Accept", "image/png", "text/turtle"), linked); got != "text/turtle" {
		t.Errorf("Type of two headers = %q, want text/turtle", got)
	}
}

const rfc = "text/*;q=0.3, text/html;q=0.7, text/html;level=1, text/html;level=2;q=0.4, */*;q=0.5"

// Whatever the header, the choice is an offer or none, always the same, and what
// else stands there takes nothing from an offer that it does not name.
func FuzzType(f *testing.F) {
	for _, s := range []string{rfc, "*/*", "text/html;q=0.1,,;", `a/b;c="d\",e`, "text/turtle;q=0", strings.Repeat("a/b,", 200)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, accept string) {
		got, ok := negotiate.Type(header("Accept", accept), linked)
		if ok != slices.Contains(linked, got) {
			t.Errorf("Type(%q) = %q, %v", accept, got, ok)
		}
		if again, _ := negotiate.Type(header("Accept", accept), linked); again != got {
			t.Errorf("Type(%q) = %q, then %q", accept, got, again)
		}
		if _, ok := negotiate.Type(header("Accept", "text/turtle", accept), []string{"text/turtle"}); !ok && !strings.Contains(strings.ToLower(accept), "turtle") {
			t.Errorf("Type(text/turtle, %q) refuses text/turtle", accept)
		}
	})
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	tests := []struct{ accept, want string }{
		{"", "fr"},
		{"de", "de"},
		{"de-LU,de;q=0.9,fr;q=0.8", "de"},
		{"pt, nl;q=0.5", "fr"},
		{"pt;q=0.9, en-GB;q=0.5, *;q=0.1", "en"},
		{"lu", "lb"},
		{"lu-LU, fr;q=0.9", "lb"},
		{"LB", "lb"},
		{"zh-Hant-TW, en;q=0.1", "en"},
		{"*", "fr"},
		{"*, fr;q=0", "de"},
		{"fr;q=0, *;q=0.5, en", "en"},
		{"fr;q=0", "fr"},
		{"de;q=x, en;q=0.2", "en"},
		{";;;", "fr"},
	}
	for _, tt := range tests {
		h := http.Header{}
		if tt.accept != "" {
			h.Set("Accept-Language", tt.accept)
		}
		if got := negotiate.Language(h, []string{"fr", "de", "lb", "en"}); got != tt.want {
			t.Errorf("Language(%q) = %q, want %q", tt.accept, got, tt.want)
		}
	}
	if got := negotiate.Language(header("Accept-Language", "fr"), nil); got != "" {
		t.Errorf("Language without offers = %q", got)
	}
}

func TestLanguages(t *testing.T) {
	t.Parallel()
	tests := []struct {
		accept string
		first  []string
		want   []string
	}{
		{"", []string{"de"}, []string{"de"}},
		{"fr;q=0.5, de-LU, lu;q=0.7, *;q=0.1, nl;q=0", nil, []string{"de-LU", "de", "lb", "fr"}},
		{"de-AT, en", []string{"en"}, []string{"en", "de-AT", "de"}},
		{"zh-Hant-TW, x1, not a tag", nil, []string{"zh-Hant-TW", "zh-Hant", "zh"}},
		{"en-a-xyz", nil, []string{"en-a-xyz", "en"}},
	}
	for _, tt := range tests {
		if got := negotiate.Languages(header("Accept-Language", tt.accept), tt.first...); !cmp.Equal(got, tt.want) {
			t.Errorf("Languages(%q, %v) = %v, want %v", tt.accept, tt.first, got, tt.want)
		}
	}
}

func BenchmarkType(b *testing.B) {
	h := header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8")
	for b.Loop() {
		if got, _ := negotiate.Type(h, linked); got != "text/html" {
			b.Fatal(got)
		}
	}
}
