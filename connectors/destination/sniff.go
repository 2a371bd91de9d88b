package destination

import (
	"bytes"
	"net/url"
	"strings"

	"moselle/connectors"
)

// marks are members that items of destination.one have and few others.
var marks = []string{`"timeIntervals"`, `"media_objects"`, `"kitchenTimeIntervals"`, `"hyperObjects"`, `"facetGroups"`, `"interval_match_count"`, `"timeIntervalExceptions"`, `"texts"`}

// sniff takes JSON in which a global_id stands beside members of destination.one,
// and answers of its search, be they empty.
func sniff(location, _ string, head []byte) int {
	if connectors.FormOf(head) != connectors.JSON || bytes.Contains(head, []byte(`"@context"`)) {
		return 0
	}
	if u, err := url.Parse(location); err == nil && connectors.IsWeb(location) {
		host := strings.ToLower(u.Hostname())
		if host == "meta.et4.de" || strings.HasSuffix(host, ".destination.one") {
			return 95
		}
	}
	found := 0
	for _, mark := range marks {
		if bytes.Contains(head, []byte(mark)) {
			found++
		}
	}
	switch counted := bytes.Contains(head, []byte(`"overallcount"`)); {
	case bytes.Contains(head, []byte(`"global_id"`)) && (counted || found >= 2), counted && found > 0:
		return 92
	case bytes.Contains(head, []byte(`"global_id"`)) && found > 0, counted && bytes.Contains(head, []byte(`"items"`)):
		return 70
	}
	return 0
}
