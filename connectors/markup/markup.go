// Package markup reads XML for the connectors whose sources are written in it:
// it streams the elements that a connector asks for as small trees, whatever the
// encoding, within bounds of size, depth and count, and says in plain words on
// which line a document stops being XML. It knows no format.
package markup

import "moselle/schema/dom"

// Element and Attr are those of dom, which crosswalks read.
type (
	Element = dom.Element
	Attr    = dom.Attr
)
