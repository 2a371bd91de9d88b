package catalog

import (
	"cmp"

	"moselle/schema"
)

// Picture is a medium with what reuse needs.
type Picture struct {
	URL             string `json:"url,omitempty"`
	Thumbnail       string `json:"thumbnail,omitempty"`
	License         string `json:"license,omitempty"`
	LicenseName     string `json:"licenseName,omitempty"`
	Reuse           string `json:"reuse"` // open, restricted, permission or unknown
	Attribution     string `json:"attribution"`
	AttributionHTML string `json:"attributionHtml"` // with links; every text escaped
	AttributionLang string `json:"attributionLang"`
	Credit          string `json:"credit,omitempty"`
	CreditLang      string `json:"creditLang,omitempty"`
	Caption         string `json:"caption,omitempty"`
	CaptionLang     string `json:"captionLang,omitempty"`
}

// Shown reports whether pages and feeds show the picture: its licence allows
// that without asking. Data name it in any case.
func (p *Picture) Shown() bool {
	return p.URL != "" && (p.Reuse == schema.ReuseOpen || p.Reuse == schema.ReuseRestricted)
}

// picture returns the medium that stands for a node: the first that has a file,
// nil when none has.
func picture(n *schema.Node) *schema.Node {
	for _, prop := range []string{"image", "associatedMedia", "logo"} {
		for _, m := range n.Nodes(prop) {
			if Web(m.String("contentUrl")) != "" || Web(m.String("thumbnailUrl")) != "" {
				return m
			}
		}
	}
	return nil
}

// picture gives a medium of an entity; linked is as for Attribution.
func (c *Catalog) picture(m *schema.Node, of *Entity, page string, langs []string, linked map[schema.IRI]*Entity) *Picture {
	line := c.Attribution(m, of, page, langs, linked)
	p := &Picture{URL: Web(m.String("contentUrl")), Thumbnail: Web(m.String("thumbnailUrl")),
		License: m.String("license"), LicenseName: schema.LicenceName(m.String("license"), line.Lang), Reuse: schema.Reuse(m.String("license")),
		Attribution: line.Text, AttributionHTML: line.HTML, AttributionLang: line.Lang}
	if p.Credit, p.CreditLang = m.Text("creditText", langs...); p.Credit == "" {
		p.Credit, p.CreditLang = m.Text("copyrightNotice", langs...)
	}
	p.Caption, p.CaptionLang = m.Text("caption", langs...)
	return p
}

// Attribution words what is to be printed beside a medium of an entity, in the
// first of langs that the hub has words in; page without any. It leads to the
// source's own page, or else to that of the hub. linked holds the records that
// schema.CreditLinks of both lead to.
func (c *Catalog) Attribution(m *schema.Node, of *Entity, page string, langs []string, linked map[schema.IRI]*Entity) schema.Attribution {
	name := func(iri schema.IRI) string {
		if e := linked[iri]; e != nil {
			title, _ := e.Node.Title(langs...)
			return title
		}
		return ""
	}
	credit := schema.CreditOf(m, of.Node, name, langs...)
	credit.Page = cmp.Or(Web(of.Node.String("url")), c.Page(page, of.IRI))
	if len(langs) == 0 {
		langs = []string{page}
	}
	return credit.Attribution(langs...)
}
