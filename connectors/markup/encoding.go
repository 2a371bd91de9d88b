package markup

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

var (
	declaration = regexp.MustCompile(`^\s*<\?xml\s[^>]*\?>`)
	declared    = regexp.MustCompile(`\sencoding\s*=\s*["']([^"']*)["']`)
)

// decode returns a document in UTF-8 without its byte order mark. The mark
// decides on the encoding, then what the document declares, then what the server
// said; but for a document that is UTF-8 all the same, of which warn, unless nil,
// is told. The declaration becomes blanks: what it says is settled here.
func decode(r io.Reader, server string, warn func(string)) (io.Reader, error) {
	br := bufio.NewReaderSize(r, 64<<10)
	head, _ := br.Peek(4)
	wide := true
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		_, _ = br.Discard(3)
		server, wide = "utf-8", false
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")), bytes.HasPrefix(head, []byte("\x00<")):
		br = bufio.NewReaderSize(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(br), 64<<10)
	case bytes.HasPrefix(head, []byte("<\x00")):
		br = bufio.NewReaderSize(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Reader(br), 64<<10)
	default:
		wide = false
	}
	head, err := br.Peek(1024)
	if err != nil && err != io.EOF {
		return nil, err
	}
	label := server
	already := isUTF8(br)
	var rest io.Reader = br
	if d := declaration.Find(head); d != nil {
		if m := declared.FindSubmatch(d); m != nil && server != "utf-8" {
			label = string(m[1])
		}
		blank := bytes.Map(func(r rune) rune {
			if r == '\n' {
				return r
			}
			return ' '
		}, d)
		_, _ = br.Discard(len(d))
		rest = io.MultiReader(bytes.NewReader(blank), br)
	}
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "", "utf-8", "utf8", "us-ascii", "ascii":
		return rest, nil
	}
	if wide {
		return rest, nil
	}
	named, _ := htmlindex.Get(label)
	switch _, oneByte := named.(*charmap.Charmap); {
	case already && (oneByte || named == nil):
		if warn != nil {
			warn(fmt.Sprintf("the file says that its encoding is %q, but it is UTF-8 and read as such", label))
		}
		return rest, nil
	case named == nil:
		return nil, fmt.Errorf("the encoding %q is not known: save the file as UTF-8", label)
	}
	return transform.NewReader(rest, named.NewDecoder()), nil
}

// isUTF8 reports whether the beginning of a document is UTF-8 and more than ASCII.
// Letters of another encoding are as good as never such by chance.
func isUTF8(br *bufio.Reader) bool {
	head, _ := br.Peek(32 << 10)
	head = head[:len(head)-unfinished(head)]
	return utf8.Valid(head) && bytes.ContainsFunc(head, func(r rune) bool { return r >= utf8.RuneSelf })
}
