package jsonld

import (
	"strings"

	"moselle/schema/tree"
)

// context is an active context (JSON-LD 1.1 API, section 4.1). Once made it is
// not changed, so that one that is used again and again is worked out once.
type context struct {
	terms     map[string]*term // defined here; nil for one that is taken back
	parent    *context         // holds the others; nil for none
	layers    int              // of parents
	vocab     string           // "" for none
	language  string           // "" for none
	base      string           // "" for none; where based is not set, the document's
	based     bool
	previous  *context // to go back to below; nil for none
	protected bool     // some term is
}

// term is a term definition (section 4.1).
type term struct {
	iri       string // or a keyword; "" for what is to be passed over
	typ       string // the type mapping: "", a keyword or an IRI
	container container
	reverse   bool
	prefix    bool
	protected bool
	index     string    // the property that an index stands for; "" for none
	language  string    // when hasLang; "" for none
	hasLang   bool      // the default language does not hold
	context   tree.Node // in force below; absent for none
	at        string    // the address of the document that holds context
}

// maxLayers bounds how many contexts a term is looked for in; with more, they
// are put together.
const maxLayers = 6

func (c *context) term(name string) *term {
	for ; c != nil; c = c.parent {
		if t, ok := c.terms[name]; ok {
			return t
		}
	}
	return nil
}

// isPlain reports whether nothing but the base is set.
func (c *context) isPlain() bool {
	return len(c.terms) == 0 && c.parent == nil && c.vocab == "" && c.language == "" && c.previous == nil
}

// extend returns a context to be filled, which holds what c does, and how many
// terms were copied for it.
func (c *context) extend() (*context, int) {
	next := *c
	next.terms = map[string]*term{}
	if len(c.terms) == 0 {
		return &next, 0 // c has nothing of its own
	}
	next.parent, next.layers = c, c.layers+1
	if next.layers > maxLayers {
		for at := c; at != nil; at = at.parent {
			for name, t := range at.terms {
				if _, ok := next.terms[name]; !ok {
					next.terms[name] = t
				}
			}
		}
		next.parent, next.layers = nil, 0
	}
	return &next, len(next.terms)
}

// isKeyword reports whether s is a keyword of JSON-LD 1.1 (section 1.7).
func isKeyword(s string) bool {
	if s == "" || s[0] != '@' {
		return false
	}
	switch s {
	case "@base", "@container", "@context", "@default", "@direction", "@graph", "@id", "@import", "@included", "@index",
		"@json", "@language", "@list", "@nest", "@none", "@prefix", "@propagate", "@protected", "@reverse", "@set",
		"@type", "@value", "@version", "@vocab":
		return true
	}
	return false
}

// likeKeyword reports whether s has the form of a keyword, which is kept for
// later versions of JSON-LD.
func likeKeyword(s string) bool {
	return len(s) > 1 && s[0] == '@' && strings.Trim(s[1:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func isBlank(s string) bool { return strings.HasPrefix(s, "_:") }

// container is a container mapping: a set of what a value may be arranged by.
type container uint8

const (
	byGraph container = 1 << iota
	byID
	byIndex
	byLanguage
	byList
	bySet
	byType
)

var containers = map[string]container{
	"@graph": byGraph, "@id": byID, "@index": byIndex, "@language": byLanguage, "@list": byList, "@set": bySet, "@type": byType,
}

func (c container) has(any container) bool { return c&any != 0 }

// allowed reports whether the combination has a meaning (section 4.2.2, step 19).
func (c container) allowed() bool {
	switch rest := c &^ bySet; rest {
	case 0, byID, byIndex, byLanguage, byType, byGraph, byGraph | byID, byGraph | byIndex:
		return true
	case byList:
		return c == byList
	}
	return false
}
