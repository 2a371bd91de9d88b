package lang

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// pattern is an English format with its translation.
type pattern struct {
	from, to []piece
	longest  string // the longest text of from: a sentence without it is another
	weight   int    // how much of from is text: the more, the surer a match is
}

func newPattern(from, to string) pattern {
	p := pattern{from: parse(from), to: parse(to)}
	for _, x := range p.from {
		p.weight += len(x.text)
		if len(x.text) > len(p.longest) {
			p.longest = x.text
		}
	}
	return p
}

// piece is a text, or a verb with the number of what it prints, from 0.
type piece struct {
	text string
	verb byte // 0 for a text
	arg  int
}

// parse takes a format apart, as package fmt reads it: %s, %d, %q, %[2]s, %%.
func parse(format string) []piece {
	var out []piece
	var text strings.Builder
	next := 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			text.WriteByte(format[i])
			continue
		}
		i++
		if format[i] == '%' {
			text.WriteByte('%')
			continue
		}
		if format[i] == '[' {
			n, rest, ok := strings.Cut(format[i+1:], "]")
			if at, err := strconv.Atoi(n); ok && err == nil {
				next = at - 1
				i = len(format) - len(rest)
			}
		}
		for i < len(format)-1 && strings.IndexByte("+-#0123456789.", format[i]) >= 0 {
			i++
		}
		if text.Len() > 0 {
			out = append(out, piece{text: text.String()})
			text.Reset()
		}
		if i < len(format) {
			out = append(out, piece{verb: format[i], arg: next})
		}
		next++
	}
	if text.Len() > 0 || len(out) == 0 {
		out = append(out, piece{text: text.String()})
	}
	return out
}

// sortPatterns puts the heaviest first, of equal ones that with fewest pieces.
func sortPatterns(list []pattern) {
	slices.SortFunc(list, func(a, b pattern) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(len(a.from), len(b.from)), cmp.Compare(a.print(nil), b.print(nil)))
	})
}

// print puts what was found into the translation. A verb that quotes keeps the
// marks that the English sentence had, any other takes the text without them.
func (p pattern) print(args []string) string {
	var b strings.Builder
	for _, x := range p.to {
		switch {
		case x.verb == 0:
			b.WriteString(x.text)
		case x.arg < len(args):
			arg := args[x.arg]
			if x.verb != 'q' && p.quoted(x.arg) {
				if bare, err := strconv.Unquote(arg); err == nil {
					arg = bare
				}
			}
			b.WriteString(arg)
		}
	}
	return b.String()
}

func (p pattern) quoted(arg int) bool {
	return slices.ContainsFunc(p.from, func(x piece) bool { return x.verb == 'q' && x.arg == arg })
}

// maxSteps bounds the ways in which a sentence is tried against a pattern: what
// was put into it is foreign.
const maxSteps = 2000

// match returns what the verbs of the pattern stand for in a sentence, in the
// order of their arguments. known says of a text that it is a part of sentences:
// a verb at the end that follows another one at once stands for such a part.
func (p pattern) match(sentence string, known func(string) bool) ([]string, bool) {
	if !strings.Contains(sentence, p.longest) {
		return nil, false
	}
	m := matcher{args: make([]string, len(p.from)), steps: maxSteps, known: known}
	return m.args, m.match(sentence, p.from)
}

type matcher struct {
	args  []string
	steps int
	known func(string) bool
}

func (m *matcher) match(s string, pieces []piece) bool {
	if m.steps--; m.steps < 0 {
		return false
	}
	if len(pieces) == 0 {
		return s == ""
	}
	p, rest := pieces[0], pieces[1:]
	if p.verb == 0 {
		after, ok := strings.CutPrefix(s, p.text)
		return ok && m.match(after, rest)
	}
	for _, end := range m.ends(s, p, rest) {
		if m.match(s[end:], rest) {
			if p.arg < len(m.args) {
				m.args[p.arg] = s[:end]
			}
			return true
		}
	}
	return false
}

// anything stands in the place of numbers that differ, in a sentence that is told
// of many things at once.
const anything = "…"

// ends returns where in s the value of a verb may end, the likeliest first.
func (m *matcher) ends(s string, p piece, rest []piece) []int {
	switch p.verb {
	case 'd':
		if strings.HasPrefix(s, anything) {
			return []int{len(anything)}
		}
		n := 0
		for n < len(s) && (s[n] >= '0' && s[n] <= '9' || n == 0 && s[n] == '-') {
			n++
		}
		if n == 0 {
			return nil
		}
		return []int{n}
	case 'q':
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			return nil
		}
		return []int{len(quoted)}
	}
	if len(rest) == 0 {
		return []int{len(s)}
	}
	marks := []string{rest[0].text}
	if rest[0].verb != 0 { // nothing between them: the second goes on after the first
		marks = []string{"; ", " (", ", ", ": "}
	}
	var out []int
	for _, mark := range marks {
		for at := 0; ; {
			i := strings.Index(s[at:], mark)
			if i < 0 || len(out) > 100 {
				break
			}
			out = append(out, at+i)
			at += i + 1
		}
	}
	if rest[0].verb != 0 {
		out = append(out, len(s))
	}
	if len(rest) == 1 && rest[0].verb != 0 {
		slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(m.strange(s[a:]), m.strange(s[b:])) })
	}
	return out
}

// strange is 0 for a known part of sentences, else 1.
func (m *matcher) strange(part string) int {
	if m.known(part) {
		return 0
	}
	return 1
}
