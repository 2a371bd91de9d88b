package plurio

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/categories.txt
var categoryFile string

// Category is a category of the agenda or the guide.
type Category struct {
	Names map[string]string // by language (BCP 47)
	Ages  string            // "6-6", "60-"; "" for one that is no age
}

var categories = sync.OnceValue(func() map[string]Category {
	out := map[string]Category{}
	for line := range strings.Lines(categoryFile) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out[cells[0]] = Category{Names: map[string]string{"de": cells[2], "fr": cells[3], "en": cells[4]}, Ages: cells[1]}
	}
	return out
})

// CategoryOf returns the category of a number. Those of the agenda are all known,
// of the guide few.
func CategoryOf(number string) (Category, bool) {
	c, ok := categories()[number]
	return c, ok
}

// Categories returns all numbers that are known.
func Categories() []string {
	var out []string
	for n := range categories() {
		out = append(out, n)
	}
	return out
}
