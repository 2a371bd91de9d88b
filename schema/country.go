package schema

import "strings"

// countryNames are the ways sources write a country: its codes, its names in
// French, German, English, Dutch and its own language, as NameKey has them.
const countryNames = `
LU lux|luxembourg|luxemburg|letzebuerg|grand duche de luxembourg|grossherzogtum luxemburg
FR fra|france|frankreich|frankrijk
DE deu|ger|allemagne|deutschland|germany|duitsland|daitschland|bundesrepublik deutschland
BE bel|belgique|belgien|belgium|belgie
NL nld|pays bas|niederlande|netherlands|the netherlands|nederland|holland
CH che|suisse|schweiz|switzerland|zwitserland|svizzera
AT aut|autriche|osterreich|austria|oostenrijk
IT ita|italie|italien|italy|italia
ES esp|espagne|spanien|spain|spanje|espana
PT prt|portugal
GB gbr|uk|royaume uni|vereinigtes konigreich|united kingdom|great britain|verenigd koninkrijk|grande bretagne|grossbritannien|england|scotland|wales
IE irl|irlande|irland|ireland|ierland
DK dnk|danemark|denmark|denemarken
SE swe|suede|schweden|sweden|zweden
NO nor|norvege|norwegen|norway|noorwegen
FI fin|finlande|finnland|finland
IS isl|islande|island|iceland|ijsland
PL pol|pologne|polen|poland|polska
CZ cze|tchequie|republique tcheque|tschechien|czechia|czech republic|tsjechie
SK svk|slovaquie|slowakei|slovakia|slowakije
HU hun|hongrie|ungarn|hungary|hongarije
SI svn|slovenie|slowenien|slovenia
HR hrv|croatie|kroatien|croatia|kroatie
RS srb|serbie|serbien|serbia|servie
RO rou|roumanie|rumanien|romania|roemenie
BG bgr|bulgarie|bulgarien|bulgaria|bulgarije
GR grc|grece|griechenland|greece|griekenland
TR tur|turquie|turkei|turkey|turkije
UA ukr|ukraine|oekraine
EE est|estonie|estland|estonia
LV lva|lettonie|lettland|latvia|letland
LT ltu|lituanie|litauen|lithuania|litouwen
LI lie|liechtenstein
MC mco|monaco
MT mlt|malte|malta
CY cyp|chypre|zypern|cyprus
US usa|etats unis|vereinigte staaten|united states|united states of america|verenigde staten
CA can|canada|kanada
JP jpn|japon|japan
CN chn|chine|china
AU aus|australie|australien|australia
BR bra|bresil|brasilien|brazil|brazilie
MA mar|maroc|marokko|morocco
`

var countries = func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(strings.TrimSpace(countryNames)) {
		code, names, _ := strings.Cut(strings.TrimSpace(line), " ")
		for name := range strings.SplitSeq(names, "|") {
			m[name] = code
		}
	}
	return m
}()

// CountryCode returns the ISO 3166-1 alpha-2 code of a country as sources write
// it; "" when it is not known. A code of two letters is taken as it is.
func CountryCode(s string) string {
	s = strings.TrimSpace(s)
	if code := countries[NameKey(s)]; code != "" {
		return code
	}
	if len(s) == 2 && strings.Trim(strings.ToUpper(s), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return strings.ToUpper(s)
	}
	return ""
}
