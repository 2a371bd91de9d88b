package feed

import (
	"strings"

	"moselle/connectors/markup"
)

// foreign are the namespaces in which names that are like those of an event mean
// something else: podcasts, comments, how often a feed is read.
var foreign = []string{"itunes.com", "podcastindex.org", "googleplay", "slash", "wellformedweb", "syndication", "feedburner", "thread", "w3.org/1999/xhtml", "w3.org/2000/svg"}

func isForeign(space string) bool {
	for _, f := range foreign {
		if strings.Contains(space, f) {
			return true
		}
	}
	return space == "itunes" || space == "sy" || space == "wfw"
}

// maxNested bounds how deep what is looked at stands in an extension.
const maxNested = 6

// extension takes over an element that is none of the format's own.
func (n *entry) extension(e *markup.Element, base string) {
	switch {
	case isForeign(e.Space), n.position(e):
	case e.Name == "license":
		n.license = either(either(e.Attr("resource"), e.Value()), n.license)
	case e.Name == "when" && e.Attr("startTime") != "": // Google's gd:when, once for each date
		n.about.take("dtstart", e.Attr("startTime"))
		n.about.take("dtend", e.Attr("endTime"))
	case e.Name == "where" && e.Attr("valueString") != "":
		n.about.take("location", e.Attr("valueString"))
	case e.Name == "customfield": // of Trumba: the name is the calendar's own
		if strings.HasPrefix(e.Attr("type"), "uri") && imageTypes[medium{url: e.Value()}.ext()] != "" {
			n.medium(medium{url: address(base, e.Value())})
			return
		}
		n.about.take(e.Attr("name"), e.Value())
	default:
		n.nested(e, "", maxNested)
	}
}

// nested takes over an element and what stands in it; within is what the element
// around it means.
func (n *entry) nested(e *markup.Element, within string, depth int) {
	name := plainName(e.Name)
	if len(e.Children) == 0 || strings.TrimSpace(e.Text) != "" {
		value := either(textOf(e), either(e.Attr("value"), e.Attr("resource")))
		if names[name].field == "category" {
			for part := range strings.SplitSeq(value, ",") {
				n.addCategory(category{term: lines(part)})
			}
			return
		}
		n.about.within(within, name, value, e.Attr("tzid"))
		return
	}
	if depth == 0 {
		return
	}
	if f := names[name].field; f == "location" || f == "organizer" || f == "start" || f == "end" {
		within = f
	}
	for _, c := range e.Children {
		if !n.position(c) {
			n.nested(c, within, depth-1)
		}
	}
}
