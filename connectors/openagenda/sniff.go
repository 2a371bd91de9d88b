package openagenda

import (
	"bytes"
	"net/url"
	"strings"

	"moselle/connectors"
)

// eventMarks are members that events of OpenAgenda have and few others;
// otherMarks those of its agendas, its places and its answers about them.
var (
	eventMarks = []string{`"originAgenda":`, `"attendanceMode":`, `"onlineAccessLink":`, `"nextTiming":`, `"lastTiming":`, `"firstTiming":`, `"dateRange":`,
		`"imageCredits":`, `"locationUid":`, `"longDescription":`, `"registrationUrl":`, `"timings":`, `"conditions":`, `"longdescription_`, `"daterange_`,
		`"originagenda_`, `"canonicalUrl":`, `"firstdate_begin":`}
	otherMarks = []string{`"networkUid":`, `"locationSetUid":`, `"officializedAt":`, `"disqualifiedDuplicates":`, `"duplicateCandidates":`, `"setUid":`,
		`"adminLevel1":`, `"mergedIn":`, `"success":`, `"agendas":`, `"locations":`}
)

// sniff takes a table of a portal, and JSON in which a uid stands beside members that events of
// OpenAgenda have. Of its agendas and places it is sure enough to say that they
// hold no events.
func sniff(location, _ string, head []byte) int {
	if isTable(head) {
		return 95
	}
	if connectors.FormOf(head) != connectors.JSON || bytes.Contains(head, []byte(`"@context"`)) {
		return 0
	}
	if u, err := url.Parse(location); err == nil && connectors.IsWeb(location) && (u.Host == "openagenda.com" || strings.HasSuffix(u.Host, ".openagenda.com")) {
		return 95
	}
	if !bytes.Contains(head, []byte(`"uid"`)) {
		return 0
	}
	switch events := marks(head, eventMarks); {
	case events >= 3, events >= 2 && bytes.Contains(head, []byte("openagenda.com")):
		return 88
	case events >= 2:
		return 60
	case marks(head, otherMarks) >= 2:
		return 50
	}
	return 0
}

func marks(head []byte, of []string) (n int) {
	for _, mark := range of {
		if bytes.Contains(head, []byte(mark)) {
			n++
		}
	}
	return n
}
