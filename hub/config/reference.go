package config

import (
	"bufio"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// Reference writes every setting with its key in the file, its variable, its
// default and its explanation.
func Reference(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, `Settings are read from the file that HUB_CONFIG names, else from hub.yaml in the
working folder when there is one. A variable of the environment goes before the
file. Sizes are written 50MB or 64MiB, times 30s, 5m or 6h; in a variable, the
entries of a list are parted by commas.
`)
	c := Default()
	walk(reflect.ValueOf(&c).Elem(), "", func(key string, f field) {
		if t := f.value.Type(); t.Kind() == reflect.Slice && isGroup(t.Elem()) {
			list(b, key, f.doc, t.Elem())
			return
		}
		row(b, key, f.env, show(f.value), f.doc)
	})
	return b.Flush()
}

// list writes the settings of one entry of a list.
func list(w io.Writer, key, doc string, entry reflect.Type) {
	fmt.Fprintf(w, "\n%s (list)\n    %s\n", key, doc)
	v := reflect.New(entry)
	if e, ok := v.Interface().(interface{ setDefaults() }); ok {
		e.setDefaults()
	}
	walk(v.Elem(), key+"[].", func(key string, f field) {
		row(w, key, f.env, show(f.value), f.doc)
	})
}

func row(w io.Writer, key, env, value, doc string) {
	var notes []string
	if env != "" {
		notes = append(notes, env)
	}
	if value != "" {
		notes = append(notes, "default "+value)
	}
	fmt.Fprintf(w, "\n%s", key)
	if len(notes) > 0 {
		fmt.Fprintf(w, " (%s)", strings.Join(notes, ", "))
	}
	fmt.Fprintf(w, "\n    %s\n", doc)
}
