package shacl

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

const maxPattern = 4096 // bytes of a regular expression

// NewPattern returns the constraint of a regular expression as SPARQL's REGEX
// takes it (XPath and XQuery Functions 3.1, section 5.6.1), with any of the flags
// i, m, s, x and q. What cannot be matched in linear time is refused: back
// references, and subtraction from a set of characters; so are Unicode blocks.
func NewPattern(pattern, flags string) (*Pattern, error) {
	if len(pattern) > maxPattern {
		return nil, fmt.Errorf("a pattern of %d bytes: at most %d are taken", len(pattern), maxPattern)
	}
	expr, modes := pattern, ""
	for _, c := range flags {
		switch c {
		case 'i', 'm', 's':
			modes += string(c)
		case 'x', 'q':
		default:
			return nil, fmt.Errorf("pattern %q: flag %q is none of i, m, s, x and q", pattern, c)
		}
	}
	var err error
	if strings.ContainsRune(flags, 'q') {
		expr = regexp.QuoteMeta(pattern)
	} else if expr, err = translate(pattern, strings.ContainsRune(flags, 'x')); err != nil {
		return nil, fmt.Errorf("pattern %q: %w", pattern, err)
	}
	if modes != "" {
		expr = "(?" + modes + ")" + expr
	}
	match, err := regexp.Compile(expr)
	if err != nil {
		return nil, fmt.Errorf("pattern %q: %w", pattern, err)
	}
	return &Pattern{Pattern: pattern, Flags: flags, match: match}, nil
}

// escapes gives what XPath's escapes for several characters stand for, outside
// and inside a set; RE2 means only ASCII by its own of the same name.
var escapes = map[byte][2]string{
	'd': {`\p{Nd}`, `\p{Nd}`},
	'D': {`\P{Nd}`, `\P{Nd}`},
	'w': {`[^\p{P}\p{Z}\p{C}]`, `\p{L}\p{M}\p{N}\p{S}`},
	'W': {`[\p{P}\p{Z}\p{C}]`, `\p{P}\p{Z}\p{C}`},
	's': {`[ \t\n\r]`, ` \t\n\r`},
	'S': {`[^ \t\n\r]`, ""},
	'i': {`[:_\p{L}]`, `:_\p{L}`},
	'I': {`[^:_\p{L}]`, ""},
	'c': {`[-.:_\p{L}\p{M}\p{Nd}]`, `\-.:_\p{L}\p{M}\p{Nd}`},
	'C': {`[^-.:_\p{L}\p{M}\p{Nd}]`, ""},
}

// translate writes an XPath expression for package regexp; loose is for one in
// which white space does not count.
func translate(s string, loose bool) (string, error) {
	var b strings.Builder
	set, start := false, 0 // within [], and where that began
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s):
			i++
			to, err := escape(s[i:], set)
			if err != nil {
				return "", err
			}
			b.WriteString(to)
		case set && c == '[' && s[i-1] == '-':
			return "", errors.New("a set of characters cannot be subtracted from another here: write the set that is left")
		case set && c == '[':
			b.WriteString(`\[`)
		case set && c == ']' && i > start:
			set = false
			b.WriteByte(c)
		case !set && c == '[':
			set, start = true, i+1
			b.WriteByte(c)
			if i+1 < len(s) && s[i+1] == '^' {
				i++
				start++
				b.WriteByte('^')
			}
		case !set && c == '(' && strings.HasPrefix(s[i:], "(?") && !strings.HasPrefix(s[i:], "(?:"):
			return "", errors.New(`of the groups that begin with "(?" only "(?:" is known`)
		case !set && loose && strings.IndexByte(" \t\n\r", c) >= 0:
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), nil
}

// escape returns what the escape stands for whose backslash stood before s.
func escape(s string, set bool) (string, error) {
	c := s[0]
	if c >= '1' && c <= '9' {
		return "", fmt.Errorf(`\%c refers back to a group, which cannot be done here: write the alternatives out`, c)
	}
	if to, ok := escapes[c]; ok {
		if set {
			if to[1] == "" {
				return "", fmt.Errorf(`\%c cannot stand in a set of characters here: write the set the other way round`, c)
			}
			return to[1], nil
		}
		return to[0], nil
	}
	if strings.HasPrefix(s[1:], "{Is") && (c == 'p' || c == 'P') {
		return "", errors.New("blocks of characters are not known here: write the range with its first and last character")
	}
	if strings.IndexByte(`nrtpP\|.?*+(){}$-[]^`, c) < 0 {
		r, _ := utf8.DecodeRuneInString(s)
		return "", fmt.Errorf(`\%c is not an escape of XPath: leave the backslash out`, r)
	}
	return `\` + string(c), nil
}
