package lang_test

import (
	"testing"

	"moselle/connectors/lang"
)

func TestPlace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, where, want string }{
		{"en", "line 3", "line 3"},
		{"fr", "", ""},
		{"fr", "line 3", "ligne 3"},
		{"lb", "page 1, line 10", "Säit 1, Zeil 10"},
		{"de", "line 2, Title", "Zeile 2, Title"},
		{"fr", "line 2, nothing", "ligne 2, nothing"},
		{"fr", "page 1, item 3, line 5 of the poem", "page 1, élément 3, line 5 of the poem"},
		{"fr", "row 1, line 16", "ligne 1 du tableau, ligne 16 du fichier"},
		{"de", "item 5, line 33, item 1, e_720002", "Eintrag 5, Zeile 33, Eintrag 1, e_720002"},
		{"de", "item 1 (line 2)", "Eintrag 1 (Zeile 2)"},
		{"fr", "sheet Été 2027 row 3", "feuille Été 2027 ligne 3"},
		{"de", "list.html line 4", "list.html Zeile 4"},
		{"de", "export/1.json, entry 4", "export/1.json, Eintrag 4"},
		{"de", "agenda.jsonld, member https://a.example/1", "agenda.jsonld, Eintrag https://a.example/1"},
		{"lb", "event, Lies op!", "Evenement, Lies op!"},
		{"fr", "line 4, UID a@b.example", "ligne 4, UID a@b.example"},
		{"fr", "the document", "le document"},
		{"de", "nodes without address", "Knoten ohne Adresse"},
		{"fr", "the house has no door", "the house has no door"},
		{"fr", "https://a.example/line 3", "https://a.example/line 3"},
		{"fr", "line three", "line three"},
		{"fr", "line 3x", "line 3x"},
	} {
		if got := lang.Place(c.lang, c.where); got != c.want {
			t.Errorf("Place(%q, %q) = %q, want %q", c.lang, c.where, got, c.want)
		}
	}
}

// FuzzPlace: what is foreign in a place neither panics nor gets lost.
func FuzzPlace(f *testing.F) {
	f.Add("page 1, item 2 (line 3), x")
	f.Add("a.xml line 4")
	f.Fuzz(func(t *testing.T, s string) {
		if lang.Place("en", s) != s {
			t.Errorf("Place(en, %q) changes it", s)
		}
		lang.Place("fr", s)
	})
}
