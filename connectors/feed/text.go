package feed

import (
	"encoding/base64"
	"html"
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
)

// textOf returns the text of an element of RSS as plain text: written out, as
// HTML in signs of its own, or with elements in it.
func textOf(e *markup.Element) string {
	if e == nil {
		return ""
	}
	return schema.PlainText(inner(e))
}

// inner returns what stands in an element as HTML: its text as it is, its
// elements as tags.
func inner(e *markup.Element) string {
	if len(e.Children) == 0 {
		return e.Text
	}
	var b strings.Builder
	write(&b, e)
	return b.String()
}

func write(b *strings.Builder, e *markup.Element) {
	b.WriteString(e.Text)
	for _, c := range e.Children {
		b.WriteString("<" + c.Name + ">")
		write(b, c)
		b.WriteString("</" + c.Name + ">" + c.Tail)
	}
}

// construct returns an Atom text as plain text (RFC 4287, section 3.1; of Atom
// 0.3 by its mode). What is in another document, or no text, is "".
func construct(e *markup.Element) string {
	if e == nil {
		return ""
	}
	kind := strings.ToLower(strings.TrimSpace(e.Attr("type")))
	switch {
	case e.Attr("mode") == "base64", e.Attr("mode") == "" && strings.Contains(kind, "/") && !isText(kind):
		return encoded(e, kind)
	case e.Attr("mode") == "escaped" && kind != "text/plain" && kind != "":
		return schema.PlainText(e.Value())
	case kind == "text", kind == "text/plain":
		return schema.CleanText(e.Value())
	case kind == "" && len(e.Children) == 0 && isAtom10(e):
		return schema.CleanText(lines(e.Text))
	}
	return schema.PlainText(inner(e))
}

func isAtom10(e *markup.Element) bool { return isOf(e.Space, nsAtom) && e.Attr("mode") == "" }

// lines undoes the breaks of a text that a writer of XML wrapped.
func lines(s string) string { return strings.Join(strings.Fields(s), " ") }

func isText(kind string) bool {
	return strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "+xml") || strings.HasSuffix(kind, "/xml")
}

// encoded returns a text in base64; "" for anything else in it.
func encoded(e *markup.Element, kind string) string {
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(e.Value()), ""))
	if err != nil || strings.Contains(kind, "/") && !isText(kind) {
		return ""
	}
	if kind == "text/plain" {
		return schema.CleanText(string(data))
	}
	return schema.PlainText(string(data))
}

// titled makes a title of plain text one line. What a source escaped for HTML all
// the same ("&amp;amp;") is undone.
func titled(s string) string { return lines(html.UnescapeString(s)) }
