package kulturdaten

import (
	"bytes"
	"net/url"
	"strings"

	"moselle/connectors"
)

var (
	// typeMarks are values that only the software of kulturdaten.berlin writes.
	typeMarks = []string{`"type.Event"`, `"type.Attraction"`, `"type.Location"`, `"type.Organization"`, `"type.Tag"`}
	// marks are members that its things have, and few others.
	marks = []string{`"originObjectID"`, `"referenceLabel"`, `"referenceId"`, `"inLanguages"`, `"scheduleStatus"`, `"pleaseNote"`, `"permanentOpening"`,
		`"availableLanguages"`, `"openingStatus"`, `"coordinateSystem"`, `"borough"`, `"registrationType"`}
)

// sniff takes JSON whose things bear one of the API's types, or at least three
// members that few others have.
func sniff(location, _ string, head []byte) int {
	if connectors.FormOf(head) != connectors.JSON || bytes.Contains(head, []byte(`"@context"`)) {
		return 0
	}
	if u, err := url.Parse(location); err == nil && connectors.IsWeb(location) && (u.Hostname() == "kulturdaten.berlin" || strings.HasSuffix(u.Hostname(), ".kulturdaten.berlin")) {
		return 95
	}
	has := func(all []string) (n int) {
		for _, mark := range all {
			if bytes.Contains(head, []byte(mark)) {
				n++
			}
		}
		return n
	}
	switch found := has(marks); {
	case has(typeMarks) > 0:
		return 90
	case found >= 3:
		return 80
	case found == 2:
		return 55
	}
	return 0
}
