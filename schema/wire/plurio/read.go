package plurio

import (
	"iter"
	"reflect"
	"strings"
	"sync"
)

// Element is an element of XML as whoever parses it holds it.
type Element interface {
	Name() string                 // without its prefix
	Attribute(name string) string // "" when there is none
	Text() string                 // all text in it, as it stands
	Children() iter.Seq[Element]  // in order
}

// Fields are the structs that Read fills.
type Fields interface {
	Event | Building | Organisation | Person | Header | License
}

// Read returns what stands in an element of the agenda, of the guide or around
// them. Of what may stand once the first counts. unknown are the paths of
// elements that the format does not have there, each once, "adress/city".
func Read[F Fields](e Element) (f F, unknown []string) {
	r := reader{layouts: layouts()}
	r.fill(e, reflect.ValueOf(&f).Elem(), "")
	return f, r.unknown
}

// maxUnknown bounds the paths that are told.
const maxUnknown = 20

type reader struct {
	layouts map[reflect.Type]*layout
	unknown []string
}

// layout says which field of a struct holds what.
type layout struct {
	text       int // index of the field, -1 for none
	attributes []attribute
	elements   map[string]*step
}

type attribute struct {
	name  string
	field int
}

// step is an element: a field's, or one around others.
type step struct {
	field int
	below map[string]*step
}

// layouts are worked out once from the tags that Write uses too.
var layouts = sync.OnceValue(func() map[reflect.Type]*layout {
	all := map[reflect.Type]*layout{}
	for _, v := range []any{Event{}, Building{}, Organisation{}, Person{}, Header{}, License{}} {
		lay(all, reflect.TypeOf(v))
	}
	return all
})

func lay(all map[reflect.Type]*layout, t reflect.Type) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || all[t] != nil {
		return
	}
	l := &layout{text: -1, elements: map[string]*step{}}
	all[t] = l
	for i := range t.NumField() {
		name, option, _ := strings.Cut(t.Field(i).Tag.Get("xml"), ",")
		switch {
		case strings.HasPrefix(option, "attr"):
			l.attributes = append(l.attributes, attribute{name, i})
		case option == "chardata":
			l.text = i
		default:
			steps, path := l.elements, strings.Split(name, ">")
			for _, around := range path[:len(path)-1] {
				if steps[around] == nil {
					steps[around] = &step{field: -1, below: map[string]*step{}}
				}
				steps = steps[around].below
			}
			steps[path[len(path)-1]] = &step{field: i}
			lay(all, t.Field(i).Type)
		}
	}
}

func (r *reader) fill(e Element, v reflect.Value, path string) {
	l := r.layouts[v.Type()]
	for _, a := range l.attributes {
		v.Field(a.field).SetString(strings.TrimSpace(e.Attribute(a.name)))
	}
	if l.text >= 0 && (len(l.elements) == 0 || !hasChildren(e)) {
		v.Field(l.text).SetString(strings.TrimSpace(e.Text()))
		return
	}
	r.elements(e, v, l.elements, path)
}

func hasChildren(e Element) bool {
	for range e.Children() {
		return true
	}
	return false
}

func (r *reader) elements(e Element, v reflect.Value, steps map[string]*step, path string) {
	for c := range e.Children() {
		switch s := steps[c.Name()]; {
		case s == nil:
			r.tell(path + c.Name())
		case s.field < 0:
			r.elements(c, v, s.below, path+c.Name()+"/")
		default:
			r.set(c, v.Field(s.field), path+c.Name()+"/")
		}
	}
}

func (r *reader) set(e Element, f reflect.Value, path string) {
	switch f.Kind() {
	case reflect.String:
		if f.Len() == 0 {
			f.SetString(strings.TrimSpace(e.Text()))
		}
	case reflect.Slice:
		one := reflect.New(f.Type().Elem()).Elem()
		r.set(e, one, path)
		f.Set(reflect.Append(f, one))
	case reflect.Pointer:
		if f.IsNil() {
			f.Set(reflect.New(f.Type().Elem()))
			r.set(e, f.Elem(), path)
		}
	default:
		r.fill(e, f, path)
	}
}

func (r *reader) tell(path string) {
	for _, u := range r.unknown {
		if u == path {
			return
		}
	}
	if len(r.unknown) < maxUnknown {
		r.unknown = append(r.unknown, path)
	}
}
