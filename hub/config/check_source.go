package config

import (
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"

	"moselle/hub/fault"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/wire/activitypub"
)

var idForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)

func (k *checker) institutions() {
	seen := map[string]bool{}
	for i := range k.config.Institutions {
		in, key := &k.config.Institutions[i], fmt.Sprintf("institutions[%d]", i)
		k.id(key+".id", in.ID, seen)
		k.names(key+".names", in.Names)
		if len(in.Names) == 0 {
			k.fault(key+".names", "missing; write the name in one language at least, such as {fr: …}")
		}
		k.names(key+".descriptions", in.Descriptions)
		if in.URL != "" {
			k.webAddress(key+".url", in.URL)
		}
		if in.Country != "" {
			in.Country = k.country(key+".country", in.Country)
		}
		for j, iri := range in.SameAs {
			if !rdf.ValidIRI(iri) {
				k.fault(fmt.Sprintf("%s.same_as[%d]", key, j), "%q is no absolute address", iri)
			}
		}
	}
}

func (k *checker) sources() {
	seen := map[string]bool{}
	for i := range k.config.Sources {
		s, key := &k.config.Sources[i], fmt.Sprintf("sources[%d]", i)
		k.id(key+".id", string(s.ID), seen)
		if s.Kind == "" {
			k.fault(key+".kind", "missing; name the connector that reads it, such as ics")
		}
		k.location(key+".location", s)
		s.Licence = k.licence(key+".licence", s.Licence)
		if s.MediaLicence != "" {
			s.MediaLicence = k.licence(key+".media_licence", s.MediaLicence)
		}
		if s.Language != "" {
			k.language(key+".language", s.Language)
		}
		if s.Zone == "" {
			s.Zone = k.config.Zone
		} else {
			k.zone(key+".zone", s.Zone)
		}
		k.between(key+".floor", s.Floor, 0, 100)
		k.names(key+".names", s.Names)
		k.terms(key+".terms", s.Terms)
		k.publisher(key, s)
	}
}

// publisher finds the source's institution and the title it lends.
func (k *checker) publisher(key string, s *Source) {
	in, ok := k.config.Institution(s.Institution)
	switch {
	case s.Institution == "":
		k.fault(key+".institution", "missing; write the id of the institution that publishes this source")
	case !ok:
		var known []string
		for _, in := range k.config.Institutions {
			known = append(known, in.ID)
		}
		message := "; declare it under institutions"
		if near := fault.Nearest(s.Institution, known); near != "" {
			message = fmt.Sprintf("; did you mean %q?", near)
		}
		k.fault(key+".institution", "%q is no declared institution%s", s.Institution, message)
	case len(s.Names) == 0:
		s.Names = map[string]string{}
		for tag, name := range in.Names {
			s.Names[tag] = name + " – " + string(s.ID)
		}
	}
}

func (k *checker) id(key, id string, seen map[string]bool) {
	switch {
	case id == "":
		k.fault(key, "missing; give it a short name of small letters, digits and hyphens")
	case !idForm.MatchString(id):
		k.fault(key, "%q is no id; write small letters, digits and hyphens, 64 at most, a letter or digit first", id)
	case id == string(schema.Hub):
		k.fault(key, "%q is the hub's own; choose another", id)
	case seen[id]:
		k.fault(key, "%q is taken; choose another", id)
	}
	seen[id] = true
}

func (k *checker) names(key string, names map[string]string) {
	for _, tag := range slices.Sorted(maps.Keys(names)) {
		k.language(key+"."+tag, tag)
		if names[tag] == "" {
			k.fault(key+"."+tag, "empty; write the text or leave the language out")
		}
	}
}

func (k *checker) webAddress(key, s string) bool {
	u, err := url.Parse(s)
	switch {
	case err != nil, u.Host == "", u.Scheme != "http" && u.Scheme != "https":
		k.fault(key, "%q is no web address; write it whole, beginning with https://", s)
	case u.User != nil:
		k.fault(key, "holds a user name or password; leave them out, the hub reads what is public")
	default:
		return true
	}
	return false
}

// location checks an address, leads a path from the folder of the file, and an
// account of the Fediverse to where its server tells of it.
func (k *checker) location(key string, s *Source) {
	finger, account := activitypub.Finger(s.Location)
	switch scheme, _, found := strings.Cut(s.Location, "://"); {
	case s.Kind == Push && s.Location != "":
		k.fault(key, "a source of kind push has none: its institution sends the records; leave it out, or write the kind that reads this address")
	case s.Kind == Push:
	case account:
		s.Location = finger
	case s.Location == "":
		k.fault(key, "missing; write an http(s) address or the path of a file")
	case found && strings.EqualFold(scheme, "file"):
		k.fault(key, "write a file as its path alone, without file://")
	case found:
		k.webAddress(key, s.Location)
	case !filepath.IsAbs(s.Location):
		s.Location = filepath.Join(filepath.Dir(k.config.file), s.Location)
	}
}

// country returns a country's code in capitals.
func (k *checker) country(key, s string) string {
	code := strings.ToUpper(s)
	if region, err := language.ParseRegion(code); err != nil || !region.IsCountry() || region.String() != code {
		k.fault(key, "%q is no country; write its two letters, such as LU, FR, DE or BE", s)
	}
	return code
}

// licence returns the IRI of a licence as people write it.
func (k *checker) licence(key, s string) string {
	if iri, ok := schema.CanonicalLicence(s); ok {
		return iri
	}
	if strings.Contains(s, "://") && rdf.ValidIRI(s) {
		return s
	}
	k.fault(key, "%q is no licence the hub knows; write a short name (CC0-1.0, CC BY 4.0, InC) or the licence's address", s)
	return s
}

// CheckKinds looks at each source's kind and settings with check, which is
// given nil for a source without settings. The error is an *Error with all
// that check refused.
func (c Config) CheckKinds(check func(kind string, settings *yaml.Node) error) error {
	var faults []Fault
	for i, s := range c.Sources {
		key, settings := fmt.Sprintf("sources[%d]", i), &s.Settings
		if settings.Kind == 0 {
			settings = nil
		} else {
			key += ".settings"
		}
		if err := check(s.Kind, settings); err != nil {
			faults = append(faults, Fault{Key: key, Line: lineOf(c.lines, key), Message: err.Error()})
		}
	}
	return errorOf(c.file, faults)
}
