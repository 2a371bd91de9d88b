package fetch

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

// robotsToken is the name that a robots.txt calls the hub by (RFC 9309, section
// 2.2.1).
const robotsToken = "moselle"

// maxRobots is how much of a robots.txt is read, in bytes (RFC 9309, section
// 2.5), maxDelay the longest Crawl-delay that is kept to.
const (
	maxRobots = 500 << 10
	maxDelay  = 10 * time.Second
)

// robots is what a robots.txt says to the hub.
type robots struct {
	rules []rule
	delay time.Duration // between two requests; 0 when it does not say
}

// rule allows or forbids the paths that begin with its pattern, in which *
// stands for anything and $ for the end.
type rule struct {
	pattern string // normalised
	allow   bool
	line    int
	text    string // as it is written
}

// parseRobots reads a robots.txt (RFC 9309, section 2.2): the rules of all groups
// that name the hub, else of those for everybody. What is no rule is passed over.
func parseRobots(text []byte) *robots {
	ours, all := &robots{}, &robots{}
	named := false // a group names the hub
	var group []*robots
	open := false // the group still gathers its user agents
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	n := 0
	for line := range bytes.Lines(text) {
		n++
		content, _, _ := strings.Cut(string(line), "#")
		name, value, found := strings.Cut(content, ":")
		if !found {
			continue
		}
		name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		switch name {
		case "user-agent":
			if !open {
				group, open = nil, true
			}
			switch {
			case value == "*":
				group = append(group, all)
			case token(value) == robotsToken:
				group, named = append(group, ours), true
			}
			continue
		case "allow", "disallow":
			open = false
			if value == "" {
				continue
			}
			r := rule{pattern: normal(value), allow: name == "allow", line: n, text: strings.TrimSpace(content)}
			for _, g := range group {
				g.rules = append(g.rules, r)
			}
		case "crawl-delay": // not in the RFC, and widely written
			open = false
			seconds, err := strconv.ParseFloat(value, 64)
			if err != nil || !(seconds > 0) {
				continue
			}
			for _, g := range group {
				g.delay = time.Duration(min(seconds, maxDelay.Seconds()) * float64(time.Second))
			}
		}
	}
	if named {
		return ours
	}
	return all
}

// token returns the product token at the beginning of a user agent, in small
// letters.
func token(agent string) string {
	end := strings.IndexFunc(agent, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_'
	})
	if end >= 0 {
		agent = agent[:end]
	}
	return strings.ToLower(agent)
}

// forbids returns the rule that keeps the hub from a path with its query; false
// when there is none. The longest pattern counts, and of two as long the one that
// allows (RFC 9309, section 2.2.2).
func (r *robots) forbids(path string) (rule, bool) {
	path = normal(path)
	var best rule
	for _, c := range r.rules {
		counts := len(c.pattern) > len(best.pattern) || len(c.pattern) == len(best.pattern) && c.allow
		if counts && matches(c.pattern, path) {
			best = c
		}
	}
	return best, best.pattern != "" && !best.allow
}

// matches reports whether a path begins as the pattern says. It takes time in
// proportion to the product of their lengths at most.
func matches(pattern, path string) bool {
	end := strings.HasSuffix(pattern, "$")
	if end {
		pattern = pattern[:len(pattern)-1]
	} else {
		pattern += "*"
	}
	p, s, star, from := 0, 0, -1, 0
	for s < len(path) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, s
			p++
			if p == len(pattern) {
				return true
			}
		case p < len(pattern) && pattern[p] == path[s]:
			p++
			s++
		case star >= 0:
			from++
			p, s = star+1, from
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// normal writes a path or pattern so that two spellings of one are alike: what
// need not be encoded is not, everything beyond ASCII is (RFC 3986, section 6.2.2).
func normal(path string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == '%' && i+2 < len(path) {
			if n, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				i += 2
				if c = byte(n); !unreserved(c) {
					b.Write([]byte{'%', hex[c>>4], hex[c&15]})
					continue
				}
			}
		}
		if c >= 0x80 || c <= ' ' {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
