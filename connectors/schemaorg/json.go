package schemaorg

import (
	"fmt"
	"strings"
)

// The values of a JSON text: nil, bool, number, string, []any and *object.
type (
	number string
	object struct {
		pos     int // where its brace stands, in bytes
		members []member
	}
	member struct {
		key   string
		value any
	}
)

// maxNesting bounds how deep objects and arrays may nest.
const maxNesting = 100

// maxRepairs bounds how many repairs of one text are told one by one.
const maxRepairs = 10

// syntaxError is where and why a text cannot be read.
type syntaxError struct {
	pos int
	msg string
}

func (e *syntaxError) Error() string { return e.msg }

// repair is a mistake that can be read in one way only.
type repair struct {
	pos int
	msg string
}

// readJSON reads the JSON values of a text. Valid JSON is one value, read as
// RFC 8259 says. What people's templates get wrong and what still has a single
// meaning is read too, each as a repair: comments, comment and CDATA wrappers,
// line ends and tabs in strings, needless commas, members without a value,
// needless escapes, several values in a row. Any error is a *syntaxError.
func readJSON(s string) (values []any, repairs []repair, err error) {
	r := reader{s: s}
	for r.skip(); r.i < len(s); r.skip() {
		switch c := s[r.i]; {
		case (c == ',' || c == ';') && len(values) > 0:
			r.repair("something stands after the end of the data")
			r.i++
		case (c == '}' || c == ']') && len(values) > 0:
			r.repair(fmt.Sprintf("a %c too many", c))
			r.i++
		case len(values) > 0 && c != '{' && c != '[':
			return nil, nil, r.fail("the data ends here, but more text follows: %s", r.near())
		default:
			if len(values) > 0 {
				r.repair("several values in a row without a list around them")
			}
			v, err := r.value()
			if err != nil {
				return nil, nil, err
			}
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return nil, nil, r.fail("it is empty")
	}
	return values, r.repairs, nil
}

// reader stands at byte i of s. A method reads from there to the end of what
// it is named after.
type reader struct {
	s       string
	i       int
	depth   int
	repairs []repair
}

func (r *reader) fail(format string, args ...any) error {
	return &syntaxError{r.i, fmt.Sprintf(format, args...)}
}

func (r *reader) repair(msg string) {
	if len(r.repairs) < maxRepairs {
		r.repairs = append(r.repairs, repair{r.i, msg})
	}
}

// near shows what stands at the reader's place.
func (r *reader) near() string {
	rest := r.s[r.i:]
	if rest == "" {
		return "the end"
	}
	return fmt.Sprintf("%q", clip(rest, 24))
}

// clip shortens s to n bytes for a message.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}

func (r *reader) peek() byte {
	if r.i < len(r.s) {
		return r.s[r.i]
	}
	return 0
}

func (r *reader) value() (any, error) {
	switch r.peek() {
	case '{', '[':
		if r.depth++; r.depth > maxNesting {
			return nil, r.fail("objects and lists nest more than %d deep", maxNesting)
		}
		defer func() { r.depth-- }()
		if r.s[r.i] == '{' {
			return r.object()
		}
		return r.array()
	case '"':
		return r.str()
	case ',', '}', ']':
		r.repair("a property without a value")
		return nil, nil
	}
	for _, w := range words {
		if rest, ok := strings.CutPrefix(r.s[r.i:], w.text); ok && (rest == "" || !isWord(rest[0])) {
			if w.foreign {
				r.repair(w.text + " is no JSON value")
			}
			r.i += len(w.text)
			return w.value, nil
		}
	}
	return r.number()
}

// words are the literals of JSON, and those that JavaScript writes instead.
var words = [...]struct {
	text    string
	value   any
	foreign bool
}{{"true", true, false}, {"false", false, false}, {"null", nil, false}, {"undefined", nil, true}, {"NaN", nil, true}}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func (r *reader) object() (any, error) {
	o := &object{pos: r.i}
	r.i++
	for {
		more, err := r.next('}')
		if err != nil || !more {
			return o, err
		}
		if r.peek() != '"' {
			return nil, r.fail(`expected a property name in double quotes or "}", found %s`, r.near())
		}
		key, err := r.str()
		if err != nil {
			return nil, err
		}
		r.skip()
		if r.peek() != ':' {
			return nil, r.fail("expected a colon after %q, found %s", clip(key, 40), r.near())
		}
		r.i++
		r.skip()
		v, err := r.value()
		if err != nil {
			return nil, err
		}
		o.members = append(o.members, member{key, v})
		if err := r.after('}', key); err != nil {
			return nil, err
		}
	}
}

func (r *reader) array() (any, error) {
	r.i++
	list := []any{}
	for {
		more, err := r.next(']')
		if err != nil || !more {
			return list, err
		}
		v, err := r.value()
		if err != nil {
			return nil, err
		}
		list = append(list, v)
		if err := r.after(']', ""); err != nil {
			return nil, err
		}
	}
}

// next goes to the next member of an object or a list, or past its end.
func (r *reader) next(end byte) (more bool, err error) {
	for {
		r.skip()
		switch r.peek() {
		case end:
			r.i++
			return false, nil
		case ',':
			r.repair("a comma too many")
			r.i++
		case '}', ']':
			return false, r.fail(`expected a value or "%c", found %s`, end, r.near())
		default:
			return true, nil
		}
	}
}

// after goes past the comma behind a value, or to the closing sign.
func (r *reader) after(end byte, key string) error {
	r.skip()
	switch r.peek() {
	case ',':
		r.i++
		if r.skip(); r.peek() == end {
			r.repair("a comma too many")
		}
		return nil
	case end:
		return nil
	}
	if key == "" {
		return r.fail(`expected a comma or "%c" in a list, found %s`, end, r.near())
	}
	return r.fail(`expected a comma or "%c" after the value of %q, found %s`, end, clip(key, 40), r.near())
}

// number reads a number; digits that JSON would write otherwise stay text.
func (r *reader) number() (any, error) {
	end := r.i
	for end < len(r.s) && strings.IndexByte("+-.0123456789eE", r.s[end]) >= 0 {
		end++
	}
	s := r.s[r.i:end]
	if s == "" || s[0] == 'e' || s[0] == 'E' || end < len(r.s) && isWord(r.s[end]) {
		return nil, r.fail("expected a value, found %s", r.near())
	}
	if !isNumber(s) {
		r.repair(s + " is not how JSON writes a number")
		r.i = end
		return s, nil
	}
	r.i = end
	return number(s), nil
}

func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if rest, ok := strings.CutPrefix(s, "."); ok {
		n := digits(rest)
		if n == 0 {
			return false
		}
		s = rest[n:]
	}
	if s == "" || s[0] != 'e' && s[0] != 'E' {
		return s == ""
	}
	if s = s[1:]; s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	return s != "" && digits(s) == len(s)
}

// digits counts the digits that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
