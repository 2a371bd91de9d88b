package schemaorg

import (
	"fmt"
	"sort"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// document is one page, file or line, read but not yet mapped.
type document struct {
	base     string // its address, against which it is read; "" for none
	name     string // what reports call it; "" for a file, where the line says enough
	lang     string
	graph    graph
	parts    []part
	refusals []*connectors.Refusal // scripts that cannot be read
	without  string                // why a page gives nothing
}

// part is a text of JSON inside a document, or one way of marking data up.
type part struct {
	line    int   // of the document on which the text begins; 0 where a thing's pos is its line
	breaks  []int // the line ends in the text
	repairs []schema.Fault
}

func newDocument(base, name, lang string) *document {
	return &document{base: base, name: name, lang: lang, graph: graph{base: base, byID: map[string]*node{}}}
}

// placed is why a text cannot be read, and where it stops being readable.
type placed struct{ where, message string }

func (e *placed) Error() string { return e.where + ": " + e.message }

// refuse turns such an error into the refusal of the text.
func (e *placed) refuse(text string) *connectors.Refusal {
	return connectors.Refuse("", e.where, "", strings.TrimSpace(text), "%s", e.message)
}

// read adds a JSON text that begins on a line of the document.
func (d *document) read(text string, line int) *placed {
	p := part{line: line}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			p.breaks = append(p.breaks, i)
		}
	}
	if !strings.Contains(text, `"`) && strings.Contains(text, "&quot;") {
		text = unescapeQuotes(text)
		p.repairs = append(p.repairs, schema.Fault{Message: "the data is escaped as HTML; it was read as if it were not"})
	}
	values, repairs, err := readJSON(text)
	if err != nil {
		at := 0
		if e, ok := err.(*syntaxError); ok {
			at = e.pos
		}
		return &placed{d.place(p, at), fmt.Sprintf("the JSON-LD cannot be read: %v", err)}
	}
	for _, r := range repairs {
		p.repairs = append(p.repairs, schema.Fault{Message: fmt.Sprintf("%s, %s; it was read all the same", d.place(p, r.pos), r.msg)})
	}
	d.graph.part = len(d.parts)
	d.parts = append(d.parts, p)
	for _, v := range values {
		d.graph.add(v)
	}
	if len(d.graph.nodes) >= maxNodes {
		return &placed{d.place(p, 0), fmt.Sprintf("it describes more than %d things; split it", maxNodes)}
	}
	return nil
}

// unescapeQuotes undoes the escaping of a whole text as HTML.
func unescapeQuotes(s string) string {
	return strings.NewReplacer("&quot;", `"`, "&#34;", `"`, "&#034;", `"`, "&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
}

// place names a place in the document.
func (d *document) place(p part, pos int) string {
	number := pos
	if p.line > 0 {
		number = p.line + sort.SearchInts(p.breaks, pos)
	}
	line := fmt.Sprintf("line %d", number)
	if d.name != "" {
		return d.name + " " + line
	}
	return line
}

// whereOf says where a thing stands.
func (d *document) whereOf(n *node) string { return d.place(d.parts[n.part], n.pos) }

// kinds lists what a document describes, for a report that none of it is kept.
func (d *document) kinds() string {
	seen := map[string]bool{}
	var names []string
	for _, n := range d.graph.nodes {
		for _, t := range n.types {
			if n.top && !seen[t] && len(names) < 8 {
				seen[t] = true
				names = append(names, t)
			}
		}
	}
	return strings.Join(names, ", ")
}
