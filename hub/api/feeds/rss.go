package feeds

import (
	"encoding/xml"
	"io"
	"strings"
	"time"

	"moselle/hub/catalog"
)

// The shape of an RSS 2.0 document with the event module of RSS 1.0
// (http://purl.org/rss/1.0/modules/event/), GeoRSS and Dublin Core.
type rss struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	Event   string     `xml:"xmlns:ev,attr"`
	Geo     string     `xml:"xmlns:georss,attr"`
	DC      string     `xml:"xmlns:dc,attr"`
	Atom    string     `xml:"xmlns:atom,attr"`
	Media   string     `xml:"xmlns:media,attr"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Title       string    `xml:"title"`
	Link        string    `xml:"link"`
	Description string    `xml:"description"`
	Language    string    `xml:"language"`
	Self        atomLink  `xml:"atom:link"`
	Built       string    `xml:"lastBuildDate,omitempty"`
	Items       []rssItem `xml:"item"`
}

type atomLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
}

type rssItem struct {
	Title       string        `xml:"title"`
	Link        string        `xml:"link"`
	GUID        rssGUID       `xml:"guid"`
	Date        string        `xml:"pubDate"`
	Description string        `xml:"description,omitempty"`
	Categories  []string      `xml:"category"`
	Creator     string        `xml:"dc:creator,omitempty"`
	Start       string        `xml:"ev:startdate,omitempty"`
	End         string        `xml:"ev:enddate,omitempty"`
	Place       string        `xml:"ev:location,omitempty"`
	Organizer   string        `xml:"ev:organizer,omitempty"`
	Type        string        `xml:"ev:type,omitempty"`
	Point       string        `xml:"georss:point,omitempty"`
	Language    string        `xml:"dc:language,omitempty"` // of the title
	Enclosure   *rssEnclosure `xml:"enclosure"`
	Media       *rssMedia     `xml:"media:content"`
}

type rssGUID struct {
	Permalink bool   `xml:"isPermaLink,attr"`
	Value     string `xml:",chardata"`
}

// rssMedia is the picture once more, with what its licence asks for (Media RSS
// 1.5.1).
type rssMedia struct {
	URL     string     `xml:"url,attr"`
	Medium  string     `xml:"medium,attr"`
	Credit  string     `xml:"media:credit"`
	License rssLicense `xml:"media:license"`
}

type rssLicense struct {
	Href string `xml:"href,attr"`
	Name string `xml:",chardata"`
}

type rssEnclosure struct {
	URL    string `xml:"url,attr"`
	Type   string `xml:"type,attr"`
	Length int    `xml:"length,attr"`
}

func writeRSS(w io.Writer, f feed) error {
	doc := rss{Version: "2.0", Event: "http://purl.org/rss/1.0/modules/event/", Geo: "http://www.georss.org/georss",
		DC: "http://purl.org/dc/elements/1.1/", Atom: "http://www.w3.org/2005/Atom", Media: "http://search.yahoo.com/mrss/",
		Channel: rssChannel{Title: f.title, Link: f.home, Description: f.title, Language: f.lang,
			Self: atomLink{f.self, "self", "application/rss+xml"}}}
	newest := time.Time{}
	for _, c := range f.cards {
		if c.Hit.Modified.After(newest) {
			newest = c.Hit.Modified
		}
		item := rssItem{
			Title: marked(c.Name, c.Status), Link: c.Page, GUID: rssGUID{Value: guid(c)}, Date: c.Hit.Modified.Format(time.RFC1123Z),
			Description: strings.TrimSpace(c.Calendar + "\n" + c.Description), Categories: labels(c.Categories), Start: c.Start, End: c.End, Place: address(c), Type: c.Type,
			Language: stated(c.NameLang),
		}
		if c.Publisher != nil {
			item.Creator = c.Publisher.Name
		}
		if len(c.Organizers) > 0 {
			item.Organizer = c.Organizers[0].Name
		}
		if c.Latitude != nil && c.Longitude != nil {
			item.Point = coordinates(c, " ")
		}
		if c.Image != nil && c.Image.Shown() {
			item.Enclosure = &rssEnclosure{URL: c.Image.URL, Type: imageType(c.Image.URL)}
			item.Media = &rssMedia{URL: c.Image.URL, Medium: "image", Credit: c.Image.Attribution, License: rssLicense{c.Image.License, c.Image.LicenseName}}
		}
		doc.Channel.Items = append(doc.Channel.Items, item)
	}
	if !newest.IsZero() {
		doc.Channel.Built = newest.Format(time.RFC1123Z)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	return enc.Encode(doc)
}

// guid identifies the row: the thing, or the date it was found for.
func guid(c catalog.Card) string {
	if o := c.Hit.Occurrence; o != nil && o.ID != c.Hit.IRI {
		_, fragment, _ := strings.Cut(string(o.ID), "#")
		return c.ID + "#" + fragment
	}
	return c.ID
}

func imageType(url string) string {
	switch low := strings.ToLower(url); {
	case strings.HasSuffix(low, ".png"):
		return "image/png"
	case strings.HasSuffix(low, ".webp"):
		return "image/webp"
	case strings.HasSuffix(low, ".svg"):
		return "image/svg+xml"
	}
	return "image/jpeg"
}
