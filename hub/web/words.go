package web

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"moselle/hub/catalog"
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

// Kind names a type or a category: schema.org types in the language, the
// source's own words as they are.
func (w words) Kind(name string) string { return w.Or("type."+name, name) }

// Value names a value of a facet.
func (w words) Value(facet, value string) string {
	switch facet {
	case "category":
		return w.Kind(value)
	case "country", "language", "licence", "status", "availability":
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
