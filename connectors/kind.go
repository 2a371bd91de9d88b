package connectors

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// Kind is a kind of source with its typed settings behind a plain face.
type Kind struct {
	Name    string // "ics"
	Doc     string // one sentence for the reference of settings
	Version int    // raised when the mapping changes, so that sources are read anew
	// Sniff reports how sure the kind is that a document is its own, from the
	// location, the media type and the first bytes: 0 is no, 100 is certain.
	Sniff func(location, mediaType string, head []byte) int

	defaults func() any
	open     func(settings any, env Env) (Connector, error)
}

// NewKind makes a kind from its settings struct (yaml tags name the keys, doc
// tags explain them), the defaults and the function that opens a source. A
// struct with a method Check() error is asked whenever settings are read.
func NewKind[C any](name, doc string, version int, defaults C, sniff func(location, mediaType string, head []byte) int, open func(C, Env) (Connector, error)) Kind {
	return Kind{
		Name: name, Doc: doc, Version: version, Sniff: sniff,
		defaults: func() any { c := defaults; return &c },
		open:     func(s any, env Env) (Connector, error) { return open(*s.(*C), env) },
	}
}

// Surest returns the kind that is surest of a document by its location, its media
// type and its first bytes; false when none takes it for its own.
func Surest(kinds []Kind, location, mediaType string, head []byte) (best Kind, ok bool) {
	most := 0
	for _, k := range kinds {
		if sure := k.Sniff(location, mediaType, head); sure > most {
			best, most = k, sure
		}
	}
	return best, most > 0
}

// Open reads the settings (a YAML node; nil for the defaults) and opens a
// source. Unknown keys and bad values are refused by name.
func (k Kind) Open(settings *yaml.Node, env Env) (Connector, error) {
	s, err := k.decode(settings)
	if err != nil {
		return nil, err
	}
	c, err := k.open(s, env)
	if err != nil {
		return nil, fmt.Errorf("settings of %s: %w", k.Name, err)
	}
	return c, nil
}

// Check reads the settings without opening anything.
func (k Kind) Check(settings *yaml.Node) error {
	_, err := k.decode(settings)
	return err
}

func (k Kind) decode(settings *yaml.Node) (any, error) {
	s := k.defaults()
	if settings == nil || settings.Kind == 0 {
		return s, k.check(s)
	}
	// A node cannot be decoded strictly; its text can.
	text, err := yaml.Marshal(settings)
	if err != nil {
		return nil, fmt.Errorf("settings of %s: %w", k.Name, err)
	}
	dec := yaml.NewDecoder(bytes.NewReader(text))
	dec.KnownFields(true)
	if err := dec.Decode(s); err != nil {
		return nil, fmt.Errorf("settings of %s: %s", k.Name, k.mistake(string(text), err))
	}
	return s, k.check(s)
}

// check lets settings that have a method Check say what is wrong with them.
func (k Kind) check(s any) error {
	c, ok := s.(interface{ Check() error })
	if !ok {
		return nil
	}
	if err := c.Check(); err != nil {
		return fmt.Errorf("settings of %s: %w", k.Name, err)
	}
	return nil
}

// Setting is one row of a kind's settings table. Type is "text", "list", "whole
// number", "true or false" or "mapping"; Default is "" for nothing.
type Setting struct{ Key, Type, Default, Doc string }

// Settings lists the kind's settings in the order of the struct.
func (k Kind) Settings() []Setting {
	v := reflect.ValueOf(k.defaults()).Elem()
	if v.Kind() != reflect.Struct {
		return nil
	}
	var out []Setting
	for i := range v.NumField() {
		f := v.Type().Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if key == "" || key == "-" {
			continue
		}
		def := ""
		switch value := v.Field(i).Interface().(type) {
		case []string:
			def = strings.Join(value, ", ")
		default:
			if !v.Field(i).IsZero() {
				def = fmt.Sprint(value)
			}
		}
		out = append(out, Setting{Key: key, Type: strings.TrimPrefix(wanted(f.Type.String()), "a "), Default: def, Doc: f.Tag.Get("doc")})
	}
	return out
}
