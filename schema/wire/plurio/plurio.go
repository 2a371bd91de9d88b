// Package plurio reads and writes the XML of Plurio.net, version 1.6: the form
// in which institutions fed it (import: guide and agenda) and the form in which
// it gave its agenda away (export). It also knows the numbers that both use for
// towns and categories. What an entry means to the hub is the crosswalk's and
// the connector's affair.
package plurio

// Document is one file. An export has a Header and events; an import has an
// Action, and a guide beside the agenda.
type Document struct {
	Action        string         `xml:"action,attr,omitempty"` // insert, update
	Header        *Header        `xml:"header"`
	License       *License       `xml:"license"`
	Buildings     []Building     `xml:"guide>guideBuildings>entityBuilding"`
	Organisations []Organisation `xml:"guide>guideOrganisations>entityOrganisation"`
	Persons       []Person       `xml:"guide>guidePersons>entityPerson"`
	Events        []Event        `xml:"agenda>event"`
}

// Header says what an export is.
type Header struct {
	Version    string      `xml:"export_version"`
	File       string      `xml:"export_file"`
	URL        string      `xml:"export_url"`
	Date       string      `xml:"export_date"` // 2027-02-28
	Time       string      `xml:"export_time"` // 18:00:00
	Group      ExportGroup `xml:"export_group"`
	Filter     string      `xml:"export_filter"`
	Schema     string      `xml:"export_xsd"`        // the address of the schema
	Categories string      `xml:"export_categories"` // that of the list of categories
	Types      string      `xml:"export_types"`      // that of the list of functions
	Events     string      `xml:"export_events_count,omitempty"`
	Count      string      `xml:"export_count,omitempty"`
}

// ExportGroup is who the export was made for.
type ExportGroup struct {
	ID   string `xml:"id,attr,omitempty"`
	Name string `xml:",chardata"`
}

// License is what an import says of its rights.
type License struct {
	About    string     `xml:"about,attr"`
	Permits  []Resource `xml:"permits"`
	Requires []Resource `xml:"requires"`
}

// Resource is an address.
type Resource struct {
	Address string `xml:"resource,attr"`
}
