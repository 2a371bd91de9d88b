package sight

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands before each file of a zip (APPNOTE 4.3.7): a mark, fixed fields,
// the name.
const (
	localMark = "PK\x03\x04"
	localSize = 30
	maxName   = 512 // bytes
)

// zipped tells what a zip is by the names in it. They are looked for from the
// beginning, as the table of contents at the end may not have come.
func zipped(data []byte) Sight {
	s := Sight{Form: Archive, Name: "zip"}
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte(localMark))
		if i < 0 || at+i+localSize > len(data) {
			break
		}
		at += i
		head := data[at:]
		length := int(binary.LittleEndian.Uint16(head[26:]))
		if length == 0 || length > maxName || localSize+length > len(head) {
			at += len(localMark)
			continue
		}
		name := string(head[localSize : localSize+length])
		if form, title := officeOf(name, head[localSize+length:]); form != "" {
			return Sight{Form: form, Name: title}
		}
		if isName(name) && !strings.HasSuffix(name, "/") {
			if s.Files++; len(s.Holds) < maxNames {
				s.Holds = append(s.Holds, name)
			}
		}
		// What is packed in it may hold a zip of its own; where its size is not
		// said before it, there is no telling.
		at += localSize + length
		if packed := int(binary.LittleEndian.Uint32(head[18:])); binary.LittleEndian.Uint16(head[6:])&8 == 0 {
			at = min(at+int(binary.LittleEndian.Uint16(head[28:]))+packed, len(data))
		}
	}
	return s
}

// officeOf tells the document of an office program by a file in it.
func officeOf(name string, content []byte) (form Form, title string) {
	switch {
	case name == "mimetype" && bytes.HasPrefix(content, []byte("application/vnd.oasis.opendocument.")):
		return OpenDocument, ""
	case name == "mimetype" && bytes.HasPrefix(content, []byte("application/epub")):
		return Document, "EPUB"
	case strings.HasPrefix(name, "xl/"):
		return Workbook, "Excel"
	case strings.HasPrefix(name, "word/"):
		return Document, "Word"
	case strings.HasPrefix(name, "ppt/"):
		return Document, "PowerPoint"
	}
	return "", ""
}

func isName(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}
