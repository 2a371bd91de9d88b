package openagenda_test

import (
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/openagenda"
)

func TestCases(t *testing.T) { conntest.Run(t, openagenda.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, openagenda.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"pages: 0", "pages: 0 is not between 1 and 10000"},
		{"states: [published, hidden]", `states: "hidden" is none of published, ready, waiting, refused`},
		{"agenda: owner", `agenda: "owner" is none of contributor, organizer, none`},
		{"types: [keywords]", `types: "keywords" is a field of every event`},
		{"detailed: true", "there is no setting detailed; there are: key, pages, lang"},
	} {
		_, err := openagenda.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	const event = `{"uid":1,"title":{"fr":"x"},"originAgenda":{},"attendanceMode":1,"timings":[]}`
	for _, c := range []struct {
		location, head string
		min, max       int
	}{
		{"", event, 85, 90},
		{"", `{"total":1,"events":[` + event, 85, 90},
		{"", "[" + event, 85, 90},
		{"", `[{"uid":"1","title_fr":"x","longdescription_fr":"y","firstdate_begin":"z","originagenda_uid":1`, 85, 90},
		{"https://api.openagenda.com/v2/agendas/1/events", `{"total":0,"events":[]}`, 90, 100},
		{"", "uid;slug;title_fr;firstdate_begin\n1;a;b;c\n", 95, 95},
		{"", "uid;name\n1;a\n", 0, 0},
		{"", `{"nhits":1,"records":[{"fields":{"uid":"1","title_fr":"x","firstdate_begin":"z","timings":"[]","originagenda_uid":1}}]}`, 60, 90},
		{"https://openagenda.com.example/x", `{"total":0,"events":[]}`, 0, 0},
		{"", `{"uid":1,"title":"x","networkUid":null,"locationSetUid":null}`, 45, 55},
		{"", `{"columns":[{"field":"originAgenda"},{"field":"timings"},{"field":"uid"}]}`, 0, 0},
		{"", `{"@context":"https://schema.org","uid":1,"timings":[],"originAgenda":{},"dateRange":1}`, 0, 0},
		{"", `{"uid":"x","title":"y","start":"z"}`, 0, 0},
		{"https://openagenda.com/x", "<!doctype html>", 0, 0},
	} {
		if got := openagenda.Kind().Sniff(c.location, "", []byte(c.head)); got < c.min || got > c.max {
			t.Errorf("Sniff(%q, %q) = %d, want %d to %d", c.location, c.head, got, c.min, c.max)
		}
	}
}
