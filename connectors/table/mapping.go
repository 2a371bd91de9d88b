package table

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/schema"
)

// mapping gives the properties of one class.
type mapping struct {
	class *schema.Class
	rules []*rule
	dates []*rule  // of an event: its occurrences
	hours []*rule  // of an event or a place: when it is open
	typ   *source  // the more specific type; nil for none
	key   template // of a record; empty when it follows from the values

	// What a record's key falls back to.
	title, same, page *source
	localities        []*source
}

// rule gives one property.
type rule struct {
	prop    *schema.Property
	each    *path   // repeats the rule for each node it leads to
	turns   *source // repeats it for each value of a source
	when    *source // without a value of it the rule says nothing
	src     source
	lang    string
	byLang  bool // the value is an object of texts by language
	layouts []layout
	clock   *source // the time that belongs to a date
	html    bool

	part   *mapping        // a nested node; with main when one value makes it
	main   *rule           // the property that takes the value
	record *mapping        // a record of its own; likewise
	link   *schema.Class   // a record that stands elsewhere, by its key
	source schema.SourceID // where; "" is this source
}

// maxNested bounds how deep mappings stand in each other.
const maxNested = 8

// compiler turns settings into a plan and gathers what is wrong with them.
type compiler struct {
	plan    *plan
	lang    string
	layouts []layout
	turns   bool // what is read stands under an each with from
	errs    []error
}

func (c *compiler) fail(path, format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s: %s", path, fmt.Sprintf(format, args...)))
}

func (c *compiler) err() error { return errors.Join(c.errs...) }

// mapping reads the properties under a key map.
func (c *compiler) mapping(n *yaml.Node, path string, class *schema.Class, depth int) *mapping {
	m := &mapping{class: class}
	if depth > maxNested {
		c.fail(path, "mappings stand in each other more than %d deep", maxNested)
		return m
	}
	if n = plainNode(n); n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		c.fail(path, "missing: say which column gives which property, name: title for instance")
		return m
	}
	for name, value := range c.pairs(n, path) {
		at := path + "." + name
		prop := class.Property(name)
		if prop == nil {
			c.fail(at, "%s has no property %s; it has: %s", class.Name, name, propertyNames(class))
			continue
		}
		values := []*yaml.Node{value}
		if value.Kind == yaml.SequenceNode {
			values = value.Content
		}
		for i, v := range values {
			if len(values) > 1 {
				v, at = plainNode(v), fmt.Sprintf("%s.%s[%d]", path, name, i)
			}
			if r := c.rule(v, at, prop, depth); r != nil {
				m.add(r)
			}
		}
	}
	m.settle(c, path)
	m.complete(c, path)
	return m
}

// complete refuses a mapping whose every record would be refused.
func (m *mapping) complete(c *compiler, path string) {
	for _, p := range m.class.Properties {
		switch {
		case p.Need != schema.Must, p.Name == "sourceIdentifier", p.Name == "eventStatus":
		case p.Name == "startDate" && len(m.dates)+len(m.hours) > 0:
		case slices.ContainsFunc(m.rules, func(r *rule) bool { return r.prop.Name == p.Name }):
		default:
			c.fail(path+"."+p.Name, "missing: %s is nothing without it", m.class.Name)
		}
	}
}

// add files a rule by what it is for.
func (m *mapping) add(r *rule) {
	name := r.prop.Name
	if m.class.Name == "Event" && name == "occurrence" {
		m.dates = append(m.dates, r)
		return
	}
	if r.part != nil && r.part.class.Name == "OpeningHours" {
		m.hours = append(m.hours, r)
		return
	}
	m.rules = append(m.rules, r)
	switch {
	case r.part != nil && name == "address":
		m.localities = append(m.localities, r.part.localities...)
	case r.part != nil || r.record != nil || r.link != nil || r.repeats() || r.when != nil:
	case name == m.class.TitleOf() && m.title == nil:
		m.title = &r.src
	case name == "sameAs" && m.same == nil:
		m.same = &r.src
	case name == "url" && m.page == nil:
		m.page = &r.src
	case name == "addressLocality":
		m.localities = append(m.localities, &r.src)
	}
}

// settle makes of an event's own start and end its one occurrence.
func (m *mapping) settle(c *compiler, path string) {
	if m.class.Name != "Event" {
		return
	}
	own := &mapping{class: schema.ClassNamed("Occurrence")}
	dated := []string{"startDate", "endDate"}
	if c.plan.Group && len(m.dates) == 0 && slices.ContainsFunc(m.rules, func(r *rule) bool { return r.prop.Name == "startDate" }) {
		// A row tells of its own dates alone.
		dated = append(dated, "eventStatus", "availability", "location", "doorTime")
	}
	m.rules = slices.DeleteFunc(m.rules, func(r *rule) bool {
		dates := slices.Contains(dated, r.prop.Name)
		if dates {
			own.rules = append(own.rules, r)
		}
		return dates
	})
	if len(own.rules) == 0 {
		return
	}
	if !slices.ContainsFunc(own.rules, func(r *rule) bool { return r.prop.Name == "startDate" }) {
		c.fail(path+".endDate", "needs a startDate beside it")
	}
	if len(m.dates) > 0 {
		c.fail(path, "startDate and occurrence both say when; keep one")
	}
	m.dates = []*rule{{prop: m.class.Property("occurrence"), part: own}}
}

// pairs yields the keys of a mapping with their values, each key once.
func (c *compiler) pairs(n *yaml.Node, path string) func(func(string, *yaml.Node) bool) {
	return func(yield func(string, *yaml.Node) bool) {
		seen := map[string]bool{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			name := n.Content[i].Value
			if seen[name] {
				c.fail(path+"."+name, "stands there twice")
				continue
			}
			seen[name] = true
			if !yield(name, plainNode(n.Content[i+1])) {
				return
			}
		}
	}
}

// plainNode follows an alias.
func plainNode(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		return n.Alias
	}
	return n
}

func propertyNames(class *schema.Class) string {
	names := make([]string, len(class.Properties))
	for i, p := range class.Properties {
		names[i] = p.Name
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}
