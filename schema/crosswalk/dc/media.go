package dc

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// maxFiles bounds the files of one description.
const maxFiles = 200

// small are the words before the address of a picture that is there for lists.
var small = regexp.MustCompile(`(?i)thumb|vignette|preview|vorschau`)

// file is a file that an identifier or a relation leads to.
type file struct {
	address string
	small   bool
}

// identifier adds an identifier: the first page is the record's own, a file is a
// medium, a permanent one identifies the same thing elsewhere.
func (m *reader) identifier(value string) {
	switch permanent := crosswalk.Permanent(value); {
	case value == m.key:
	case crosswalk.IsAddress(value) && m.keep(value, ""):
	case crosswalk.IsAddress(value):
		if !m.b.Has("url") {
			m.b.Put("url", value)
		}
		m.b.Put("sameAs", permanent)
	case permanent != "":
		m.b.Put("sameAs", permanent)
	case !m.event && !strings.HasPrefix(value, "oai:"):
		m.Identifier(m.b, "", value)
	}
}

// keep takes an address as a file when its ending says that it is one.
func (m *reader) keep(address, before string) bool {
	kind := crosswalk.MediaType(address)
	if kind == "" || kind == "application/pdf" {
		return false
	}
	m.shown(address, small.MatchString(before) || small.MatchString(address))
	return true
}

// shown takes an address that is said to be a file's.
func (m *reader) shown(address string, small bool) {
	if crosswalk.IsAddress(address) && len(m.files) < maxFiles && !slices.ContainsFunc(m.files, func(f file) bool { return f.address == address }) {
		m.files = append(m.files, file{address, small})
	}
}

// relation takes what is related and is a file; works are related by words here,
// which lead nowhere.
func (m *reader) relation(value string) {
	if address, before := crosswalk.AddressIn(value); address != "" {
		m.keep(address, before)
	}
}

// rights adds the files, their licence, and what is said of rights in words. A
// licence is that of the files; where there are none it is the work's own.
func (m *reader) rights() {
	licence := ""
	for _, s := range m.words {
		text := crosswalk.OneLine(s.Value)
		iri, ok := schema.CanonicalLicence(text)
		if !ok {
			if address, _ := crosswalk.AddressIn(text); address != "" {
				iri, ok = schema.CanonicalLicence(address)
			}
		}
		switch {
		case ok && licence == "":
			licence = iri
		case !ok && !m.event && !strings.HasPrefix(text, "info:eu-repo/"):
			m.say("copyrightNotice", m.LangOf(s.Lang), text)
		}
	}
	prop := "associatedMedia"
	if m.event {
		prop = "image"
	} else if len(m.files) == 0 {
		m.b.Put("usageInfo", licence)
	}
	if licence == "" {
		licence = m.License
	}
	thumb := ""
	if i := slices.IndexFunc(m.files, func(f file) bool { return f.small }); i >= 0 && len(m.files) > 1 {
		thumb = m.files[i].address
		m.files = slices.Delete(m.files, i, i+1)
	}
	for _, f := range m.files {
		p := m.b.Part(prop, "Media")
		p.Put("contentUrl", f.address)
		p.Put("thumbnailUrl", thumb)
		kind := crosswalk.MediaType(f.address)
		p.Put("encodingFormat", kind)
		switch {
		case strings.HasPrefix(kind, "image/"):
			p.Type("ImageObject")
		case strings.HasPrefix(kind, "audio/"):
			p.Type("AudioObject")
		case strings.HasPrefix(kind, "video/"):
			p.Type("VideoObject")
		}
		p.Put("license", licence)
		thumb = ""
	}
}
