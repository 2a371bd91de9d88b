package jsonld

import "moselle/schema/tree"

// object is a node object, a value object or a list object in expanded form
// (JSON-LD 1.1, section 9), as far as RDF can say it.
type object struct {
	form form

	// of a node
	id       string // as it is to be read; "" for a blank node, unless named
	named    bool
	types    []string
	members  []member // its properties
	reverse  []member // what has it for value
	graph    []*object
	hasGraph bool
	included []*object

	items []*object // of a list

	// of a value
	value    tree.Node
	text     string // where there is no node of the document
	datatype string // "" for none given
	language string // when tagged
	tagged   bool
}

type form uint8

const (
	nodeForm form = iota
	valueForm
	listForm
)

type member struct {
	iri    string
	values []*object
}

// add adds values of a property, or of a reverse one.
func add(to []member, iri string, values ...*object) []member {
	for i := range to {
		if to[i].iri == iri {
			to[i].values = append(to[i].values, values...)
			return to
		}
	}
	return append(to, member{iri, values})
}

// isGraph reports whether o is a graph object: nothing but a graph, with or
// without a name.
func (o *object) isGraph() bool {
	return o.form == nodeForm && o.hasGraph && len(o.types) == 0 && len(o.members) == 0 && len(o.reverse) == 0 && len(o.included) == 0
}

// says reports whether a node object has anything but its name.
func (o *object) says() bool {
	return o.hasGraph || len(o.types) > 0 || len(o.members) > 0 || len(o.reverse) > 0 || len(o.included) > 0
}
