package activitypub

import (
	"encoding/json"
	"strings"
)

// The relations in the list under /.well-known/nodeinfo: a description of the
// server, and the account that stands for all of it (FEP-2677).
const (
	NodeInfoPath     = "/.well-known/nodeinfo"
	NodeInfoRel      = "http://nodeinfo.diaspora.software/ns/schema/"
	ApplicationRel   = Context + "#Application"
	maxNodeInfoLinks = 50
)

// Application returns the address of the account that stands for the server; ""
// when the list does not say it.
func (l Links) Application() string {
	for _, link := range l.Links[:min(len(l.Links), maxNodeInfoLinks)] {
		if link.Rel == ApplicationRel {
			return link.Href
		}
	}
	return ""
}

// Description returns the address of the server's description in the newest
// version listed; "" for none.
func (l Links) Description() string {
	version, address := "", ""
	for _, link := range l.Links[:min(len(l.Links), maxNodeInfoLinks)] {
		if v, ok := strings.CutPrefix(link.Rel, NodeInfoRel); ok && v >= version {
			version, address = v, link.Href
		}
	}
	return address
}

// NodeInfo is a server's description of itself (NodeInfo 2.1).
type NodeInfo struct {
	Software  Software `json:"software"`
	Protocols []string `json:"protocols"`
}

// Software is what a server runs.
type Software struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// ParseNodeInfo reads a server's description; false when the text is none.
func ParseNodeInfo(document []byte) (NodeInfo, bool) {
	var n NodeInfo
	err := json.Unmarshal(document, &n)
	return n, err == nil && n.Software.Name != "" && n.Protocols != nil
}
