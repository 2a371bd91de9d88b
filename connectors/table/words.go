package table

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// The words of the mapping language: those of a source of values, and those
// that a rule knows besides.
var (
	sourceWords = []string{"from", "value", "template", "split", "find", "as", "take", "part", "values", "join"}
	ruleWords   = append([]string{"lang", "layout", "time", "each", "when", "map", "record", "key", "type", "link", "source"}, sourceWords...)
)

// words are the words that stand beside a property, with their values.
type words struct {
	path  string
	nodes map[string]*yaml.Node
}

// words reads a mapping of words and refuses others than those known.
func (c *compiler) words(n *yaml.Node, path string, known []string) (words, bool) {
	w := words{path, map[string]*yaml.Node{}}
	if n.Kind != yaml.MappingNode {
		c.fail(path, "expected a column, a path or a mapping with from, value, template, map, …")
		return w, false
	}
	for name, value := range c.pairs(n, path) {
		switch {
		case !slices.Contains(known, name):
			c.fail(path+"."+name, "there is no such word; there are: %s", strings.Join(known, ", "))
		case value.Kind == yaml.ScalarNode && (value.Tag == "!!null" || value.Value == "" && name != "value"):
			c.fail(path+"."+name, "is empty")
		default:
			w.nodes[name] = value
		}
	}
	return w, true
}

// node returns what stands beside a word, nil when it is not used.
func (w words) node(name string) *yaml.Node { return w.nodes[name] }

// text returns a word's value where it must be a single one.
func (w words) text(c *compiler, name string) string {
	n := w.nodes[name]
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		c.fail(w.path+"."+name, "expected a single value")
	}
	return n.Value
}

// list returns a word's value where it may be a list; nil when it is not used.
func (w words) list(c *compiler, name string) []string {
	n := w.nodes[name]
	if n == nil {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		return []string{n.Value}
	}
	var out []string
	for _, e := range n.Content {
		if n.Kind != yaml.SequenceNode || e.Kind != yaml.ScalarNode {
			c.fail(w.path+"."+name, "expected a value or a list of values")
			return out
		}
		out = append(out, e.Value)
	}
	return out
}

// number returns a word's value where it must be a whole number from 1.
func (w words) number(c *compiler, name string) int {
	s := w.text(c, name)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		c.fail(w.path+"."+name, "%q is no whole number from 1", s)
	}
	return n
}

// unused refuses words that mean nothing beside this property.
func (c *compiler) unused(w words, names ...string) {
	for _, name := range names {
		if w.nodes[name] != nil {
			c.fail(w.path+"."+name, "means nothing here")
		}
	}
}
