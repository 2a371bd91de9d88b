package schema_test

import (
	"testing"

	"moselle/schema"
)

func TestParseAddress(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]schema.Address{
		"Kulturhaus, Königsberger Straße 8a, 48157 Münster": {Name: "Kulturhaus", Street: "Königsberger Straße 8a", PostalCode: "48157", Locality: "Münster"},
		"Maison des Arts\n12, rue de la Gare\nL-4370 Esch":  {Name: "Maison des Arts", Street: "12 rue de la Gare", PostalCode: "4370", Locality: "Esch", Country: "LU"},
		"Saal, Uferweg 25, 48157, Münster, Deutschland":     {Name: "Saal", Street: "Uferweg 25", PostalCode: "48157", Locality: "Münster", Country: "DE"},
		"Concertgebouw, 1012 AB Amsterdam, Nederland":       {Name: "Concertgebouw", PostalCode: "1012 AB", Locality: "Amsterdam", Country: "NL"},
		"Philharmonie, 1 place de l’Europe, Luxembourg":     {Name: "Philharmonie", Street: "1 place de l’Europe", Locality: "Luxembourg", Country: "LU"},
		"Uferstraße 3, 54290 Trier":                         {Name: "Uferstraße 3", Street: "Uferstraße 3", PostalCode: "54290", Locality: "Trier"},
		"Markuskirche, Coerde":                              {Name: "Markuskirche, Coerde"},
		"Saal 3, 2. Obergeschoss, UG":                       {Name: "Saal 3, 2. Obergeschoss, UG"},
		"<b>Foyer</b>":                                      {Name: "Foyer"},
		"":                                                  {},
	} {
		if got := schema.ParseAddress(in); got != want {
			t.Errorf("ParseAddress(%q) = %+v, want %+v", in, got, want)
		}
	}
}

func TestCountryCode(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"LU": "LU", "de": "DE", "uk": "GB", "Lëtzebuerg": "LU", "Grand-Duché de Luxembourg": "LU", "DEU": "DE", " Belgique ": "BE",
		"Frankräich": "", "": "", "12": "", "Österreich": "AT", "Frankreich": "FR",
	} {
		if got := schema.CountryCode(in); got != want {
			t.Errorf("CountryCode(%q) = %q, want %q", in, got, want)
		}
	}
}
