package crosswalk

import (
	"regexp"
	"strings"
	"unicode"

	"moselle/schema"
)

var (
	// nobody are the names that say that somebody is not known.
	nobody = regexp.MustCompile(`(?i)^\W*(?:(?:artist|author|maker|künstler\w*|verfasser\w*|artiste|auteur|photograph\w*|fotograf\w*)\W+)?(?:anonym\w*|unknown|unbekannt\w*|inconnue?|onbekend|onbekannt|n\.? ?n\.?|s\. ?n\.?|unidentified|none|n/a)(?:\W+(?:artist|author|maker|künstler\w*|verfasser\w*|artiste|auteur|photographe|fotograf\w*|kunstenaar))?\W*$`)
	// bareLife is what stands behind a family and a given name without any sign.
	bareLife = regexp.MustCompile(`^(\pL[^,]*,\s*[^\d,]*\pL\.?)\s+(\d{4}\s*[-–—]\s*\d{4})$`)
	// life is what catalogues write behind a name: (1850-1921), 1850–, ca. 1850-1921.
	life = regexp.MustCompile(`^(.*\pL\.?)[\s,]*[(\[,]\s*(?:\*|b\.|né\w*|geb\.)?\s*(?:ca\.?|um|vers|c\.)?\s*(\d{4})?\s*[-–—]\s*(?:†|d\.|gest\.)?\s*(\d{4})?\s*\.?\s*[)\]]?\.?$`)
)

// IsNobody reports whether a name says that somebody is not known.
func IsNobody(name string) bool {
	first := strings.IndexFunc(name, unicode.IsLetter)
	return first >= 0 && strings.IndexByte("akmvpfuionsAKMVPFUIONS", name[first]) >= 0 && nobody.MatchString(name)
}

// Agent returns the record of a person or an institution known by a line of text;
// "" for nobody. class is "" when only the name can tell which of the two it is.
// Years of life behind the name become the person's. same is the address at which
// others know them, which is then the key; "" for none.
func (r Reader) Agent(class, lang, name, same, path string) schema.IRI {
	name = strings.TrimRight(OneLine(name), ",;")
	if name == "" || IsNobody(name) || IsAddress(name) {
		return ""
	}
	born, died := "", ""
	if strings.ContainsAny(name, "0123456789") {
		if m := bareLife.FindStringSubmatch(name); m != nil {
			name = m[1] + ", " + m[2]
		}
		if f := life.FindStringSubmatch(name); f != nil && (f[2] != "" || f[3] != "") {
			name, born, died = strings.TrimRight(f[1], ", "), f[2], f[3]
			if class == "" {
				class = "Person"
			}
		}
	}
	if class == "" {
		class = "Person"
		if IsBody(name) {
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
