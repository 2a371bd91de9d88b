package markup

import (
	"encoding/xml"

	"moselle/connectors"
)

// Format reads the records of one metadata format in XML, wherever they stand:
// in files, or each inside a record of OAI-PMH. A connector exports the one that
// it knows how to map; connectors/all gives them to the kinds that carry several.
type Format struct {
	Name string // as settings and messages call it
	// Holds reports whether an element of this name holds one record.
	Holds func(name xml.Name) bool
	// Open returns what reads one such element: the item under its own key, or
	// under key when it names none, or a *connectors.Refusal. where is the
	// record's place for messages.
	Open func(env connectors.Env) func(e *Element, key, where string) (connectors.Item, error)
}
