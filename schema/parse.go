package schema

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"moselle/schema/vocab"
)

// ParseNode reads what AppendJSON wrote for a node of class c. It knows that
// shape and no other JSON: the id and the types come first and nothing stands
// between the tokens. The node's strings are pieces of one copy of data.
func ParseNode(data []byte, c *Class) (*Node, error) {
	p := parser{s: string(data)}
	n := p.node(c, nil, 0)
	if p.err == nil && p.pos != len(p.s) {
		p.fail("the end")
	}
	if p.err != nil {
		return nil, fmt.Errorf("view of a %s: %w", c.Name, p.err)
	}
	return n, nil
}

// parser goes through a view. After the first error every step does nothing.
type parser struct {
	s     string
	pos   int
	err   error
	props []Prop  // of the nodes that are being read, innermost last
	vals  []Value // of the properties that are being read, innermost last
	chunk []Value // where finished values are kept, many to an allocation
}

func (p *parser) fail(want string) {
	if p.err == nil {
		p.err = fmt.Errorf("byte %d: %s is missing", p.pos, want)
	}
}

// next steps over token and reports whether it was there.
func (p *parser) next(token string) bool {
	if p.err == nil && strings.HasPrefix(p.s[p.pos:], token) {
		p.pos += len(token)
		return true
	}
	return false
}

func (p *parser) want(token string) {
	if !p.next(token) {
		p.fail(token)
	}
}

// more steps over what divides the elements of a list that ends in end, and
// reports whether another follows.
func (p *parser) more(end string) bool {
	if p.next(",") {
		return true
	}
	p.want(end)
	return false
}

// node reads a node: of class c, or of that class of several that its types say.
func (p *parser) node(c *Class, of []string, depth int) *Node {
	p.want(`{"id":`)
	return p.nodeAfter(IRI(p.string()), c, of, depth)
}

// nodeAfter is node from behind the id.
func (p *parser) nodeAfter(id IRI, c *Class, of []string, depth int) *Node {
	n := &Node{ID: id, Class: c}
	p.want(`,"type":[`)
	if !p.next("]") {
		n.Types = make([]string, 0, 2)
		for ok := true; ok; ok = p.more("]") {
			t := p.string()
			n.Types = append(n.Types, t)
			if k := ClassOfType(typeIRI(t)); len(of) > 1 && k != nil && slices.Contains(of, k.Name) {
				n.Class, of = k, nil
			}
		}
	}
	base := len(p.props)
	rows := rowFinder{rows: n.Class.Properties}
	for p.more("}") {
		name := p.string()
		p.want(":")
		row := rows.find(name)
		if row != nil {
			name = row.Name
		}
		p.props = append(p.props, Prop{name, p.values(row, depth)})
	}
	if p.err != nil {
		return n
	}
	n.Props = slices.Clone(p.props[base:])
	p.props = p.props[:base]
	return n
}

// values reads what stands for a property, the row of which may be nil.
func (p *parser) values(row *Property, depth int) []Value {
	base := len(p.vals)
	switch {
	case row != nil && row.Range == Text:
		p.want("{")
		for ok := true; ok; ok = p.more("}") {
			p.texts()
		}
	case p.next("["):
		for ok := true; ok; ok = p.more("]") {
			v := p.value(row, depth)
			p.vals = append(p.vals, v)
		}
	default:
		v := p.value(row, depth)
		p.vals = append(p.vals, v)
	}
	n := len(p.vals) - base
	if cap(p.chunk)-len(p.chunk) < n {
		p.chunk = make([]Value, 0, max(32, n))
	}
	start := len(p.chunk)
	p.chunk = append(p.chunk, p.vals[base:]...)
	p.vals = p.vals[:base]
	return p.chunk[start:len(p.chunk):len(p.chunk)]
}

// texts reads the texts in one language.
func (p *parser) texts() {
	v := Value{Lang: p.string()}
	if v.Lang == "@none" {
		v = Value{Datatype: vocab.XSD + "string"}
	}
	p.want(":")
	if !p.next("[") {
		v.Text = p.string()
		p.vals = append(p.vals, v)
		return
	}
	for ok := true; ok; ok = p.more("]") {
		v.Text = p.string()
		p.vals = append(p.vals, v)
	}
}

func (p *parser) value(row *Property, depth int) Value {
	switch {
	case p.next(`{"@value":`):
		v := Value{Text: p.string()}
		if p.next(`,"@language":`) {
			v.Lang = p.string()
		} else {
			p.want(`,"@type":`)
			v.Datatype = p.string()
		}
		p.want("}")
		return v
	case p.next(`{"id":`):
		id := IRI(p.string())
		if p.next("}") {
			return Value{Ref: id}
		}
		if row == nil || len(row.Of) == 0 || depth+1 >= maxDepth {
			p.fail("the end of a link")
			return Value{}
		}
		return Value{Part: p.nodeAfter(id, ClassNamed(row.Of[0]), row.Of, depth+1)}
	case row == nil:
		p.fail("a value with its type")
		return Value{}
	case p.next("true"):
		return Value{Text: "true", Datatype: vocab.XSD + "boolean"}
	case p.next("false"):
		return Value{Text: "false", Datatype: vocab.XSD + "boolean"}
	case p.pos < len(p.s) && p.s[p.pos] != '"':
		return Value{Text: p.integer(), Datatype: vocab.XSD + "integer"}
	}
	s := p.string()
	switch datatype := row.Range.Datatype(); {
	case datatype != "":
		return Value{Text: s, Datatype: datatype}
	case row.Range == Code:
		return Value{Ref: IRI(typeIRI(s))}
	}
	return Value{Ref: IRI(s)}
}

func (p *parser) integer() string {
	start := p.pos
	p.next("-")
	for p.pos < len(p.s) && p.s[p.pos] >= '0' && p.s[p.pos] <= '9' {
		p.pos++
	}
	if !canonicalJSON(p.s[start:p.pos], Integer) {
		p.pos = start
		p.fail("a value")
	}
	return p.s[start:p.pos]
}

// string reads a string; one without escapes is a piece of the copy.
func (p *parser) string() string {
	p.want(`"`)
	if p.err != nil {
		return ""
	}
	// No quotation mark stands inside a string: see appendString.
	n := strings.IndexByte(p.s[p.pos:], '"')
	if n < 0 {
		p.fail("a closing quotation mark")
		return ""
	}
	s := p.s[p.pos : p.pos+n]
	if strings.IndexByte(s, '\\') >= 0 {
		s = p.unescape(s)
	}
	p.pos += n + 1
	return s
}

func (p *parser) unescape(s string) string {
	b := make([]byte, 0, len(s))
	for {
		i := strings.IndexByte(s, '\\')
		if i < 0 {
			return string(append(b, s...))
		}
		b = append(b, s[:i]...)
		s = s[i+1:]
		switch {
		case strings.HasPrefix(s, `\`):
			b, s = append(b, '\\'), s[1:]
		case strings.HasPrefix(s, "n"):
			b, s = append(b, '\n'), s[1:]
		case strings.HasPrefix(s, "t"):
			b, s = append(b, '\t'), s[1:]
		default:
			r := -1
			if len(s) >= 5 && s[0] == 'u' {
				if u, err := strconv.ParseUint(s[1:5], 16, 16); err == nil && utf8.ValidRune(rune(u)) {
					r = int(u)
				}
			}
			if r < 0 {
				p.fail("an escape that the hub writes")
				return ""
			}
			b, s = utf8.AppendRune(b, rune(r)), s[5:]
		}
	}
}
