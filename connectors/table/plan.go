package table

import (
	"bufio"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
	"moselle/schema"
	"moselle/schema/tree"
)

// plan is what settings come to: the same for every harvest, never changed.
type plan struct {
	Settings
	own   Settings // without the preset's
	env   connectors.Env
	zone  *time.Location
	comma byte // 0 is found out
	items []string
	item  *mapping // nil when a preset has yet to be chosen
	paths []*path  // every one the mapping names
	each  bool     // the mapping walks through lists
	when  *source  // which entries count; nil for all
	empty map[string]bool
	found map[string]string // the columns that the fields of a preset with words are

	optional []string // columns that a preset names and a document need not have; nil without a preset
}

// newPlan compiles settings. found says which columns of a document the fields
// of a preset with words are; nil when no document was looked at.
func newPlan(s Settings, env connectors.Env, found map[string]string) (*plan, error) {
	if s.Preset == "" {
		s.Preset = "auto"
	}
	own := s
	preset, named := presetNamed(s.Preset)
	var optional []string
	if named {
		optional = preset.names()
		s = preset.under(s)
		s.Map = byLanguage(s.Map, found)
		if preset.keyless != "" && own.Key == "" && found != nil && found["$id"] == "" {
			s.Key = preset.keyless
		}
	}
	p := &plan{Settings: s, own: own, env: env, zone: env.Zone, optional: optional, found: found}
	c := &compiler{plan: p, lang: s.Lang, layouts: layouts(s.Layout)}
	if c.lang == "" {
		c.lang = env.Lang
	}
	if !named && s.Preset != "auto" {
		c.fail("preset", "there is no preset %q; there are: %s", s.Preset, presetNames())
		return p, c.err()
	}
	if !slices.Contains([]string{"auto", "csv", "xlsx", "json", "lines", "object"}, s.Format) {
		c.fail("format", "%q is none of csv, xlsx, json, lines, object, auto", s.Format)
	}
	c.delimiter(s.Delimiter)
	if _, err := sheet.NewText(bufio.NewReader(strings.NewReader("")), s.Encoding, ""); err != nil {
		c.fail("encoding", "%v", err)
	}
	if s.Header < 0 {
		c.fail("header", "rows are counted from 1; 0 finds the header out")
	}
	if s.Zone != "" {
		zone, err := time.LoadLocation(s.Zone)
		if err != nil {
			c.fail("zone", "there is no time zone %q; write it as Europe/Luxembourg", s.Zone)
		}
		p.zone = zone
	}
	if len(s.Empty) > 0 {
		p.empty = map[string]bool{}
		for _, e := range s.Empty {
			p.empty[fold(e)] = true
		}
	}
	c.itemsPath(s.Items)
	if s.unmapped() {
		return p, c.err()
	}
	class := schema.ClassNamed(s.Class)
	switch {
	case s.Class == "":
		c.fail("class", "missing: say what a row is, Event or Work for instance")
	case class == nil || class.Part:
		c.fail("class", "%q is none of the classes %s", s.Class, classNames())
	default:
		p.item = c.mapping(&s.Map, "map", class, 0)
		if n := plainNode(&s.When); n.Kind != 0 {
			p.when = c.source(n, "when")
		}
		p.item.typ = c.typ(&s.Type, "type", class)
	}
	if s.Key == "" {
		c.fail("key", "missing: say which column identifies a row; two together as {{title}}-{{date}}")
	} else if p.item != nil {
		p.item.key = c.template("key", s.Key)
	}
	return p, c.err()
}

func (c *compiler) delimiter(s string) {
	switch s {
	case "auto":
	case ",", ";", "|", "\t":
		c.plan.comma = s[0]
	case "tab", `\t`:
		c.plan.comma = '\t'
	default:
		c.fail("delimiter", "%q is none of , ; | tab auto", s)
	}
}

func (c *compiler) itemsPath(s string) {
	if s == "" {
		return
	}
	p, err := tree.ParsePath(s)
	names, ok := p.Names()
	if err != nil || !ok {
		c.fail("items", "%q is no way to a list; write it as events or data.items", s)
	}
	c.plan.items = names
}

func presetNames() string {
	var names []string
	for _, p := range presets() {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}

func classNames() string {
	var s string
	for i, c := range schema.Classes {
		if i > 0 {
			s += ", "
		}
		s += c.Name
	}
	return s
}
