package config

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/schema"
)

// fallback reads lists of languages by language into f.
func (d *decoder) fallback(key string, n *yaml.Node, f schema.Fallback) {
	if n.Kind != yaml.MappingNode {
		d.fault(n, key, "write a list of languages per language, such as {lb: [fr, de, en]}")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		full := key + "." + name.Value
		if seen[name.Value] {
			d.fault(name, full, "set twice; keep one of them")
		}
		seen[name.Value] = true
		d.lines[full] = name.Line
		var list []string
		d.node(full, n.Content[i+1], reflect.ValueOf(&list).Elem())
		f[name.Value] = list
	}
}

// fallback checks which languages stand in for which.
func (k *checker) fallback(f schema.Fallback) {
	for _, lang := range slices.Sorted(maps.Keys(f)) {
		key := "fallback." + lang
		if strings.Contains(lang, "-") {
			k.fault(key, "%q names a variant; write the language alone, as %s", lang, lang[:strings.Index(lang, "-")])
		} else if lang != "*" {
			k.language(key, lang)
		}
		for _, l := range f[lang] {
			k.language(key, l)
		}
	}
}
