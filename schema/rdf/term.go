package rdf

import "strings"

// Equal reports whether t and u are the same RDF term (RDF 1.1 Concepts,
// section 3.3). Other than ==, it compares language tags without case.
func (t Term) Equal(u Term) bool {
	return t.Kind == u.Kind && t.Value == u.Value && t.Datatype == u.Datatype && strings.EqualFold(t.Lang, u.Lang)
}
