package push

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"moselle/connectors"
	"moselle/schema/tree"
)

// text is one entry of a delivery as it was sent.
type text struct {
	json  string
	where string
}

// entries yields the entries of a list, which is a JSON array or has one on each
// line. A *connectors.Refusal stands for one that cannot be told from others, and
// reading goes on; any other error ends it.
func entries(in *bufio.Reader) iter.Seq2[text, error] {
	return func(yield func(text, error) bool) {
		head, err := in.Peek(512)
		if err != nil && err != io.EOF {
			yield(text{}, err)
			return
		}
		head = bytes.TrimPrefix(head, mark)
		if bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("[")) {
			elements(in, yield)
		} else {
			lines(in, yield)
		}
	}
}

var mark = []byte("\xEF\xBB\xBF")

// expected is what a delivery has to be.
const expected = "a list of records in JSON, or records in JSON each on a line"

const tooLong = "longer than 8 MB; send less in one record"

// elements yields the elements of a JSON array.
func elements(in *bufio.Reader, yield func(text, error) bool) {
	if head, err := in.Peek(len(mark)); err == nil && bytes.Equal(head, mark) {
		_, _ = in.Discard(len(mark)) // just peeked at
	}
	s := tree.NewStream(in, connectors.MaxItem)
	if err := s.Enter(nil); err != nil {
		yield(text{}, err)
		return
	}
	for n := 1; ; n++ {
		e, err := s.Next()
		switch where := fmt.Sprintf("item %d (line %d)", n, e.Line); {
		case err == io.EOF:
			return
		case err != nil:
			if err == io.ErrUnexpectedEOF { // itself: who unpacks says more
				err = fmt.Errorf("the list breaks off after item %d; what came before was taken, send the rest again", n-1)
			}
			yield(text{}, err)
			return
		case e.TooLong:
			if !yield(text{}, connectors.Refuse("", where, "", "", tooLong)) {
				return
			}
		case !yield(text{string(e.Text), where}, nil):
			return
		}
	}
}

// lines yields the lines that are not blank. A document whose first one is no
// object is something else altogether.
func lines(in *bufio.Reader, yield func(text, error) bool) {
	begun := false
	for n := 1; ; n++ {
		line, whole, err := connectors.ReadLine(in, connectors.MaxItem)
		where := fmt.Sprintf("line %d", n)
		switch {
		case err == io.EOF:
			return
		case err != nil:
			yield(text{}, err)
			return
		case !whole:
			if !yield(text{}, connectors.Refuse("", where, "", "", tooLong)) {
				return
			}
			if err := connectors.SkipLine(in, line); err != nil {
				yield(text{}, err)
				return
			}
			continue
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, mark)
		}
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0:
			continue
		case !begun && line[0] != '{':
			yield(text{}, connectors.Instead(line, expected))
			return
		case !begun && line[len(line)-1] != '}':
			yield(text{}, fmt.Errorf("%s holds no whole object; send a list in square brackets, or write each object on one line", where))
			return
		case !yield(text{string(line), where}, nil):
			return
		}
		begun = true
	}
}

// notUTF8 tells of text that would lose letters.
const notUTF8 = "the text is not UTF-8, as JSON has to be: convert it, or tell whoever writes it to"

// maxKey bounds a key, in bytes.
const maxKey = 1000

// entry reads one entry: a record, or that one is to go.
func (r *reader) entry(t text) (connectors.Item, error) {
	none := connectors.Item{}
	if !utf8.ValidString(t.json) {
		return none, connectors.Refuse("", t.where, "", strings.ToValidUTF8(t.json, "?"), notUTF8)
	}
	if err := r.tree.JSON(t.json); err != nil {
		return none, connectors.Refuse("", t.where, "", t.json, "this is no JSON (%v); each line, or each item of a list, holds one whole object", err)
	}
	root := r.tree.Root()
	if root.Kind() != tree.Object {
		return none, connectors.Refuse("", t.where, "", t.json, "%s, where an object is expected", root.Kind())
	}
	record, field := root.Member("record"), "key"
	if r.Key != "" && record.Kind() == tree.Absent && root.Member("delete").Kind() == tree.Absent {
		record, field = root, r.Key
	}
	key, err := keyOf(root.Member(field), field, t)
	if err != nil {
		return none, err
	}
	gone := root.Member("delete")
	switch {
	case field != "key":
	case gone.Kind() == tree.Bool && gone.Text() == "true" && record.Kind() == tree.Absent:
		return connectors.Item{Key: key, Where: t.where, Deleted: true}, nil
	case gone.Kind() != tree.Absent && gone.Text() != "false":
		return none, connectors.Refuse(key, t.where, "delete", gone.Text(), `write "delete": true without a record, or a record without it`)
	}
	if record.Kind() != tree.Object {
		return none, connectors.Refuse(key, t.where, "record", record.Text(), `%s, where the record is expected as an object, as in {"key": "…", "record": {…} }`, record.Kind())
	}
	if other(record) {
		return r.linked(t, field == "key", key)
	}
	return r.record(record, key, t.where)
}

// keyOf returns the key in a member of an entry.
func keyOf(n tree.Node, field string, t text) (string, error) {
	if n.Kind() == tree.Array { // an identifier may stand in a list
		for first := range n.Children() {
			n = first
			break
		}
	}
	key := strings.TrimSpace(n.Text())
	switch {
	case n.Kind() != tree.String && n.Kind() != tree.Number, key == "":
		return "", connectors.Refuse("", t.where, field, t.json, "no key stands there; give each record one that stays the same, such as its number in your system")
	case len(key) > maxKey:
		return "", connectors.Refuse("", t.where, field, key, "a key of more than %d characters", maxKey)
	case strings.ContainsFunc(key, unicode.IsControl):
		return "", connectors.Refuse("", t.where, field, key, "a key with a control character in it, such as a line break")
	}
	return key, nil
}
