package web

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"moselle/hub/catalog"
	"moselle/schema"
)

// words are the interface's words in one language.
type words map[string]string

func loadWords(files fs.FS, lang string) (words, error) {
	data, err := fs.ReadFile(files, "lang/"+lang+".json")
	if err != nil {
		return nil, fmt.Errorf("words of %s: %w", lang, err)
	}
	var w words
	if err := json.Unmarshal(data, &w); err != nil {
		return nil, fmt.Errorf("words of %s: %w", lang, err)
	}
	return w, nil
}

// T returns the words under key with "{name}" replaced by the value that
// follows name among args.
func (w words) T(key string, args ...any) string {
	s, ok := w[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(args); i += 2 {
		s = strings.ReplaceAll(s, fmt.Sprintf("{%v}", args[i]), fmt.Sprint(args[i+1]))
	}
	return s
}

// Or returns the words under key, or fallback when there are none.
func (w words) Or(key, fallback string) string {
	if s, ok := w[key]; ok {
		return s
	}
	return fallback
}

// Day writes a day: "jeudi 3 décembre 2026".
func (w words) Day(t time.Time) string {
	key := "date.day"
	if t.Day() == 1 {
		key = "date.first"
	}
	return w.T(key, "weekday", w.T("weekday."+strconv.Itoa(int(t.Weekday()))), "day", t.Day(),
		"month", w.T("month."+strconv.Itoa(int(t.Month()))), "year", t.Year())
}

// Clock writes a time of day: "19h30", "19:30 Uhr".
func (w words) Clock(t time.Time) string {
	return w.T("date.time", "h", t.Format("15"), "m", t.Format("04"))
}

// hours writes when on its day a date starts.
func (w words) hours(o schema.Occurrence) string {
	if o.Start.Day {
		return w.T("date.allday")
	}
	return w.Clock(o.Start.Time)
}

// bare writes a time of day without the word that follows it.
func (w words) bare(t time.Time) string {
	return w.T("date.clock", "h", t.Format("15"), "m", t.Format("04"))
}

// When writes a date of an event: day, time, and the end where it says more.
func (w words) When(o schema.Occurrence) string {
	start, end := o.Start, o.End
	day := w.Day(start.Time)
	if !end.IsZero() && !sameDay(start.Time, end.Time) && end.Time.Sub(start.Time) > 12*time.Hour {
		return w.T("date.range", "from", day, "to", w.Day(end.Time))
	}
	if start.Day {
		return day
	}
	clock := w.Clock(start.Time)
	if !end.IsZero() && !end.Day && !end.Time.Equal(start.Time) {
		clock = w.T("date.times", "from", w.bare(start.Time), "to", w.bare(end.Time))
	}
	return day + ", " + clock
}

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// Kind names a type or a category: schema.org types in the language, the
// source's own words as they are.
func (w words) Kind(name string) string { return w.Or("type."+name, name) }

// Value names a value of a facet.
func (w words) Value(facet, value string) string {
	switch facet {
	case "category":
		return w.Kind(value)
	case "country", "language", "licence", "status":
		return w.Or(facet+"."+value, value)
	}
	return value
}

// Count writes a number of results.
func (w words) Count(n int) string {
	switch n {
	case 0:
		return w.T("results.none")
	case 1:
		return w.T("results.one")
	}
	return w.T("results.many", "n", n)
}

// Distance writes a distance in kilometres.
func (w words) Distance(km *float64) string { return w.decimal(*km, 1) + "\u00a0km" }

// Price writes a price, or a span of prices, with its currency.
func (w words) Price(p catalog.Price) string {
	if p.Price == "0" {
		return w.T("free")
	}
	var out []string
	for amount := range strings.SplitSeq(p.Price, "–") {
		if f, err := strconv.ParseFloat(amount, 64); err == nil {
			digits := 2
			if f == float64(int64(f)) {
				digits = 0
			}
			amount = w.decimal(f, digits)
		}
		out = append(out, amount)
	}
	return strings.TrimSpace(strings.Join(out, "–") + " " + strings.Replace(p.Currency, "EUR", "€", 1))
}

// decimal writes a number with that many digits after the point, -1 for as many
// as it has.
func (w words) decimal(f float64, digits int) string {
	return strings.Replace(strconv.FormatFloat(f, 'f', digits, 64), ".", w.T("number.point"), 1)
}
