package connectors

import (
	"net/url"
	"regexp"
	"strings"
)

// secretName matches names of parameters and settings that are likely a key.
var secretName = regexp.MustCompile(`^(?i:(.*[_.-])?(key|(api|app|access|ws)_?(key|id|token)|licen[cs]e_?key|token|jwt|secret|password|passwd|pwd|pass|auth|authorization|credentials?|session(id)?|signature|sig))$` +
	`|[a-z](Key|Token|Secret|Password)$`)

// Secret reports whether a parameter or a setting of that name likely holds a
// key, which nobody but the source is to read.
func Secret(name string) bool { return secretName.MatchString(name) }

// Discreet returns an address of the web without the parameters that likely hold
// a key, and without user and password: as it may stand in reports and records.
// Anything else is returned as it is.
func Discreet(location string) string {
	if !IsWeb(location) {
		return location
	}
	scheme, rest, _ := strings.Cut(location, "://")
	host, path := rest, ""
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		host, path = rest[:end], rest[end:]
	}
	host = host[strings.LastIndexByte(host, '@')+1:]
	before, query, asks := strings.Cut(path, "?")
	if !asks {
		return scheme + "://" + host + path
	}
	query, fragment, _ := strings.Cut(query, "#")
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		if name, _, _ := strings.Cut(pair, "="); !Secret(name) {
			kept = append(kept, pair)
		}
	}
	out := scheme + "://" + host + before
	if len(kept) > 0 {
		out += "?" + strings.Join(kept, "&")
	}
	if fragment != "" {
		out += "#" + fragment
	}
	return out
}

// WithoutSecret returns an error that says the same without a secret, written as it
// is or as in an address, and unwraps to the same; err itself when there is none.
func WithoutSecret(err error, secret string) error {
	if secret == "" || err == nil {
		return err
	}
	return &hidden{strings.NewReplacer(secret, "…", url.QueryEscape(secret), "…").Replace(err.Error()), err}
}

// hidden is an error without what nobody is to read.
type hidden struct {
	message string
	cause   error
}

func (h *hidden) Error() string { return h.message }
func (h *hidden) Unwrap() error { return h.cause }
