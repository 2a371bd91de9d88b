package lido

import (
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/dom"
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

// canonical are addresses of the pages about a concept, with those of the concept.
var canonical = []struct{ page, thing string }{
	{"vocab.getty.edu/page/", "http://vocab.getty.edu/"},
	{"www.wikidata.org/wiki/Q", "http://www.wikidata.org/entity/Q"},
	{"www.geonames.org/", "https://sws.geonames.org/"},
}

// isil is an identifier of an institution (ISO 15511) as an address without a scheme.
const isil = "info:isil/"

// authority returns the address that an identifier is or stands for; "" when it
// is the source's own.
func authority(id *dom.Element) string {
	s := id.Value()
	if strings.HasPrefix(s, "http") && strings.Contains(s, " ") {
		s = schema.CleanURL(s)
	}
	switch {
	case crosswalk.IsAddress(s):
		_, rest, _ := strings.Cut(s, "://")
		for _, c := range canonical {
			if end, ok := strings.CutPrefix(rest, c.page); ok {
				return c.thing + end
			}
		}
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
func identity(ids []*dom.Element) (key string, same []string) {
	for _, id := range ids {
		iri := authority(id)
		if iri == "" {
			if s := id.Value(); s != "" && key == "" {
				key = strings.TrimPrefix(listOf(id)+":"+strings.TrimPrefix(s, isil), ":")
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
func listOf(id *dom.Element) string {
	if strings.HasPrefix(id.Value(), isil) {
		return "ISIL"
	}
	if s := id.Attr("source"); s != "" {
		return s
	}
	if s := id.Attr("type"); s != "local" && !crosswalk.IsAddress(s) {
		return s
	}
	return ""
}

// identifier adds an identifier that is no address, with what sort of identifier
// it is.
func identifier(b *schema.Builder, id *dom.Element) {
	kind, value := kindOf(id), id.Value()
	if own, ok := strings.CutPrefix(value, isil); ok {
		kind, value = "ISIL", own
	}
	v := b.Part("identifier", "PropertyValue")
	v.Put("propertyID", kind)
	v.Put("value", value)
}

// kindOf returns what sort of identifier it is, in words; "" when only an
// address or a word for any sort says it.
func kindOf(id *dom.Element) string {
	for _, s := range []string{id.Attr("label"), id.Attr("type"), id.Attr("source")} {
		switch strings.ToLower(s) {
		case "", "local", "uri", "url", "id", "concept-id":
			continue
		}
		if !crosswalk.IsAddress(s) {
			return s
		}
	}
	return ""
}
