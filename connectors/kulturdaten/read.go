package kulturdaten

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"moselle/connectors"
	"moselle/schema/tree"
)

const (
	// expected names what the source may be, for the message that it is not.
	expected = "an answer of kulturdaten.berlin or a JSON list of its things"
	// maxDocument bounds an answer, which has to be held as a whole.
	maxDocument = 64 << 20
)

// element is the text of one thing with its place in the document.
type element struct {
	text  []byte    // nil when it is too long
	at    tree.Node // the thing within the text, when it is not all of it
	where string
	hint  thing
}

// document is one JSON text: an answer with lists or with one thing, a list, a
// thing alone, or one of these a line.
type document struct {
	hint   thing // what the elements are where nothing else says it
	each   func(element) error
	head   head
	found  int
	reason string // why there is no thing in it
}

// read hands on everything in the document.
func (d *document) read(body io.Reader) error {
	br := connectors.UTF8(body)
	top, err := br.Peek(4096)
	if len(top) == 0 && err != nil && err != io.EOF {
		return err
	}
	if connectors.FormOf(top) != connectors.JSON {
		return connectors.Instead(top, expected)
	}
	if bytes.HasPrefix(bytes.TrimLeft(top, " \t\r\n\f"), []byte("[")) {
		return d.stream(br, nil, d.hint, "item")
	}
	return d.object(br)
}

// stream hands on the elements of the list that the names lead to, each of which
// is called by a word.
func (d *document) stream(br *bufio.Reader, names []string, hint thing, word string) error {
	s := tree.NewStream(br, connectors.MaxItem)
	if err := s.Enter(names); err != nil {
		return d.cut(err)
	}
	for n := 1; ; n++ {
		e, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return d.cut(err)
		}
		d.found++
		where := fmt.Sprintf("%s %d, line %d", word, n, e.Line)
		if err := d.each(element{text: e.Text, where: where, hint: hint}); err != nil {
			return err
		}
	}
}

// cut says where a document breaks off.
func (d *document) cut(err error) error {
	if err == io.ErrUnexpectedEOF { // what a decompressor says of a cut stream is its own
		return fmt.Errorf("the document breaks off before its end, after item %d; save it again", d.found)
	}
	return err
}

// object reads a document that begins with an object.
func (d *document) object(br *bufio.Reader) error {
	top, _ := br.Peek(br.Size())
	line, behind, _ := bytes.Cut(bytes.TrimLeft(top, " \t\r\n\f"), []byte("\n"))
	if bytes.HasSuffix(bytes.TrimSpace(line), []byte("}")) && bytes.HasPrefix(bytes.TrimSpace(behind), []byte("{")) {
		return d.lines(br)
	}
	text, err := io.ReadAll(io.LimitReader(br, maxDocument+1))
	switch {
	case err != nil:
		_ = d.damaged(text, err) // what the document breaks off with says more
		return err
	case len(text) > maxDocument:
		return fmt.Errorf("the document is larger than %d MB; ask for smaller pages (pageSize), or save the list alone", maxDocument>>20)
	}
	return d.answer(text)
}

// lines reads a thing a line.
func (d *document) lines(br *bufio.Reader) error {
	for n := 1; ; n++ {
		line, whole, err := connectors.ReadLine(br, connectors.MaxItem)
		if err == io.EOF {
			return nil
		}
		e := element{text: bytes.TrimSpace(line), where: fmt.Sprintf("line %d", n), hint: d.hint}
		if err == nil && !whole {
			e.text = nil
			err = connectors.SkipLine(br, line)
		}
		if err != nil {
			return fmt.Errorf("after line %d: %w", n-1, err)
		}
		if whole && len(e.text) == 0 {
			continue
		}
		d.found++
		if err := d.each(e); err != nil {
			return err
		}
	}
}

// answer reads an object: a thing alone, or an answer with lists, one thing, or
// what went wrong.
func (d *document) answer(text []byte) error {
	var t tree.Tree
	if err := t.JSON(string(text)); err != nil {
		return d.damaged(text, err)
	}
	root := t.Root()
	if alone(root) {
		d.found++
		return d.each(element{text: text, where: "line 1", hint: d.hint})
	}
	if failed := root.Member("error"); failed.Kind() == tree.Object || root.Member("success").Text() == "false" {
		said := strings.Join(strings.Fields(strings.Join([]string{plain(failed.Member("message")), plain(failed.Member("details")), plain(root.Member("message"))}, " ")), " ")
		return fmt.Errorf("the server answers %q in place of a list; look at the address", said)
	}
	data, path := root, []string(nil)
	if in := root.Member("data"); in.Kind() == tree.Object {
		data, path = in, []string{"data"}
	}
	d.head = headOf(data)
	held := false
	for _, of := range things {
		if one := data.Member(string(of)); one.Kind() == tree.Object {
			held = true
			d.found++
			if err := d.each(element{text: text, at: one, where: string(of), hint: of}); err != nil {
				return err
			}
		}
		if !list(data.Member(of.list())) {
			continue
		}
		held = true
		if err := d.stream(bufio.NewReader(bytes.NewReader(text)), append(path, of.list()), of, string(of)); err != nil {
			return err
		}
	}
	if !held {
		d.reason = instead(data)
	}
	return nil
}

// alone reports whether an object is a thing and no answer that holds things:
// events have members that are called like lists.
func alone(o tree.Node) bool {
	for _, name := range []string{"type", "identifier", "title", "schedule", "metadata"} {
		if o.Member(name).Kind() != tree.Absent {
			return true
		}
	}
	return false
}

func list(n tree.Node) bool { return n.Kind() == tree.Array }

// damaged reads what can be read of an answer that is no JSON as a whole.
func (d *document) damaged(text []byte, cause error) error {
	for _, of := range things {
		for _, path := range [][]string{{"data", of.list()}, {of.list()}} {
			br := bufio.NewReader(bytes.NewReader(text))
			if tree.NewStream(br, 0).Enter(path) != nil {
				continue
			}
			return d.stream(bufio.NewReader(bytes.NewReader(text)), path, of, string(of))
		}
	}
	var wrong *tree.SyntaxError
	if errors.As(cause, &wrong) && wrong.Short {
		return d.cut(io.ErrUnexpectedEOF)
	}
	return fmt.Errorf("the document is no JSON; at %w", cause)
}

// instead says what an answer without a thing is.
func instead(data tree.Node) string {
	var names []string
	for m := range data.Children() {
		if strings.HasSuffix(m.Key(), "References") || strings.HasSuffix(m.Key(), "Reference") {
			return "the answer has only references, which are numbers and titles, and no things; take asReference out of the address"
		}
		if len(names) < 12 {
			names = append(names, m.Key())
		}
	}
	if len(names) == 0 {
		return "the answer is empty: there is nothing in it"
	}
	return "there is no list of events, attractions, locations, organizations or tags in it; it has: " + strings.Join(names, ", ")
}
