package mods

import (
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// identifier adds an identifier by its type. A page beside the one to show is an
// address of the same thing.
func (m reader) identifier(id Identifier, page string) {
	text := crosswalk.OneLine(id.Text)
	switch kind := strings.ToLower(id.Kind); {
	case id.Invalid, text == "", text == m.key:
	case kind == "uri" || kind == "url" || kind == "" && crosswalk.IsAddress(text):
		if p := crosswalk.Permanent(text); p != "" {
			m.b.Put("sameAs", p)
		} else if page == "" {
			m.b.Put("url", text)
		} else if schema.CleanURL(text) != page {
			m.b.Put("sameAs", text)
		}
	case kind == "doi" && !strings.Contains(text, ":"):
		m.b.Put("sameAs", "https://doi.org/"+text)
	case (kind == "hdl" || kind == "handle") && !strings.Contains(text, ":"):
		m.b.Put("sameAs", "https://hdl.handle.net/"+text)
	case kind == "local":
		m.Identifier(m.b, "", text)
	default:
		m.Identifier(m.b, id.Kind, text)
	}
}

// location adds who holds it or what it is part of, its shelf mark, its page, which
// it returns, and its files.
func (m reader) location(d *Description) (page string) {
	holders := d.Holders
	for _, h := range d.Hosts {
		if len(holders) == 0 {
			holders = h.Holders
		}
	}
	for _, h := range holders {
		m.b.Link("holdingArchive", m.Agent("Organization", h.Lang, h.Text, "", "holdingArchive"))
	}
	for _, s := range d.Shelfmarks {
		m.Identifier(m.b, "shelf mark", s)
	}
	preview := ""
	var files []string
	for _, u := range d.URLs {
		address := schema.CleanURL(u.Address)
		kind := crosswalk.MediaType(address)
		switch {
		case address == "":
		case u.Access == "preview":
			preview = address
		case u.Access == "raw object" || kind != "" && kind != "application/pdf":
			files = append(files, address)
		case page == "" || u.Primary:
			page = address
		}
	}
	m.b.Put("url", page)
	alone := len(files) == 0 && preview != ""
	if alone {
		files, preview = []string{preview}, ""
	}
	licence := m.licence(d)
	for _, address := range files {
		p := m.b.Part("associatedMedia", "Media")
		p.Put("contentUrl", address)
		p.Put("thumbnailUrl", preview)
		kind := crosswalk.MediaType(address)
		p.Put("encodingFormat", kind)
		switch top, _, _ := strings.Cut(kind, "/"); top {
		case "image":
			p.Type("ImageObject")
		case "":
			if alone {
				p.Type("ImageObject")
			}
		case "audio":
			p.Type("AudioObject")
		case "video":
			p.Type("VideoObject")
		}
		p.Put("license", licence)
		preview = ""
	}
	return page
}

// licence returns the licence of the files: the one that is named, else the one
// that is declared of the source.
func (m reader) licence(d *Description) string {
	if iri := named(d); iri != "" {
		return iri
	}
	return m.License
}

func named(d *Description) string {
	for _, r := range d.Rights {
		for _, s := range []string{r.IRI, crosswalk.OneLine(r.Text)} {
			if iri, ok := schema.CanonicalLicence(s); ok {
				return iri
			}
		}
	}
	return ""
}

// rights adds what is said in words; a licence is that of the files, and the
// work's own where there are none.
func (m reader) rights(d *Description) {
	if !m.b.Has("associatedMedia") {
		m.b.Put("usageInfo", named(d))
	}
	var notices, conditions []Text
	for _, r := range d.Rights {
		text := crosswalk.OneLine(r.Text)
		if _, ok := schema.CanonicalLicence(text); ok || crosswalk.IsAddress(text) {
			continue
		}
		if strings.Contains(strings.ToLower(r.Kind), "restriction") {
			conditions = append(conditions, Text{r.Lang, text})
		} else {
			notices = append(notices, Text{r.Lang, text})
		}
	}
	m.prose("copyrightNotice", notices)
	m.prose("conditionsOfAccess", conditions)
}
