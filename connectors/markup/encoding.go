package markup

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

var (
	declaration = regexp.MustCompile(`^\s*<\?xml\s[^>]*\?>`)
	declared    = regexp.MustCompile(`\sencoding\s*=\s*["']([^"']*)["']`)
)

// decode returns a document in UTF-8 without its byte order mark. The mark
// decides on the encoding, then what the document declares, then what the server
// said. The declaration becomes blanks: what it says is settled here.
func decode(r io.Reader, server string) (io.Reader, error) {
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
	decoded, err := charset.NewReaderLabel(label, rest)
	if err != nil {
		return nil, fmt.Errorf("the encoding %q is not known: save the file as UTF-8", label)
	}
	return decoded, nil
}
