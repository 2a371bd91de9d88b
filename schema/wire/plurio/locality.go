package plurio

import (
	"cmp"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"moselle/schema"
)

// Luxembourg is how the numbers of its towns begin: three digits of the town and
// three of the postal code follow.
const Luxembourg = "L04010010"

//go:embed data/localities.txt
var localityFile string

// Locality is a town with one of its postal codes.
type Locality struct{ Name, PostalCode, Country string }

type localities struct {
	byNumber map[string]Locality
	numbers  map[string]string // by postal code and the name's key
	codes    map[string]string // by postal code
	names    map[string]string // by the name's key
}

var towns = sync.OnceValue(func() localities {
	out := localities{map[string]Locality{}, map[string]string{}, map[string]string{}, map[string]string{}}
	for line := range strings.Lines(localityFile) {
		head, codes, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		number, name, _ := strings.Cut(head, " ")
		plain, _, _ := strings.Cut(name, " (") // the commune stands in brackets
		for i, code := range strings.Fields(codes) {
			if code == "-" {
				continue
			}
			id := fmt.Sprintf("%s%s%03d", Luxembourg, number, i+1)
			out.byNumber[id] = Locality{plain, code, "LU"}
			key := schema.NameKey(plain)
			keep(out.numbers, code+" "+key, id)
			keep(out.codes, code, id)
			keep(out.names, key, id)
		}
	}
	return out
})

// LocalityOf returns the town of a number; false for one of another country or
// none.
func LocalityOf(number string) (Locality, bool) {
	l, ok := towns().byNumber[strings.TrimSpace(number)]
	return l, ok
}

func keep(m map[string]string, key, id string) {
	if m[key] == "" {
		m[key] = id
	}
}

// NumberOf returns the number of a town in Luxembourg by its postal code and
// name, else by one of them; "" when it has none.
func NumberOf(postalCode, name string) string {
	t, code, key := towns(), strings.TrimLeft(strings.ToUpper(postalCode), "LU- "), schema.NameKey(name)
	return cmp.Or(t.numbers[code+" "+key], t.codes[code], t.names[key])
}
