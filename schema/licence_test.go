package schema_test

import (
	"strings"
	"testing"

	"moselle/schema"
)

func TestCanonicalLicence(t *testing.T) {
	t.Parallel()
	const (
		cc     = "https://creativecommons.org/licenses/"
		public = "https://creativecommons.org/publicdomain/"
		rights = "http://rightsstatements.org/vocab/"
	)
	const (
		etalab  = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
		govdata = "https://www.govdata.de/dl-de/"
		odbl    = "https://opendatacommons.org/licenses/odbl/1-0/"
		gfdl    = "https://www.gnu.org/licenses/fdl-1.3.html"
	)
	tests := map[string]string{
		// addresses
		"https://creativecommons.org/licenses/by/4.0/":                                          cc + "by/4.0/",
		"http://creativecommons.org/licenses/by/4.0":                                            cc + "by/4.0/",
		"http://www.creativecommons.org/licenses/by/4.0/deed.fr":                                cc + "by/4.0/",
		"HTTPS://CreativeCommons.org/licenses/BY-SA/4.0/":                                       cc + "by-sa/4.0/",
		"//creativecommons.org/licenses/by-nd/2.5/":                                             cc + "by-nd/2.5/",
		"creativecommons.org/licenses/by-nc-sa/3.0/lu/":                                         cc + "by-nc-sa/3.0/lu/",
		"https://creativecommons.org/licenses/by-sa/3.0/de/deed.en":                             cc + "by-sa/3.0/de/",
		"https://creativecommons.org/licenses/by/3.0/igo/":                                      cc + "by/3.0/igo/",
		"https://creativecommons.org/licenses/by/4.0/de/":                                       cc + "by/4.0/",
		"https://creativecommons.org/licenses/by/4.0/legalcode.de":                              cc + "by/4.0/",
		"http://creativecommons.org/licenses/by-nc-sa/3.0/.":                                    cc + "by-nc-sa/3.0/",
		"https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1":                           cc + "by/4.0/",
		"https://creativecommons.org/publicdomain/zero/1.0/deed":                                public + "zero/1.0/",
		"http://creativecommons.org/publicdomain/mark/1.0/":                                     public + "mark/1.0/",
		"https://rightsstatements.org/page/InC-OW-EU/1.0/?language=fr":                          rights + "InC-OW-EU/1.0/",
		"http://rightsstatements.org/vocab/noc-nc/1.0":                                          rights + "NoC-NC/1.0/",
		"www.rightsstatements.org/data/UND/1.0.json":                                            rights + "UND/1.0/",
		"http://www.europeana.eu/rights/rr-f/":                                                  rights + "InC/1.0/",
		"http://www.europeana.eu/rights/rr-p":                                                   rights + "InC/1.0/",
		"http://www.europeana.eu/rights/unknown/":                                               rights + "CNE/1.0/",
		"http://www.europeana.eu/rights/out-of-copyright-non-commercial/":                       rights + "NoC-NC/1.0/",
		"http://www.europeana.eu/rights/orphan-work-eu/":                                        rights + "InC-OW-EU/1.0/",
		"http://spdx.org/licenses/CC-BY-SA-3.0-DE.html":                                         cc + "by-sa/3.0/de/",
		"https://spdx.org/licenses/etalab-2.0":                                                  etalab,
		"http://dcat-ap.de/def/licenses/dl-zero-de/2.0":                                         govdata + "zero-2-0",
		"http://publications.europa.eu/resource/authority/licence/CC_BYNCSA_4_0":                cc + "by-nc-sa/4.0/",
		"https://w3id.org/italia/controlled-vocabulary/licences/A21_CCBY40":                     cc + "by/4.0/",
		"https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf": etalab,
		"https://www.govdata.de/dl-de/by-2-0":                                                   govdata + "by-2-0",
		"https://opendatacommons.org/licenses/odbl/":                                            odbl,
		"http://www.gnu.org/copyleft/fdl.html":                                                  gfdl,

		// Creative Commons by name
		"CC BY 4.0":               cc + "by/4.0/",
		" cc-by-sa ":              cc + "by-sa/4.0/",
		"CC_BY_NC_ND_3.0":         cc + "by-nc-nd/3.0/",
		"CC BY NC ND":             cc + "by-nc-nd/4.0/",
		"CC-BY-SA-4.0":            cc + "by-sa/4.0/",
		"CC-BY-NC-SA-2.0-FR":      cc + "by-nc-sa/2.0/fr/",
		"cc:by":                   cc + "by/4.0/",
		"CCBY 4.0":                cc + "by/4.0/",
		"CC BY v4.0":              cc + "by/4.0/",
		"CC BY 4":                 cc + "by/4.0/",
		"(CC BY-SA 4.0)":          cc + "by-sa/4.0/",
		"Creative Commons BY 2.0": cc + "by/2.0/",
		"Creative Commons Attribution-ShareAlike 4.0 International License":                        cc + "by-sa/4.0/",
		"Attribution-NonCommercial-NoDerivs 3.0 Unported":                                          cc + "by-nc-nd/3.0/",
		"Attribution - Partage dans les Mêmes Conditions 4.0":                                      cc + "by-sa/4.0/",
		"Licence Creative Commons : Attribution - Pas d’Utilisation Commerciale 4.0 International": cc + "by-nc/4.0/",
		"Attribution - Pas d'Utilisation Commerciale - Pas de Modification 3.0 France":             cc + "by-nc-nd/3.0/fr/",
		"Namensnennung 3.0 Deutschland":                                                            cc + "by/3.0/de/",
		"Namensnennung - Weitergabe unter gleichen Bedingungen 4.0 International":                  cc + "by-sa/4.0/",
		"Namensnennung-Nicht kommerziell-Keine Bearbeitungen 3.0 Luxemburg":                        cc + "by-nc-nd/3.0/lu/",
		"Creative Commons Namensnennung Österreich":                                                cc + "by/3.0/at/",
		"Naamsvermelding-NietCommercieel-GelijkDelen 4.0 Internationaal":                           cc + "by-nc-sa/4.0/",
		"Naamsvermelding - Geen Afgeleide Werken 3.0 België":                                       cc + "by-nd/3.0/be/",

		"Creative Commons Uznanie Autorstwa (CC-BY-SA)": cc + "by-sa/4.0/",

		// the public domain
		"CC0":     public + "zero/1.0/",
		"cc0 1.0": public + "zero/1.0/",
		"CC0-1.0": public + "zero/1.0/",
		"CC0 1.0 Universal (CC0 1.0) Public Domain Dedication": public + "zero/1.0/",
		"Public Domain Mark 1.0":                               public + "mark/1.0/",
		"gemeinfrei":                                           public + "mark/1.0/",
		"Domaine public":                                       public + "mark/1.0/",
		"Publiek Domein":                                       public + "mark/1.0/",

		// rights statements
		"InC": rights + "InC/1.0/",
		"In Copyright - Educational Use Permitted": rights + "InC-EDU/1.0/",
		"No Copyright – United States":             rights + "NoC-US/1.0/",
		"No Known Copyright":                       rights + "NKC/1.0/",
		"Copyright Not Evaluated":                  rights + "CNE/1.0/",
		"Tous droits réservés":                     rights + "InC/1.0/",
		"ALL RIGHTS RESERVED.":                     rights + "InC/1.0/",
		"Alle Rechte vorbehalten":                  rights + "InC/1.0/",
		"Rights Reserved - Free Access":            rights + "InC/1.0/",
		"© Musée du Pont, 2019":                    rights + "InC/1.0/",
		"(c) A. Weber":                             rights + "InC/1.0/",
		"Photo © A. Weber":                         rights + "InC/1.0/",
		"Copyright 2006 Example":                   rights + "InC/1.0/",

		// others
		"Licence Ouverte":                              etalab,
		"Licence Ouverte 2.0":                          etalab,
		"Licence Ouverte / Open Licence version 2.0":   etalab,
		"dl-de/by-2-0":                                 govdata + "by-2-0",
		"Datenlizenz Deutschland – Zero – Version 2.0": govdata + "zero-2-0",
		"ODbL": odbl,
		"Open Data Commons Open Database License (ODbL)": odbl,
		"GFDL-1.3-or-later": gfdl,
		"Licence Art Libre": "https://artlibre.org/licence/lal/",

		// none
		"":                         "",
		"-":                        "",
		"©, CC BY":                 "",
		"CC BY-XX 4.0":             "",
		"CC BY-ND-SA 4.0":          "",
		"CC NC":                    "",
		"by":                       "",
		"Attribution":              "",
		"Creative Commons":         "",
		"free":                     "",
		"4.0":                      "",
		"Photo: J. Muller":         "",
		"© A. Weber, sous licence": "",
		"Musée (CC)":               "",
		"see the website":          "",
		"https://a.example/terms":  "",
		"https://a.example/creativecommons.org/licenses/by/4.0/":   "",
		"http://creativecommons.org.evil.example/licenses/by/4.0/": "",
		"https://creativecommons.org/licenses/sampling+/1.0/":      "",
		"http://rightsstatements.org/vocab/InC-XX/1.0/":            "",
		strings.Repeat("CC BY ", 100):                              "",
	}
	for in, want := range tests {
		if got, ok := schema.CanonicalLicence(in); got != want || ok != (want != "") {
			t.Errorf("CanonicalLicence(%q) = %q, %v, want %q", in, got, ok, want)
		}
		if again, _ := schema.CanonicalLicence(want); want != "" && again != want {
			t.Errorf("CanonicalLicence(%q) = %q, want it unchanged", want, again)
		}
	}
}

func TestReuse(t *testing.T) {
	t.Parallel()
	const cc, rights = "https://creativecommons.org/", "http://rightsstatements.org/vocab/"
	groups := map[string][]string{
		"open": {cc + "licenses/by/4.0/", cc + "licenses/by-sa/3.0/lu/", cc + "publicdomain/zero/1.0/", cc + "publicdomain/mark/1.0/",
			"https://www.etalab.gouv.fr/licence-ouverte-open-licence/", "https://www.govdata.de/dl-de/by-2-0", "https://opendatacommons.org/licenses/odbl/1-0/"},
		"restricted": {cc + "licenses/by-nc/4.0/", cc + "licenses/by-nd/4.0/", cc + "licenses/by-nc-sa/4.0/", cc + "licenses/by-nc-nd/3.0/",
			"https://www.govdata.de/dl-de/by-nc-1-0", rights + "NoC-NC/1.0/", rights + "NoC-OKLR/1.0/", rights + "InC-EDU/1.0/"},
		"permission": {rights + "InC/1.0/", rights + "InC-OW-EU/1.0/", rights + "InC-NC/1.0/", rights + "InC-RUU/1.0/", rights + "CNE/1.0/", rights + "UND/1.0/",
			rights + "NKC/1.0/", rights + "NoC-CR/1.0/", rights + "NoC-US/1.0/"},
		"unknown": {"", "https://a.example/terms", rights + "unheard/1.0/", rights + "InC/2.0/"},
	}
	for want, iris := range groups {
		for _, iri := range iris {
			if got := schema.Reuse(iri); got != want {
				t.Errorf("Reuse(%q) = %q, want %q", iri, got, want)
			}
		}
	}
}

func TestLicenceName(t *testing.T) {
	t.Parallel()
	tests := []struct{ licence, lang, want string }{
		{"CC BY 4.0", "fr", "CC BY 4.0"},
		{"Namensnennung 3.0 Deutschland", "fr", "CC BY 3.0 DE"},
		{"CC BY-NC-SA 2.0 FR", "de", "CC BY-NC-SA 2.0 FR"},
		{"CC0", "lb", "CC0 1.0"},
		{"PDM", "fr", "domaine public"},
		{"PDM", "de-AT", "gemeinfrei"},
		{"PDM", "pt", "public domain"},
		{"InC", "fr", "tous droits réservés"},
		{"CNE", "nl", "auteursrecht niet onderzocht"},
		{"ODbL", "en", "ODbL 1.0"},
		{"Licence Ouverte 1.0", "en", "Licence Ouverte"},
		{"dl-de/by-2-0", "de", "dl-de/by-2-0"},
	}
	for _, tt := range tests {
		iri, _ := schema.CanonicalLicence(tt.licence)
		if got := schema.LicenceName(iri, tt.lang); got != tt.want {
			t.Errorf("LicenceName(%s, %s) = %q, want %q", tt.licence, tt.lang, got, tt.want)
		}
	}
	for _, iri := range []string{"", "https://a.example/terms"} {
		if got := schema.LicenceName(iri, "fr"); got != iri {
			t.Errorf("LicenceName(%q) = %q, want it unchanged", iri, got)
		}
	}
}
