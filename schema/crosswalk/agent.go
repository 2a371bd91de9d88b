package crosswalk

import (
	"regexp"
	"strings"

	"moselle/schema"
)

var (
	// nobody are the names that say that somebody is not known.
	nobody = regexp.MustCompile(`(?i)^\W*(?:anonym\w*|unknown|unbekannt\w*|inconnue?|onbekend|onbekannt|n\.? ?n\.?|s\. ?n\.?|unidentified|none|n/a)(?:\W+(?:artist|author|maker|künstler\w*|verfasser\w*|artiste|auteur|photographe|fotograf\w*|kunstenaar))?\W*$`)
	// body are words that only the names of institutions have; in German they also end
	// longer ones.
	body = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:museums?|musées?|museo|muzeum|bibliot\pL+|library|libraries|archiv\pL*|universit\pL+|universiteit|institut\pL*|sociét[ée]s?|society|press|gmbh|ltd|inc|corp|co\.?$|s\.?à\.?r\.?l|fondation|foundation|stichting|ville de|stadt|city of|gemeente|commune|minist\pL+|departe?ments?|département|académie|academy|akademie|ateliers?|associations?|cent(?:er|re|rum)|theat(?:er|re)|théâtre|orchest\pL+|ensemble|mediateka|company|compagnie|firma|studios?|church|kirche|abbaye|abbey|school|schools|college|école|lycée|collège|services?|committee|commission|comité|council|conseil|board|bureau|office|agency|agence|imprimerie|éditions|brothers|& (?:co|sons?|fils|cie)|club|league|congress|convention|government|mairie|galerie|gallery|` +
		`\pL*(?:museum|archiv|bibliothek|verlag|druckerei|werkstatt|verein|verband|gesellschaft|stiftung|institut|hochschule|zentrum|fabrik|landesamt))(?:[^\pL]|$)`)
	// inverted is a family name that stands first, which may be one of these words.
	inverted = regexp.MustCompile(`^[\pL'’-]+,\s`)
	// bareLife is what stands behind a family and a given name without any sign.
	bareLife = regexp.MustCompile(`^(\pL[^,]*,\s*[^\d,]*\pL\.?)\s+(\d{4}\s*[-–—]\s*\d{4})$`)
	// life is what catalogues write behind a name: (1850-1921), 1850–, ca. 1850-1921.
	life = regexp.MustCompile(`^(.*\pL\.?)[\s,]*[(\[,]\s*(?:\*|b\.|né\w*|geb\.)?\s*(?:ca\.?|um|vers|c\.)?\s*(\d{4})?\s*[-–—]\s*(?:†|d\.|gest\.)?\s*(\d{4})?\s*\.?\s*[)\]]?\.?$`)
)

// IsNobody reports whether a name says that somebody is not known.
func IsNobody(name string) bool { return nobody.MatchString(name) }

// IsBody reports whether a name is that of an institution or a company, by words
// that only their names have.
func IsBody(name string) bool { return body.MatchString(name) }

// Agent returns the record of a person or an institution known by a line of text;
// "" for nobody. class is "" when only the name can tell which of the two it is.
// Years of life behind the name become the person's. same is the address at which
// others know them, which is then the key; "" for none.
func (r Reader) Agent(class, lang, name, same, path string) schema.IRI {
	name = strings.TrimRight(OneLine(name), ",;")
	if name == "" || nobody.MatchString(name) || IsAddress(name) {
		return ""
	}
	born, died := "", ""
	if m := bareLife.FindStringSubmatch(name); m != nil {
		name = m[1] + ", " + m[2]
	}
	if f := life.FindStringSubmatch(name); f != nil && (f[2] != "" || f[3] != "") {
		name, born, died = strings.TrimRight(f[1], ", "), f[2], f[3]
		if class == "" {
			class = "Person"
		}
	}
	if class == "" {
		class = "Person"
		if body.MatchString(inverted.ReplaceAllString(name, "")) {
			class = "Organization"
		}
	}
	key := schema.NameKey(name)
	if same != "" {
		key = strings.Replace(same, "http://", "https://", 1)
	}
	return r.Embed(class, key, path, func(p *schema.Builder) {
		p.Put("sameAs", same)
		p.Text("name", r.LangOf(lang), name)
		if class == "Person" && (born == "" || died == "" || born <= died) {
			p.Put("birthDate", born)
			p.Put("deathDate", died)
		}
	})
}
