package kulturdaten

import (
	"strings"
	"unicode"

	"moselle/schema"
	"moselle/schema/tree"
)

// category is what a tag of kulturdaten.berlin means here.
type category struct {
	de, en   string
	class    string // of events
	audience bool   // it says for whom, not what
}

// categories are the tags of attractions, by the last part of their codes.
var categories = map[string]category{
	"Art":               {de: "Kunst und Kultur", en: "Art and culture"},
	"Children":          {de: "Kinder und Jugendliche", en: "Children and young people", class: "ChildrensEvent", audience: true},
	"ChristmasTime":     {de: "Weihnachtszeit", en: "Christmas time"},
	"Conferences":       {de: "Konferenzen und Messen", en: "Conferences and fairs", class: "ConferenceEvent"},
	"Dance":             {de: "Tanz", en: "Dance", class: "DanceEvent"},
	"Education":         {de: "Bildung und Schule", en: "Education and school", class: "EducationEvent"},
	"Exhibitions":       {de: "Ausstellungen", en: "Exhibitions", class: "ExhibitionEvent"},
	"Festivals":         {de: "Feste", en: "Festivals", class: "Festival"},
	"Health":            {de: "Gesundheit und Umwelt", en: "Health and environment"},
	"InformationEvents": {de: "Infoveranstaltungen", en: "Information events"},
	"Lectures":          {de: "Lesungen und Vorträge", en: "Readings and lectures", class: "LiteraryEvent"},
	"Music":             {de: "Musik", en: "Music", class: "MusicEvent"},
	"Police":            {de: "Polizei", en: "Police"},
	"Politics":          {de: "Politik", en: "Politics"},
	"Recreation":        {de: "Freizeit", en: "Recreation"},
	"Seniors":           {de: "Senioren", en: "Seniors", audience: true},
	"Stages":            {de: "Bühne und Film", en: "Stage and film"},
	"Walks":             {de: "Führungen und Spaziergänge", en: "Tours and walks"},
	"WeeklyMarkets":     {de: "Wochenmärkte", en: "Weekly markets"},
	"Women":             {de: "Frauen", en: "Women", audience: true},
}

// access is what a tag of accessibility means here.
type access struct {
	de, en, fr string
	absent     bool
}

// accesses are the tags of accessibility, by the last part of their codes.
var accesses = map[string]access{
	"WheelchairAccessible":   {de: "rollstuhlgerecht", en: "wheelchair accessible", fr: "accessible en fauteuil roulant"},
	"NotForWheelchair":       {de: "rollstuhlgerecht", en: "wheelchair accessible", fr: "accessible en fauteuil roulant", absent: true},
	"DifficultForWheelchair": {de: "mit dem Rollstuhl nur mit Mühe zugänglich", en: "difficult of access in a wheelchair", fr: "difficile d’accès en fauteuil roulant"},
	"WC_DIN_18024":           {de: "barrierefreie Toilette (DIN 18024)", en: "accessible toilet (DIN 18024)", fr: "toilettes accessibles (DIN 18024)"},
	"Elevator":               {de: "Aufzug", en: "lift", fr: "ascenseur"},
	"DisabledParking":        {de: "Parkplatz für Menschen mit Behinderung", en: "parking for disabled people", fr: "place de stationnement pour personnes handicapées"},
	"InductiveHearingAid":    {de: "induktive Höranlage", en: "induction loop", fr: "boucle magnétique"},
	"InfraredHearingAid":     {de: "Infrarot-Höranlage", en: "infrared hearing system", fr: "système d’écoute infrarouge"},
	"RadioHearingAid":        {de: "Funk-Höranlage", en: "radio hearing system", fr: "système d’écoute par radio"},
}

// terms adds tags: those with a code as terms, or as the audience they mean,
// words as keywords.
func (m *mapper) terms(b *schema.Builder, tags tree.Node) {
	for v := range each(tags) {
		code := plain(v)
		last := code[strings.LastIndexByte(code, '.')+1:]
		known, listed := categories[last]
		o, _, named := m.r.find(tag, code)
		switch isEvent := b.Class().Name == "Event"; {
		case code == "":
		case strings.HasPrefix(code, "T_") && !named:
			b.Fault(schema.Fault{Path: "tags", Value: code, Message: "the tag is given by its number alone; it is left out; name the list of tags under the setting with"})
		case !coded(code) && !named:
			b.Text("keywords", m.r.Lang, code)
		case listed && known.audience && b.Class().Property("audience") != nil:
			m.term(b.Part("audience", "DefinedTerm"), o, code, known.de, known.en)
			if isEvent && known.class != "" {
				b.Type(known.class)
			}
		default:
			m.term(b.Part("additionalType", "DefinedTerm"), o, code, known.de, known.en)
			if isEvent && known.class != "" {
				b.Type(known.class)
			}
		}
	}
}

// coded reports whether a tag is a code such as "attraction.category.Music".
func coded(s string) bool { return strings.Contains(s, ".") && !strings.Contains(s, " ") }

// term fills a part with a tag: its names as the list of tags has them, else in
// words of our own, else those that its code is made of.
func (m *mapper) term(p *schema.Builder, o tree.Node, code, de, en string) {
	m.texts(p, "name", o.Member("title"))
	if !p.Has("name") {
		p.Text("name", "de", de)
		p.Text("name", "en", en)
	}
	if !p.Has("name") {
		p.Text("name", "en", words(code))
	}
	p.Put("termCode", code)
}

// features adds what makes a place accessible, or is missing there.
func (m *mapper) features(b *schema.Builder, tags tree.Node) {
	for v := range each(tags) {
		code := plain(v)
		if code == "" {
			continue
		}
		known := accesses[code[strings.LastIndexByte(code, '.')+1:]]
		o, _, _ := m.r.find(tag, code)
		if known.absent {
			o = tree.Node{} // its name says the contrary
		}
		f := b.Part("accessibilityFeature", "Feature")
		m.term(f, o, code, known.de, known.en)
		f.Text("name", "fr", known.fr)
		if known.absent {
			f.Put("present", "false")
		}
	}
}

// words turns the last part of a code into what people read: "FineArts" is "Fine
// arts".
func words(code string) string {
	var b strings.Builder
	for i, r := range strings.ReplaceAll(code[strings.LastIndexByte(code, '.')+1:], "_", " ") {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte(' ')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
