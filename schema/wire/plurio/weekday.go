package plurio

import (
	"strings"
	"time"
)

// Weekday returns the day that the schema's words mean: German, English and
// French, whole or short, with or without a dot; Luxembourgish and Dutch whole
// ones too. "di" is Dienstag and "fr" Freitag, as the schema has them.
func Weekday(s string) (time.Weekday, bool) {
	d, ok := weekdays[strings.ToLower(strings.Trim(s, " .\t\r\n"))]
	return d, ok
}

// weekdays by their names in lower case. "sonnstag" is how the schema spells it.
var weekdays = func() map[string]time.Weekday {
	out := map[string]time.Weekday{}
	for d, names := range [...]string{
		time.Sunday:    "so sonntag sonnstag sun sunday dim dimanche sonndeg zondag",
		time.Monday:    "mo montag mon monday lun lundi méindeg maandag",
		time.Tuesday:   "di dienstag tue tuesday mar mardi dënschdeg dinsdag",
		time.Wednesday: "mi mittwoch wed wednesday mer mercredi mëttwoch woensdag",
		time.Thursday:  "do donnerstag thu thursday jeu jeudi donneschdeg donderdag",
		time.Friday:    "fr freitag fri friday ven vendredi freideg vrijdag",
		time.Saturday:  "sa samstag sat saturday sam samedi samschdeg zaterdag",
	} {
		for name := range strings.FieldsSeq(names) {
			out[name] = time.Weekday(d)
		}
	}
	return out
}()
