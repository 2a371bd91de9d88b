package apitest

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Outline gives what a page says without how it looks: a line for each heading,
// paragraph, list item, field and link, in reading order.
func Outline(page string) string {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "not HTML: " + err.Error()
	}
	o := outline{}
	o.walk(doc)
	o.flush()
	return o.b.String()
}

type outline struct {
	b    strings.Builder
	line strings.Builder
	tag  string
}

// blocks begin a line; what is among attributes is worth showing.
var (
	blocks     = strings.Fields("title h1 h2 h3 h4 p tr pre li dt dd summary figcaption label button input img nav main footer header aside form details meta link html script")
	attributes = strings.Fields("lang href hreflang rel type name value src alt content property datetime aria-current aria-label class")
)

func (o *outline) flush() {
	if text := strings.Join(strings.Fields(o.line.String()), " "); text != "" || o.tag != "" {
		o.b.WriteString(strings.TrimSpace(o.tag+" "+text) + "\n")
	}
	o.line.Reset()
	o.tag = ""
}

func (o *outline) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		o.line.WriteString(n.Data)
		return
	case html.ElementNode:
		o.open(n)
	}
	for c := range n.ChildNodes() {
		o.walk(c)
	}
	if slices.Contains(blocks, n.Data) {
		o.flush()
	} else if n.Data == "a" {
		o.line.WriteString(" ")
	}
}

func (o *outline) open(n *html.Node) {
	tag := n.Data
	for _, a := range n.Attr {
		if slices.Contains(attributes, a.Key) && (a.Key != "class" || n.Data == "strong") {
			tag += fmt.Sprintf(" %s=%q", a.Key, a.Val)
		}
	}
	switch {
	case slices.Contains(blocks, n.Data):
		o.flush()
		o.tag = tag + ":"
	case n.Data == "a" || n.Data == "time" || n.Data == "strong" || strings.Contains(tag, " lang="):
		o.line.WriteString(" [" + tag + "] ")
	}
}
