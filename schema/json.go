package schema

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// AppendJSON appends the node as the body of a JSON-LD document under the
// hub's own context: the same bytes for the same node. Hub IRIs keep Scheme;
// no other string in the output begins with it, so that putting the public
// base in its place is a replacement of bytes (see PublicJSON).
func (n *Node) AppendJSON(buf []byte) []byte {
	buf = append(buf, `{"id":`...)
	buf = appendString(buf, string(n.ID))
	buf = append(buf, `,"type":[`...)
	for i, t := range n.Types {
		if i > 0 {
			buf = append(buf, ',')
		}
		buf = appendString(buf, t)
	}
	buf = append(buf, ']')
	rows := rowFinder{rows: n.Class.Properties}
	for _, p := range n.Props {
		row := rows.find(p.Name)
		buf = append(buf, ',')
		if row != nil {
			buf = append(append(append(buf, '"'), p.Name...), `":`...)
		} else {
			buf = append(appendString(buf, p.Name), ':')
		}
		switch {
		case row == nil:
			buf = appendMany(buf, p.Values, nil)
		case row.Range == Text:
			buf = appendTexts(buf, p.Values, row)
		case row.Many || len(p.Values) > 1:
			buf = appendMany(buf, p.Values, row)
		default:
			buf = appendValue(buf, p.Values[0], row)
		}
	}
	return append(buf, '}')
}

// rowFinder finds rows by name, fastest in the order of the table.
type rowFinder struct {
	rows []Property
	next int
}

func (f *rowFinder) find(name string) *Property {
	for range f.rows {
		if f.next == len(f.rows) {
			f.next = 0
		}
		row := &f.rows[f.next]
		f.next++
		if row.Name == name {
			return row
		}
	}
	return nil
}

func appendMany(buf []byte, vs []Value, row *Property) []byte {
	buf = append(buf, '[')
	for i, v := range vs {
		if i > 0 {
			buf = append(buf, ',')
		}
		buf = appendValue(buf, v, row)
	}
	return append(buf, ']')
}

// appendTexts writes a language map: {"de":"…","fr":"…"}, lists where the
// property takes many. Values of one language stand together.
func appendTexts(buf []byte, vs []Value, row *Property) []byte {
	buf = append(buf, '{')
	for i := 0; i < len(vs); {
		lang := vs[i].Lang
		n := 1
		for i+n < len(vs) && vs[i+n].Lang == lang {
			n++
		}
		if i > 0 {
			buf = append(buf, ',')
		}
		if lang == "" {
			lang = "@none"
		}
		buf = append(appendLiteral(buf, lang), ':')
		if n == 1 && !row.Many {
			buf = appendLiteral(buf, vs[i].Text)
			i++
			continue
		}
		buf = append(buf, '[')
		for k := range n {
			if k > 0 {
				buf = append(buf, ',')
			}
			buf = appendLiteral(buf, vs[i+k].Text)
		}
		buf = append(buf, ']')
		i += n
	}
	return append(buf, '}')
}

// codeName returns how a Code is written: the local name for schema.org and the
// values that it lacks, else the full IRI.
func codeName(iri string) string {
	if name, ok := localName(iri); ok {
		return name
	}
	if name := codeLocal(iri); CodeIRI(name) == iri && ownCodes[name] != "" {
		return name
	}
	return iri
}

// appendValue writes a value as plainly as the context lets its reader undo.
func appendValue(buf []byte, v Value, row *Property) []byte {
	switch {
	case v.Part != nil:
		return v.Part.AppendJSON(buf)
	case v.Ref != "":
		if row == nil || row.Range.Datatype() != "" {
			buf = append(buf, `{"id":`...)
			return append(appendString(buf, string(v.Ref)), '}')
		}
		if row.Range == Code {
			return appendString(buf, codeName(string(v.Ref)))
		}
		return appendString(buf, string(v.Ref))
	case v.Lang != "":
		buf = append(buf, `{"@value":`...)
		buf = append(appendLiteral(buf, v.Text), `,"@language":`...)
		return append(appendLiteral(buf, v.Lang), '}')
	}
	if row != nil && v.Datatype == row.Range.Datatype() {
		if row.Range == Integer || row.Range == Boolean {
			if canonicalJSON(v.Text, row.Range) {
				return append(buf, v.Text...)
			}
		} else {
			return appendLiteral(buf, v.Text)
		}
	}
	buf = append(buf, `{"@value":`...)
	buf = append(appendLiteral(buf, v.Text), `,"@type":`...)
	return append(appendLiteral(buf, v.Datatype), '}')
}

// canonicalJSON reports whether text stands for itself as a JSON number or
// truth value.
func canonicalJSON(s string, r Range) bool {
	if r == Boolean {
		return s == "true" || s == "false"
	}
	if len(s) > 15 || s == "" {
		return false
	}
	digits := s
	if s[0] == '-' {
		digits = s[1:]
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
	}
	return digits != "" && (digits[0] != '0' || digits == "0" && s == "0")
}

// appendLiteral writes a string that is no IRI of ours: one that begins like
// one is written with its first letter escaped.
func appendLiteral(buf []byte, s string) []byte {
	if len(s) >= len(Scheme) && s[:len(Scheme)] == Scheme {
		at := len(buf)
		buf = appendString(buf, s)
		return slices.Replace(buf, at+1, at+2, []byte(`\u006d`)...)
	}
	return appendString(buf, s)
}

const hex = "0123456789abcdef"

// appendString writes a JSON string that is also safe inside an HTML script
// element. No quotation mark stands inside it, even escaped: each one in the
// output opens or closes a string.
func appendString(buf []byte, s string) []byte {
	buf = append(buf, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && c != 0x7f {
				i++
				continue
			}
			buf = append(buf, s[start:i]...)
			switch c {
			case '\\':
				buf = append(buf, '\\', '\\')
			case '\n':
				buf = append(buf, '\\', 'n')
			case '\t':
				buf = append(buf, '\\', 't')
			default:
				buf = append(buf, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || r == '\u2028' || r == '\u2029' {
			buf = append(buf, s[start:i]...)
			buf = fmt.Appendf(buf, `\u%04x`, r)
			start = i + size
		}
		i += size
	}
	return append(append(buf, s[start:]...), '"')
}
