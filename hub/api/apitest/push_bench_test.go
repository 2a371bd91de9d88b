package apitest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"moselle/hub/api/apitest"
)

// season is a batch of n events in ten houses, of which version tells one from
// another.
func season(n int, version string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"key": "e%d", "record": %s}`+"\n", i, evening(i, version))
	}
	return b.String()
}

func evening(i int, version string) string {
	return fmt.Sprintf(`{"type": ["MusicEvent", "Event"], "name": {"fr": "Soirée %d %s", "de": "Abend %d"}, "startDate": "2027-%02d-%02dT20:00", "endDate": "2027-%02d-%02dT22:00", `+
		`"location": {"key": "house-%d", "name": "Maison %d", "address": {"addressLocality": "Esch", "addressCountry": "LU"}, "geo": {"latitude": 49.4958, "longitude": 5.9806}}, `+
		`"description": {"fr": "Deux heures de musique, la %de fois."}, "offers": [{"price": 12, "priceCurrency": "EUR"}], "url": "https://forges.example/soir/%d", `+
		`"image": [{"contentUrl": "https://forges.example/%d.jpg"}], "additionalType": [{"name": {"fr": "Concert"}}]}`,
		i, version, i, i%12+1, i%28+1, i%12+1, i%28+1, i%10, i%10, i, i, i)
}

// BenchmarkPush sends ten thousand events in one request, the same again, and
// then one by one into a source that holds as many.
func BenchmarkPush(b *testing.B) {
	const n = 10_000
	send := func(b *testing.B, h *apitest.Hub, body, status string) {
		res, text := h.Do(b, http.MethodPost, records, body, auth, lines)
		if got := strings.Count(text, `"status":"`+status+`"`); res.StatusCode != 200 || got != n {
			b.Fatalf("POST = %d with %d %s, want %d: %.500s", res.StatusCode, got, status, n, text)
		}
	}
	rate := func(b *testing.B) { b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "items/s") }
	b.Run("batch", func(b *testing.B) {
		body := season(n, "")
		for b.Loop() {
			b.StopTimer()
			h := pushed(b, "")
			b.StartTimer()
			send(b, h, body, "created")
		}
		rate(b)
	})
	b.Run("unchanged", func(b *testing.B) {
		h, body := pushed(b, ""), season(n, "")
		send(b, h, body, "created")
		for b.Loop() {
			send(b, h, body, "unchanged")
		}
		rate(b)
	})
	b.Run("single", func(b *testing.B) {
		h := pushed(b, ", per_minute: 100000")
		send(b, h, season(n, ""), "created")
		for i := 0; b.Loop(); i++ {
			res, text := h.Do(b, http.MethodPut, fmt.Sprintf("%s/e%d", records, i%n), evening(i%n, fmt.Sprint("bis", i)), auth, isJSON)
			if res.StatusCode != 200 || !strings.Contains(text, "updated") {
				b.Fatalf("PUT = %d %s, want 200 updated", res.StatusCode, text)
			}
		}
	})
}
