// Package mods reads the part of MODS 3 that collections use into works: titles,
// names with roles, origin, subjects, physical description, places to look at it
// and rights. XML is parsed elsewhere, into a Description; MODS is not written.
package mods

// Namespace is that of all MODS 3.
const Namespace = "http://www.loc.gov/mods/v3"

// Description is what one mods element says, its parts in the order in which they
// stand. Texts may have runs of blanks; languages are "" when nothing says them.
type Description struct {
	ID          string // recordIdentifier
	Titles      []Title
	Names       []Name
	Types       []Term // typeOfResource
	Genres      []Term
	Dates       []Date
	Places      []Text // placeTerm of the origin
	Publishers  []Text
	Languages   []string
	Extents     []Text
	Forms       []Term
	Abstracts   []Text
	Notes       []Text
	History     []Text // notes of how it was owned and acquired
	Contents    []Text // tableOfContents
	Subjects    []Subject
	Identifiers []Identifier
	Holders     []Text // physicalLocation
	Shelfmarks  []string
	URLs        []URL
	Rights      []Rights
	Hosts       []Host
}

// Text is a text with its language.
type Text struct{ Lang, Text string }

// Term is a word with the address of its concept, "" when none is given.
type Term struct{ Lang, Text, IRI string }

// Title is a titleInfo. Kind is its type: "" for the title itself, else
// "alternative", "translated", "uniform" or "abbreviated".
type Title struct{ Kind, Lang, Text string }

// Name is a name. Kind is "personal", "corporate", "conference", "family" or "";
// Roles are words and codes in lower case; Dates is as it is written.
type Name struct {
	Kind, Lang, Text, Dates, IRI string
	Roles                        []string
}

// Date is a date of the origin. Element is "dateCreated", "dateIssued",
// "copyrightDate" or another, Point "start", "end" or "".
type Date struct {
	Element, Point, Text string
	Vague                bool // qualifier says approximate, inferred or questionable
}

// Subject is one part of a subject. Part is its element: "topic", "geographic",
// "temporal", "name", "titleInfo", "genre", "occupation".
type Subject struct {
	Part string
	Term
	Point string // where a place is, as it is written; "" for unknown
}

// Host is a related item that the described one is part of: its title and who holds
// it.
type Host struct {
	Title   Text
	Holders []Text
}

// Identifier is an identifier with its type; Invalid ones are marked so.
type Identifier struct {
	Kind, Text string
	Invalid    bool
}

// URL is an address of a location. Access is "preview", "raw object", "object in
// context" or ""; Primary says that it is the page to show.
type URL struct {
	Address, Access string
	Primary         bool
}

// Rights is an accessCondition: its type, its words and the address it points to.
type Rights struct{ Kind, Lang, Text, IRI string }
