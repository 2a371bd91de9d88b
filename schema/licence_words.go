package schema

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var ccCompact = regexp.MustCompile(`^(?:a[0-9]+ )?cc ?by(nc)?(sa|nd)?(?: ?([1-4])\.?([0-9]))?$`)

// licenceCalled returns the licence of a name, in the languages of the region.
func licenceCalled(s string) (string, bool) {
	s = strings.ToLower(s)
	words := licenceFold(s)
	all := strings.Join(words, " ")
	if iri, ok := licenceNames()[all]; ok {
		return iri, true
	}
	if m := ccCompact.FindStringSubmatch(all); m != nil {
		kind, version := "by", ""
		for _, part := range m[1:3] {
			if part != "" {
				kind += "-" + part
			}
		}
		if m[3] != "" {
			version = m[3] + "." + m[4]
		}
		return ccLicence(kind, version, ""), true
	}
	if iri, ok := ccCalled(words); ok {
		return iri, true
	}
	if i := strings.LastIndex(s, "(cc"); i > 0 && strings.HasSuffix(s, ")") { // in a language not known here: "… (CC BY-SA 4.0)"
		return licenceCalled(s[i+1 : len(s)-1])
	}
	return claimed(words)
}

// licenceFold reduces a name in small letters to words without accents; a
// version stays one word, "2.0".
func licenceFold(s string) []string {
	s = strings.NewReplacer("ß", "ss", "œ", "oe", "(c)", " © ", "©", " © ").Replace(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '.', r == '©':
			return r
		}
		return ' '
	}, norm.NFD.String(s))
	var out []string
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, ".")
		if len(w) > 1 && w[0] == 'v' && w[1] >= '0' && w[1] <= '9' {
			w = w[1:]
		}
		if n := len(out); n > 0 && isDigit(w) && isDigit(out[n-1]) { // CC_BY_4_0
			out[n-1] += "." + w
		} else if w != "" {
			out = append(out, w)
		}
	}
	return out
}

func isDigit(w string) bool { return len(w) == 1 && w[0] >= '0' && w[0] <= '9' }

// ccElements are the words of Creative Commons' names, folded; "-" is said
// without a meaning of its own.
var ccElements = map[string]string{
	"cc": "cc", "creative commons": "cc", "creativecommons": "cc",
	"by": "by", "attribution": "by", "namensnennung": "by", "naamsvermelding": "by", "paternite": "by", "nennung": "by",
	"nc": "nc", "noncommercial": "nc", "non commercial": "nc", "nicht kommerziell": "nc", "keine kommerzielle nutzung": "nc",
	"pas d utilisation commerciale": "nc", "pas d utilisation commerciales": "nc", "utilisation non commerciale": "nc", "niet commercieel": "nc", "nietcommercieel": "nc",
	"nd": "nd", "noderivatives": "nd", "no derivatives": "nd", "noderivs": "nd", "no derivs": "nd", "no derivative works": "nd",
	"pas de modification": "nd", "pas de modifications": "nd", "keine bearbeitung": "nd", "keine bearbeitungen": "nd",
	"geen afgeleide werken": "nd", "geenafgeleidewerken": "nd",
	"sa": "sa", "sharealike": "sa", "share alike": "sa", "partage dans les memes conditions": "sa", "partage a l identique": "sa",
	"partage des conditions initiales a l identique": "sa", "weitergabe unter gleichen bedingungen": "sa", "gelijk delen": "sa", "gelijkdelen": "sa",
	"licence": "-", "license": "-", "lizenz": "-", "licentie": "-", "lizenzvertrag": "-", "version": "-",
	"international": "-", "internationale": "-", "internationaal": "-", "unported": "-", "non transpose": "-", "nicht portiert": "-", "generic": "-", "generique": "-",
	"deutschland": "de", "germany": "de", "allemagne": "de", "france": "fr", "frankreich": "fr",
	"luxembourg": "lu", "luxemburg": "lu", "letzebuerg": "lu", "belgique": "be", "belgien": "be", "belgie": "be", "belgium": "be",
	"nederland": "nl", "netherlands": "nl", "niederlande": "nl", "pays bas": "nl", "osterreich": "at", "austria": "at", "autriche": "at",
	"schweiz": "ch", "suisse": "ch", "switzerland": "ch", "united states": "us", "uk": "uk", "igo": "igo",
}

// maxPhrase is the most words in a key of ccElements.
const maxPhrase = 7

// ccCalled reads the elements of a Creative Commons licence. Every word must be
// understood, and enough of them said to tell it from ordinary language.
func ccCalled(words []string) (string, bool) {
	var version, port string
	said := map[string]bool{}
	for len(words) > 0 {
		n, element := ccElement(words)
		switch w := words[0]; {
		case n == 0 && len(w) == 3 && w[1] == '.' && w[0] >= '1' && w[0] <= '4' && version == "":
			n, version = 1, w
		case n == 0 && len(w) == 1 && w >= "1" && w <= "4" && version == "":
			n, version = 1, w+".0"
		case n == 0 && version != "" && ccPort(w), ccPort(element):
			n, port = max(n, 1), w
			if element != "" {
				port = element
			}
		case n == 0:
			return "", false
		}
		said[element] = true
		words = words[n:]
	}
	if !said["by"] || said["nd"] && said["sa"] || !said["cc"] && version == "" && !said["nc"] && !said["nd"] && !said["sa"] {
		return "", false
	}
	kind := "by"
	for _, element := range []string{"nc", "nd", "sa"} {
		if said[element] {
			kind += "-" + element
		}
	}
	return ccLicence(kind, version, port), true
}

// ccElement returns how many words make up the longest element they begin with.
func ccElement(words []string) (int, string) {
	for n := min(len(words), maxPhrase); n > 0; n-- {
		if element := ccElements[strings.Join(words[:n], " ")]; element != "" {
			return n, element
		}
	}
	return 0, ""
}

// pictures are words that lead a claim in.
var pictures = []string{"photo", "photos", "foto", "fotos", "image", "images", "bild", "bilder", "beeld"}

// claimed takes a plain claim ("© Musée du Pont, 2019") for what it is: all
// rights are reserved, unless something in it speaks of a licence.
func claimed(words []string) (string, bool) {
	for len(words) > 1 && slices.Contains(pictures, words[0]) {
		words = words[1:]
	}
	if len(words) == 0 || words[0] != "©" && words[0] != "copyright" {
		return "", false
	}
	for _, w := range words[1:] {
		switch w {
		case "cc", "cc0", "creative", "commons", "by", "licence", "license", "lizenz", "licentie", "licensed", "sous", "unter",
			"free", "libre", "frei", "vrij", "open", "public", "domain", "domaine", "domein", "gemeinfrei", "http", "https", "www",
			"not", "no", "undetermined", "unknown":
			return "", false
		}
	}
	return statements + "InC/1.0/", true
}
