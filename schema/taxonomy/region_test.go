package taxonomy_test

import (
	"regexp"
	"testing"

	"moselle/schema/taxonomy"
)

func TestRegion(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, country, postcode, locality, region, want string
	}{
		{"commune", "LU", "L-4002", "Esch-sur-Alzette", "", "esch-sur-alzette"},
		{"commune in Luxembourgish", "LU", "", "Déifferdeng", "", "differdange"},
		{"commune by a slash", "lu", "", "Esch/Alzette", "", "esch-sur-alzette"},
		{"the capital as people write it", "LU", "2240", "Luxembourg", "", "luxembourg-ville"},
		{"a quarter of it", "LU", "", "Kirchberg", "", "luxembourg-ville"},
		{"a village", "LU", "L-6310", "Wasserbillig", "", "mertert"},
		{"a commune of before the mergers", "LU", "", "Bascharage", "", "kaerjeng"},
		{"a canton", "LU", "", "", "Canton de Remich", "canton-remich"},
		{"a canton by its bare name", "LU", "", "", "Vianden", "canton-vianden"},
		{"an unknown place", "LU", "L-1000", "Atlantis", "", "lu"},
		{"country by name", "Lëtzebuerg", "", "Echternach", "", "echternach"},
		{"country by the letter of the postal code", "", "L-5501", "Remich", "", "remich"},

		{"département by postal code", "FR", "57310", "Guénange", "", "moselle"},
		{"town within it", "FR", "57000", "Metz", "", "metz"},
		{"town by its German name", "FR", "57100", "Diedenhofen", "", "thionville"},
		{"town without a postal code", "FR", "", "Nancy", "", "nancy"},
		{"town that the postal code contradicts", "FR", "57000", "Nancy", "", "moselle"},
		{"postal code outside Grand Est", "FR", "75001", "Paris", "", "fr"},
		{"town whose namesakes need a postal code", "FR", "", "Neufchâteau", "", "fr"},
		{"that town with it", "FR", "88300", "Neufchâteau", "", "neufchateau-vosges"},
		{"région by name", "FR", "", "", "Grand-Est", "grand-est"},
		{"former région", "FR", "", "", "Lorraine", "grand-est"},
		{"département by name", "France", "", "", "Meurthe-et-Moselle", "meurthe-et-moselle"},
		{"département and town", "FR", "", "Longwy", "Meurthe-et-Moselle", "longwy"},
		{"letter before the postal code", "", "F-67000", "", "", "bas-rhin"},

		{"kreisfreie Stadt", "DE", "54290", "Trier", "", "trier"},
		{"that town in French", "DE", "", "Trèves", "", "trier"},
		{"Land by postal code", "DE", "54411", "Deuselbach", "", "rheinland-pfalz"},
		{"Saarland by postal code", "DE", "66709", "Weiskirchen", "", "saarland"},
		{"Pfalz behind a code like the Saarland's", "DE", "66482", "Zweibrücken", "", "zweibruecken"},
		{"Saarbrücken", "DE", "66111", "Saarbrücken", "", "saarbruecken"},
		{"Land by name", "DE", "", "", "Rheinland-Pfalz", "rheinland-pfalz"},
		{"Kreis by name", "DE", "", "", "Landkreis Trier-Saarburg", "trier-saarburg"},
		{"a name that others bear too", "DE", "", "Neunkirchen", "", "de"},
		{"the same in the Saarland", "DE", "", "Neunkirchen", "Saarland", "neunkirchen"},
		{"elsewhere", "DE", "10115", "Berlin", "Berlin", "de"},

		{"province", "BE", "6700", "Arlon", "", "arlon"},
		{"province without the town", "BE", "B-6980", "", "", "la-roche-en-ardenne"},
		{"Hainaut between Namur and Luxembourg", "BE", "6001", "Marcinelle", "", "hainaut"},
		{"Ostbelgien", "BE", "4700", "Eupen", "", "eupen"},
		{"Ostbelgien, a village", "BE", "4731", "Eynatten", "", "raeren"},
		{"not Ostbelgien", "BE", "4960", "Malmedy", "", "malmedy"},
		{"Liège the province", "BE", "", "", "Liège", "province-de-liege"},
		{"Liège the town", "BE", "4020", "Liège", "", "liege"},
		{"Luxembourg the province", "BE", "", "", "Luxembourg", "province-de-luxembourg"},
		{"Flanders", "BE", "9000", "Gent", "", "be"},
		{"town in Dutch", "BE", "", "Namen", "", "namur"},

		{"another country", "CH", "8001", "Zürich", "", "none"},
		{"no country", "", "57000", "Metz", "", "none"},
		{"a code that is none", "FR", "57", "", "", "fr"},
		{"a code of something else", "FR", "577777777777", "", "", "fr"},
		{"nothing", "", "", "", "", "none"},
	} {
		got := taxonomy.Region(tt.country, tt.postcode, tt.locality, tt.region)
		code := "none"
		if got != nil {
			code = got.Code
		}
		if code != tt.want {
			t.Errorf("%s: Region(%q, %q, %q, %q) = %s, want %s", tt.name, tt.country, tt.postcode, tt.locality, tt.region, code, tt.want)
		}
	}
}

// The tree has what the four countries have.
func TestRegionsAreWhole(t *testing.T) {
	t.Parallel()
	communes := 0
	for _, canton := range taxonomy.Find("region.lu").Narrower {
		communes += len(canton.Narrower)
	}
	if communes != 100 {
		t.Errorf("Luxembourg has %d communes, want 100", communes)
	}
	for of, want := range map[string]int{
		"lu": 12, "grand-est": 10, "rheinland-pfalz": 36, "saarland": 6, "wallonie": 5, "ostbelgien": 9,
	} {
		if got := len(taxonomy.Find("region." + of).Narrower); got != want {
			t.Errorf("%s has %d parts, want %d", of, got, want)
		}
	}
}

func TestNUTS(t *testing.T) {
	t.Parallel()
	form := regexp.MustCompile(`^(LU|FR|DE|BE)[A-Z0-9]{0,3}$`)
	seen := map[string]string{}
	for _, c := range taxonomy.SchemeAt("region").Concepts {
		if c.Notation == "" {
			continue
		}
		if !form.MatchString(c.Notation) {
			t.Errorf("%s: %q is no NUTS code", c.ID(), c.Notation)
		}
		if by := seen[c.Notation]; by != "" {
			t.Errorf("%s and %s are both %s", by, c.ID(), c.Notation)
		}
		seen[c.Notation] = c.ID()
		if top := c.Path()[0].Notation; c.Notation[:2] != top {
			t.Errorf("%s of %s is %s", c.ID(), top, c.Notation)
		}
	}
	for code, want := range map[string]string{
		"DEB21": "region.trier", "DEC01": "region.regionalverband-saarbruecken", "FRF33": "region.moselle", "BE336": "region.ostbelgien",
	} {
		if seen[code] != want {
			t.Errorf("%s is %q, want %s", code, seen[code], want)
		}
	}
}

func BenchmarkRegion(b *testing.B) {
	for _, bb := range []struct{ name, country, postcode, locality, region string }{
		{"commune", "LU", "L-6310", "Wasserbillig", ""},
		{"postcode", "FR", "57310", "", ""},
		{"all", "DE", "54290", "Trier", "Rheinland-Pfalz"},
		{"elsewhere", "CH", "8001", "Zürich", "Zürich"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				taxonomy.Region(bb.country, bb.postcode, bb.locality, bb.region)
			}
		})
	}
}
