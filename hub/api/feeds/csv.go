package feeds

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"moselle/hub/catalog"
)

var csvColumns = []struct {
	name  string
	value func(c catalog.Card) string
}{
	{"id", guid},
	{"title", func(c catalog.Card) string { return c.Name }},
	{"start", func(c catalog.Card) string { return c.Start }},
	{"end", func(c catalog.Card) string { return c.End }},
	{"calendarSummary", func(c catalog.Card) string { return c.Calendar }},
	{"timezone", func(c catalog.Card) string { return c.Timezone }},
	{"status", func(c catalog.Card) string { return c.Status }},
	{"availability", func(c catalog.Card) string { return c.Availability }},
	{"type", func(c catalog.Card) string { return c.Type }},
	{"categories", func(c catalog.Card) string { return strings.Join(labels(c.Categories), "; ") }},
	{"place", func(c catalog.Card) string { return c.Place }},
	{"street", func(c catalog.Card) string { return c.Street }},
	{"postcode", func(c catalog.Card) string { return c.Postcode }},
	{"locality", func(c catalog.Card) string { return c.Locality }},
	{"country", func(c catalog.Card) string { return c.Country }},
	{"latitude", func(c catalog.Card) string { return degrees(c.Latitude) }},
	{"longitude", func(c catalog.Card) string { return degrees(c.Longitude) }},
	{"organizer", func(c catalog.Card) string { return names(c.Organizers) }},
	{"description", func(c catalog.Card) string { return c.Description }},
	{"language", func(c catalog.Card) string { return c.NameLang }},
	{"free", func(c catalog.Card) string { return strconv.FormatBool(c.Free) }},
	{"url", func(c catalog.Card) string { return c.URL }},
	{"page", func(c catalog.Card) string { return c.Page }},
	{"source", func(c catalog.Card) string { return c.Source }},
	{"license", func(c catalog.Card) string { return c.License }},
	{"modified", func(c catalog.Card) string { return c.Modified }},
	{"description_language", func(c catalog.Card) string { return c.DescLang }},
	{"place_language", func(c catalog.Card) string { return c.PlaceLang }},
	{"categories_language", func(c catalog.Card) string { return langs(c.Categories) }},
}

// writeCSV writes RFC 4180 with a header. A cell that a spreadsheet would take
// for a formula is led by an apostrophe.
func writeCSV(w io.Writer, f feed) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := make([]string, len(csvColumns))
	for i, col := range csvColumns {
		row[i] = col.name
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for _, c := range f.cards {
		for i, col := range csvColumns {
			row[i] = harmless(col.value(c))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			return "'" + s
		}
	}
	return s
}

func degrees(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}

// langs gives the languages of names, as often as names.
func langs(of []catalog.Category) string {
	out := make([]string, len(of))
	for i, l := range of {
		out[i] = l.Lang
	}
	return strings.Join(out, "; ")
}

func names(of []catalog.Named) string {
	out := make([]string, len(of))
	for i, n := range of {
		out[i] = n.Name
	}
	return strings.Join(out, "; ")
}
