package oaipmh_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/edm"
	"moselle/connectors/lido"
	"moselle/connectors/oaipmh"
)

func kind() connectors.Kind { return oaipmh.Kind(lido.Format(), edm.Format()) }

func TestCases(t *testing.T) { conntest.Run(t, kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, kind()) }

func TestSniff(t *testing.T) {
	t.Parallel()
	const answer = `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">`
	for _, c := range []struct {
		location, head string
		want           int
	}{
		{"https://a.example/oai", answer, 95},
		{"a.xml", "\ufeff" + strings.Replace(answer, "<OAI", "<oai:OAI", 1), 95},
		{"a.xml", `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/">`, 60},
		{"a.xml", `<modsCollection xmlns="http://www.loc.gov/mods/v3">`, 60},
		{"https://a.example/oai?verb=Identify", "<html>", 70},
		{"https://a.example/oai?verb=Dance", "<html>", 0},
		{"a.xml", "<rss version='2.0'>", 0},
		{"a.txt", "OAI-PMH http://www.openarchives.org/OAI/2.0/", 0},
		{"a.xml", "", 0},
	} {
		if got := kind().Sniff(c.location, "", []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%s, %.40q) = %d, want %d", c.location, c.head, got, c.want)
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	for settings, want := range map[string]string{
		"from: yesterday":     `from: "yesterday" is not a date of OAI-PMH`,
		"until: 2026-13-01":   `until: "2026-13-01" is not a date`,
		"sets: [a b]":         `sets: "a b" is no setSpec`,
		"full_days: -1":       "full_days: -1 is not between 0 and 3650",
		"set: a":              "there is no setting set; there are: prefix, sets, from, until, full_days",
		"sets: fotos":         "sets: expected a list, found a text",
		"full_days: weekly":   "full_days: expected a whole number, found a text",
		"from: '2026-11-21T'": "write 2026-11-21 or 2026-11-21T12:00:00Z",
	} {
		_, err := kind().Open(conntest.Settings(t, settings), conntest.Env(t, "https://a.example/oai"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open with %s = %v, want an error with %q", settings, err, want)
		}
	}
	const location = "https://a.example/oai?verb=ListRecords&from=bad"
	if _, err := kind().Open(nil, conntest.Env(t, location)); err == nil || !strings.Contains(err.Error(), `the location's from: "bad"`) {
		t.Errorf("Open(%s) = %v, want an error about from", location, err)
	}
}

// FuzzHarvest holds any document to an end in items with a key, in refusals with a
// place, or in an error.
func FuzzHarvest(f *testing.F) {
	conntest.Seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, location := range []string{"input.xml", "https://a.example/oai"} {
			env := conntest.Env(t, location)
			opened := 0
			env.Open = func(_ context.Context, at string, _ []byte) (*connectors.Body, error) {
				if opened++; opened > 50 {
					t.Fatalf("%d requests for one answer", opened)
				}
				if strings.Contains(at, "verb=Identify") {
					return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(identity))}, nil
				}
				return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(data))}, nil
			}
			c, err := kind().Open(conntest.Settings(t, "prefix: oai_dc"), env)
			if err != nil {
				t.Fatal(err)
			}
			conntest.Sound(t, conntest.Harvest(t.Context(), c, nil))
		}
	})
}

const identity = `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><Identify><deletedRecord>no</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify></OAI-PMH>`
