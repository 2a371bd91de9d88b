package config

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/hub/fault"
	"moselle/schema"
)

// decoder fills settings from a file and gathers what is wrong with it.
type decoder struct {
	lines  map[string]int
	faults []Fault
}

func (d *decoder) fault(n *yaml.Node, key, format string, args ...any) {
	d.faults = append(d.faults, Fault{Key: key, Line: n.Line, Message: fmt.Sprintf(format, args...)})
}

// document reads a whole file into c.
func (d *decoder) document(text []byte, c *Config) {
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var doc, more yaml.Node
	err := dec.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		return // nothing but comments: all defaults
	case err != nil:
		d.syntax(err)
		return
	}
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		d.fault(&more, "", "a second document begins here; keep all settings in one, without a line \"---\"")
	}
	d.node("", doc.Content[0], reflect.ValueOf(c).Elem())
}

// syntax notes a file that is no YAML, with the line the parser gives.
func (d *decoder) syntax(err error) {
	message, line := strings.TrimPrefix(err.Error(), "yaml: "), 0
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		number, after, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			message, line = after, n
		}
	}
	d.faults = append(d.faults, Fault{Line: line,
		Message: "not readable as YAML (" + message + "); look at indentation, colons and quotes here and in the line above"})
}

// node sets v from n. Null leaves the default.
func (d *decoder) node(key string, n *yaml.Node, v reflect.Value) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	t := v.Type()
	switch {
	case t == nodeType:
		v.Set(reflect.ValueOf(*n))
	case isGroup(t):
		d.group(key, n, v)
	case t.Kind() == reflect.Slice:
		d.list(key, n, v)
	case t == fallbackType:
		d.fallback(key, n, v.Interface().(schema.Fallback))
	case t.Kind() == reflect.Map:
		d.pairs(key, n, v)
	case n.Kind != yaml.ScalarNode:
		d.fault(n, key, "one value belongs here, not a list or a group")
	default:
		if err := setScalar(v, n.Value); err != nil {
			d.fault(n, key, "%s", err)
		}
	}
}

func (d *decoder) group(key string, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		d.fault(n, key, "settings with their values belong here (key: value)")
		return
	}
	byKey, known := map[string]reflect.Value{}, []string{}
	for _, f := range fields(v) {
		byKey[f.key] = f.value
		known = append(known, f.key)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, full := n.Content[i], n.Content[i].Value
		if key != "" {
			full = key + "." + full
		}
		value, ok := byKey[name.Value]
		switch {
		case !ok:
			d.fault(name, full, "there is no such setting; %s", suggest(name.Value, known))
		case seen[name.Value]:
			d.fault(name, full, "set twice; keep one of them")
		default:
			d.lines[full] = name.Line
			d.node(full, n.Content[i+1], value)
		}
		seen[name.Value] = true
	}
}

func (d *decoder) list(key string, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		d.fault(n, key, "a list belongs here, each entry on a line that begins with a hyphen")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, c := range n.Content {
		at := fmt.Sprintf("%s[%d]", key, i)
		d.lines[at] = c.Line
		if e, ok := v.Index(i).Addr().Interface().(interface{ setDefaults() }); ok {
			e.setDefaults()
		}
		d.node(at, c, v.Index(i))
	}
}

// pairs reads a text by language, or a concept by term.
func (d *decoder) pairs(key string, n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.MappingNode {
		form := "one text per language, such as {fr: …, de: …}"
		if v.Type() == termsType {
			form = "one concept per term, such as {Klassik: event.classical}"
		}
		d.fault(n, key, "write %s", form)
		return
	}
	texts := map[string]string{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		tag, text := n.Content[i].Value, n.Content[i+1]
		if _, twice := texts[tag]; twice {
			d.fault(n.Content[i], key+"."+tag, "set twice; keep one of them")
		}
		if text.Kind != yaml.ScalarNode {
			d.fault(text, key+"."+tag, "a text belongs here")
		}
		d.lines[key+"."+tag] = n.Content[i].Line
		texts[tag] = strings.TrimSpace(text.Value)
	}
	v.Set(reflect.ValueOf(texts))
}

// setScalar sets v from the text of one value, as file and environment give it.
func setScalar(v reflect.Value, text string) error {
	text = strings.TrimSpace(text)
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(text))
	}
	switch {
	case v.Type() == durationType:
		span, err := time.ParseDuration(text)
		if err != nil {
			return fmt.Errorf("%q is no span of time; write it as 30s, 5m or 6h", text)
		}
		v.SetInt(int64(span))
	case v.Kind() == reflect.Bool:
		switch strings.ToLower(text) {
		case "true", "yes", "on", "1":
			v.SetBool(true)
		case "false", "no", "off", "0":
			v.SetBool(false)
		default:
			return fmt.Errorf("%q is neither true nor false", text)
		}
	case v.Kind() == reflect.Int:
		n, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("%q is no whole number", text)
		}
		v.SetInt(int64(n))
	default:
		v.SetString(text)
	}
	return nil
}

// suggest says which name was likely meant, or all there are.
func suggest(name string, known []string) string {
	if near := fault.Nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "known are " + strings.Join(known, ", ")
}
