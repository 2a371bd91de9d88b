package table

import (
	"bytes"
	"embed"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
)

// Preset is a mapping that comes with the connector, for an export whose shape
// is known or, with words, for whatever names its columns in the usual ones. It
// is a file in presets/: the settings, and above them the columns by which a
// document is recognised.
type Preset struct {
	Name     string   // of the file
	Doc      string   // which export it is for: the comment that the file begins with
	Columns  []string // a document has them all; of those between | one, and none that follows a ! unless one of those behind it
	Words    []Field  // what stands for columns in the mapping; nil when it names them
	keyless  string   // what identifies a row when no column does
	settings Settings
}

// presetFiles are the presets' texts. Who changes one raises the version of the
// kind: sources that use it are then read anew.
//
//go:embed presets/*.yaml
var presetFiles embed.FS

// Presets returns those there are, by name. They are the caller's to read, not
// to change.
func Presets() []Preset { return presets() }

var presets = sync.OnceValue(func() []Preset {
	names, err := presetFiles.ReadDir("presets")
	if err != nil {
		panic(err) // files of the program itself, here and below
	}
	var out []Preset
	for _, n := range names {
		text, err := presetFiles.ReadFile("presets/" + n.Name())
		if err != nil {
			panic(err)
		}
		p, err := newPreset(strings.TrimSuffix(n.Name(), ".yaml"), text)
		if err != nil {
			panic(err)
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Preset) int { return strings.Compare(a.Name, b.Name) })
	return out
})

func newPreset(name string, text []byte) (Preset, error) {
	var file struct {
		Columns  []string  `yaml:"columns"`
		Words    yaml.Node `yaml:"words"`
		Keyless  string    `yaml:"keyless"`
		Settings `yaml:",inline"`
	}
	dec := yaml.NewDecoder(bytes.NewReader(text))
	dec.KnownFields(true)
	if err := dec.Decode(&file); err != nil {
		return Preset{}, fmt.Errorf("preset %s: %w", name, err)
	}
	var doc []string
	for line := range strings.Lines(string(text)) {
		comment, ok := strings.CutPrefix(line, "#")
		if !ok {
			break
		}
		doc = append(doc, strings.TrimSpace(comment))
	}
	return Preset{name, strings.Join(doc, " "), file.Columns, fields(&file.Words), file.Keyless, file.Settings}, nil
}

// presetNamed returns the preset of that name.
func presetNamed(name string) (Preset, bool) {
	all := presets()
	i := slices.IndexFunc(all, func(p Preset) bool { return p.Name == name })
	if i < 0 {
		return Preset{}, false
	}
	return all[i], true
}

// names returns every column and path that the preset's mapping names.
func (p Preset) names() []string {
	s := p.settings
	s.Preset, s.Format, s.Delimiter, s.Encoding = "auto", "auto", "auto", "auto"
	alone, err := newPlan(s, connectors.Env{Zone: time.UTC}, nil)
	if err != nil {
		return nil
	}
	names := make([]string, len(alone.paths))
	for i, path := range alone.paths {
		names[i] = path.name
	}
	return names
}

// under returns the preset's settings with those given beside it in their place;
// a map's properties one by one.
func (p Preset) under(given Settings) Settings {
	s := p.settings
	to, from := reflect.ValueOf(&s).Elem(), reflect.ValueOf(given)
	for i := range from.NumField() {
		if v := from.Field(i); !v.IsZero() && v.Interface() != "auto" || to.Field(i).IsZero() {
			to.Field(i).Set(v)
		}
	}
	s.Preset = p.Name
	s.Map = mergedMap(p.settings.Map, given.Map)
	return s
}

// mergedMap puts the properties of one mapping over those of another. One that
// is given as null is taken out.
func mergedMap(base, over yaml.Node) yaml.Node {
	if base.Kind != yaml.MappingNode || over.Kind != yaml.MappingNode {
		if over.Kind != 0 {
			return over
		}
		return base
	}
	out := base
	out.Content = slices.Clone(base.Content)
	for i := 0; i+1 < len(over.Content); i += 2 {
		name, value := over.Content[i], over.Content[i+1]
		at := 0
		for at < len(out.Content) && out.Content[at].Value != name.Value {
			at += 2
		}
		switch {
		case value.Tag == "!!null" && at < len(out.Content):
			out.Content = slices.Delete(out.Content, at, at+2)
		case at < len(out.Content):
			out.Content[at+1] = value
		default:
			out.Content = append(out.Content, name, value)
		}
	}
	return out
}

// unmapped reports whether settings leave it to the presets what a row means.
func (s Settings) unmapped() bool {
	return s.Preset == "auto" && s.Class == "" && s.Key == "" && s.Map.IsZero() && s.Type.IsZero()
}
