// Package plurio writes records as entries of Plurio.net's XML: events as its
// export had them, places, organisations and people as its import did. What the
// format cannot say (a status, a capacity, a position) is left out.
package plurio

import (
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// Writer turns records into entries.
type Writer struct {
	// Record returns a record that another leads to; nil for one that is not to be
	// had. Nil means that there is none.
	Record func(schema.IRI) *schema.Node
	// Number returns the whole number that stands for a record in the entries. Nil
	// takes a number of Plurio.net's own or of the source, and else none.
	Number func(*schema.Node) string
}

func (w Writer) record(iri schema.IRI) *schema.Node {
	if w.Record == nil {
		return nil
	}
	return w.Record(iri)
}

// number returns the number of a record of a kind.
func (w Writer) number(n *schema.Node, kind string) string {
	if w.Number != nil {
		return w.Number(n)
	}
	for _, s := range n.Strings("sameAs") {
		if id, ok := strings.CutPrefix(s, "urn:plurio:"+kind+":"); ok && isNumber(id) {
			return id
		}
	}
	if id := n.String("sourceIdentifier"); isNumber(id) {
		return id
	}
	return ""
}

func isNumber(s string) bool {
	return s != "" && len(s) <= 18 && strings.Trim(s, "0123456789") == ""
}

// preferred are the languages in which names, of which the format has one, are
// looked for.
var preferred = []string{"lb", "fr", "de", "en", "nl"}

func title(n *schema.Node) string {
	s, _ := n.Title(preferred...)
	return limit(s, 255)
}

// texts returns a text in the languages that the format has.
func texts(n *schema.Node, prop string) (out []plurio.Text) {
	by := n.Texts(prop)
	for _, lang := range preferred {
		if s := by[lang]; s != "" {
			out = append(out, plurio.Text{Language: plurio.Language(lang), Text: s})
		}
	}
	return out
}

// limit shortens a text to as many characters as the format allows.
func limit(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return strings.TrimSpace(string(r[:most-1])) + "…"
}

// user says what a record is called at its source.
func user(n *schema.Node) plurio.UserSpecific {
	return plurio.UserSpecific{ID: limit(n.String("sourceIdentifier"), 255)}
}
