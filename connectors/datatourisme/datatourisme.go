// Package datatourisme reads what French tourist offices publish through
// DATAtourisme: the archive of a flux, its folder unpacked, objects alone, in a
// list or a line each, tables, and the pages of the API. It makes events and places of
// them and tells of everything else how much there was.
package datatourisme

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"regexp"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/calendar"
)

// Settings are a source's settings.
type Settings struct {
	Types []string `yaml:"types" doc:"DATAtourisme classes of which objects are read, such as Museum or Festival; those of no event and no place are refused."`
	Zone  string   `yaml:"zone" doc:"IANA zone of the times; empty for that of the place: Paris, or the overseas department its postal code names."`
	Pages int      `yaml:"pages" doc:"How many pages of the API are read at most."`
}

// Kind returns the kind "datatourisme".
func Kind() connectors.Kind {
	return connectors.NewKind("datatourisme",
		"Events and places as DATAtourisme publishes them: the ZIP archive or the folder of a flux, objects as JSON, tables as CSV, or the pages of the API.",
		2, Settings{Types: []string{"EntertainmentAndEvent", "CulturalSite"}, Pages: 2000}, sniff, open)
}

// maxPages bounds the setting pages.
const maxPages = 10_000

// marks are members that together only DATAtourisme uses, and the address of an
// object: behind it may stand hundreds of dates before any of them comes.
var marks = regexp.MustCompile(`"(?:@id"\s*:\s*"https?://data\.datatourisme\.(?:gouv\.)?fr/\d+/[^/"]+|isLocatedAt|takesPlaceAt|hasBeenCreatedBy|hasBeenPublishedBy|lastUpdateDatatourisme|hasMainRepresentation|hasContact)"`)

// sniff takes a table with DATAtourisme's columns, an archive that begins with a
// flux's files, and JSON with members
// of DATAtourisme's ontology; it is surer of what also names DATAtourisme.
func sniff(_, _ string, head []byte) int {
	switch connectors.FormOf(head) {
	case connectors.Text:
		if isTable(head) {
			return 95
		}
	case connectors.Workbook:
		const fixed = 30 // bytes before the name of the first file
		if name := head[min(len(head), fixed):]; bytes.HasPrefix(name, []byte("index.json")) || bytes.HasPrefix(name, []byte("objects/")) {
			return 90
		}
	case connectors.JSON:
		found := map[string]bool{}
		for _, m := range marks.FindAll(head, 50) {
			found[string(m)] = true
		}
		switch named := bytes.Contains(head, []byte("datatourisme")); {
		case found[`"lastUpdateDatatourisme"`], named && len(found) > 0, len(found) > 2:
			return 95
		case len(found) > 1:
			return 60
		}
	}
	return 0
}

type connector struct {
	Settings
	env   connectors.Env
	zone  *time.Location // the setting's; nil for that of each place
	types map[string]bool
}

// className is how the ontology writes a class.
var className = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env, types: map[string]bool{}}
	if s.Zone != "" {
		zone, err := calendar.Zone(s.Zone)
		if err != nil {
			return nil, fmt.Errorf("zone: %w", err)
		}
		c.zone = zone
	}
	if s.Pages < 1 || s.Pages > maxPages {
		return nil, fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	}
	if len(s.Types) == 0 {
		return nil, errors.New("types: the list is empty; name what is to be read, such as EntertainmentAndEvent")
	}
	for _, t := range s.Types {
		if !className.MatchString(t) {
			return nil, fmt.Errorf("types: %q is not the name of a class of DATAtourisme: write it as CulturalSite", schema.Excerpt(t))
		}
		c.types[t] = true
	}
	return c, nil
}

// Harvest reads the location, whatever of its forms it turns out to have. A
// document carries its validator as cursor; the API carries none, as its pages
// change one by one.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(bare(c.env.Location), func(l *connectors.Listing) (connectors.Cursor, error) {
		r := &run{connector: c, Listing: l, ctx: ctx, other: map[string]int{}}
		next, err := r.read(from)
		if err != nil {
			return nil, err
		}
		return r.end(next)
	})
}
