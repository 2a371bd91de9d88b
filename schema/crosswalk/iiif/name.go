package iiif

import (
	"regexp"
	"strings"
)

// somebody is a person or an institution as catalogues write them.
type somebody struct{ name, born, died, role string }

var (
	// life is the years of a life behind a name, and what may follow them:
	// "(1836–1910)", ", 1852-1913", ", -1627", " (1190?-1264). Traducteur".
	life = regexp.MustCompile(`^(.+?)[\s,;]*[(\[]?` + about + `(?:\b(\d{4}))?\??\s*[-–—]\s*` + about + `(\d{4})?\??(?:\d?\d\.\.)?[)\].]*(?:[,.;]?\s+(.*))?$`)
	// span is years that stand on a line of their own behind a name.
	span = regexp.MustCompile(`\b(\d{4})\s*[-–—]\s*(\d{4})?`)
	// active stands before years that are not of a life.
	active = regexp.MustCompile(`(?i)[\s,(]+(?:active|act\.?|fl\.?|floruit|tätig|nachweisbar|actif|active?s?|werkzaam)$`)
	// before is what somebody did, before the name: "Artist: ".
	before = regexp.MustCompile(`^(\p{Lu}[\p{L} /'’-]{1,30}):\s+`)
	// behind is the same behind it: "[performer]", "(sound recordist)", ". Enlumineur".
	behind = regexp.MustCompile(`\s*(?:\[([^\]]*)\]|\((\p{Ll}[^()\d]*)\)|\.\s+((?:Auteur|Enlumineur|Traducteur|Copiste|Éditeur|Illustrateur|Graveur|Photographe|Dessinateur|` +
		`Compositeur|Cartographe|Imprimeur|Peintre|Commanditaire|Destinataire|Ancien possesseur|Librettiste|Préfacier|Collaborateur|Annotateur)[^.]*))\.?$`)
	// number is that of an authority file behind a name: " -- (GND: 1)".
	number = regexp.MustCompile(`\s*(?:--\s*)?\((?:GND|VIAF|ULAN|ISNI)\b[^)]*\)$`)
)

// stop is a full stop that ends an entry, not an initial or an abbreviation.
var stop = regexp.MustCompile(`\p{Ll}{4}\.$`)

// about opens a year that is not certain.
const about = `(?:(?:ca?|circa|about|approximately|vers|um|born|b|geb|né|née)\.?\s*)?`

// parseName takes apart how catalogues write somebody. What stands on further
// lines is about them, not their name.
func parseName(s string) (p somebody) {
	s, rest, _ := strings.Cut(strings.TrimSpace(s), "\n")
	s = oneLine(s)
	if strings.ContainsAny(s, "([.:") {
		p.role, s = roleOf(number.ReplaceAllString(s, ""))
	}
	var m []string
	if strings.ContainsAny(s, "0123456789") {
		m = life.FindStringSubmatch(s)
	}
	switch {
	case m != nil && m[2]+m[3] != "" && active.MatchString(m[1]):
		s = active.ReplaceAllString(m[1], "")
	case m != nil && m[2]+m[3] != "":
		s, p.born, p.died = m[1], m[2], m[3]
	case rest != "":
		if m := span.FindStringSubmatch(rest); m != nil {
			p.born, p.died = m[1], m[2]
		}
	}
	if i := strings.LastIndexAny(s, "(["); i > 0 && !strings.ContainsAny(s[i:], ")]") {
		s = s[:i] // "(French, 1684-1721)"
	}
	if p.died != "" && p.died < p.born {
		p.died = ""
	}
	p.name = strings.TrimRight(s, " ,;:")
	if stop.MatchString(p.name) {
		p.name = strings.TrimSuffix(p.name, ".")
	}
	return p
}

// roleOf takes what somebody did off a name.
func roleOf(s string) (role, name string) {
	if m := before.FindStringSubmatch(s); m != nil {
		role, s = m[1], s[len(m[0]):]
	}
	if m := behind.FindStringSubmatch(s); m != nil {
		if role == "" {
			role = m[1] + m[2] + m[3]
		}
		s = strings.TrimSuffix(s, m[0])
	}
	return role, s
}
