package plurio

import (
	"encoding/xml"
	"io"
	"reflect"
	"strings"
)

// Write writes a document, with its elements in the order that the schemas ask
// for. Lists that are empty are left out with the elements around them, which
// encoding/xml by itself would write.
func Write(w io.Writer, d *Document) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	p := printer{enc: enc}
	p.element("plurio", reflect.ValueOf(d).Elem())
	if p.err == nil {
		p.err = enc.Close()
	}
	return p.err
}

// printer keeps the first error.
type printer struct {
	enc *xml.Encoder
	err error
}

func (p *printer) token(t xml.Token) {
	if p.err == nil {
		p.err = p.enc.EncodeToken(t)
	}
}

func (p *printer) element(name string, v reflect.Value) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	if v.Kind() == reflect.String {
		p.token(start)
		p.token(xml.CharData(v.String()))
		p.token(start.End())
		return
	}
	for i := range v.NumField() {
		attribute, option, _ := strings.Cut(v.Type().Field(i).Tag.Get("xml"), ",")
		if text := v.Field(i); strings.HasPrefix(option, "attr") && (text.String() != "" || option == "attr") {
			start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attribute}, Value: text.String()})
		}
	}
	p.token(start)
	p.fields(v)
	p.token(start.End())
}

// fields writes the elements of a struct. Those around several fields are closed
// when one comes that does not stand in them.
func (p *printer) fields(v reflect.Value) {
	var around []string
	leave := func(depth int) {
		for len(around) > depth {
			p.token(xml.EndElement{Name: xml.Name{Local: around[len(around)-1]}})
			around = around[:len(around)-1]
		}
	}
	for i := range v.NumField() {
		tag, option, _ := strings.Cut(v.Type().Field(i).Tag.Get("xml"), ",")
		f := v.Field(i)
		switch {
		case option == "chardata":
			p.token(xml.CharData(f.String()))
			continue
		case strings.HasPrefix(option, "attr"), nothing(f, option):
			continue
		}
		path := strings.Split(tag, ">")
		name, parents := path[len(path)-1], path[:len(path)-1]
		same := 0
		for same < len(parents) && same < len(around) && parents[same] == around[same] {
			same++
		}
		leave(same)
		for _, parent := range parents[same:] {
			p.token(xml.StartElement{Name: xml.Name{Local: parent}})
			around = append(around, parent)
		}
		switch f.Kind() {
		case reflect.Slice:
			for i := range f.Len() {
				p.element(name, f.Index(i))
			}
		case reflect.Pointer:
			p.element(name, f.Elem())
		default:
			p.element(name, f)
		}
	}
	leave(0)
}

// nothing reports whether a field is not to be written.
func nothing(f reflect.Value, option string) bool {
	switch f.Kind() {
	case reflect.Slice:
		return f.Len() == 0
	case reflect.Pointer:
		return f.IsNil()
	}
	return option == "omitempty" && f.IsZero()
}

// Language returns the code that Plurio.net has for a language (BCP 47), "" for
// one that it has not.
func Language(tag string) string {
	switch primary, _, _ := strings.Cut(tag, "-"); primary {
	case "fr", "de", "en", "nl":
		return primary
	case "lb":
		return "lu"
	}
	return ""
}
