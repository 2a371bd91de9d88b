package schema_test

import (
	"testing"

	"moselle/schema"
)

func TestNameKey(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"Théâtre  National", "theatre national"},
		{"«Rotondes» – Bonnevoie!", "rotondes bonnevoie"},
		{"Große Straße 5", "grosse strasse 5"},
		{"Cœur d’Alsace", "coeur d alsace"},
		{"Cafe\u0301 Œuvre", "cafe oeuvre"},
		{"Музей", "музеи"},
		{" . ", "."},
	} {
		if got := schema.NameKey(c.in); got != c.want {
			t.Errorf("NameKey(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	if got, want := schema.PlaceKey("CAFE MÜLLER am Fluss", "esch-alzette "), "cafe muller am fluss|esch alzette"; got != want {
		t.Errorf("PlaceKey = %q, want %q", got, want)
	}
}
