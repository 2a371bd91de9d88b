package openagenda

import (
	"encoding/json"
	"net/url"
	"strconv"
	"strings"

	"moselle/connectors"
)

// add takes over what an answer says of itself.
func (h *head) add(members map[string]value) {
	number := func(name string) int {
		n, _ := strconv.Atoi(strings.TrimSpace(string(members[name].text)))
		return max(n, 0)
	}
	_, h.first = members["nhits"]
	h.records = h.first || number("total_count") > 0
	h.total, h.offset, h.limit = max(h.total, number("total"), number("total_count"), number("nhits")), number("offset"), number("limit")
	after, ok := members["after"]
	if h.paged = ok; !ok {
		return
	}
	var v any
	if !unpack(string(after.text), &v) {
		return
	}
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, e := range list[:min(len(list), 20)] {
		switch e := e.(type) {
		case string, json.Number:
			h.after = append(h.after, plain(e))
		case nil:
			if len(list) > 1 {
				h.after = append(h.after, "")
			}
		}
	}
}

// next returns the address of the page behind one from which n events were
// read; "" behind the last. An answer with after says itself how to go on (a
// list of values, as it sorts by several), older ones count by offset.
func (h *head) next(location string, n int) string {
	u, err := url.Parse(location)
	if err != nil || n == 0 || !connectors.IsWeb(location) {
		return ""
	}
	q := u.Query()
	switch {
	case h.records:
		return h.portal(u, n)
	case len(h.after) > 0:
		name := "after"
		if len(h.after) > 1 {
			name = "after[]"
		}
		q.Del("after")
		q.Del("after[]")
		q[name] = h.after
	case !h.paged && h.limit > 0 && h.total > h.offset+n:
		q.Set("offset", strconv.Itoa(h.offset+n))
	default:
		return ""
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// withKey adds the API key to an address of the web.
func (c *connector) withKey(location string) string {
	u, err := url.Parse(location)
	if c.Key == "" || err != nil || !connectors.IsWeb(location) {
		return location
	}
	q := u.Query()
	q.Set("key", c.Key)
	u.RawQuery = q.Encode()
	return u.String()
}

// withoutKey takes the API key out of an address of the web.
func withoutKey(location string) string {
	u, err := url.Parse(location)
	if err != nil {
		return location
	}
	q := u.Query()
	q.Del("key")
	u.RawQuery = q.Encode()
	return u.String()
}

// queried returns a parameter of an address of the web.
func queried(location, name string) string {
	u, err := url.Parse(location)
	if err != nil || !connectors.IsWeb(location) {
		return ""
	}
	return u.Query().Get(name)
}
