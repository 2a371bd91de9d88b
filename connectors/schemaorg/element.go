package schemaorg

import (
	"bytes"
	"slices"
	"strings"
)

// element is an element of a page in which data is marked up, or a text between
// two: its tag is then "" and text holds it.
type element struct {
	tag    string
	text   string
	attrs  []attr
	line   int
	parent *element
	kids   []*element
	holds  bool // it or what stands in it is marked
	texts  bool // its texts are kept: they may be values
}

type attr struct{ name, value string }

// attr returns an attribute with the blanks around it; "" when it is missing.
func (e *element) attr(name string) string {
	s, _ := e.has(name)
	return s
}

func (e *element) has(name string) (string, bool) {
	for i := range e.attrs {
		if e.attrs[i].name == name {
			return e.attrs[i].value, true
		}
	}
	return "", false
}

// tokens returns the words of an attribute.
func (e *element) tokens(name string) []string {
	s := e.attr(name)
	if s == "" {
		return nil
	}
	return strings.Fields(s)
}

// class reports whether the element bears one of the classes.
func (e *element) class(names ...string) bool {
	return slices.ContainsFunc(e.tokens("class"), func(c string) bool { return slices.Contains(names, c) })
}

// lang returns the language of the element's texts as the nearest attribute
// below the html element says; "" for that of the page.
func (e *element) lang() string {
	for ; e != nil && e.tag != "html"; e = e.parent {
		if s, ok := e.has("lang"); ok {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

// maxText bounds the text of one element, in bytes.
const maxText = 1 << 20

// content returns the element's text as a reader sees it: blocks and line breaks
// begin a line.
func (e *element) content() string {
	var b strings.Builder
	e.write(&b, e.tag == "pre")
	return strings.TrimSpace(b.String())
}

func (e *element) write(b *strings.Builder, pre bool) {
	for _, k := range e.kids {
		switch {
		case b.Len() > maxText:
			return
		case k.tag == "":
			if !pre {
				writeWords(b, k.text)
			} else {
				b.WriteString(k.text)
			}
		case k.tag == "br":
			b.WriteByte('\n')
		case k.tag == "td", k.tag == "th":
			b.WriteByte(' ')
			k.write(b, pre || k.tag == "pre")
		case blocks[k.tag]:
			b.WriteByte('\n')
			k.write(b, pre || k.tag == "pre")
			b.WriteByte('\n')
		default:
			k.write(b, pre || k.tag == "pre")
		}
	}
}

// writeWords writes a text with one blank for what stands between its words: the
// lines of a page's source are none of the text's.
func writeWords(b *strings.Builder, s string) {
	blank := false
	for i := range len(s) {
		switch s[i] {
		case ' ', '\n', '\t', '\r', '\f':
			blank = true
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteByte(s[i])
	}
	if blank {
		b.WriteByte(' ')
	}
}

// link returns the address that the element leads to or shows, by its tag.
func (e *element) link() (string, bool) {
	for _, l := range links[e.tag] {
		if s, ok := e.has(l); ok {
			return strings.TrimSpace(s), true
		}
	}
	return "", false
}

// links are the attributes that hold an element's address (HTML, microdata,
// section 5.2.4, and what lazy loaders of pictures write).
var links = map[string][]string{
	"a": {"href"}, "area": {"href"}, "link": {"href"},
	"img": {"src", "data-src"}, "audio": {"src"}, "embed": {"src"}, "iframe": {"src"}, "source": {"src"}, "track": {"src"}, "video": {"src", "poster"},
	"object": {"data"},
}

// blocks are the elements that begin a line.
var blocks = set("address", "article", "aside", "blockquote", "center", "details", "dialog", "dd", "dir", "div", "dl", "dt", "fieldset", "figcaption",
	"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre",
	"section", "summary", "table", "tr", "ul")

// dump writes all that the element and what stands in it say.
func (e *element) dump(b *bytes.Buffer) {
	b.WriteString(e.tag)
	for _, a := range e.attrs {
		b.WriteString(" " + a.name + "=" + a.value)
	}
	b.WriteString("\x01" + e.text)
	for _, k := range e.kids {
		k.dump(b)
	}
	b.WriteByte(2)
}
