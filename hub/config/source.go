package config

import (
	"time"

	"gopkg.in/yaml.v3"

	"moselle/schema"
)

// Institution is who publishes.
type Institution struct {
	ID           string            `yaml:"id" doc:"Short name in addresses and settings: small letters, digits and hyphens."`
	Names        map[string]string `yaml:"names" doc:"Name by language, such as {fr: Théâtre, de: Theater}."`
	URL          string            `yaml:"url" doc:"Website."`
	Country      string            `yaml:"country" doc:"Country by its two letters, such as LU."`
	Descriptions map[string]string `yaml:"descriptions" doc:"What it is, by language, in a sentence or two."`
	SameAs       []string          `yaml:"same_as" doc:"Addresses of the same institution elsewhere: Wikidata, ISIL, VIAF."`
}

// Source is one feed or inbox of an institution.
type Source struct {
	ID           schema.SourceID   `yaml:"id" doc:"Short name in addresses and settings: small letters, digits and hyphens. Keep it: the addresses of its records are made from it."`
	Institution  string            `yaml:"institution" doc:"Id of the institution that publishes it."`
	Kind         string            `yaml:"kind" doc:"What form it has: the name of a connector."`
	Location     string            `yaml:"location" doc:"Where it is: an http(s) address, the path of a file or folder beside the settings file, or an account of the Fediverse (@name@host); none for kind push, whose records are sent."`
	Settings     yaml.Node         `yaml:"settings" doc:"Settings of its kind; each connector's README lists them."`
	Schedule     Schedule          `yaml:"schedule" doc:"When it is read: every so often (6h), \"daily 04:30\", or manual."`
	Licence      string            `yaml:"licence" doc:"Licence of its descriptions: a short name (CC0-1.0, CC BY 4.0) or an address."`
	MediaLicence string            `yaml:"media_licence" doc:"Licence of its images and long texts where the source says nothing; none means not known."`
	Language     string            `yaml:"language" doc:"Language of texts that do not say theirs."`
	Zone         string            `yaml:"zone" doc:"Time zone of times that do not say theirs; the hub's zone by default."`
	Terms        Terms             `yaml:"terms" doc:"What its own words for kinds, audiences and accessibility mean: a label, an address or a code with a concept of the hub, such as {Klassik: event.classical}. Its reports list the words that still mean none."`
	Floor        int               `yaml:"floor" doc:"Share of its records, in percent, that one complete reading may delete."`
	Names        map[string]string `yaml:"names" doc:"Title of the dataset by language; by default the institution's name and the id."`
}

// Push is the kind of sources that are not read: their institutions send them.
// They have no location.
const Push = "push"

// Terms are terms of a source with the ids of the concepts they mean (package
// taxonomy).
type Terms map[string]string

// setDefaults gives a source what it need not say.
func (s *Source) setDefaults() {
	s.Schedule = Schedule{Every: 24 * time.Hour}
	s.Licence = "CC0-1.0"
	s.Floor = 20
}

// TimeZone returns the zone of times that do not say theirs.
func (s Source) TimeZone() *time.Location {
	zone, err := time.LoadLocation(s.Zone)
	if err != nil {
		return time.UTC // Load has refused such a name already
	}
	return zone
}

// Institution returns the declared institution of that id.
func (c Config) Institution(id string) (Institution, bool) {
	for _, in := range c.Institutions {
		if in.ID == id {
			return in, true
		}
	}
	return Institution{}, false
}

// Source returns the declared source of that id.
func (c Config) Source(id schema.SourceID) (Source, bool) {
	for _, s := range c.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}
