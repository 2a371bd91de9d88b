package summary

import (
	"slices"
	"strings"
)

// language is what one language has words for. In templates {a} and {b} stand
// for days, times or lists of them, {n} for a number, {w} for the name of a
// weekday, {e} for its form in each, {o} for an ordinal.
type language struct {
	tag string

	weekdays, short           [7]string // Monday first
	each                      [7]string // as repeat has them: "lundis", "montags"
	closed                    [7]string // as closedOn has them: "le lundi", "montags"
	months, abbrs             [12]string
	mark, first               string // behind the number of a day, and of the first: "." and "er"
	numeric                   bool   // the shortest form writes months as numbers: "24.11."
	glue, glueShort, glueList string // between a weekday and its day: in full, abbreviated, in full among others
	and                       string

	days, bareDays, shortDays string // from one day to another: with weekdays, without, abbreviated
	until, since              string // a day that is the last, the first known
	one, list                 string // a day, several days, without weekdays
	except                    string // before one or list

	beside                   string // between a day and its time
	at, span, from           string // times in a sentence
	unit, colon              string // "Uhr", ":"
	inside, padded           bool   // the unit stands between hours and minutes; hours have two digits
	wholeDay, always, doors  string
	opened, closedOn, shut   string
	permanent, holidays      string
	daily, repeat, fortnight string // every day, on the given weekdays, every second week
	monthly                  string
	ordinals                 [5]string // first to fourth, last
	dates, more, oneMore     string    // {n} dates; and {n} more
	others                   string    // and more, nobody knows how many
	separator, pause         string    // between a label and what it is said of; between sentences

	movedTo, insteadOf string
	states             map[string]string // of dates, by the names the profile has

	// settle makes sounds fit in what is written; nil where nothing changes.
	settle func(string) string
}

// languages are those the package knows; the last is that of all others.
var languages = []*language{&french, &german, &luxembourgish, &dutch, &english}

// Langs returns the languages that there are words in.
func Langs() []string {
	tags := make([]string, len(languages))
	for i, l := range languages {
		tags[i] = l.tag
	}
	return tags
}

// wordsIn returns the first of the languages that the package has words for.
func wordsIn(langs []string) *language {
	for _, tag := range langs {
		primary, _, _ := strings.Cut(tag, "-")
		if i := slices.IndexFunc(languages, func(l *language) bool { return l.tag == primary }); i >= 0 {
			return languages[i]
		}
	}
	return &english
}

// put fills a template's places, given in pairs of name and text.
func put(template string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		template = strings.Replace(template, pairs[i], pairs[i+1], 1)
	}
	return template
}

// nbsp holds together what no line may break.
const nbsp = "\u00a0"
