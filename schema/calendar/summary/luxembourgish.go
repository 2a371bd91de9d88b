package summary

import "strings"

// n is an n that falls away before most consonants (the rule of the Eifel):
// the word that follows decides, and with it the day or the hour.
const n = "\x00"

var luxembourgish = language{
	tag:      "lb",
	weekdays: [7]string{"Méindeg", "Dënschdeg", "Mëttwoch", "Donneschdeg", "Freideg", "Samschdeg", "Sonndeg"},
	short:    [7]string{"Méi.", "Dën.", "Mët.", "Don.", "Fre.", "Sam.", "Son."},
	each:     [7]string{"méindes", "dënschdes", "mëttwochs", "donneschdes", "freides", "samschdes", "sonndes"},
	closed:   [7]string{"méindes", "dënschdes", "mëttwochs", "donneschdes", "freides", "samschdes", "sonndes"},
	months: [12]string{"Januar", "Februar", "Mäerz", "Abrëll", "Mee", "Juni", "Juli", "August", "September", "Oktober",
		"November", "Dezember"},
	abbrs: [12]string{"Jan.", "Febr.", "Mäerz", "Abr.", "Mee", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
	mark:  ".", first: ".", numeric: true,
	glue: ", de" + n + " ", glueShort: " ", glueList: " de" + n + " ",
	and: " a" + n + " ",

	days: "{a}, bis {b}", bareDays: "vum {a} bis de" + n + " {b}", shortDays: "{a} – {b}",
	until: "bis de" + n + " {a}", since: "vum {a} un",
	one: "de" + n + " {a}", list: "{a}",
	except: "ausser {a}",

	beside: " ",
	at:     "um {a}", span: "vu" + n + " {a} bis {b}", from: "vu" + n + " {a} un",
	unit: "Auer", colon: ":",
	wholeDay: "de ganzen Dag", always: "Dag an Nuecht", doors: "Dieren op um {a}",
	opened: "op {a}", closedOn: "{a} zou", shut: "zou",
	permanent: "permanent", holidays: "Feierdeeg",
	daily: "all Dag", repeat: "{e}", fortnight: "all zwou Wochen {e}",
	monthly:  "all {o} {w} am Mount",
	ordinals: [5]string{"éischte" + n, "zweete" + n, "drëtte" + n, "véierte" + n, "leschte" + n},
	dates:    "{n} Datumer", more: "an nach {n} Datumer", oneMore: "an nach 1 Datum", others: "a weider Datumer",
	separator: ": ", pause: "; ",

	movedTo: "verluecht op {a}", insteadOf: "amplaz {a}",
	states: map[string]string{
		"EventCancelled": "ofgesot", "EventPostponed": "verluecht", "EventRescheduled": "neien Datum",
		"EventMovedOnline": "elo online", "EventTentative": "nach net sécher",
		"SoldOut": "ausverkaaft", "LimitedAvailability": "nëmmen nach wéineg Plazen", "PreOrder": "nach net am Verkaf",
	},
	settle: eifel,
}

// eifel decides on every n: it stays before vowels, d, h, n, t and z, before a
// number that begins with such a sound, and where the voice rests.
func eifel(s string) string {
	if !strings.Contains(s, n) {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, n)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if keeps(following(rest)) {
			b.WriteByte('n')
		}
		s = rest
	}
}

// following returns the word that follows, behind blanks and markup.
func following(s string) string {
	for s != "" {
		switch {
		case s[0] == ' ':
			s = s[1:]
		case s[0] == '<':
			_, s, _ = strings.Cut(s, ">")
		default:
			return s
		}
	}
	return s
}

func keeps(word string) bool {
	number := 0
	digits := 0
	for digits < len(word) && word[digits] >= '0' && word[digits] <= '9' {
		number = number*10 + int(word[digits]-'0')
		digits++
	}
	if digits > 0 { // véier, fënnef, sechs and siwen begin what they are the units of
		return number%10 < 4 || number%10 > 7
	}
	for _, r := range word {
		return strings.ContainsRune("aeiouäëéöüdhntzAEIOUÄËÉÖÜDHNTZ.,;:)", r)
	}
	return true
}
