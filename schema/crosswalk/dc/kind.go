package dc

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
)

// dcmiTypes are the terms of the DCMI Type Vocabulary.
var dcmiTypes = []string{"Collection", "Dataset", "Event", "Image", "InteractiveResource", "MovingImage",
	"PhysicalObject", "Service", "Software", "Sound", "StillImage", "Text"}

var camel = regexp.MustCompile(`[A-Z]`)

const dcmiNamespace = "http://purl.org/dc/dcmitype/"

// dcmiType returns the term of DCMI's vocabulary that a value is, by its address
// or its name in any spelling; "" for none.
func dcmiType(v string) string {
	v = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(v), dcmiNamespace), "dcmitype:")
	v = strings.ReplaceAll(v, " ", "")
	i := slices.IndexFunc(dcmiTypes, func(t string) bool { return strings.EqualFold(t, v) })
	if i < 0 {
		return ""
	}
	return dcmiTypes[i]
}

// subclasses are the kinds of works by the words that catalogues use.
var subclasses = map[string]string{
	"photograph": "Photograph", "photographie": "Photograph", "fotografie": "Photograph", "photo": "Photograph", "foto": "Photograph",
	"map": "Map", "carte": "Map", "karte": "Map", "book": "Book", "livre": "Book", "buch": "Book", "monographie": "Book", "monograph": "Book",
	"manuscript": "Manuscript", "manuscrit": "Manuscript", "handschrift": "Manuscript", "painting": "Painting", "peinture": "Painting", "gemälde": "Painting",
	"drawing": "Drawing", "dessin": "Drawing", "zeichnung": "Drawing", "poster": "Poster", "affiche": "Poster", "plakat": "Poster",
	"film": "Movie", "movie": "Movie", "newspaper": "Newspaper", "journal": "Newspaper", "zeitung": "Newspaper", "sculpture": "Sculpture", "skulptur": "Sculpture",
	"article": "Article", "artikel": "Article", "info:eu-repo/semantics/article": "Article", "sheet music": "MusicComposition", "partition": "MusicComposition",
}

// kind adds what kind of thing it is.
func (m *reader) kind(lang, value string) {
	low := strings.ToLower(value)
	if sub, ok := subclasses[low]; ok {
		m.b.Type(sub)
	}
	word, code := value, ""
	if t := dcmiType(value); t != "" {
		word, code = t, dcmiNamespace+t
		if spaced := strings.TrimSpace(camel.ReplaceAllString(t, " $0")); spaced != t || strings.HasPrefix(value, dcmiNamespace) {
			word, lang = spaced, "en"
		} else {
			word = value
		}
	} else if rest, ok := strings.CutPrefix(low, "info:eu-repo/semantics/"); ok {
		word, lang = rest, "en"
	}
	if strings.Contains(word, "://") {
		word = word[strings.LastIndexAny(word, "/#")+1:]
		code = value
	}
	if word == "" {
		return
	}
	t := m.b.Part("additionalType", "DefinedTerm")
	t.Text("name", lang, word)
	t.Put("sameAs", code)
}

// kinds adds the type of DCMI's vocabulary, then those of the source in words.
func (w *writer) kinds() {
	w.add("type", "", dcmiOf(w.node))
	w.links("type", "additionalType")
}

// dcmiOf returns the DCMI type of a record.
func dcmiOf(n *schema.Node) string {
	switch n.Class.Name {
	case "Event", "EventSeries":
		return "Event"
	case "Collection", "Dataset":
		return n.Class.Name
	case "Media":
		return dcmiOfType(n.Type())
	case "Work":
		for _, t := range n.Types {
			if d := dcmiOfType(t); d != "" {
				return d
			}
		}
		for _, m := range n.Nodes("associatedMedia") {
			if d := dcmiOfType(m.Type()); d != "" {
				return d
			}
		}
		return "PhysicalObject"
	}
	return ""
}

func dcmiOfType(t string) string {
	switch t {
	case "ImageObject", "Photograph", "Painting", "Drawing", "Poster", "Map", "VisualArtwork":
		return "StillImage"
	case "VideoObject", "Movie":
		return "MovingImage"
	case "AudioObject", "MusicRecording":
		return "Sound"
	case "TextObject", "Book", "Manuscript", "Newspaper", "Article", "Play":
		return "Text"
	case "Sculpture":
		return "PhysicalObject"
	}
	return ""
}
