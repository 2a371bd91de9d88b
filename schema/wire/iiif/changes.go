package iiif

// Types of changes (Change Discovery API 1.0, section 2.2.2).
const (
	Create  = "Create"
	Update  = "Update"
	Delete  = "Delete"
	Move    = "Move"
	Add     = "Add"
	Remove  = "Remove"
	Refresh = "Refresh" // the whole list begins anew behind it
)

// Thing is what a change is about, or another document of the list.
type Thing struct {
	ID    string `json:"id"`
	Type  string `json:"type"`            // "Manifest", "Collection", "OrderedCollection", "OrderedCollectionPage"
	Label any    `json:"label,omitempty"` // in any form that is read; a LangMap where it is written
}

// Change is one change. Object is nil in a Refresh alone, Target in all but a Move.
type Change struct {
	Type    string `json:"type"`
	Object  *Thing `json:"object,omitempty"`
	Target  *Thing `json:"target,omitempty"`
	EndTime string `json:"endTime,omitempty"` // when it was made, UTC (RFC 3339)
}

// Changes is a list of changes. Its pages are read from the last to the first.
type Changes struct {
	Context string `json:"@context"` // DiscoveryContext
	ID      string `json:"id"`
	Type    string `json:"type"` // "OrderedCollection"
	Total   int    `json:"totalItems"`
	First   *Thing `json:"first,omitempty"`
	Last    Thing  `json:"last"`
}

// ChangesPage is a page of a list of changes, the oldest first. It never changes
// once it has a Next.
type ChangesPage struct {
	Context string   `json:"@context"` // DiscoveryContext
	ID      string   `json:"id"`
	Type    string   `json:"type"` // "OrderedCollectionPage"
	Start   int      `json:"startIndex"`
	PartOf  Thing    `json:"partOf"`
	Prev    *Thing   `json:"prev,omitempty"`
	Next    *Thing   `json:"next,omitempty"`
	Items   []Change `json:"orderedItems"`
}

// NewChanges returns a list of changes at an address, with total changes on the
// pages from first to last.
func NewChanges(id, first, last string, total int) *Changes {
	return &Changes{Context: DiscoveryContext, ID: id, Type: "OrderedCollection", Total: total, First: page(first), Last: *page(last)}
}

// NewChangesPage returns the page at an address of a list, of which start changes
// stand on pages before it; prev and next are the addresses of its neighbours, ""
// for none.
func NewChangesPage(id, list, prev, next string, start int, items []Change) *ChangesPage {
	return &ChangesPage{Context: DiscoveryContext, ID: id, Type: "OrderedCollectionPage", Start: start,
		PartOf: Thing{ID: list, Type: "OrderedCollection"}, Prev: page(prev), Next: page(next), Items: items}
}

func page(address string) *Thing {
	if address == "" {
		return nil
	}
	return &Thing{ID: address, Type: "OrderedCollectionPage"}
}

// Change reads an activity of a list. What is no activity has no Type.
func (o Object) Change() Change {
	c := Change{Object: o.thing("object"), Target: o.thing("target"), EndTime: o.Text("endTime", "published", "startTime")}
	for _, t := range o.Types() {
		c.Type = t
	}
	return c
}

func (o Object) thing(name string) *Thing {
	of := o.One(name)
	if len(of) == 0 {
		return nil
	}
	t := &Thing{ID: of.ID(), Label: of["label"]}
	for _, name := range of.Types() {
		if t.Type == "" || name == "Manifest" || name == "Collection" {
			t.Type = name
		}
	}
	return t
}
