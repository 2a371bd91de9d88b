package catalog_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/schema"
)

var now = time.Date(2026, 11, 20, 22, 30, 0, 0, time.UTC) // half past eleven at night in Luxembourg

// opened returns a catalog that reads parameters and has nothing behind it.
func opened(t *testing.T) *catalog.Catalog {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	return catalog.New("https://hub.example", catalog.Options{Zone: zone, Now: func() time.Time { return now }, Langs: []string{"fr", "de"}})
}

func TestParseQuery(t *testing.T) {
	t.Parallel()
	c := opened(t)
	day := func(d search.Day) search.Bound { return search.Bound{Day: d} }
	at := func(t time.Time) search.Bound { return search.Bound{At: t} }
	place := schema.IRI("moselle:id/place/abc")
	tests := []struct {
		query string
		want  catalog.Query
	}{
		{"", catalog.Query{}},
		{"q=+deux+mots+", catalog.Query{Text: "deux mots"}},
		{"class=event,Work&class=person", catalog.Query{Filters: map[string][]string{"class": {"Event", "Work", "Person"}}}},
		{"term=A,+B&term=C&term=", catalog.Query{Filters: map[string][]string{"term": {"A, B", "C"}}}},
		{"source=a,b&source=+c+", catalog.Query{Filters: map[string][]string{"source": {"a", "b", "c"}}}},
		{"country=lu,FR", catalog.Query{Filters: map[string][]string{"country": {"LU", "FR"}}}},
		{"region=Saarland&locality=Esch-sur-Alzette", catalog.Query{Filters: map[string][]string{"region": {"region.saarland"}, "locality": {"Esch-sur-Alzette"}}}},
		{"language=FR,de_LU,lu,und", catalog.Query{Filters: map[string][]string{"language": {"fr", "de-LU", "lb", "und"}}}},
		{"licence=open,restricted,permission,unknown", catalog.Query{Filters: map[string][]string{"licence": {"open", "restricted", "permission", "unknown"}}}},
		{"status=EventCancelled,EventPostponed", catalog.Query{Filters: map[string][]string{"status": {"EventCancelled", "EventPostponed"}}}},
		{"free=true", catalog.Query{Filters: map[string][]string{"free": {"true"}}}},
		{"free=false", catalog.Query{}},
		{"place=abc", catalog.Query{Filters: map[string][]string{"place": {string(place)}}}},
		{"place=https://hub.example/id/place/abc", catalog.Query{Filters: map[string][]string{"place": {string(place)}}}},
		{"related=moselle:id/place/abc&related=https://other.example/x", catalog.Query{Related: []schema.IRI{place, "https://other.example/x"}}},
		{"institution=abc", catalog.Query{Filters: map[string][]string{"institution": {"moselle:id/organization/abc"}}}},
		{"from=today", catalog.Query{From: day("today")}},
		{"from=tomorrow&to=tomorrow", catalog.Query{From: day("tomorrow"), To: day("tomorrow")}},
		{"from=now", catalog.Query{From: day("now")}},
		{"to=today", catalog.Query{To: day("today")}},
		{"from=2026-03-29&to=2026-03-29", catalog.Query{From: day("2026-03-29"), To: day("2026-03-29")}},
		{"from=2026-11-20T20:00&to=2026-11-20T21:00Z", catalog.Query{From: at(time.Date(2026, 11, 20, 20, 0, 0, 0, c.Zone)), To: at(time.Date(2026, 11, 20, 21, 0, 0, 0, time.UTC))}},
		{"from=2026-11-20T20:00:00%2B02:00", catalog.Query{From: at(time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC))}},
		{"from=2026-11-20T20:00:00+02:00", catalog.Query{From: at(time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC))}}, // the plus came as a blank
		{"near=49.6,6.1", catalog.Query{Near: &search.Near{Lat: 49.6, Lon: 6.1, Km: 10}}},
		{"near=+-49.6+,+6.1+&km=0.5&sort=distance", catalog.Query{Near: &search.Near{Lat: -49.6, Lon: 6.1, Km: .5}, Sort: search.Distance}},
		{"bbox=170,-10,-170,10", catalog.Query{Box: &search.Box{West: 170, South: -10, East: -170, North: 10}}},
		{"sort=newest&group=occurrence&limit=500", catalog.Query{Sort: search.Newest, Group: search.ByOccurrence, Size: 500}},
		{"group=event", catalog.Query{}},
		{"group=series", catalog.Query{Group: search.BySeries}},
		{"when=weekend", catalog.Query{From: day("weekend"), To: day("weekend")}},
		{"when=week", catalog.Query{From: day("today"), To: day("+6")}},
		{"when=now", catalog.Query{From: day("now"), To: day("now")}},
		{"weekday=sat,SUNDAY&weekday=mo", catalog.Query{Weekdays: []time.Weekday{time.Saturday, time.Sunday, time.Monday}}},
		{"time=18:00-23:00", catalog.Query{Clock: &search.Clock{From: 18 * 60, To: 23 * 60}}},
		{"time=18:00-", catalog.Query{Clock: &search.Clock{From: 18 * 60, To: 24 * 60}}},
		{"time=-12:00", catalog.Query{Clock: &search.Clock{To: 12 * 60}}},
		{"time=22:00-02:00", catalog.Query{Clock: &search.Clock{From: 22 * 60, To: 2 * 60}}},
		{"time=18:00%E2%80%9300:00", catalog.Query{Clock: &search.Clock{From: 18 * 60, To: 24 * 60}}},
		{"open=now", catalog.Query{Open: day("now")}},
		{"open=2026-11-20T20:00", catalog.Query{Open: at(time.Date(2026, 11, 20, 20, 0, 0, 0, c.Zone))}},
		{"availability=InStock,unknown&status=EventTentative", catalog.Query{Filters: map[string][]string{"availability": {"InStock", "unknown"}, "status": {"EventTentative"}}}},
		{"series=abc&term=A,+B", catalog.Query{Filters: map[string][]string{"series": {"moselle:id/eventseries/abc"}, "term": {"A, B"}}}},
		{"facetSize=200", catalog.Query{FacetSize: 200}},
		{"facets=country,licence&facets=country", catalog.Query{Facets: []string{"country", "licence"}}},
		{"cursor=abc", catalog.Query{Cursor: "abc"}},
		{"unknown=1", catalog.Query{}}, // the caller's to refuse
	}
	for _, tt := range tests {
		v, err := url.ParseQuery(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		tt.want.Now, tt.want.Confirmed = now, true
		got, err := c.ParseQuery(v)
		if err != nil {
			t.Errorf("ParseQuery(%s) = %v", tt.query, err)
			continue
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("ParseQuery(%s) (-want +got):\n%s", tt.query, diff)
		}
	}
}

func TestParseQueryRefuses(t *testing.T) {
	t.Parallel()
	c := opened(t)
	tests := []struct{ query, param, says string }{
		{"class=unicorn", "class", "unicorn"},
		{"licence=free", "licence", "open, restricted"},
		{"status=cancelled", "status", "EventCancelled"},
		{"country=Luxembourg", "country", "two letters"},
		{"country=L1", "country", "two letters"},
		{"language=not+a+language", "language", "de-LU"},
		{"free=maybe", "free", "true or false"},
		{"place=a%20b", "place", "address"},
		{"related=abc", "related", "address"},
		{"institution=%3Cx%3E", "institution", "address"},
		{"from=31.12.2026", "from", "2026-12-31"},
		{"from=2026-02-31", "from", "31 February"},
		{"to=2026-13-01", "to", "month 13"},
		{"from=2026-12-02&to=2026-12-01", "to", "before"},
		{"from=2026-12-02T10:00&to=2026-12-02T10:00", "to", "before"},
		{"near=here", "near", "latitude"},
		{"near=49,6,1", "near", "latitude"},
		{"near=90.1,0", "near", "latitude"},
		{"near=NaN,NaN", "near", "latitude"},
		{"near=49,6&km=0", "km", "above 0"},
		{"near=49,6&km=20039", "km", "globe"},
		{"near=49,6&km=Inf", "km", "globe"},
		{"km=5", "km", "near"},
		{"bbox=1,2,3", "bbox", "west"},
		{"bbox=0,10,1,-10", "bbox", "west"},
		{"bbox=0,0,181,1", "bbox", "west"},
		{"sort=best", "sort", "relevance"},
		{"sort=distance", "sort", "near"},
		{"group=day", "group", "occurrence"},
		{"when=soon", "when", "weekend"},
		{"when=today&from=today", "when", "without from"},
		{"weekday=s", "weekday", "sat"},
		{"weekday=samstag", "weekday", "sat"},
		{"time=18:00", "time", "18:00-23:00"},
		{"time=-", "time", "18:00-23:00"},
		{"time=18:00-18:00", "time", "18:00-23:00"},
		{"time=25:00-", "time", "18:00-23:00"},
		{"time=24:00-02:00", "time", "18:00-23:00"},
		{"open=today", "open", "now"},
		{"open=yes", "open", "date"},
		{"availability=plenty", "availability", "SoldOut"},
		{"facets=colour", "facets", "colour"},
		{"facetSize=0", "facetSize", "1 to 1000"},
		{"facetSize=1001", "facetSize", "1 to 1000"},
		{"limit=0", "limit", "1 to 500"},
		{"limit=501", "limit", "1 to 500"},
		{"limit=1e2", "limit", "1 to 500"},
		{"q=a&q=b", "q", "2 times"},
		{"from=today&from=now", "from", "2 times"},
		{"q=%ff", "q", "UTF-8"},
		{"locality=a%00", "locality", "control"},
		{"q=" + strings.Repeat("x", 1001), "q", "1000"},
		{strings.Repeat("term=a&", 101), "term", "101"},
	}
	for _, tt := range tests {
		v, err := url.ParseQuery(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		_, err = c.ParseQuery(v)
		var f *fault.Error
		if !errors.As(err, &f) || f.Kind != fault.Invalid || f.Param != tt.param || !strings.Contains(f.Message, tt.says) {
			t.Errorf("ParseQuery(%.60s) = %v, want a fault of %s that says %q", tt.query, err, tt.param, tt.says)
		}
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ rows, most, wantRows, wantMost int }{
		{0, 0, 20, 500}, {10, 50, 10, 50}, {-1, 9000, 20, 500},
	} {
		c := catalog.New("https://hub.example", catalog.Options{Zone: time.UTC, Now: time.Now, Rows: tt.rows, MaxRows: tt.most})
		if c.Rows != tt.wantRows || c.MaxRows != tt.wantMost {
			t.Errorf("New(Rows: %d, MaxRows: %d) has %d and %d, want %d and %d", tt.rows, tt.most, c.Rows, c.MaxRows, tt.wantRows, tt.wantMost)
		}
	}
}
