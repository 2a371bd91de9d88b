package schema_test

import (
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
	tests := map[string]string{
		"https://creativecommons.org/licenses/by/4.0/":             cc + "by/4.0/",
		"http://creativecommons.org/licenses/by/4.0":               cc + "by/4.0/",
		"http://www.creativecommons.org/licenses/by/4.0/deed.fr":   cc + "by/4.0/",
		"creativecommons.org/licenses/by-nc-sa/3.0/lu/":            cc + "by-nc-sa/3.0/lu/",
		"https://creativecommons.org/licenses/by/4.0/legalcode.de": cc + "by/4.0/",
		"https://creativecommons.org/publicdomain/zero/1.0/deed":   public + "zero/1.0/",
		"http://creativecommons.org/publicdomain/mark/1.0/":        public + "mark/1.0/",
		"CC BY 4.0":               cc + "by/4.0/",
		" cc-by-sa ":              cc + "by-sa/4.0/",
		"CC_BY_NC_ND_3.0":         cc + "by-nc-nd/3.0/",
		"Creative Commons BY 2.0": cc + "by/2.0/",
		"CC0":                     public + "zero/1.0/",
		"cc0 1.0":                 public + "zero/1.0/",
		"Public Domain Mark 1.0":  public + "mark/1.0/",
		"gemeinfrei":              public + "mark/1.0/",
		"Domaine public":          public + "mark/1.0/",
		"InC":                     rights + "InC/1.0/",
		"Tous droits réservés":    rights + "InC/1.0/",
		"https://rightsstatements.org/page/InC-OW-EU/1.0/?language=fr": rights + "InC-OW-EU/1.0/",
		"http://rightsstatements.org/vocab/NoC-NC/1.0/":                rights + "NoC-NC/1.0/",
		"Licence Ouverte 2.0":     "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
		"":                        "",
		"CC BY-XX 4.0":            "",
		"Photo: J. Muller":        "",
		"https://a.example/terms": "",
		"http://creativecommons.org.evil.example/licenses/by/4.0/": "",
	}
	for in, want := range tests {
		if got, ok := schema.CanonicalLicence(in); got != want || ok != (want != "") {
			t.Errorf("CanonicalLicence(%q) = %q, %v, want %q", in, got, ok, want)
		}
		if again, _ := schema.CanonicalLicence(want); want != "" && again != want && want[8:12] != "www." {
			t.Errorf("CanonicalLicence(%q) = %q, want it unchanged", want, again)
		}
	}
}

func TestReuse(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"https://creativecommons.org/licenses/by/4.0/":             "open",
		"https://creativecommons.org/licenses/by-sa/3.0/lu/":       "open",
		"https://creativecommons.org/licenses/by-nc/4.0/":          "restricted",
		"https://creativecommons.org/licenses/by-nd/4.0/":          "restricted",
		"https://creativecommons.org/publicdomain/zero/1.0/":       "open",
		"https://creativecommons.org/publicdomain/mark/1.0/":       "open",
		"https://www.etalab.gouv.fr/licence-ouverte-open-licence/": "open",
		"http://rightsstatements.org/vocab/InC/1.0/":               "closed",
		"http://rightsstatements.org/vocab/NoC-NC/1.0/":            "restricted",
		"http://rightsstatements.org/vocab/InC-EDU/1.0/":           "restricted",
		"http://rightsstatements.org/vocab/unheard/1.0/":           "",
		"https://a.example/terms":                                  "",
		"":                                                         "",
	}
	for iri, want := range tests {
		if got := schema.Reuse(iri); got != want {
			t.Errorf("Reuse(%q) = %q, want %q", iri, got, want)
		}
	}
}
