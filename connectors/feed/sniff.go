package feed

import (
	"bytes"
	"regexp"

	"moselle/connectors"
	"moselle/connectors/markup"
)

var (
	// root finds the first element behind declarations, comments and blanks.
	root = regexp.MustCompile(`^(?:\s|<\?[^>]*>|<!--(?s:.*?)-->|<!DOCTYPE[^>\[]*(?:\[(?s:.*?)\])?\s*>)*<(?:[\w.-]+:)?([\w.-]+)`)
	// ofRSS tells RSS 0.9 and 1.0 from other RDF.
	ofRSS = regexp.MustCompile(`purl\.org/rss/1\.0/["']|channel\.netscape\.com/rdf/simple|my\.netscape\.com/rdf/simple`)
	// ofAtom tells Atom from other elements that are called feed.
	ofAtom = regexp.MustCompile(`www\.w3\.org/2005/Atom|purl\.org/atom/`)
	// ofJSON tells JSON Feed by the version that it has to name.
	ofJSON = regexp.MustCompile(`^\s*\{(?s:.*)"(?:https?:)?(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version(?:\\?/)1`)
)

// sniff takes documents whose root element is one of a feed, and JSON that calls
// itself a JSON Feed.
func sniff(_, mediaType string, head []byte) int {
	text := bytes.TrimLeft(markup.Head(head), " \t\r\n\ufeff")
	if connectors.FormOf(text) == connectors.JSON {
		switch {
		case ofJSON.Match(text):
			return 95
		case mediaType == "application/feed+json":
			return 85
		}
		return 0
	}
	switch rootOf(text) {
	case "rss":
		return 95
	case "feed", "entry":
		switch {
		case ofAtom.Match(text):
			return 90
		case bytes.Contains(text, []byte("<entry>")): // without its namespace
			return 60
		}
	case "RDF":
		if ofRSS.Match(text) {
			return 90
		}
	}
	return 0
}

// rootOf returns the local name of the first element; "" when there is none.
func rootOf(text []byte) string {
	if m := root.FindSubmatch(text); m != nil {
		return string(m[1])
	}
	return ""
}
