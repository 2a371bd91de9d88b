package oaipmh

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	wire "moselle/schema/wire/oaipmh"
)

// sniff takes answers of OAI-PMH, records out of them, single descriptions in the
// formats that no other kind reads, and addresses that hold a request.
func sniff(location, _ string, head []byte) int {
	head = bytes.TrimLeft(markup.Head(head), " \t\r\n")
	begin := head[:min(len(head), 2048)]
	switch {
	case !bytes.HasPrefix(head, []byte("<")):
	case bytes.Contains(begin, []byte("OAI-PMH")) && bytes.Contains(begin, []byte("openarchives.org/OAI/2.0")):
		return 95
	case bytes.Contains(begin, []byte("openarchives.org/OAI/2.0/oai_dc")), bytes.Contains(begin, []byte("qualifieddc")),
		bytes.Contains(begin, []byte(`loc.gov/mods/v3"`)) && !bytes.Contains(begin, []byte("METS")),
		bytes.Contains(begin, []byte("record")) && bytes.Contains(begin, []byte("header>")) && bytes.Contains(begin, []byte("datestamp>")):
		return 60
	}
	if u, err := url.Parse(location); err == nil && connectors.IsWeb(location) && wire.IsVerb(u.Query().Get("verb")) {
		return 70
	}
	return 0
}

// isDocument reports whether a location is a saved answer: a file, or an address
// that ends like one.
func isDocument(location string) bool {
	u, err := url.Parse(location)
	if err != nil || !connectors.IsWeb(location) {
		return true
	}
	if u.RawQuery != "" {
		return u.Query().Get("verb") == string(wire.GetRecord)
	}
	return slices.Contains([]string{".xml", ".zip", ".gz"}, strings.ToLower(path.Ext(u.Path)))
}

// cut takes the protocol's arguments off an address and leaves the rest as it is.
func cut(location string) (base string, asked url.Values) {
	location, _, _ = strings.Cut(location, "#")
	before, query, ok := strings.Cut(location, "?")
	if !ok {
		return location, nil
	}
	asked = url.Values{}
	var rest []string
	for part := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(part, "=")
		if value, err := url.QueryUnescape(value); err == nil && wire.IsArgument(name) {
			asked.Set(name, value)
		} else if part != "" {
			rest = append(rest, part)
		}
	}
	if len(rest) == 0 {
		return before, asked
	}
	return before + "?" + strings.Join(rest, "&"), asked
}

// adopt takes what the location asks for where the settings say nothing.
func (c *connector) adopt(asked url.Values) {
	for _, s := range []struct {
		to   *string
		name string
	}{{&c.Prefix, "metadataPrefix"}, {&c.From, "from"}, {&c.Until, "until"}} {
		if *s.to == "" {
			*s.to = asked.Get(s.name)
		}
	}
	if set := asked.Get("set"); set != "" && len(c.Sets) == 0 {
		c.Sets = []string{set}
	}
}
