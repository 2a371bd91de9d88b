package datatourisme_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
)

// TestBounds holds that what lies beyond a bound is told.
func TestBounds(t *testing.T) {
	t.Parallel()
	many := func(n int, of string) string { return "[" + strings.Repeat(of+",", n) + of + "]" }
	for _, c := range []struct{ member, want string }{
		{`"takesPlaceAt":` + many(1000, `{"startDate":"2026-12-01"}`), "takesPlaceAt: more than 1000 periods; the first are kept"},
		{`"offers":{"priceSpecification":` + many(200, `{"price":5}`) + `}`, "offers: more than 200 prices; the first are kept"},
		{`"isLocatedAt":` + many(20, `{"address":{"addressLocality":"Orseille"}}`), "isLocatedAt: more than 20 places; the first 20 are kept"},
		{`"isLocatedAt":{"openingHoursSpecification":` + many(1000, `{"validFrom":"2026-12-01"}`) + `}`, "openingHours: more than 1000 opening hours; the first are kept"},
	} {
		text := fmt.Sprintf(`[{"@id":"https://data.example/1","@type":["EntertainmentAndEvent"],"rdfs:label":{"fr":["Fête"]},"schema:startDate":"2026-12-01",%s}]`, c.member)
		r := conntest.Harvest(t.Context(), memory(t, "memory", []byte(text)), nil)
		if len(r.Items) != 1 {
			t.Errorf("%.20s: %d items, %v, %v, want 1", c.member, len(r.Items), r.Refusals, r.Err)
			continue
		}
		if !strings.Contains(fmt.Sprint(r.Items[0].Faults), c.want) {
			t.Errorf("%.20s: warnings %v, want %q", c.member, r.Items[0].Faults, c.want)
		}
	}
}
