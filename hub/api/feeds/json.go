package feeds

import (
	"io"
	"time"

	"moselle/hub/catalog"
)

// The shape of a JSON Feed 1.1 (https://jsonfeed.org/version/1.1); the whole
// row stands under the extension _moselle.
type jsonFeed struct {
	Version  string     `json:"version"`
	Title    string     `json:"title"`
	Home     string     `json:"home_page_url"`
	Self     string     `json:"feed_url"`
	Next     string     `json:"next_url,omitempty"`
	Language string     `json:"language"`
	Items    []jsonItem `json:"items"`
}

type jsonItem struct {
	ID       string       `json:"id"`
	URL      string       `json:"url"`
	External string       `json:"external_url,omitempty"`
	Title    string       `json:"title"`
	Text     string       `json:"content_text"`
	Image    string       `json:"image,omitempty"`
	Modified string       `json:"date_modified"`
	Tags     []string     `json:"tags,omitempty"`
	Authors  []jsonAuthor `json:"authors,omitempty"`
	Language string       `json:"language,omitempty"`
	Row      catalog.Card `json:"_moselle"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

func writeJSON(w io.Writer, f feed) error {
	doc := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: f.title, Home: f.home, Self: f.self, Next: f.next,
		Language: f.lang, Items: []jsonItem{}}
	for _, c := range f.cards {
		item := jsonItem{ID: guid(c), URL: c.Page, External: c.URL, Title: marked(c.Name, c.Status), Text: c.Description,
			Modified: c.Hit.Modified.Format(time.RFC3339), Tags: labels(c.Categories), Language: c.NameLang, Row: c}
		if c.Image != nil && c.Image.Shown() {
			item.Image = c.Image.URL
		}
		if c.Publisher != nil {
			item.Authors = []jsonAuthor{{c.Publisher.Name}}
		}
		doc.Items = append(doc.Items, item)
	}
	return send(w, doc)
}

func send(w io.Writer, doc any) error {
	body, err := catalog.Encode(doc)
	if err != nil {
		return err
	}
	_, err = w.Write(body)
	return err
}

// The shape of a GeoJSON document (RFC 7946): what has no position is left out.
type geoCollection struct {
	Type     string       `json:"type"`
	Features []geoFeature `json:"features"`
}

type geoFeature struct {
	Type       string       `json:"type"`
	ID         string       `json:"id"`
	Geometry   geoPoint     `json:"geometry"`
	Properties catalog.Card `json:"properties"`
}

type geoPoint struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

func writeGeoJSON(w io.Writer, f feed) error {
	doc := geoCollection{Type: "FeatureCollection", Features: []geoFeature{}}
	for _, c := range f.cards {
		if c.Latitude == nil || c.Longitude == nil {
			continue
		}
		doc.Features = append(doc.Features, geoFeature{Type: "Feature", ID: guid(c),
			Geometry: geoPoint{"Point", [2]float64{*c.Longitude, *c.Latitude}}, Properties: c})
	}
	return send(w, doc)
}
