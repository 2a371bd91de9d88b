package table

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Field is what a column may hold. The mapping of a preset with words names it
// in place of a column, with a $ before it.
type Field struct {
	Name  string
	Words []string // what people head such a column with, as heading makes it and without blanks; the first that is there counts
}

// fields reads what stands under words, in its order: a column is the first
// field's that has a word for it.
func fields(n *yaml.Node) (out []Field) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		f := Field{Name: n.Content[i].Value}
		for _, w := range n.Content[i+1].Content {
			f.Words = append(f.Words, solid(w.Value))
		}
		out = append(out, f)
	}
	return out
}

// find returns the columns that the fields of a preset with words are; of a
// field in several languages also under its name, @ and the language.
func (p Preset) find(s shape) map[string]string {
	found, taken := map[string]string{}, make([]bool, len(s.columns))
	at, other := map[string]int{}, map[string]int{}
	for i := len(s.columns) - 1; i >= 0; i-- { // of two the first counts
		for _, h := range s.columns[i].heads {
			at[solid(h)] = i
		}
		for _, h := range s.columns[i].others {
			other[solid(h)] = i
		}
	}
	take := func(n int, among map[string]int) {
		f := p.Words[n]
		for _, w := range f.Words {
			// What stands in a list tells what it is of, and not what it is.
			i, ok := among[w]
			if ok && !taken[i] && !(n == 0 && s.columns[i].listed && w != "titlestitle") && !(f.dates() && s.columns[i].clocks()) {
				found[f.Name], taken[i] = s.columns[i].name, true
				return
			}
		}
	}
	for n, f := range p.Words {
		take(n, at)
		for i, c := range s.columns {
			if lang := f.language(c); lang != "" && !taken[i] && found[f.Name+"@"+lang] == "" {
				found[f.Name+"@"+lang], taken[i] = c.name, true
				if found[f.Name] == "" {
					found[f.Name] = c.name
				}
			}
		}
	}
	for n, f := range p.Words {
		if found[f.Name] == "" {
			take(n, other)
		}
	}
	return found
}

// dates reports whether the field holds days rather than times of the day, which
// many head with the same words.
func (f Field) dates() bool { return f.Name == "$start" || f.Name == "$end" }

// language returns the language of a column that holds the field in one, as
// "title fr" does; "" when it does not.
func (f Field) language(c column) string {
	for _, h := range c.heads {
		cut := strings.LastIndexByte(h, ' ')
		if cut < 0 || !slices.Contains(f.Words, solid(h[:cut])) {
			continue
		}
		switch lang := h[cut+1:]; lang {
		case "lb", "fr", "de", "en", "nl", "it", "es", "pt":
			return lang
		case "lu":
			return "lb"
		}
	}
	return ""
}

// byLanguage makes of a property that a field gives one in every language that
// the document has it in.
func byLanguage(m yaml.Node, found map[string]string) yaml.Node {
	if m.Kind != yaml.MappingNode {
		return m
	}
	out := m
	out.Content = slices.Clone(m.Content)
	for i := 1; i < len(out.Content); i += 2 {
		field, list := fieldOf(out.Content[i]), []*yaml.Node{}
		whole := true
		for _, lang := range []string{"lb", "fr", "de", "en", "nl", "it", "es", "pt"} {
			if column := found[field+"@"+lang]; column != "" {
				list = append(list, pair("from", field+"@"+lang, "lang", lang))
				whole = whole && column != found[field]
			}
		}
		if len(list) == 0 {
			continue
		}
		if whole && found[field] != "" {
			list = append(list, out.Content[i])
		}
		out.Content[i] = &yaml.Node{Kind: yaml.SequenceNode, Content: list}
	}
	return out
}

// fieldOf returns the field that alone, or before others, gives a property; ""
// when more is done to it.
func fieldOf(n *yaml.Node) string {
	if n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Content[0].Value == "from" {
		n = n.Content[1]
		if n.Kind == yaml.SequenceNode && len(n.Content) > 0 {
			n = n.Content[0]
		}
	}
	return n.Value
}

// pair makes a mapping of words and their values.
func pair(words ...string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, w := range words {
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: w})
	}
	return n
}
