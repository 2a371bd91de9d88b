package markup

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"moselle/schema/rdf"
)

// failing is a reader that has failed.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

var declared = regexp.MustCompile(`^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']`)

// decode returns the document in UTF-8 without its byte order mark: by that
// mark, else by the bytes of "<?" in UTF-16, else as the XML declaration says
// (XML 1.0, appendix F). foreign reports that the document was in another
// encoding.
func decode(r io.Reader) (text io.Reader, foreign bool, err error) {
	in := bufio.NewReaderSize(r, 4096)
	head, err := in.Peek(1024)
	if err != nil && err != io.EOF { // it is due after what came before it
		in = bufio.NewReader(io.MultiReader(bytes.NewReader(bytes.Clone(head)), failing{err}))
	}
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, err = in.Discard(3)
		return in, false, err
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("<\x00")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\x00<")):
		from = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	default:
		m := declared.FindSubmatch(head)
		if m == nil || strings.EqualFold(string(m[1]), "utf-8") || strings.EqualFold(string(m[1]), "us-ascii") {
			return in, false, nil
		}
		var name string
		if from, name = charset.Lookup(string(m[1])); from == nil || strings.HasPrefix(name, "utf-16") {
			return nil, false, &rdf.SyntaxError{Line: 1, Column: 1,
				Message: fmt.Sprintf("the declared encoding %s is not one the document can be in; save it in UTF-8", m[1])}
		}
		if name == "utf-8" {
			return in, false, nil
		}
	}
	return from.NewDecoder().Reader(in), true, nil
}
