package apitest_test

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"moselle/hub/api/apitest"
)

// TestEveryLinkLeadsSomewhere walks the portal from its start by every link of
// its own, in all languages, feeds and data documents included.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	seen, queue := map[string]string{"/": ""}, []string{"/"}
	pages := 0
	for len(queue) > 0 && len(seen) < 5000 {
		path := queue[0]
		queue = queue[1:]
		res, body := hub.Get(t, path, "Accept: text/html, */*;q=0.5")
		if res.StatusCode >= 400 {
			t.Errorf("%s, linked from %s, is %d", path, seen[path], res.StatusCode)
		}
		links := []string{res.Header.Get("Location")}
		if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
			pages++
			links = hrefs(t, body)
		}
		for _, link := range links {
			link, _, _ = strings.Cut(strings.TrimPrefix(link, apitest.Base), "#")
			if !strings.HasPrefix(link, "/") || strings.Count(link, "&") > 1 {
				continue // elsewhere, or one of the endless combinations of filters
			}
			if _, ok := seen[link]; !ok {
				seen[link] = path
				queue = append(queue, link)
			}
		}
	}
	if pages < 150 || len(seen) >= 5000 {
		t.Errorf("walked over %d pages and %d addresses, want at least 150 pages and an end", pages, len(seen))
	}
}

// hrefs returns what a page links to and is made of.
func hrefs(t *testing.T, page string) (out []string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "href" || a.Key == "src" {
				out = append(out, a.Val)
			}
		}
	}
	return out
}

// TestMetrics looks at what Prometheus is told.
func TestMetrics(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	hub.Get(t, "/api/v1/events?q=secret")
	hub.Get(t, "/fr/nowhere")
	res, body := hub.Get(t, "/metrics")
	if got := res.Header.Get("Content-Type"); !strings.HasPrefix(got, "text/plain") {
		t.Errorf("Content-Type = %q, want text/plain", got)
	}
	for _, want := range []string{
		`moselle_records{class="Event",source="programme"}`, "moselle_log_position 33", `moselle_follower_lag{follower="search"} 0`,
		`moselle_request_seconds_count{method="GET",route="/api/v1/events",status="200"} 1`, "go_goroutines",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("there is no %s", want)
		}
	}
	for _, secret := range []string{"secret", "nowhere"} {
		if strings.Contains(body, secret) {
			t.Errorf("what people asked for is kept: %s", secret)
		}
	}
}

// TestCompressed compares an answer with its compressed form.
func TestCompressed(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	for _, path := range []string{"/api/v1/events", "/fr/", "/feeds/events.ics", "/doc/{play}.ttl"} {
		plain, want := hub.Get(t, hub.Path(path))
		zipped, body := hub.Get(t, hub.Path(path), "Accept-Encoding: gzip")
		if got := zipped.Header.Get("Content-Encoding"); got != "gzip" {
			t.Errorf("%s: Content-Encoding = %q, want gzip", path, got)
			continue
		}
		z, err := gzip.NewReader(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(z)
		if err != nil || string(got) != want {
			t.Errorf("%s: unpacked, it is another (%v)", path, err)
		}
		tag := zipped.Header.Get("ETag")
		if tag != "W/"+plain.Header.Get("ETag") {
			t.Errorf("%s: ETag = %s compressed, %s plain", path, tag, plain.Header.Get("ETag"))
		}
		if again, _ := hub.Get(t, hub.Path(path), "Accept-Encoding: gzip", "If-None-Match: "+tag); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s with the tag of the compressed one = %d, want 304", path, again.StatusCode)
		}
		if refused, _ := hub.Get(t, hub.Path(path), "Accept-Encoding: gzip;q=0"); refused.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s is compressed for one who refuses that", path)
		}
	}
}

// TestSpreadsheet reads the CSV feed back: as many cells in each row, and none
// that a spreadsheet would calculate.
func TestSpreadsheet(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	_, body := hub.Get(t, "/feeds/events.csv?from=2026-10-01")
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 10 {
		t.Errorf("%d rows, want all events", len(rows))
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("the cell %q is a formula", cell)
			}
		}
	}
	if !slices.ContainsFunc(rows, func(row []string) bool { return strings.HasPrefix(row[1], "'=1+2") }) {
		t.Error("the title that looks like a formula is not there, or not marked")
	}
}

// TestCalendarLines checks what RFC 5545 wants of every line.
func TestCalendarLines(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	_, body := hub.Get(t, "/feeds/events.ics?from=2026-01-01")
	uids := map[string]bool{}
	for line := range strings.SplitAfterSeq(strings.ReplaceAll(body, "\r\n ", ""), "\n") {
		if line != "" && !strings.HasSuffix(line, "\r\n") {
			t.Errorf("the line %q does not end in CRLF", line)
		}
		if uid, ok := strings.CutPrefix(line, "UID:"); ok {
			if uids[uid] {
				t.Errorf("two events have the UID %s", uid)
			}
			uids[uid] = true
		}
	}
	for line := range strings.SplitSeq(body, "\r\n") {
		if len(line) > 75 {
			t.Errorf("the line %q has %d octets, at most 75 are allowed", line, len(line))
		}
	}
	if len(uids) < 12 {
		t.Errorf("%d events, want every date", len(uids))
	}
}

// TestLanguages asks for one event in each language and by each way to say so.
func TestLanguages(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	titles := map[string]string{"fr": "Ponts et passages", "de": "Brücken und Übergänge", "lb": "Brécken", "en": "Bridges and crossings"}
	for lang, title := range titles {
		for _, ask := range [][]string{
			{"/api/v1/events/{exhibition:key}?lang=" + lang}, {"/api/v1/events/{exhibition:key}", "Accept-Language: " + lang + "-XX, zz;q=0.9"},
			{"/doc/{exhibition}.json", "Accept-Language: " + lang}, {"/" + lang + "/events/{exhibition:key}"},
			{"/doc/{exhibition}.html", "Accept-Language: " + lang}, {"/feeds/events.rss?lang=" + lang}, {"/" + lang + "/"},
			{"/doc/{exhibition}", "Accept: text/html", "Accept-Language: " + lang},
		} {
			res, body := hub.Get(t, hub.Path(ask[0]), ask[1:]...)
			if res.StatusCode != http.StatusOK || !strings.Contains(body, title) {
				t.Errorf("%v = %d, without %q", ask, res.StatusCode, title)
			}
			for other, foreign := range titles {
				if other != lang && strings.Contains(body, foreign) {
					t.Errorf("%v shows the title in %s", ask, other)
				}
			}
		}
	}
}
