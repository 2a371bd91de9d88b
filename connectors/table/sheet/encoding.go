package sheet

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Head is how many bytes at the beginning of a stream may be looked at.
const Head = 64 << 10

// Text is a stream of text whose encoding was found out as far as its
// beginning shows it.
type Text struct {
	*bufio.Reader
	legacy encoding.Encoding // of rows that are not UTF-8; nil when there can be none
	utf8   bool              // rows beyond ASCII that are UTF-8 were seen
	said   bool              // that rows are not
}

// NewText returns r as UTF-8 without byte order mark. name is an encoding by
// its WHATWG name ("windows-1252", "utf-16le"), or "auto" to find it out: by
// byte order mark, by the pattern of NUL bytes, and row by row between UTF-8
// and charset (the server's word; "" means Windows-1252).
func NewText(r *bufio.Reader, name, charset string) (*Text, error) {
	head, _ := r.Peek(4096)
	if name != "auto" {
		e, err := htmlindex.Get(name)
		if err != nil {
			return nil, fmt.Errorf("there is no encoding %q; usual ones are utf-8, utf-16, windows-1252 and auto", name)
		}
		return decode(r, e), nil
	}
	wide := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	switch {
	case hasAny(head, "\xFF\xFE", "\xFE\xFF", "\xEF\xBB\xBF"), nuls(head, 1):
		return decode(r, wide), nil
	case nuls(head, 0):
		return decode(r, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)), nil
	}
	t := &Text{Reader: r, legacy: charmap.Windows1252}
	if e, err := htmlindex.Get(charset); err == nil {
		if name, _ := htmlindex.Name(e); !strings.HasPrefix(name, "utf-") {
			t.legacy = e
		}
	}
	return t, nil
}

// decode reads r as e; a byte order mark is believed rather than e.
func decode(r *bufio.Reader, e encoding.Encoding) *Text {
	plain := transform.NewReader(r, unicode.BOMOverride(e.NewDecoder()))
	return &Text{Reader: bufio.NewReaderSize(plain, Head), utf8: true}
}

func hasAny(head []byte, marks ...string) bool {
	for _, m := range marks {
		if bytes.HasPrefix(head, []byte(m)) {
			return true
		}
	}
	return false
}

// nuls reports whether most bytes at odd (1) or even (0) places, and hardly any
// at the others, are NUL: UTF-16 of a language written in Latin letters.
func nuls(head []byte, odd int) bool {
	var count [2]int
	for i, c := range head {
		if c == 0 {
			count[i%2]++
		}
	}
	return len(head) >= 4 && count[odd] > len(head)/4 && count[1-odd] < len(head)/50+1
}

// Decode returns a piece of the text as UTF-8, with a note when it was not.
func (t *Text) Decode(raw []byte) (s, note string) { return t.text(raw, t.judge(raw)) }

// judge looks at a row and reports whether it is in the legacy encoding. The
// first row beyond ASCII decides: where rows of UTF-8 were seen, a broken one
// is broken UTF-8.
func (t *Text) judge(raw []byte) (legacy bool) {
	if utf8.Valid(raw) {
		if !t.utf8 && t.legacy != nil {
			t.utf8 = !ascii(raw)
		}
		return false
	}
	if t.utf8 {
		return false
	}
	return t.legacy != nil
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// text returns a row as UTF-8, with a note when it was not.
func (t *Text) text(raw []byte, legacy bool) (s, note string) {
	if legacy {
		if out, err := t.legacy.NewDecoder().Bytes(raw); err == nil {
			if !t.said {
				t.said = true
				note = fmt.Sprintf("the file is not UTF-8 and is read as %v; name it under encoding to be sure", t.legacy)
			}
			return string(out), note
		}
	}
	if utf8.Valid(raw) {
		return string(raw), ""
	}
	return strings.ToValidUTF8(string(raw), "\uFFFD"), "characters that are not UTF-8 are replaced by \uFFFD"
}
