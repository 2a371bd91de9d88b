package lido

import (
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/dom"
)

var (
	// former are the types of repositories that keep the object no more.
	former = regexp.MustCompile(`(?i)former|ehemals|frühere|ancien|vroeger|/lido00476$|/lido01019$`)
	// sort are words for the sort of right that somebody has, which are no licence.
	sort = regexp.MustCompile(`(?i)^(?:urheberrechte?|verwertungsrechte?|nutzungsrechte?|leistungsschutzrechte?|copyright|droits? d.(?:auteur|exploitation)|auteursrecht(?:en)?|(?:usage|exploitation) rights?|https?://vocab\.getty\.edu/aat/300055598)$`)
)

// holders adds who keeps the object, where, and under which numbers.
func (m *reader) holders(b *schema.Builder, identification *dom.Element) {
	for _, set := range identification.All("repositoryWrap", "repositorySet") {
		for _, id := range set.All("workID") {
			identifier(b, id)
		}
		if former.MatchString(set.Attr("type")) {
			continue
		}
		keeper, at := set.Child("repositoryName"), set.Child("repositoryLocation")
		if !b.Has("holdingArchive") {
			b.Link("holdingArchive", m.body(keeper, "holdingArchive"))
		}
		if b.Has("itemLocation") {
			continue
		}
		var named []*dom.Element
		if at.Child("gml") != nil || at.Child("partOfPlace") != nil {
			named = keeper.All("legalBodyName", "appellationValue")
		}
		b.Link("itemLocation", m.place(b, at, "itemLocation", named))
	}
}

// administration adds the rights in the object and in its record, and its page.
func (m *reader) administration(b *schema.Builder, a *dom.Element) {
	sets := a.All("rightsWorkWrap", "rightsWorkSet")
	b.Put("usageInfo", m.rights(b, "usageInfo", sets))
	for _, set := range sets {
		m.prose(b, "creditText", set.All("creditLine"), "; ")
	}
	record := a.Child("recordWrap")
	b.Put("sdLicense", m.rights(b, "sdLicense", record.All("recordRights")))
	for _, link := range record.All("recordInfoSet", "recordInfoLink") {
		if format := strings.ToLower(link.Attr("formatResource")); !strings.Contains(format, "xml") && !strings.Contains(format, "json") && crosswalk.IsAddress(link.Value()) {
			b.Put("url", link.Value())
		}
	}
	for _, id := range record.All("recordID") {
		b.Put("sourceIdentifier", id.Value())
	}
}

// rights adds what is said of rights, in one place or in several, and returns the
// licence: an address or a name that is known, else any address. Words that are
// neither become the notice, as do those who hold the rights.
func (m *reader) rights(b *schema.Builder, path string, sets []*dom.Element) string {
	var said, holders []*dom.Element
	for _, set := range sets {
		for _, t := range set.All("rightsType") {
			values := append(t.All("conceptID"), t.All("term")...)
			if len(values) == 0 { // LIDO 0.9 writes a text
				values = []*dom.Element{t}
			}
			for _, v := range values {
				if s := v.Value(); s != "" && !sort.MatchString(s) {
					said = append(said, v)
				}
			}
		}
		for _, h := range set.All("rightsHolder") {
			holders = append(holders, h.All("legalBodyName", "appellationValue")...)
		}
	}
	licence := licenceOf(said)
	if licence == "" && len(said) > 0 {
		b.Fault(schema.Fault{Path: path, Value: said[0].Value(), Message: "not a licence that is known here: write its address as conceptID, for example https://creativecommons.org/licenses/by/4.0/"})
		holders = append([]*dom.Element{said[0]}, holders...)
	}
	if path != "sdLicense" {
		m.prose(b, "copyrightNotice", holders, "; ")
	}
	return licence
}

// licenceOf returns the licence among what is said of rights; "" for none.
func licenceOf(said []*dom.Element) string {
	for _, v := range said {
		if iri, ok := schema.CanonicalLicence(v.Value()); ok {
			return iri
		}
	}
	for _, v := range said {
		if s := v.Value(); crosswalk.IsAddress(s) {
			return s
		}
	}
	return ""
}
