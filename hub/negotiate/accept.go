package negotiate

import (
	"net/http"
	"strings"
)

// Type returns the offered media type that the request's Accept header wants
// most (RFC 9110, section 12.5.1). For each offer the most specific range that
// fits decides; among equal weights the offer that is named more precisely goes
// first, then the order of offers. Without a readable header it is the first
// offer. ok is false when the header excludes every offer: the answer is 406.
func Type(h http.Header, offers []string) (offer string, ok bool) {
	ranges := elements(h, "Accept")
	if len(ranges) == 0 {
		return first(offers)
	}
	bestQ, bestPrecision := 0, 0
	for _, o := range offers {
		q, precision := rate(o, ranges)
		if q > bestQ || q == bestQ && q > 0 && precision > bestPrecision {
			offer, bestQ, bestPrecision = o, q, precision
		}
	}
	return offer, bestQ > 0
}

func first(offers []string) (string, bool) {
	if len(offers) == 0 {
		return "", false
	}
	return offers[0], true
}

// rate returns the weight of an offer and how precisely it was named.
func rate(offer string, ranges []element) (q, precision int) {
	o, _ := parseElement(offer)
	for _, r := range ranges {
		if p := fit(o, r); p > precision {
			q, precision = r.q, p
		}
	}
	return q, precision
}

// fit returns how precisely a range names an offer: 0 not at all, 1 by */*, 2
// by its type, 3 by its subtype, and one more for each parameter. A character
// set or a profile that the offer does not speak of is a wish (RFC 6906, section
// 3); any other parameter is a condition.
func fit(offer, r element) int {
	kind, sub, _ := strings.Cut(offer.value, "/")
	rangeKind, rangeSub, _ := strings.Cut(r.value, "/")
	precision := 3
	switch {
	case r.value == "*/*", r.value == "*": // the latter is how some old clients write it
		precision = 1
	case rangeKind != kind:
		return 0
	case rangeSub == "*":
		precision = 2
	case rangeSub != sub:
		return 0
	}
	for name, value := range r.params {
		switch has, ok := offer.params[name]; {
		case strings.EqualFold(has, value):
			precision++
		case ok || name != "charset" && name != "profile":
			return 0
		}
	}
	return precision
}
