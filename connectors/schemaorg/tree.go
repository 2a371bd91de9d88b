package schemaorg

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxElements = 300_000  // of a page, that are marked or stand in what is
	maxTexts    = 16 << 20 // bytes in them
	maxDepth    = 400      // open elements; deeper ones are left out
)

// tree builds the elements of a page that are marked up, with what stands in and
// around them, from its tags. Elements end where browsers end them, as far as
// that concerns where data belongs; all that is not marked is let go at its end.
type tree struct {
	root     element
	open     *element
	depth    int
	deeper   int // open elements beyond maxDepth
	elements int
	bytes    int
	cut      int  // the line from which on nothing more is kept; 0 for none
	rdfa     bool // RDFa was met: its lesser attributes count
	found    markup
	free     []*element
}

// markup is which ways of marking data up a page uses.
type markup struct{ microdata, rdfa, microformats bool }

// kept are the attributes that data stands in or that lead to it.
var kept = set("itemscope", "itemtype", "itemprop", "itemid", "itemref", "id", "lang", "xml:lang",
	"vocab", "prefix", "typeof", "property", "resource", "about", "rel", "rev", "datatype",
	"content", "datetime", "href", "src", "data-src", "poster", "data", "value", "title", "alt", "class", "type")

// void are the elements without an end.
var void = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")

// start takes a start tag whose name was read.
func (t *tree) start(tag string, z *html.Tokenizer, more bool, line int) *element {
	t.close(tag)
	e := t.make(tag, line)
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		name := atom.String(k)
		switch {
		case kept[name]:
			if name == "xml:lang" {
				name = "lang"
			}
			if _, twice := e.has(name); !twice {
				e.attrs = append(e.attrs, attr{name, string(v)})
			}
		case strings.HasPrefix(name, "xmlns:"):
			e.attrs = append(e.attrs, attr{name, string(v)})
		}
	}
	if t.open == nil {
		t.open = &t.root
	}
	e.parent = t.open
	t.mark(e)
	if t.depth >= maxDepth || t.cut > 0 {
		if !void[tag] {
			t.deeper++
		}
		if t.cut == 0 && e.holds {
			t.cut = line
		}
		return e
	}
	if t.open.kids = append(t.open.kids, e); e.holds {
		for p := t.open; p != nil && !p.holds; p = p.parent {
			p.holds = true
		}
	}
	t.open = e
	t.depth++
	if void[tag] {
		t.pop()
	}
	return e
}

func (t *tree) make(tag string, line int) *element {
	if n := len(t.free); n > 0 {
		e := t.free[n-1]
		t.free = t.free[:n-1]
		*e = element{tag: tag, line: line, attrs: e.attrs[:0], kids: e.kids[:0]}
		return e
	}
	return &element{tag: tag, line: line}
}

// mark finds out whether an element is marked.
func (t *tree) mark(e *element) {
	e.texts = e.parent.texts
	for _, a := range e.attrs {
		switch a.name {
		case "itemscope", "itemtype":
			t.found.microdata, e.holds = true, true
		case "itemprop":
			e.holds, e.texts = true, true
		case "vocab", "typeof", "prefix":
			t.rdfa, e.holds = true, true
			t.found.rdfa = t.found.rdfa || a.name == "typeof"
		case "property":
			e.holds, e.texts = true, true
		case "rel", "rev", "about", "resource":
			e.holds = e.holds || t.rdfa && e.tag != "link"
		case "class":
			if strings.Contains(a.value, "event") && e.class("h-event", "vevent") {
				t.found.microformats, e.holds, e.texts = true, true, true
			}
		default:
			if strings.HasPrefix(a.name, "xmlns:") {
				t.rdfa, e.holds = true, true
			}
		}
	}
}

// text takes a text.
func (t *tree) text(text []byte, line int) {
	if t.open == nil || !t.open.texts || t.cut > 0 || t.deeper > 0 {
		return
	}
	if t.bytes += len(text); t.bytes > maxTexts {
		t.cut = line
		return
	}
	t.open.kids = append(t.open.kids, &element{text: string(text), line: line, parent: t.open})
}

// end takes an end tag. One that ends nothing that is open says nothing, and one
// of a word in a line ends no block around it.
func (t *tree) end(tag string) {
	if t.deeper > 0 {
		if !void[tag] {
			t.deeper--
		}
		return
	}
	for e, n := t.open, 1; e != nil && e.tag != ""; e, n = e.parent, n+1 {
		if e.tag == tag {
			for range n {
				t.pop()
			}
			return
		}
		if !blocks[tag] && !containers[tag] && (blocks[e.tag] || containers[e.tag]) || tag != "table" && tag != "body" && tag != "html" && (e.tag == "td" || e.tag == "th") && !cells[tag] {
			return
		}
	}
}

// containers are no blocks of text and yet not ended by the end of a word.
var (
	containers = set("html", "head", "body", "td", "th", "thead", "tbody", "tfoot", "caption", "template", "object", "button", "select", "option", "main")
	cells      = set("td", "th", "tr", "thead", "tbody", "tfoot")
)

// implied are the elements that a start tag ends when they stand open, as far up
// as one of the second list.
var implied = map[string][2][]string{
	"li": {{"li"}, {"ul", "ol", "menu"}}, "dt": {{"dt", "dd"}, {"dl"}}, "dd": {{"dt", "dd"}, {"dl"}},
	"tr": {{"tr", "td", "th"}, {"table"}}, "td": {{"td", "th"}, {"tr", "table"}}, "th": {{"td", "th"}, {"tr", "table"}},
	"tbody": {{"thead", "tbody", "tfoot", "tr", "td", "th"}, {"table"}}, "tfoot": {{"thead", "tbody", "tr", "td", "th"}, {"table"}},
	"option": {{"option"}, {"select"}}, "body": {{"head"}, {"html"}},
}

// close ends the elements that a start tag ends without an end tag of theirs.
func (t *tree) close(tag string) {
	if t.deeper > 0 || t.open == nil {
		return
	}
	rule, ok := implied[tag]
	if !ok {
		if !blocks[tag] {
			return
		}
		rule = [2][]string{{"p"}, {"button", "td", "th", "caption", "object", "template"}}
	}
	last, n := 0, 0
	for e := t.open; e != nil && e.tag != ""; e = e.parent {
		n++
		if slices.Contains(rule[1], e.tag) {
			break
		}
		if slices.Contains(rule[0], e.tag) {
			last = n
		}
	}
	for range last {
		t.pop()
	}
}

// pop ends the innermost open element and lets it go when nothing in it counts.
func (t *tree) pop() {
	e := t.open
	t.open = e.parent
	t.depth--
	if e.holds || t.open.texts {
		if t.elements++; t.elements > maxElements && t.cut == 0 {
			t.cut = e.line
		}
		return
	}
	t.open.kids = t.open.kids[:len(t.open.kids)-1]
	if len(e.kids) == 0 {
		t.free = append(t.free, e)
	}
}
