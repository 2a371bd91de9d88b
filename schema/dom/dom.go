// Package dom holds elements of XML in memory: what a reader of XML hands on and
// what is printed as XML. It parses nothing and knows no format; crosswalks of
// metadata formats in XML read and make such elements.
package dom

import "strings"

// Element is an element with all that stands in it. Text and tails are as they
// stand in the document, but blanks alone are one blank; XML declarations,
// comments and processing instructions are left out.
type Element struct {
	Space, Name string // namespace, "" for none, and local name
	Lang        string // xml:lang as it holds here, inherited; "" when nothing says
	Line        int    // on which the element begins, from 1
	Attrs       []Attr
	Text        string // before the first child
	Tail        string // behind the element's end, up to the next element
	Children    []*Element
	// Parent is the element around; of an element around the one that was
	// streamed only names, attributes and line are known. nil for the root.
	Parent *Element
	// Raw are the bytes of an element that was streamed, in UTF-8; nil for those
	// inside it. Namespaces and languages declared around it are not in them.
	Raw []byte
}

// Attr is an attribute; of one without a prefix Space is "".
type Attr struct{ Space, Name, Value string }

// Attr returns the value of the attribute of a local name, whatever its
// namespace; "" when there is none. It may be called on nil.
func (e *Element) Attr(name string) string {
	if e == nil {
		return ""
	}
	for _, a := range e.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// Child returns the first element that the path of local names leads to; nil
// when there is none. It may be called on nil.
func (e *Element) Child(path ...string) *Element {
	for _, c := range e.All(path...) {
		return c
	}
	return nil
}

// All returns the elements that the path of local names leads to, in order. It
// may be called on nil.
func (e *Element) All(path ...string) (found []*Element) {
	if e == nil || len(path) == 0 {
		return nil
	}
	for _, c := range e.Children {
		if c.Name != path[0] {
			continue
		}
		if len(path) == 1 {
			found = append(found, c)
		} else {
			found = append(found, c.All(path[1:]...)...)
		}
	}
	return found
}

// Value returns all text in the element, its children's included, with each run
// of blanks as one. It may be called on nil.
func (e *Element) Value() string {
	if e == nil {
		return ""
	}
	if len(e.Children) == 0 {
		return oneLine(e.Text)
	}
	var b strings.Builder
	e.write(&b)
	return oneLine(b.String())
}

func (e *Element) write(b *strings.Builder) {
	b.WriteString(e.Text)
	for _, c := range e.Children {
		c.write(b)
		b.WriteString(c.Tail)
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
