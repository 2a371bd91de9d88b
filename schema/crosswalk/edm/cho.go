package edm

import (
	"slices"

	"moselle/schema"
)

// CHO is a record in EDM: the object and its aggregation.
type CHO struct {
	ID       schema.IRI // of the object; the aggregation's is ID + "#aggregation"
	Type     string     // edm:type: TEXT, IMAGE, SOUND, VIDEO or 3D
	Props    []Prop     // of the object, each property once
	Contexts []*Context // what the object leads to, each once
	Added    []Prop     // of the object, what Europeana added in a proxy of its own

	DataProvider         Value // who holds the object
	IntermediateProvider Value // who passed the record on, where that is another
	Provider             Value // the hub
	ShownAt              string
	Object               string // edm:object: the address of a preview
	Rights               string // canonical IRI of the licence of what is shown
	Manifest             string // the object's IIIF manifest
	Media                []WebResource
}

// kindNames are the values of edm:type.
var kindNames = []string{"TEXT", "IMAGE", "SOUND", "VIDEO", "3D"}

func isKind(s string) bool { return slices.Contains(kindNames, s) }

// Values returns a property's values, nil when there are none.
func (c *CHO) Values(p Property) []Value { return valuesOf(c.Props, p) }

// ShownBy returns the first of the files, which stands for the object; nil when
// there is none.
func (c *CHO) ShownBy() *WebResource {
	if len(c.Media) == 0 {
		return nil
	}
	return &c.Media[0]
}

// WebResource is a file that shows the object, or the page of a player of it.
type WebResource struct {
	URL           string
	Format        string // IANA media type in lower case without parameters, "" when it is not said
	Kind          string // IMAGE, TEXT, SOUND, VIDEO, 3D or "" by format, else by what the record calls it
	Width, Height int    // in pixels, 0 when not said
	Rights        string // canonical IRI, "" when not said
	Thumbnail     string
	Captions      []Value
	Credits       []Value
	Player        bool   // it is a page that plays the file, not the file
	Facts         []Fact // measures and the like, each property once
}

// Fact is what a file is beside what WebResource names, under the property of
// schema's class Media: "polygonCount".
type Fact struct {
	Property string
	Values   []Value
}

// Pixels returns the size of a picture, 0 when it is not said.
func (w *WebResource) Pixels() int { return w.Width * w.Height }
