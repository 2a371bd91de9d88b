package linkedart

import (
	"strconv"
	"strings"

	"moselle/schema"
)

// units are how the thesaurus's units are written short.
var units = map[string]string{
	"300379098": "cm", "300379100": "in", "300379097": "mm", "300379099": "m", "300379225": "g", "300379226": "kg", "300266190": "px",
}

// measured are the dimensions whose type comes without a label.
var measured = map[string]string{"300055644": "height", "300055647": "width", "300072633": "depth", "300055624": "diameter", "300056240": "weight", "300055645": "length", "300055646": "thickness"}

// measures adds the dimensions of a work, unless a statement words them.
func (m *mapper) measures(b *schema.Builder, n *node, of string) {
	for _, v := range n.all("referred_to_by") {
		if prop, _ := kindOf(v); prop == "size" {
			return
		}
	}
	var out []string
	for _, d := range n.all("dimension") {
		if s := measure(d); s != "" {
			out = append(out, s)
		}
	}
	if len(out) > 0 {
		m.say("size", m.lang, strings.TrimPrefix(of+": ", ": ")+strings.Join(out, ", "))
	}
}

// measure words one dimension: "height 17.25 in". One of nothing, or that counts
// rather than measures, says nothing.
func measure(d *node) string {
	text := d.one("value").content()
	if text == "" {
		text = d.one("content").content()
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || value == 0 || d.aat(positional) {
		return ""
	}
	unit := ""
	if u := d.one("unit"); u != nil {
		if is(u, countedUnits) {
			return ""
		}
		number := inAAT(u.iri())
		if unit = units[number]; unit == "" {
			if unit = u.label(); unit == "" && u.iri() == "" {
				unit = u.text
			}
		}
	}
	what := ""
	for _, t := range d.all("classified_as") {
		if what == "" {
			if what = measured[inAAT(t.iri())]; what == "" {
				if what = strings.ToLower(t.label()); what == "" {
					what = codeOf(t.iri())
				}
			}
		}
	}
	return strings.Join(strings.Fields(what+" "+strconv.FormatFloat(value, 'f', -1, 64)+" "+unit), " ")
}

// parts adds what is said of the parts of a work, such as the sides of a coin: as
// lines of its own texts.
func (m *mapper) parts(b *schema.Builder, n *node) {
	for i, p := range n.all("part") {
		if i == maxPieces {
			b.Fault(schema.Fault{Path: "part", Message: "more than 100 parts; the first are read"})
			break
		}
		of := m.title(p)
		m.measures(b, p, of)
		m.referred(b, p, of)
		m.shown(b, p)
		m.carried(b, p)
		m.media(b, p)
		for _, t := range p.all("made_of") {
			m.term(b, "material", t)
		}
	}
}

// maxPieces bounds the parts of a work.
const maxPieces = 100
