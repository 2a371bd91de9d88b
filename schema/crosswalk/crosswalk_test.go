package crosswalk_test

import (
	"testing"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

func TestAgent(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Weiler, Anna":                  "Person Weiler, Anna",
		"Weiler, Anna (1871-1940)":      "Person Weiler, Anna 1871 1940",
		"Weiler, Anna, 1871-":           "Person Weiler, Anna 1871",
		"Weiler, Anna M. 1871-1940":     "Person Weiler, Anna M. 1871 1940",
		"Muster, M. (* ca. 1850–1921).": "Person Muster, M. 1850 1921",
		"Muster (1921-1850)":            "Person Muster",
		"Museum am Fluss":               "Organization Museum am Fluss",
		"Atelier Sonnental":             "Organization Atelier Sonnental",
		"Musée des Rivières":            "Organization Musée des Rivières",
		"Kunstverlag Sonne":             "Organization Kunstverlag Sonne",
		"École du Pont":                 "Organization École du Pont",
		"Sonne & Co.":                   "Organization Sonne & Co.",
		"Church, Anna":                  "Person Church, Anna",
		"Sonnental Printing Co":         "Organization Sonnental Printing Co",
		"Costa, Cora":                   "Person Costa, Cora",
		"Anna Weiler & Corinna Muster":  "Person Anna Weiler & Corinna Muster",
		"Landesarchiv am Fluss":         "Organization Landesarchiv am Fluss",
		"Universitätsbibliothek Sonne":  "Organization Universitätsbibliothek Sonne",
		"Anonymous artist":              "",
		"Anonby, Nils":                  "Person Anonby, Nils",
		"Cooper, Anna":                  "Person Cooper, Anna",
		"unbekannter Künstler":          "",
		"[unknown]":                     "",
		"https://a.example/1":           "",
		" ":                             "",
	} {
		got := ""
		r := crosswalk.Reader{Lang: "de", Embed: func(class, key, _ string, describe func(*schema.Builder)) schema.IRI {
			b := schema.Build("test", class, key)
			describe(b)
			d, _ := b.Draft()
			n := schema.NewNode(d.Graph, d.IRI, b.Class())
			name, _ := n.Title()
			got = class + " " + name
			for _, p := range []string{"birthDate", "deathDate"} {
				if s := n.String(p); s != "" {
					got += " " + s
				}
			}
			return d.IRI
		}}
		if r.Agent("", "", in, "", "creator"); got != want {
			t.Errorf("Agent(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestParseSpan(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"1890": "1890", "1890/1895": "1890/1895", "1890 - 1895": "1890/1895", "1890–1895": "1890/1895", "1890 bis 1895": "1890/1895", "1890/..": "1890/..",
		"-0100/-0050": "-0100/-0050", "-0100/0020": "-0100/0020", "name=Krieg; start=1914-07; end=1918-11": "1914-07/1918-11", "start=1914;": "1914/..",
		"1890; ": "1890", "1890; 1891; 1893": "1890/1893", "1893; 1890": "", "1890; um 1893": "", "-0100; -0050": "", ";": "",
		"2026-11-21T10:00:00Z": "2026-11-21", "20261121": "2026-11-21", "19. Jh.": "", "12": "", "1890/abc": "",
	} {
		s, ok := crosswalk.ParseSpan(in)
		if got := s.Interval(); got != want || ok != (want != "") {
			t.Errorf("ParseSpan(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestPermanent(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"doi:10.99999/a": "https://doi.org/10.99999/a", "http://dx.doi.org/10.99999/a": "https://doi.org/10.99999/a", "hdl:123/4": "https://hdl.handle.net/123/4",
		"ark:/12345/x": "https://n2t.net/ark:/12345/x", "https://a.example/ark:/12345/x": "https://a.example/ark:/12345/x", "https://a.example/1": "", "10.1": "",
	} {
		if got := crosswalk.Permanent(in); got != want {
			t.Errorf("Permanent(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"ger": "de", "fre": "fr", "eng": "en", "en_GB": "en-GB", "lb": "lb", "Deutsch und mehr": "und", "": "und"} {
		if got := crosswalk.Language(in); got != want {
			t.Errorf("Language(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestSpan gives what both ends of a span share, and the span itself.
func TestSpan(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ from, until, single, interval string }{
		{"1904-05-08", "1904-05-08", "1904-05-08", "1904-05-08"},
		{"1904-05-01", "1904-05-31", "1904-05", "1904-05-01/1904-05-31"},
		{"1904", "1910", "", "1904/1910"},
		{"-0500", "-0400", "", "-0500/-0400"},
		{"-0500-01", "-0500-02", "-0500", "-0500-01/-0500-02"},
		{"1904", "", "", "1904/.."},
		{"", "1904", "", "../1904"},
		{"", "", "", ""},
	} {
		s := crosswalk.Span{From: tt.from, Until: tt.until}
		if s.Single() != tt.single || s.Interval() != tt.interval {
			t.Errorf("%v: Single() = %q, Interval() = %q, want %q and %q", s, s.Single(), s.Interval(), tt.single, tt.interval)
		}
	}
}
