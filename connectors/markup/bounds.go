package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"strings"

	"moselle/connectors"
)

// errStop says that the caller broke off the loop.
var errStop = errors.New("stopped")

// bounds passes over the rest of an element that has grown over one of them.
func (r *reader) bounds() error {
	reason := ""
	switch {
	case r.dec.InputOffset()-r.start > int64(r.MaxSize), r.size > r.MaxSize:
		reason = r.tooLarge()
	case r.count > maxElements:
		reason = fmt.Sprintf("holds more than %d elements; split it", maxElements)
	case len(r.open) > maxDepth:
		reason = fmt.Sprintf("elements in it stand in each other more than %d deep", maxDepth)
	default:
		return nil
	}
	e := r.open[r.record].elem
	r.skip = len(r.open) - r.record
	for len(r.open) > r.record {
		r.pop()
	}
	r.record = -1
	r.in.drop()
	return r.refuse(e, reason)
}

func (r *reader) tooLarge() string {
	if r.MaxSize < 1<<20 {
		return fmt.Sprintf("larger than %d bytes; keep pictures and other files out of it", r.MaxSize)
	}
	return fmt.Sprintf("larger than %d MB; keep pictures and other files out of it", r.MaxSize>>20)
}

func (r *reader) refuse(e *Element, reason string) error {
	if !r.yield(nil, connectors.Refuse("", fmt.Sprintf("line %d", e.Line), e.Name, "", "%s", reason)) {
		return errStop
	}
	return nil
}

// broken says why reading ends: nil when the document does.
func (r *reader) broken(err error) error {
	line, _ := r.dec.InputPos()
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF) && len(r.open) == 0 && r.skip == 0:
		if !r.any {
			return fmt.Errorf("there is no XML in the file: no element begins in it")
		}
		return nil
	case errors.Is(err, io.EOF), errors.As(err, &syntax) && strings.Contains(syntax.Msg, "EOF"):
		where := ""
		if e := r.top(); e != nil {
			where = fmt.Sprintf(", inside <%s> of line %d", tag(r.open[len(r.open)-1].tag), e.Line)
		}
		return fmt.Errorf("line %d: the file breaks off here%s; it was probably cut off on its way: export it and upload it again", line, where)
	case errors.Is(err, errToken):
		return fmt.Errorf("line %d: %w, which is more than can be read; keep pictures and other files out of it", line, err)
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d: the file is no XML from here on: %s", line, mended(syntax.Msg))
	}
	return fmt.Errorf("line %d: reading breaks off here: %w", line, err)
}

// mended says what to write instead of what the parser stumbled over.
func mended(message string) string {
	switch {
	case strings.Contains(message, "element name"), strings.Contains(message, "invalid XML name"), strings.Contains(message, "invalid characters between"):
		return "a < in a text is written &lt; and a tag is <name> or </name>"
	case strings.Contains(message, "attribute"), strings.Contains(message, "unescaped <"):
		return `an attribute is written name="value", and a < in it &lt;`
	case strings.Contains(message, "]]>"):
		return "]]> in a text is written ]]&gt;"
	case strings.Contains(message, "comment"), strings.Contains(message, "--"):
		return "a comment is written <!-- … --> and holds no --"
	case strings.Contains(message, "illegal character"):
		return "a character stands there that XML forbids"
	}
	return "export it again"
}

// Bounds of what a document type may declare.
const (
	maxEntities = 64
	maxEntity   = 64
)

var entity = regexp.MustCompile(`<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<%]*)"|'([^'&<%]*)')\s*>`)

// doctype takes over the short texts that a document type names. Nothing is
// opened for it; a reference to what it does not name so stays as it stands.
func (r *reader) doctype(d xml.Directive) {
	found := entity.FindAllSubmatch(d, maxEntities)
	if len(found) == 0 {
		return
	}
	named := maps.Clone(xml.HTMLEntity)
	for _, m := range found {
		if v := string(m[2]) + string(m[3]); len(v) <= maxEntity {
			named[string(m[1])] = v
		}
	}
	r.dec.Entity = named
}

func tag(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// joined puts texts together; blanks alone are one blank.
func joined(texts []string) string {
	if len(texts) == 1 {
		return texts[0]
	}
	if s := strings.Join(texts, ""); strings.TrimSpace(s) != "" {
		return s
	}
	return blank
}
