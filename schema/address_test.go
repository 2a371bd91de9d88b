package schema_test

import (
	"testing"

	"moselle/schema"
)

func TestParseAddress(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]schema.Address{
		"Kulturhaus, Königsberger Straße 8a, 48157 Münster":                  {Name: "Kulturhaus", Street: "Königsberger Straße 8a", PostalCode: "48157", Locality: "Münster"},
		"Maison des Arts\n12, rue de la Gare\nL-4370 Esch":                   {Name: "Maison des Arts", Street: "12 rue de la Gare", PostalCode: "4370", Locality: "Esch", Country: "LU"},
		"Saal, Uferweg 25, 48157, Münster, Deutschland":                      {Name: "Saal", Street: "Uferweg 25", PostalCode: "48157", Locality: "Münster", Country: "DE"},
		"Concertgebouw, 1012 AB Amsterdam, Nederland":                        {Name: "Concertgebouw", PostalCode: "1012 AB", Locality: "Amsterdam", Country: "NL"},
		"Philharmonie, 1 place de l’Europe, Luxembourg":                      {Name: "Philharmonie", Street: "1 place de l’Europe", Locality: "Luxembourg", Country: "LU"},
		"Uferstraße 3, 54290 Trier":                                          {Name: "Uferstraße 3", Street: "Uferstraße 3", PostalCode: "54290", Locality: "Trier"},
		"Kulturhaus, 186 Hackney Rd, London E2 7QL, UK":                      {Name: "Kulturhaus", Street: "186 Hackney Rd", PostalCode: "E2 7QL", Locality: "London", Country: "GB"},
		"Bootshaus, Marine Drive, Paignton, TQ3 2NJ":                         {Name: "Bootshaus, Marine Drive", PostalCode: "TQ3 2NJ", Locality: "Paignton"},
		"Bootshaus, Guildhall Cl, Manchester M16 7BA UK":                     {Name: "Bootshaus, Guildhall Cl", PostalCode: "M16 7BA", Locality: "Manchester", Country: "GB"},
		"1600 Seeweg, Mountain View, CA 94043 USA":                           {Name: "1600 Seeweg", Street: "1600 Seeweg", PostalCode: "94043", Locality: "Mountain View", Country: "US"},
		"Bühne, 1 Elgin Street, Ottawa, ON K1P 5W1, Canada":                  {Name: "Bühne", Street: "1 Elgin Street", PostalCode: "K1P 5W1", Locality: "Ottawa", Country: "CA"},
		"Parc du Lac, Chemin de la Rive 7, Bougy, Genève, 1224, Switzerland": {Name: "Parc du Lac", Street: "Chemin de la Rive 7", PostalCode: "1224", Locality: "Bougy", Country: "CH"},
		"Kulturhaus, Uferstraße 3, Echternach, 6450, Luxembourg":             {Name: "Kulturhaus", Street: "Uferstraße 3", PostalCode: "6450", Locality: "Echternach", Country: "LU"},
		"Kulturhaus, Uferstraße 3, Echternach, 6450":                         {Name: "Kulturhaus", Street: "Uferstraße 3", PostalCode: "6450", Locality: "Echternach"},
		"Philharmonie, 1 place de l’Europe, 1499, Luxembourg":                {Name: "Philharmonie", Street: "1 place de l’Europe", PostalCode: "1499", Locality: "Luxembourg"},
		"Salle des fêtes @ 2 place de la Mairie, 57000 Metz Cedex 1, France": {Name: "Salle des fêtes", Street: "2 place de la Mairie", PostalCode: "57000", Locality: "Metz", Country: "FR"},
		"Divadlo, Dlouhá 12, 110 00 Praha":                                   {Name: "Divadlo", Street: "Dlouhá 12", PostalCode: "110 00", Locality: "Praha"},
		"Teatro, Rua do Rio 4, 1250-096 Lisboa, Portugal":                    {Name: "Teatro", Street: "Rua do Rio 4", PostalCode: "1250-096", Locality: "Lisboa", Country: "PT"},
		"123 Main St, Anytown, CA, 12345, USA":                               {Name: "123 Main St", Street: "123 Main St", PostalCode: "12345", Locality: "Anytown", Country: "US"},
		"Kulturhaus, Raum 1234":                                              {Name: "Kulturhaus, Raum 1234"},
		"Kulturhaus, 2026":                                                   {Name: "Kulturhaus, 2026"},
		"Fest, Berlin, 2026":                                                 {Name: "Fest, Berlin, 2026"},
		"6450":                                                               {Name: "6450"},
		"BH23 4AB":                                                           {Name: "BH23 4AB"},
		"Markuskirche, Coerde":                                               {Name: "Markuskirche, Coerde"},
		"Saal 3, 2. Obergeschoss, UG":                                        {Name: "Saal 3, 2. Obergeschoss, UG"},
		"<b>Foyer</b>":                                                       {Name: "Foyer"},
		"":                                                                   {},
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
