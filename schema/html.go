package schema

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// PlainText turns HTML, or text in which HTML may stand, into plain text:
// paragraphs and breaks become line ends, list items begin with a dash, scripts
// and styles are dropped. HTML that was escaped as a whole, as templates do
// ("&lt;p&gt;…&lt;/p&gt;"), is read as HTML too. Text without a tag or an entity
// comes back as CleanText leaves it.
func PlainText(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return CleanText(s)
	}
	text := withoutTags(s)
	if strings.Contains(text, "<") && escapedMarkup.MatchString(text) && !escapedMarkup.MatchString(s) {
		text = withoutTags(strings.ReplaceAll(text, `>\n`, ">\n")) // the line end escaped with it
	}
	if strings.Contains(text, "&") {
		text = escapedTwice.ReplaceAllStringFunc(text, html.UnescapeString)
	}
	return CleanText(text)
}

// escapedTwice is an entity that is still there when the text was decoded.
var escapedTwice = regexp.MustCompile(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)

// escapedMarkup is a tag that shapes text. Others may be what a text is about.
var escapedMarkup = regexp.MustCompile(`(?i)<(?:/?(?:p|div|li|ul|ol|h[1-6])(?:\s[^<>]*)?|br\s*/?|/(?:span|strong|em|a|b|i))>`)

func withoutTags(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	skip := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if skip == "" {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, _ := z.TagName()
			switch name := string(tag); name {
			case "script", "style", "noscript", "template":
				skip = name
			case "li":
				b.WriteString("\n- ")
			case "br":
				b.WriteByte('\n')
			case "td", "th":
				b.WriteByte(' ')
			default:
				if isBlock(name) {
					b.WriteByte('\n')
				}
			}
		case html.EndTagToken:
			tag, _ := z.TagName()
			if name := string(tag); name == skip {
				skip = ""
			} else if isBlock(name) {
				b.WriteByte('\n')
			}
		}
	}
}

func isBlock(tag string) bool {
	switch tag {
	case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "tr", "table", "blockquote", "section", "article", "hr":
		return true
	}
	return false
}
