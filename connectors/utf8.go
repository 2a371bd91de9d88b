package connectors

import (
	"bufio"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// ahead is how much of a text can be looked at before it is read.
const ahead = 64 << 10

// UTF8 reads a text that may begin with a byte order mark, which goes: behind that
// of UTF-16 it is turned into UTF-8, behind that of UTF-8 and without any it stays
// as it is. 64 KB of what comes can be peeked at.
func UTF8(r io.Reader) *bufio.Reader {
	br := bufio.NewReaderSize(r, ahead)
	head, _ := br.Peek(3) // an error comes again when the text is read
	for _, mark := range []string{"\xff\xfe", "\xfe\xff", "\xef\xbb\xbf"} {
		if strings.HasPrefix(string(head), mark) {
			return bufio.NewReaderSize(transform.NewReader(br, unicode.BOMOverride(transform.Nop)), ahead)
		}
	}
	return br
}
