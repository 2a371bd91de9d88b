package negotiate

import (
	"net/http"
	"slices"
	"strings"

	"moselle/schema"
)

// Language returns the offered language that the request's Accept-Language
// header wants most, by the lookup of RFC 4647, section 3.4: "de-LU" is
// answered with "de", and "lu" means Luxembourgish. It is the first offer when
// none fits, "" only when nothing is offered.
func Language(h http.Header, offers []string) string {
	wanted := byWeight(elements(h, "Accept-Language"))
	refused := func(tag string) bool {
		return slices.ContainsFunc(wanted, func(e element) bool { return e.q == 0 && e.value == tag })
	}
	for _, e := range wanted {
		if e.q == 0 {
			break
		}
		for tag := e.value; tag != ""; tag = parent(tag) {
			for _, o := range offers {
				if low := strings.ToLower(o); !refused(low) && (low == tag || tag == "*") {
					return o
				}
			}
		}
	}
	fallback, _ := first(offers)
	return fallback
}

// Languages returns every language in which the reader would have contents, the
// best first: those of first, then what Accept-Language names, each followed by
// the language it is a variant of. "*" adds none.
func Languages(h http.Header, first ...string) []string {
	chain := slices.Clone(first)
	for _, e := range byWeight(elements(h, "Accept-Language")) {
		if e.q == 0 || e.value == "*" {
			continue
		}
		for tag := e.value; tag != ""; tag = parent(tag) {
			if clean := schema.CleanLang(tag); clean != schema.Und && !slices.Contains(chain, clean) {
				chain = append(chain, clean)
			}
		}
	}
	return chain
}

// byWeight sorts the wanted first and writes Luxembourgish as it is.
func byWeight(wanted []element) []element {
	for i, e := range wanted {
		if e.value == "lu" || strings.HasPrefix(e.value, "lu-") {
			wanted[i].value = "lb" + e.value[2:]
		}
	}
	slices.SortStableFunc(wanted, func(a, b element) int { return b.q - a.q })
	return wanted
}

// parent drops the last subtag, and with it a single letter that only led it in.
func parent(tag string) string {
	cut := strings.LastIndexByte(tag, '-')
	if cut < 0 {
		return ""
	}
	tag = tag[:cut]
	if cut := strings.LastIndexByte(tag, '-'); cut == len(tag)-2 && cut >= 0 {
		tag = tag[:cut]
	}
	return tag
}
