package feeds

import (
	"strings"

	"moselle/hub/catalog"
	"moselle/schema"
)

// marked is a title with what nobody may overlook, in every language alike.
func marked(title, status string) string {
	switch status {
	case "EventCancelled":
		return "✕ " + title
	case "EventPostponed":
		return "⏸ " + title
	}
	return title
}

// labels gives names alone, for formats that say no language of them.
func labels(of []catalog.Category) []string {
	out := make([]string, len(of))
	for i, l := range of {
		out[i] = l.Name
	}
	return out
}

// address puts a place on one line.
func address(c catalog.Card) string {
	var parts []string
	for _, s := range []string{c.Place, c.Street, strings.TrimSpace(c.Postcode + " " + c.Locality), c.Country} {
		if s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// coordinates gives latitude and longitude.
func coordinates(c catalog.Card, sep string) string {
	return degrees(c.Latitude) + sep + degrees(c.Longitude)
}

// stated returns a language that is known, "" for others.
func stated(lang string) string {
	if lang == schema.Und {
		return ""
	}
	return lang
}
