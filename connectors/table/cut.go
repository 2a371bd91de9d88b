package table

import (
	"regexp"
	"slices"
	"strings"
)

// cuts reads the words that take a value apart.
func (c *compiler) cuts(s *source, w words) {
	s.split = w.list(c, "split")
	if slices.Contains(s.split, "") {
		c.fail(w.path+".split", "is empty")
	}
	if text := w.text(c, "find"); text != "" {
		var err error
		if s.find, err = regexp.Compile(text); err != nil {
			c.fail(w.path+".find", "%q is no pattern: %s", text, strings.TrimPrefix(err.Error(), "error parsing regexp: "))
		}
		if s.split != nil {
			c.fail(w.path+".find", "stands beside split; find alone gives every piece that it matches")
		}
	}
	if s.as = w.text(c, "as"); s.as != "" && w.node("find") == nil {
		c.fail(w.path+".as", "makes something of what find finds; say find too")
	}
	if w.text(c, "take") == "each" {
		if s.turn = true; !c.turns || len(s.from) == 0 {
			c.fail(w.path+".take", "each takes from a column or path the piece that belongs to the turn of an each with from; there is none around it")
		}
		return
	}
	if s.take = w.number(c, "take"); s.take > 0 && s.split == nil && w.node("find") == nil {
		c.fail(w.path+".take", "takes a piece of what split or find makes; say one of them too")
	}
}

// pieces takes the values from start on apart.
func (s *source) pieces(dst []string, start int) []string {
	whole := slices.Clone(dst[start:])
	dst = dst[:start]
	for _, v := range whole {
		n := 0
		s.cut(v, func(piece string) bool {
			n++
			if piece != "" && (s.take == 0 || s.take == n) {
				dst = append(dst, piece)
			}
			return len(dst)-start < maxValues && (s.take == 0 || n < s.take)
		})
	}
	return dst
}

// cut calls do with every piece of a value, empty ones too, until it returns false.
func (s *source) cut(v string, do func(string) bool) {
	switch {
	case s.find != nil:
		for _, m := range s.find.FindAllStringSubmatchIndex(v, maxValues) {
			if !do(s.made(v, m)) {
				return
			}
		}
	case len(s.split) > 1:
		for _, other := range s.split[1:] {
			v = strings.ReplaceAll(v, other, s.split[0])
		}
		fallthrough
	case len(s.split) == 1:
		for piece := range strings.SplitSeq(v, s.split[0]) {
			if !do(strings.TrimSpace(piece)) {
				return
			}
		}
	default:
		do(v)
	}
}

// made makes of a match what the source wants of it.
func (s *source) made(v string, match []int) string {
	switch {
	case s.as != "":
		return strings.TrimSpace(string(s.find.ExpandString(nil, s.as, v, match)))
	case len(match) > 2 && match[2] >= 0:
		return strings.TrimSpace(v[match[2]:match[3]])
	}
	return strings.TrimSpace(v[match[0]:match[1]])
}
