package lido

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// Kinds of events, by the last part of their address at the LIDO terminology or
// by their name.
var (
	making = regexp.MustCompile(`(?i)^(?:lido00007|lido00012|lido00224|lido00025|lido00032|lido00484|lido00486|lido01089|lido01096|lido01127|E12_Production|E65_Creation|beginning_of_existence` +
		`|.*\b(?:production|creation|designing|planning|drafting|création|conception|fabrication|exécution|herstellung|entwurf|planung|anfertigung|schöpfung|vervaardiging|ontwerp|creatie|productie|producere|beginning of existence|début d.existence|daseinsbeginn|fotografie|photography|fotografische aufnahme)\b.*` +
		`|(?:geistige )?schöpfung|hergestellt|gezeichnet|gemalt|gedruckt|geprägt|gebaut|gegossen|geschaffen|geschrieben|verfasst|aufgenommen|fotografiert|entworfen|vorlagenerstellung|druckplatte hergestellt` +
		`|created|made|painted|drawn|printed|written|photographed|taken|built|designed|manufactured|peint|dessiné|imprimé|gedrukt|gravé|fabriqué|photographié|écrit|vervaardigd|geschilderd|getekend|gemaakt)$`)
	// printing is a part of the making in which nobody is the creator.
	printing   = regexp.MustCompile(`(?i)^(?:gedruckt|printed|imprimé|gedrukt)$`)
	publishing = regexp.MustCompile(`(?i)^(?:lido00228|lido00485|publication|publishing|published|veröffentlichung|veröffentlicht|herausgabe|herausgegeben|édition|publié|publicatie|uitgave|uitgegeven)\b`)
	// unspecified events say of the object itself what it is made of, and the time
	// that it is from or about.
	unspecified = regexp.MustCompile(`(?i)^(?:lido00003|event \(non-specified\)|(?:nicht spezifiziertes )?ereignis)$`)
	// others had a part in the making without being who made it.
	others = regexp.MustCompile(`(?i)contribut|mitwirk|/ctb$|commission|patron|paymaster|client|issuer|financ|donor|owner|printer|publisher|engrav(?:ed)? after|auftraggeb|stifter|eigentümer|besitzer|drucker|verleger|commanditaire|imprimeur|éditeur|propriétaire|opdrachtgever|drukker|uitgever|comanditar`)
	// doubted says of an attribution that somebody else may have made it, or did.
	doubted = regexp.MustCompile(`(?i)attribu|zugeschrieben|zuschreibung|toegeschreven|workshop|werkst|ateli[eë]r|studio|circle|umkreis|omgeving|cercle|entourage|school|schule|école|follow|nachfolg|suiveur|navolg|\bafter|\bnach\b|d.après|\bnaar\b|manner|manier|style|stijl|cop[yi]|kopie|imitat|nachahm|possib|probab|perhaps|vermutlich|wohl|möglich|fraglich|peut-être|mogelijk|waarschijnlijk|forme?r|ehemals|unsicher|uncertain|\?`)
)

// kinds returns the names that an event's type goes by.
func (m *reader) kinds(event *dom.Element) (kinds []string) {
	for _, t := range event.All("eventType") {
		for _, id := range t.All("conceptID") {
			s := id.Value()
			kinds = append(kinds, s[strings.LastIndexAny(s, "/#")+1:])
		}
		for _, w := range t.All("term") {
			kinds = append(kinds, w.Value())
		}
	}
	return kinds
}

func anyOf(re *regexp.Regexp, texts []string) bool {
	for _, t := range texts {
		if re.MatchString(t) {
			return true
		}
	}
	return false
}

// event maps what once happened to the object: its making and its publication
// in properties of their own, all else as a sentence of its provenance.
func (m *reader) event(b *schema.Builder, set *dom.Element) {
	event := set.Child("event")
	switch kinds := m.kinds(event); {
	case event == nil:
		m.displayed(set)
	case anyOf(making, kinds):
		m.made(b, event, anyOf(printing, kinds))
	case anyOf(publishing, kinds):
		m.published(b, event)
	case anyOf(unspecified, kinds):
		m.materials(b, event.All("eventMaterialsTech"))
		if e := event.Child("eventDate"); e != nil {
			b.Put("temporalCoverage", m.spanOf(b, e, "temporalCoverage").Interval())
		}
		if len(set.All("displayEvent")) > 0 || event.Child("eventActor") != nil || event.Child("eventPlace") != nil || event.Child("eventDescriptionSet") != nil {
			m.history(set, event)
		}
	default:
		m.history(set, event)
	}
}

// made maps a making; those who printed it are contributors.
func (m *reader) made(b *schema.Builder, event *dom.Element, printed bool) {
	var shown []*dom.Element
	for _, a := range event.All("eventActor") {
		indexed := a.All("actorInRole")
		for _, r := range indexed {
			m.maker(b, r, printed)
		}
		switch {
		case a.Child("actorInRole", "attributionQualifierActor").Value() != "":
			shown = append(shown, a.All("displayActorInRole")...)
		case len(indexed) == 0:
			m.shownActor(b, a.All("displayActorInRole"))
		}
	}
	m.prose(b, "creditText", shown, "; ")
	m.created(b, event.Child("eventDate"))
	for _, p := range event.All("eventPlace") {
		if !b.Has("locationCreated") {
			b.Link("locationCreated", m.place(b, p.Child("place"), "locationCreated", p.All("displayPlace")))
		} else if names := append(placeNames(p.Child("place")), p.All("displayPlace")...); first(names) != "" { // wider ones, or others
			b.Text("keywords", m.lang(names[0]), m.main(names))
		}
	}
	for _, name := range []string{"culture", "periodName"} {
		for _, e := range event.All(name) {
			m.keywords(b, e)
		}
	}
	m.materials(b, event.All("eventMaterialsTech"))
}

// maker adds somebody who had a part in the making: as its creator unless they
// paid or printed it, or are only thought to have made it.
func (m *reader) maker(b *schema.Builder, r *dom.Element, printed bool) {
	prop := "creator"
	if printed {
		prop = "contributor"
	}
	occupations := r.All("roleActor")
	if own := slices.DeleteFunc(slices.Clone(occupations), isOther); len(own) < len(occupations) {
		prop, occupations = "contributor", own
	}
	for _, q := range r.All("attributionQualifierActor") {
		if doubted.MatchString(q.Value()) {
			prop = "contributor"
		}
	}
	b.Link(prop, m.actor(b, r.Child("actor"), occupations, prop))
}

// isOther reports whether a role is of somebody who had a part in the making and
// did not make it; it is no occupation either.
func isOther(role *dom.Element) bool {
	return slices.ContainsFunc(append(role.All("term"), role.All("conceptID")...), func(e *dom.Element) bool { return others.MatchString(e.Value()) })
}

func (m *reader) published(b *schema.Builder, event *dom.Element) {
	for _, r := range event.All("eventActor", "actorInRole") {
		prop := "publisher"
		if b.Has(prop) {
			prop = "contributor"
		}
		b.Link(prop, m.actor(b, r.Child("actor"), slices.DeleteFunc(r.All("roleActor"), isOther), prop))
	}
	if e := event.Child("eventDate"); e != nil {
		b.Put("datePublished", m.spanOf(b, e, "datePublished").Single())
	}
}
