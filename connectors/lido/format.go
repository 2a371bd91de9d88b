package lido

import (
	"encoding/xml"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
)

// Format returns LIDO for the kinds that carry several formats. Settings are the
// defaults: texts that name no language are in the source's.
func Format() markup.Format {
	return markup.Format{
		Name:  "lido",
		Holds: holds,
		Open: func(env connectors.Env) func(*markup.Element, string, string) (connectors.Item, error) {
			c := &connector{Settings{Lang: env.Lang}, env}
			return c.item
		},
	}
}

// holds reports whether an element is a record; some files forget the namespace.
func holds(name xml.Name) bool {
	return name.Local == "lido" && (name.Space == "" || name.Space == "lido" || strings.Contains(name.Space, namespace))
}
