package datatourisme

import (
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/tree"
)

// overseas are the zones of the overseas departments by the beginning of their
// postal codes; times are written as the clocks there show them.
var overseas = map[string]string{"971": "America/Guadeloupe", "972": "America/Martinique", "973": "America/Cayenne",
	"974": "Indian/Reunion", "975": "America/Miquelon", "976": "Indian/Mayotte", "977": "America/Guadeloupe", "978": "America/Guadeloupe",
	"987": "Pacific/Tahiti", "988": "Pacific/Noumea"}

// zoneOf returns the zone in which an object's times are meant.
func (r *run) zoneOf(o tree.Node) *time.Location {
	name := "Europe/Paris"
	code := strings.TrimSpace(plain(get(first(get(first(get(o, "isLocatedAt")), "address")), "postalCode")))
	if zone, ok := overseas[code[:min(len(code), 3)]]; ok && len(code) == 5 {
		name = zone
	}
	zone, err := schema.LoadZone(name)
	if err != nil {
		return time.UTC
	}
	return zone
}
