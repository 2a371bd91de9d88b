package activitypub

import (
	"encoding/json"
	"net"
	"net/url"
	"regexp"
	"strings"
)

// Link is a link of WebFinger and of NodeInfo's list (RFC 7033, section 4.4.4).
type Link struct {
	Rel      string `json:"rel"`
	Type     string `json:"type,omitempty"`
	Href     string `json:"href,omitempty"`
	Template string `json:"template,omitempty"`
}

// Links is what WebFinger answers about an account (RFC 7033), and the list under
// /.well-known/nodeinfo, which has links alone.
type Links struct {
	Subject string   `json:"subject,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Links   []Link   `json:"links"`
}

// ParseLinks reads such a list; false when the text is none.
func ParseLinks(document []byte) (Links, bool) {
	var l Links
	err := json.Unmarshal(document, &l)
	return l, err == nil && len(l.Links) > 0
}

// Self returns the address of the account's document; "" when no link leads to
// one.
func (l Links) Self() string {
	for _, link := range l.Links {
		media, params, _ := strings.Cut(link.Type, ";")
		if link.Rel == "self" && (media == MediaType || media == "application/ld+json" && strings.Contains(params, "activitystreams")) {
			return link.Href
		}
	}
	return ""
}

// handle is an account as people write it, with or without the first sign.
var handle = regexp.MustCompile(`^@?([\p{L}\p{N}_.~-]{1,200})@([\p{L}\p{N}.-]{1,253}(?::\d{1,5})?|\[[0-9a-fA-F:.]+\](?::\d{1,5})?)$`)

// Handle takes "@name@host" apart; false for anything else.
func Handle(s string) (name, host string, ok bool) {
	if !strings.HasPrefix(s, "@") {
		return "", "", false
	}
	m := handle.FindStringSubmatch(s)
	if m == nil {
		return "", "", false
	}
	return m[1], strings.ToLower(m[2]), true
}

// Finger returns the address at which WebFinger tells of an account "@name@host";
// false for what is not written so. Only what runs on the reader's own machine
// is asked without encryption.
func Finger(s string) (address string, ok bool) {
	name, host, ok := Handle(s)
	if !ok {
		return "", false
	}
	return FingerAt(originOf(host), name), true
}

// FingerAt returns the address at which the server at an origin
// ("https://host") tells of one of its accounts.
func FingerAt(origin, name string) string {
	_, host, _ := strings.Cut(origin, "://")
	return origin + "/.well-known/webfinger?resource=" + url.QueryEscape("acct:"+name+"@"+host)
}

func originOf(host string) string {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	if ip := net.ParseIP(strings.Trim(name, "[]")); name == "localhost" || ip != nil && ip.IsLoopback() {
		return "http://" + host
	}
	return "https://" + host
}
