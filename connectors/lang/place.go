package lang

import (
	"regexp"
	"strings"
)

// Place returns in a language where something stands in a source, as items,
// refusals and reports have it: "line 3", "page 1, item 2, Lange Nacht". A name of
// the source's own that follows stays as it is, and so does what is no such place.
func Place(lang, where string) string {
	c := catalogues()[lang]
	if c == nil {
		return where
	}
	if text, ok := c.exact[where]; ok {
		return text
	}
	return c.place(where)
}

var (
	// file is the name of a document before a place in it.
	file = regexp.MustCompile(`^[^\s,]+\.\w+(?:, | )`)
	// parts are places that stand in one another, the outermost first.
	parts = regexp.MustCompile(`^[a-z]+ (?:\d+|…|[a-z]+:\S+)(?:, [a-z]+ (?:\d+|…))*(?: \([a-z]+ (?:\d+|…)\))?`)
	// alone is what there is one of only, before its name.
	alone = regexp.MustCompile(`^[a-z]+, `)
)

func (c *catalogue) place(where string) string {
	name := file.FindString(where)
	where = where[len(name):]
	if noun, rest, ok := strings.Cut(where, ", "); ok && alone.MatchString(where) && c.nouns[noun] != "" {
		return name + c.nouns[noun] + ", " + rest
	}
	out := name
	for {
		said, rest := c.counted(where)
		switch {
		case said == "":
			return out + where
		case !strings.HasPrefix(rest, ", "):
			return out + said + rest
		}
		out, where = out+said+", ", rest[2:]
	}
}

// counted says the longest place that a text begins with and that can be said as
// a whole, and returns what is left of the text; "" for none.
func (c *catalogue) counted(text string) (said, rest string) {
	if noun, _, _ := strings.Cut(text, " "); c.nouns[noun] == "" {
		return "", text
	}
	head := parts.FindString(text)
	numbered := head != ""
	if !numbered { // "sheet Programme row 3"
		head = text
	}
	for {
		if rest = text[len(head):]; rest == "" || strings.HasPrefix(rest, ", ") {
			if found := c.find(head); len(found) > 0 && found[0].from[0].verb == 0 {
				return found[0].print(found[0].args), rest
			}
			if noun, number, _ := strings.Cut(head, " "); numbered && !strings.ContainsAny(number, " ,") {
				return c.nouns[noun] + " " + number, rest
			}
		}
		i := strings.LastIndex(head, ", ")
		if i < 0 {
			return "", text
		}
		head = head[:i]
	}
}
