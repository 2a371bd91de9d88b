package schemaorg

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/transform"

	"moselle/connectors"
)

// page is what an HTML page says of itself, with its data as it stands there.
type page struct {
	address   string // "" when it is not known
	name      string // what reports call it; "" for a file
	lang      string // of the html element
	base      string // of the base element
	canonical string
	scripts   []script
	beyond    int // the line of the first script that is not read; 0 for none
	tree      tree
}

// script is a script element with JSON-LD.
type script struct {
	text string
	line int // the line of the page on which the text begins
}

// maxScripts bounds the scripts read of one page.
const maxScripts = 1000

// readPage reads an HTML page in the encoding that its bytes or contentType tell.
func readPage(r io.Reader, contentType string) (*page, error) {
	decoded, err := decodePage(r, contentType)
	if err != nil {
		return nil, err
	}
	p := &page{}
	z := html.NewTokenizer(decoded)
	z.SetMaxBuf(connectors.MaxItem)
	line, raw := 1, "" // raw is the element whose text follows, where that is no text of the page
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if errors.Is(z.Err(), io.EOF) {
				return p, nil
			}
			if errors.Is(z.Err(), html.ErrBufferExceeded) {
				return nil, fmt.Errorf("line %d: an element is larger than %d MB", line, connectors.MaxItem>>20)
			}
			return nil, z.Err()
		}
		start := line
		line += bytes.Count(z.Raw(), []byte{'\n'})
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			raw = p.tag(z, start)
		case html.TextToken:
			switch {
			case raw == "":
				p.tree.text(z.Text(), start)
			case raw == jsonld && len(p.scripts) < maxScripts:
				p.scripts = append(p.scripts, script{string(z.Raw()), start})
			case raw == jsonld && p.beyond == 0:
				p.beyond = start
			}
			raw = ""
		case html.EndTagToken:
			name, _ := z.TagName()
			p.tree.end(atom.String(name))
			raw = ""
		}
	}
}

// pageHead is how much of a page is looked at for its encoding.
const pageHead = 64 << 10

// decodePage returns a page as UTF-8. Browsers look for the encoding in the
// first kilobyte and then guess Windows-1252; a page that is UTF-8 as far as we
// look is taken for that.
func decodePage(r io.Reader, contentType string) (io.Reader, error) {
	br := bufio.NewReaderSize(r, pageHead)
	head, err := br.Peek(pageHead)
	if err != nil && err != io.EOF {
		return nil, err
	}
	enc, _, certain := charset.DetermineEncoding(head, contentType)
	for i := 0; !certain && i < utf8.UTFMax && i <= len(head); i++ { // the last character may be cut
		if utf8.Valid(head[:len(head)-i]) {
			return br, nil
		}
	}
	return transform.NewReader(br, enc.NewDecoder()), nil
}

// jsonld is the type of the scripts that are data.
const jsonld = "application/ld+json"

// tag takes a start tag. It returns what the text behind it is when that is none
// of the page's own: jsonld, or the name of an element.
func (p *page) tag(z *html.Tokenizer, line int) (raw string) {
	name, more := z.TagName()
	e := p.tree.start(atom.String(name), z, more, line)
	switch e.tag {
	case "html":
		if p.lang == "" {
			p.lang = e.attr("lang")
		}
	case "base":
		if p.base == "" {
			p.base = strings.TrimSpace(e.attr("href"))
		}
	case "link":
		if p.canonical == "" && strings.EqualFold(e.attr("rel"), "canonical") {
			p.canonical = strings.TrimSpace(e.attr("href"))
		}
	case "script":
		media, _, _ := strings.Cut(strings.ToLower(e.attr("type")), ";")
		if strings.TrimSpace(media) == jsonld {
			return jsonld
		}
		return e.tag
	case "style", "noscript", "iframe", "noembed", "noframes", "xmp":
		return e.tag
	}
	return ""
}

// without says why a page gives nothing.
func (p *page) without() string {
	const how = "; let the site publish its data as JSON-LD in a script element of type application/ld+json"
	if cut := p.tree.cut; cut > 0 {
		return fmt.Sprintf("no schema.org data found: from line %d on, what is marked up stands too deep, in more than %d elements that are not closed", cut, maxDepth)
	}
	if f := p.tree.found; f.microdata || f.rdfa {
		return "no schema.org data found: what the page marks up as microdata or RDFa is of another vocabulary" + how
	}
	return "no schema.org data found" + how
}

// raw stands for all that the page's items are made of.
func (p *page) raw() []byte {
	var b bytes.Buffer
	for _, s := range append([]string{p.address, p.base, p.lang}, p.texts()...) {
		b.WriteString(s)
		b.WriteByte(0)
	}
	p.tree.root.dump(&b)
	return b.Bytes()
}

func (p *page) texts() []string {
	var out []string
	for _, s := range p.scripts {
		out = append(out, s.text)
	}
	return out
}

// document reads the page's data.
func (p *page) document() *document {
	d := newDocument(p.address, p.name, pageLang(p.lang))
	if p.base != "" {
		d.graph.base = resolve(p.address, p.base)
	}
	for _, s := range p.scripts {
		if strings.TrimSpace(s.text) == "" {
			continue
		}
		if err := d.read(s.text, s.line); err != nil {
			d.refusals = append(d.refusals, err.refuse(s.text))
		}
	}
	d.markup(&p.tree)
	if p.beyond > 0 {
		where := d.place(part{line: p.beyond}, 0)
		d.refusals = append(d.refusals, connectors.Refuse("", where, "", "", "more than %d scripts of JSON-LD; this one and those behind it are not read", maxScripts))
	}
	if len(d.parts) == 0 && len(d.refusals) == 0 {
		d.without = p.without()
	}
	return d
}
