package lido

import (
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
)

// authorities are the lists whose identifiers are known without their address,
// by the words that sources write into lido:source or lido:type.
var authorities = []struct {
	name  *regexp.Regexp
	valid *regexp.Regexp
	base  string
}{
	{regexp.MustCompile(`(?i)\bgnd\b|d-nb`), regexp.MustCompile(`^[\dX-]{5,12}$`), "https://d-nb.info/gnd/"},
	{regexp.MustCompile(`(?i)\bulan\b`), regexp.MustCompile(`^\d{6,10}$`), "http://vocab.getty.edu/ulan/"},
	{regexp.MustCompile(`(?i)\baat\b`), regexp.MustCompile(`^\d{6,10}$`), "http://vocab.getty.edu/aat/"},
	{regexp.MustCompile(`(?i)\btgn\b`), regexp.MustCompile(`^\d{6,10}$`), "http://vocab.getty.edu/tgn/"},
	{regexp.MustCompile(`(?i)\bviaf\b`), regexp.MustCompile(`^\d{4,22}$`), "https://viaf.org/viaf/"},
	{regexp.MustCompile(`(?i)wikidata`), regexp.MustCompile(`^Q\d+$`), "http://www.wikidata.org/entity/"},
	{regexp.MustCompile(`(?i)geonames`), regexp.MustCompile(`^\d{4,10}$`), "https://sws.geonames.org/"},
	{regexp.MustCompile(`(?i)iconclass`), regexp.MustCompile(`^\d[\dA-Z()+:,']*$`), "https://iconclass.org/"},
}

func isAddress(s string) bool { return connectors.IsWeb(s) && !strings.ContainsAny(s, " \t") }

// authority returns the address that an identifier is or stands for; "" when it
// is the source's own.
func authority(id *markup.Element) string {
	s := id.Value()
	switch {
	case isAddress(s):
		return s
	case strings.HasPrefix(s, "(DE-588)"):
		return "https://d-nb.info/gnd/" + strings.TrimPrefix(s, "(DE-588)")
	}
	list := id.Attr("source") + " " + id.Attr("type")
	s = strings.TrimRight(strings.ReplaceAll(s, " ", ""), ":")
	for _, a := range authorities {
		if a.name.MatchString(list) && a.valid.MatchString(s) {
			return a.base + s
		}
	}
	return ""
}

// identity returns the key of what has these identifiers, "" without any, and
// the addresses among them. An address goes before a number, Wikidata's before
// all others, so that the same thing has one key however a record lists them.
func identity(ids []*markup.Element) (key string, same []string) {
	for _, id := range ids {
		iri := authority(id)
		if iri == "" {
			if s := id.Value(); s != "" && key == "" {
				key = strings.TrimPrefix(listOf(id)+":"+s, ":")
			}
			continue
		}
		same = append(same, iri)
	}
	best := ""
	for _, iri := range same {
		known := strings.Contains(iri, "wikidata.org/")
		if best == "" || known && !strings.Contains(best, "wikidata.org/") || iri < best && known == strings.Contains(best, "wikidata.org/") {
			best = iri
		}
	}
	if best != "" {
		key = strings.Replace(best, "http://", "https://", 1)
	}
	return key, same
}

// listOf returns which list an identifier is from; "" when nothing says it.
func listOf(id *markup.Element) string {
	if s := id.Attr("source"); s != "" {
		return s
	}
	if s := id.Attr("type"); s != "local" && !isAddress(s) {
		return s
	}
	return ""
}

// kindOf returns what sort of identifier it is, in words; "" when only an
// address or a word for any sort says it.
func kindOf(id *markup.Element) string {
	for _, s := range []string{id.Attr("label"), id.Attr("type"), id.Attr("source")} {
		switch strings.ToLower(s) {
		case "", "local", "uri", "url", "concept-id":
			continue
		}
		if !isAddress(s) {
			return s
		}
	}
	return ""
}
