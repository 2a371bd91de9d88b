package rdfxml

import (
	"bytes"
	"cmp"
	"slices"

	"moselle/schema/rdf/rdfxml/markup"
)

// binding is a namespace under a prefix.
type binding struct{ prefix, space string }

// canonical writes markup as Exclusive XML Canonicalization with comments does,
// which is the lexical form of an XML literal (section 7.2.17).
type canonical struct {
	buf      []byte
	rendered []binding // declarations in force
	marks    []int     // how many were outside each open element
}

// markup reads the content of a property up to its end as an XML literal.
func (d *decoder) markup() (string, error) {
	c := canonical{buf: d.text[:0]}
	for outside := d.x.Depth() - 1; ; {
		tok, err := d.x.Next()
		if err != nil {
			return "", err
		}
		if d.x.Depth() == outside {
			d.text = c.buf
			return string(c.buf), nil
		}
		if c.token(tok); len(c.buf) > maxText {
			return "", d.x.Fault("the markup of this property is longer than %d MB", maxText>>20)
		}
	}
}

func (c *canonical) token(tok *markup.Token) {
	switch tok.Kind {
	case markup.Start:
		c.start(tok)
	case markup.End:
		c.buf = append(append(append(c.buf, "</"...), tok.Raw...), '>')
		last := len(c.marks) - 1
		c.rendered, c.marks = c.rendered[:c.marks[last]], c.marks[:last]
	case markup.Text:
		c.buf = appendText(c.buf, tok.Text)
	case markup.Comment:
		c.buf = append(append(append(c.buf, "<!--"...), tok.Text...), "-->"...)
	case markup.Instruction:
		name, data := tok.Text, []byte(nil)
		if i := bytes.IndexAny(name, " \t\n"); i >= 0 {
			name, data = name[:i], bytes.TrimLeft(name[i:], " \t\n")
		}
		c.buf = append(append(c.buf, "<?"...), name...)
		if len(data) > 0 {
			c.buf = append(append(c.buf, ' '), data...)
		}
		c.buf = append(c.buf, "?>"...)
	}
}

func (c *canonical) start(tok *markup.Token) {
	c.buf = append(append(c.buf, '<'), tok.Raw...)
	outside := len(c.rendered)
	c.marks = append(c.marks, outside)
	c.need(prefix(tok.Raw), tok.Name.Space)
	for i := range tok.Attrs {
		if a := &tok.Attrs[i]; a.Name.Space != "" {
			c.need(prefix(a.Raw), a.Name.Space)
		}
	}
	added := c.rendered[outside:]
	slices.SortFunc(added, func(a, b binding) int { return cmp.Compare(a.prefix, b.prefix) })
	for _, b := range added {
		c.buf = append(c.buf, " xmlns"...)
		if b.prefix != "" {
			c.buf = append(append(c.buf, ':'), b.prefix...)
		}
		c.attribute(b.space)
	}
	slices.SortFunc(tok.Attrs, func(a, b markup.Attr) int {
		return cmp.Or(cmp.Compare(a.Name.Space, b.Name.Space), cmp.Compare(a.Name.Local, b.Name.Local))
	})
	for i := range tok.Attrs {
		c.buf = append(append(c.buf, ' '), tok.Attrs[i].Raw...)
		c.attribute(string(tok.Attrs[i].Value))
	}
	c.buf = append(c.buf, '>')
}

// need declares a namespace that is visibly used, unless it is in force.
func (c *canonical) need(prefix, space string) {
	if prefix == "xml" {
		return
	}
	for i := len(c.rendered) - 1; i >= 0; i-- {
		if b := c.rendered[i]; b.prefix == prefix {
			if b.space != space {
				break
			}
			return
		}
	}
	if space == "" && !slices.ContainsFunc(c.rendered, func(b binding) bool { return b.prefix == "" }) {
		return
	}
	c.rendered = append(c.rendered, binding{prefix, space})
}

func prefix(raw []byte) string {
	return string(raw[:max(bytes.IndexByte(raw, ':'), 0)])
}

func (c *canonical) attribute(v string) {
	c.buf = append(c.buf, `="`...)
	c.buf = append(appendValue(c.buf, v), '"')
}
