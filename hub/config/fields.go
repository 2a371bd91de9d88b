package config

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/schema"
)

var (
	nodeType     = reflect.TypeFor[yaml.Node]()
	durationType = reflect.TypeFor[time.Duration]()
	termsType    = reflect.TypeFor[Terms]()
	fallbackType = reflect.TypeFor[schema.Fallback]()
	textType     = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// field is one setting, or a group of them.
type field struct {
	key, env, doc string
	value         reflect.Value
}

// fields lists the settings of a struct in its order.
func fields(v reflect.Value) []field {
	var out []field
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if key := f.Tag.Get("yaml"); key != "" {
			out = append(out, field{key, f.Tag.Get("env"), f.Tag.Get("doc"), v.Field(i)})
		}
	}
	return out
}

// isGroup reports whether a type holds settings rather than being one.
func isGroup(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != nodeType && !reflect.PointerTo(t).Implements(textType)
}

// walk calls visit with every setting below v that stands alone, under its
// full key; elements of lists are not entered.
func walk(v reflect.Value, prefix string, visit func(key string, f field)) {
	for _, f := range fields(v) {
		if isGroup(f.value.Type()) {
			walk(f.value, prefix+f.key+".", visit)
			continue
		}
		visit(prefix+f.key, f)
	}
}

// variables returns the settings that the environment can set, by variable,
// with their keys.
func variables(c *Config) (byName map[string]field, names []string) {
	byName = map[string]field{}
	walk(reflect.ValueOf(c).Elem(), "", func(key string, f field) {
		if f.env != "" {
			f.key = key
			byName[f.env] = f
			names = append(names, f.env)
		}
	})
	return byName, names
}

// show prints a value as it is written in the file; "" for none.
func show(v reflect.Value) string {
	if v.IsZero() && v.Kind() != reflect.Int {
		return ""
	}
	switch x := v.Interface().(type) {
	case time.Duration:
		return span(x)
	case []string:
		return strings.Join(x, ", ")
	case yaml.Node:
		return ""
	case interface{ String() string }:
		return x.String()
	}
	switch v.Kind() {
	case reflect.Map, reflect.Slice:
		return ""
	}
	return fmt.Sprint(v.Interface())
}
