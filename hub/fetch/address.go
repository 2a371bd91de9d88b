package fetch

import (
	"net/url"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/hub/fault"
)

// usualPorts are open to every host; others must be allowed by name.
var usualPorts = []string{"80", "443", "8080", "8443"}

// isWeb reports whether a location is an http(s) address.
func isWeb(location string) bool {
	scheme, _, found := strings.Cut(location, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// parse reads and checks an address.
func (c *Client) parse(location string) (*url.URL, error) {
	u, err := url.Parse(location)
	if err != nil {
		// The parser's own message would quote a password.
		return nil, fault.New(fault.Invalid, "%q is no readable address", withoutUser(location))
	}
	u.Fragment, u.RawFragment = "", ""
	return u, c.check(u)
}

// check refuses an address that may not be asked, before anything is sent.
func (c *Client) check(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fault.New(fault.Denied, "%s: not opened, because only http and https addresses are", show(u))
	case u.Hostname() == "":
		return fault.New(fault.Invalid, "%s: the address names no host", show(u))
	case u.User != nil:
		return fault.New(fault.Denied, "%s: the address holds a user name or password; the hub reads only what is public, so leave them out", show(u))
	case !slices.Contains(usualPorts, port(u)) && !c.allowed(u.Hostname(), port(u)):
		return fault.New(fault.Denied, "%s: port %s is not one of %s; add %s to the setting fetch.allow if it is right",
			show(u), port(u), strings.Join(usualPorts, ", "), u.Host)
	}
	return nil
}

// allowed reports whether the operator lets this host be private or use this port.
func (c *Client) allowed(host, port string) bool {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	return c.allow[host+":"+port] || c.allow[host] && slices.Contains(usualPorts, port)
}

func port(u *url.URL) string {
	switch {
	case u.Port() != "":
		return u.Port()
	case u.Scheme == "https":
		return "443"
	default:
		return "80"
	}
}

// hostport is the host and port of an address, the same for every spelling.
func hostport(u *url.URL) string {
	return strings.TrimSuffix(strings.ToLower(u.Hostname()), ".") + ":" + port(u)
}

// show prints an address for messages, without user, password or keys.
func show(u *url.URL) string {
	out := *u
	out.User = nil
	if out.RawQuery != "" {
		pairs := strings.Split(out.RawQuery, "&")
		for i, pair := range pairs {
			if name, _, found := strings.Cut(pair, "="); found && connectors.Secret(name) {
				pairs[i] = name + "=…"
			}
		}
		out.RawQuery = strings.Join(pairs, "&")
	}
	return out.String()
}

// withoutUser drops what may be a password from an address that cannot be parsed.
func withoutUser(location string) string {
	scheme, rest, found := strings.Cut(location, "://")
	if !found {
		return location
	}
	if at := strings.LastIndex(rest, "@"); at >= 0 {
		rest = rest[at+1:]
	}
	rest, _, _ = strings.Cut(rest, "?")
	return scheme + "://" + rest
}
