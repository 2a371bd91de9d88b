package config_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gopkg.in/yaml.v3"

	"moselle/hub/config"
	"moselle/schema"
)

var comparers = cmp.Options{
	cmpopts.IgnoreUnexported(config.Config{}),
	cmpopts.IgnoreTypes(yaml.Node{}),
}

func TestLoadDefaults(t *testing.T) {
	t.Parallel()
	got, err := config.Load("testdata/good/empty.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	want := config.Default()
	want.Base, want.Language = "http://127.0.0.1:8080", "fr"
	if d := cmp.Diff(want, got, comparers); d != "" {
		t.Errorf("Load(empty.yaml) differs (-want +got):\n%s", d)
	}
	if _, err := config.Load("", nil); err != nil {
		t.Errorf("Load without a file = %v, want the defaults", err)
	}
}

func TestLoadFull(t *testing.T) {
	t.Parallel()
	got, err := config.Load("testdata/good/full.yaml", []string{"HUB_DATA=", "HOME=/x"})
	if err != nil {
		t.Fatal(err)
	}
	fallback := schema.DefaultFallback()
	fallback["lb"], fallback["it"] = []string{"de", "fr"}, []string{"fr"}
	want := config.Config{
		Data: "/var/lib/hub", Listen: "0.0.0.0:80", Base: "https://data.region.example",
		Languages: []string{"de", "fr"}, Language: "de", Fallback: fallback, Memory: 300 * config.MB, Zone: "Europe/Berlin",
		Log: config.Log{Level: "debug", Format: "json"},
		Fetch: config.Fetch{
			MaxBytes: 64 << 20, MaxUnpacked: 1500 * config.MB, MaxRatio: 300, Timeout: 90 * time.Second,
			Idle: 10 * time.Second, Redirects: 3, Retries: 1, Pace: time.Second, Robots: false,
			Allow: []string{"intranet.example", "127.0.0.1:9000"}, Contact: "hub@region.example",
		},
		Harvest:  config.Harvest{Workers: 4, Batch: 100},
		Calendar: config.Calendar{Ahead: 12},
		Search:   config.Search{Page: 10, MaxPage: 50},
		Institutions: []config.Institution{
			{ID: "stadttheater", Names: map[string]string{"de": "Stadttheater", "fr": "Théâtre municipal"},
				URL: "https://theater.example", Country: "DE",
				Descriptions: map[string]string{"de": "Drei Sparten unter einem Dach."},
				SameAs:       []string{"http://www.wikidata.org/entity/Q1"}},
			{ID: "museum", Names: map[string]string{"lb": "Musée um Bierg"}, Country: "LU"},
		},
		Sources: []config.Source{
			{ID: "spielplan", Institution: "stadttheater", Kind: "ics", Location: "https://theater.example/spielplan.ics",
				Schedule: config.Schedule{Daily: "04:30"}, Licence: "https://creativecommons.org/licenses/by/4.0/",
				MediaLicence: "http://rightsstatements.org/vocab/InC/1.0/", Language: "de", Zone: "Europe/Paris",
				Names: map[string]string{"de": "Spielplan"},
				Terms: config.Terms{"Klassik": "event.classical", "https://theater.example/terms/12": "event.opera", "7.1": "audience.families"}},
			{ID: "works", Institution: "museum", Kind: "table", Location: "testdata/good/feeds/works.csv",
				Schedule: config.Schedule{Manual: true}, Licence: "https://creativecommons.org/publicdomain/zero/1.0/",
				Zone: "Europe/Berlin", Floor: 20, Names: map[string]string{"lb": "Musée um Bierg – works"}},
			{ID: "attic", Institution: "museum", Kind: "table", Location: "/srv/attic.csv",
				Schedule: config.Schedule{Every: 24 * time.Hour}, Licence: "https://creativecommons.org/publicdomain/zero/1.0/",
				Zone: "Europe/Berlin", Floor: 20, Names: map[string]string{"lb": "Musée um Bierg – attic"}},
			{ID: "treff", Institution: "museum", Kind: "activitypub",
				Location: "https://treff.example/.well-known/webfinger?resource=acct%3Aensemble%40treff.example",
				Schedule: config.Schedule{Every: 24 * time.Hour}, Licence: "https://creativecommons.org/publicdomain/zero/1.0/",
				Zone: "Europe/Berlin", Floor: 20, Names: map[string]string{"lb": "Musée um Bierg – treff"}},
		},
	}
	if d := cmp.Diff(want, got, comparers); d != "" {
		t.Errorf("Load(full.yaml) differs (-want +got):\n%s", d)
	}
	if in, ok := got.Institution("museum"); !ok || in.Country != "LU" {
		t.Errorf("Institution(museum) = %v, %v", in, ok)
	}
	if s, ok := got.Source("spielplan"); !ok || s.TimeZone().String() != "Europe/Paris" {
		t.Errorf("Source(spielplan) = %v, %v", s, ok)
	}
}

// A bad file begins with the faults it must give, one a line: "# want: …".
func TestLoadBad(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for line := range strings.Lines(string(text)) {
				if w, ok := strings.CutPrefix(line, "# want: "); ok {
					want = append(want, strings.TrimSpace(w))
				}
			}
			_, err = config.Load(file, nil)
			var faults *config.Error
			if !errors.As(err, &faults) {
				t.Fatalf("Load(%s) = %v, want faults", file, err)
			}
			got := strings.Split(err.Error(), "\n")
			if len(got) != len(want) {
				t.Fatalf("Load(%s) gives %d faults, want %d:\n%v", file, len(got), len(want), err)
			}
			for i, w := range want {
				if !strings.Contains(got[i], w) {
					t.Errorf("Load(%s) fault %d = %s, want %s", file, i, got[i], w)
				}
			}
		})
	}
}

func TestLoadEnvironment(t *testing.T) {
	t.Parallel()
	got, err := config.Load("", []string{
		"HUB_CONFIG=testdata/good/full.yaml", "HUB_REALDATA=x", "HUB_DATA=elsewhere", "HUB_LISTEN=[::]:8081", "HUB_BASE=http://a.example/hub/",
		"HUB_LANGUAGES=lb, en", "HUB_LANGUAGE=en", "HUB_FETCH_MAX_BYTES=1KB", "HUB_FETCH_PACE=0s", "HUB_SEARCH_PAGE=7"})
	if err != nil {
		t.Fatal(err)
	}
	if got.Data != "elsewhere" || got.Base != "http://a.example/hub" || cmp.Diff(got.Languages, []string{"lb", "en"}) != "" ||
		got.Fetch.MaxBytes != 1000 || got.Fetch.Pace != 0 || got.Search.Page != 7 || got.Fetch.MaxRatio != 300 {
		t.Errorf("Load with variables = %+v", got)
	}
}

func TestLoadEnvironmentBad(t *testing.T) {
	t.Parallel()
	_, err := config.Load("", []string{"HUB_LISEN=x:1", "HUB_REQUEST=1", "HUB_ZONE=Mars", "HUB_FETCH_MAX_BYTES=lots", "HUB_FETCH_ALLOW=a b"})
	want := `HUB_FETCH_MAX_BYTES: "lots" is no size; write a number with its unit, such as 50MB or 1GB
HUB_LISEN: there is no such variable; did you mean HUB_LISTEN?
HUB_REQUEST: there is no such variable; "hub config" lists them
HUB_ZONE: "Mars" is no time zone; write its name, such as Europe/Luxembourg
HUB_FETCH_ALLOW: "a b" is no host; write its name alone, or name:port`
	if err == nil || cmp.Diff(want, err.Error()) != "" {
		t.Errorf("Load with bad variables gives %v\nwant %s", err, want)
	}
	if _, err := config.Load("", []string{"HUB_CONFIG=testdata/nowhere.yaml"}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Load of a named file that is missing = %v, want ErrNotExist", err)
	}
}

func TestBase(t *testing.T) {
	t.Parallel()
	tests := []struct{ listen, want string }{
		{"127.0.0.1:8080", "http://127.0.0.1:8080"},
		{":9000", "http://localhost:9000"},
		{"0.0.0.0:80", "http://localhost"},
		{"[::]:80", "http://localhost"},
		{"[::1]:80", "http://[::1]"},
		{"[::1]:81", "http://[::1]:81"},
	}
	for _, tt := range tests {
		c, err := config.Load("", []string{"HUB_LISTEN=" + tt.listen})
		if err != nil || c.Base != tt.want {
			t.Errorf("base of %s = %q, %v, want %q", tt.listen, c.Base, err, tt.want)
		}
	}
}

func TestCheckKinds(t *testing.T) {
	t.Parallel()
	c, err := config.Load("testdata/good/full.yaml", nil)
	if err != nil {
		t.Fatal(err)
	}
	err = c.CheckKinds(func(kind string, settings *yaml.Node) error {
		switch {
		case (kind == "ics" || kind == "activitypub") && settings == nil:
			return nil
		case settings == nil:
			return errors.New("needs settings")
		}
		return errors.New("unknown delimiter")
	})
	want := "testdata/good/full.yaml:57: sources[1].settings: unknown delimiter\ntestdata/good/full.yaml:59: sources[2]: needs settings"
	if err == nil || err.Error() != want {
		t.Errorf("CheckKinds = %v\nwant %s", err, want)
	}
}
