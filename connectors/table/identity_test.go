package table_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
)

// TestIdentity tells rows about one thing from rows whose number identifies
// nothing, wherever the second of them stands.
func TestIdentity(t *testing.T) {
	t.Parallel()
	const header = "Nr.;Titel;Datum;Ort\n"
	var many strings.Builder
	for i := range 300 {
		fmt.Fprintf(&many, "%d;Konzert %d;03.12.2026;Aula\n", i, i)
	}
	for _, c := range []struct {
		name, rows string
		items      int
		first      string
	}{
		{"each its own", "1;Konzert;03.12.2026;Aula\n2;Lesung;03.12.2026;Aula\n", 2, "1"},
		{"a further date", "1;Konzert;03.12.2026;Aula\n1;Konzert;04.12.2026;Aula\n", 1, "1"},
		{"a number of the day", "1;Konzert;03.12.2026;Aula\n1;Lesung;04.12.2026;Aula\n", 2, "Konzert 03.12.2026  Aula"},
		{"a further date far below", many.String() + "7;Konzert 7;04.12.2026;Aula\n", 300, "0"},
	} {
		r := conntest.Harvest(t.Context(), open(t, conntest.Settings(t, "lang: de"), []byte(header+c.rows)), nil)
		if r.Err != nil || len(r.Refusals) > 0 || len(r.Items) != c.items {
			t.Errorf("%s: %d items, %d refused, %v; want %d items and nothing else", c.name, len(r.Items), len(r.Refusals), r.Err, c.items)
			continue
		}
		if key := r.Items[0].Key; key != c.first {
			t.Errorf("%s: the first key = %q, want %q", c.name, key, c.first)
		}
	}
}
