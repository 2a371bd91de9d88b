package connectors

import (
	"bytes"
	"fmt"
	"regexp"

	"moselle/schema"
)

// Form is what a document is by its first bytes, whatever its name and the
// server say.
type Form int

// The forms that are told apart. Text is all that is none of the others.
const (
	Text Form = iota
	Empty
	HTML
	XML
	JSON
	Calendar
	Workbook
	OldWorkbook
	OpenDocument
	PDF
)

// What follows a bracket tells JSON from a text that begins with one, Markdown
// for instance. Comments are no JSON, but stand in what is meant to be.
var (
	jsonObject = regexp.MustCompile(`^\{\s*(?:["}/]|<!--|$)`)
	jsonList   = regexp.MustCompile(`^\[\s*(?:[\[{"\]/0-9-]|<!--|true|false|null|$)`)
)

// FormOf tells the form of a document by its beginning; of one byte order mark
// and of blanks before it nothing counts.
func FormOf(head []byte) Form {
	body := bytes.TrimLeft(unmarked(head), " \t\r\n\f")
	low := bytes.ToLower(body[:min(len(body), 1024)])
	has := func(s string) bool { return bytes.HasPrefix(low, []byte(s)) }
	switch {
	case len(low) == 0 && len(head) < 1024:
		return Empty
	case has("{") && jsonObject.Match(low), has("[") && jsonList.Match(low):
		return JSON
	case has("begin:vcalendar"):
		return Calendar
	case has("%pdf"):
		return PDF
	case bytes.HasPrefix(body, []byte("\xd0\xcf\x11\xe0")): // lower case is for text
		return OldWorkbook
	case has("pk\x03\x04") && bytes.Contains(low[:min(len(low), 256)], []byte("opendocument")):
		return OpenDocument
	case has("pk\x03\x04"):
		return Workbook
	case !has("<"), has("<http"), has("<urn:"): // the latter is RDF
		return Text
	}
	return markupOf(low)
}

// element is the beginning of a tag, with its name.
var element = regexp.MustCompile(`^<([a-z_][\w.:-]*)`)

// pages are the elements that a page without a head, or a part of one, begins with.
var pages = regexp.MustCompile(`^(?:html|head|body|title|meta|link|base|style|script|noscript|template|main|header|footer|nav|section|article|aside|div|span|p|a|b|i|br|hr|h[1-6]|ul|ol|li|dl|dt|table|form|img|figure|iframe|center|font|strong|em|pre|blockquote|svg)$`)

// markupOf tells a page from XML by its first element and by what stands before it.
func markupOf(low []byte) Form {
	form := HTML
	for {
		low = bytes.TrimLeft(low, " \t\r\n\f")
		end := ">"
		switch {
		case bytes.HasPrefix(low, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(low, []byte("<!doctype html")):
			return HTML
		case bytes.HasPrefix(low, []byte("<?")), bytes.HasPrefix(low, []byte("<!")):
			form = XML
		default:
			m := element.FindSubmatch(low)
			if m == nil {
				return form
			}
			if string(m[1]) == "html" || form == HTML && pages.Match(m[1]) {
				return HTML
			}
			return XML
		}
		_, rest, ok := bytes.Cut(low, []byte(end))
		if !ok {
			return form
		}
		low = rest
	}
}

// unmarked takes off a byte order mark, and behind that of UTF-16 the zeros of
// plain letters.
func unmarked(head []byte) []byte {
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		return head[3:]
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return head
}

// Instead says what a document is where another was expected ("a calendar"),
// and what to do about it.
func Instead(head []byte, expected string) error {
	var is, hint string
	switch FormOf(head) {
	case Empty:
		return fmt.Errorf("the file is empty; %s is expected", expected)
	case HTML:
		is, hint = "an HTML page", "; the address may have moved or ask for a login"
		if _, after, ok := bytes.Cut(unmarked(head), []byte("<title>")); ok {
			title, _, _ := bytes.Cut(after, []byte("<"))
			is += fmt.Sprintf(" (%q)", schema.Excerpt(string(bytes.ToValidUTF8(title, []byte("?")))))
		}
	case XML:
		is = "XML"
	case JSON:
		is = "JSON"
	case Calendar:
		is, hint = "a calendar", "; set the source's kind to ics"
	case Workbook:
		is, hint = "a zip file or a workbook", "; set the source's kind to table if it is a workbook"
	case OldWorkbook:
		is, hint = "a workbook of an old Excel (.xls) or one with a password", "; save it as .xlsx without one"
	case OpenDocument:
		is, hint = "an OpenDocument file", "; save it as .xlsx or .csv"
	case PDF:
		is = "a PDF"
	default:
		begin := bytes.TrimSpace(head[:min(len(head), 60)])
		return fmt.Errorf("this is not %s: it begins with %q", expected, schema.Excerpt(string(bytes.ToValidUTF8(begin, []byte("?")))))
	}
	return fmt.Errorf("this is %s, not %s%s", is, expected, hint)
}
