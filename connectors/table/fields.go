package table

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"gopkg.in/yaml.v3"

	"moselle/schema"
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

// heading makes the names of columns comparable with words: without case,
// accents and signs, and with blanks between words that are written as one:
// "Event_Title*", "eventTitle" and "Event title" are the same.
func heading(name string) string {
	if len(name) > maxHeading {
		return ""
	}
	var b strings.Builder
	lower := false
	for _, r := range name {
		if lower && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		lower = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return schema.NameKey(b.String())
}

// The bounds of what is compared with words: columns, and the length of a name.
const (
	maxColumns = 500
	maxHeading = 100
)

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
	if p.keyless != "" && repeated(s.under(found["$id"])) {
		delete(found, "$id")
	}
	return found
}

var (
	aside  = regexp.MustCompile(`\s*[(\[].*?[)\]]\s*`)
	nameOf = regexp.MustCompile(`^(nom|name|titre|titel) (?:du|de la|de l|des|der|of the|of) \S+$`)
	whose  = regexp.MustCompile(`^(?:event|object|objekt|objet|item|artwork|work|werk|museum|musee|place|site|veranstaltung|dublin core|dcterms|dc|schema) (.+)$`)
)

// otherwise returns what may be meant by a name: what stands in brackets is
// left out ("Code postal (siège)"), and so is whose it is ("Objekt: Titel").
func otherwise(name string) []string {
	h := heading(aside.ReplaceAllString(name[:min(len(name), maxHeading)], " "))
	out := []string{h}
	for _, form := range []*regexp.Regexp{nameOf, whose} {
		if m := form.FindStringSubmatch(h); m != nil {
			out = append(out, m[1])
		}
	}
	return out
}

// dates reports whether the field holds days rather than times of the day, which
// many head with the same words.
func (f Field) dates() bool { return f.Name == "$start" || f.Name == "$end" }

// clocks reports whether a column holds times of the day.
func (c column) clocks() bool {
	if len(c.values) == 0 {
		return false
	}
	from, _ := clocks(c.values[0])
	_, _, _, err := parseClock(from)
	return err == nil && len(from) <= len("19:30:00")
}

// item reports whether a document of several lists is one thing rather than an
// answer with things in it: it has a title or a number of its own.
func (s shape) item() bool {
	for _, p := range presets() {
		for n, f := range p.Words {
			if s.object && (n == 0 || f.Name == "$id") && slices.ContainsFunc(s.columns, func(c column) bool { return !c.listed && slices.Contains(f.Words, solid(c.heads[0])) }) {
				return true
			}
		}
	}
	return false
}

// solid leaves the blanks out: to a table "start date" is as good as "startdate".
func solid(s string) string { return strings.ReplaceAll(s, " ", "") }

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

// repeated reports whether a value comes twice.
func repeated(values []string) bool {
	seen := map[string]bool{}
	for _, v := range values {
		if seen[v] {
			return true
		}
		seen[v] = true
	}
	return false
}

// onlyYears is a date without a day, and any other number.
var onlyYears = regexp.MustCompile(`^\D*\d{1,4}(?:\D+\d{1,4})?\D*$`)

// dated reports whether what is found as an event's start are days: years alone
// and other numbers make no agenda.
func (p Preset) dated(s shape, found map[string]string) bool {
	if p.settings.Class != "Event" {
		return true
	}
	ls := layouts(append(s.american(found), p.settings.Layout...))
	values, days, years := s.under(found["$start"]), 0, 0
	r := run{plan: &plan{zone: time.UTC}}
	for _, v := range values {
		if _, _, err := r.day(ls, v, false); err == nil {
			days++
		} else if _, _, ok := r.period(ls, v); ok {
			days++
		} else if _, ok := r.days(ls, v); ok {
			days++
		} else if onlyYears.MatchString(v) {
			years++
		}
	}
	return days > years || len(values) == 0
}

// under returns the first values of a column.
func (s shape) under(name string) []string {
	for _, c := range s.columns {
		if c.name == name {
			return c.values
		}
	}
	return nil
}

// american returns the layouts of dates that begin with the month, when that of
// an event shows that they do.
func (s shape) american(found map[string]string) []string {
	for _, v := range s.under(found["$start"]) {
		month, rest, _ := strings.Cut(v, "/")
		day, _, slash := strings.Cut(rest, "/")
		m, err := strconv.Atoi(month)
		d, err2 := strconv.Atoi(day)
		if slash && err == nil && err2 == nil && m <= 12 && d > 12 && d <= 31 {
			return []string{"mm/dd/yyyy", "mm/dd/yyyy hh:mm", "mm/dd/yyyy hh:mm:ss", "mm/dd/yy"}
		}
	}
	return nil
}

// notices tell how a table is read that nobody has said it of.
func (g guess) notices() []schema.Fault {
	var read, left []string
	columns := map[string]bool{}
	for _, f := range g.Words {
		for name, column := range g.found {
			if name == f.Name || strings.HasPrefix(name, f.Name+"@") {
				read = append(read, column+" = "+strings.TrimPrefix(name, "$"))
				columns[column] = true
			}
		}
	}
	slices.Sort(read)
	for _, c := range g.at.columns {
		if strings.TrimSpace(c.name) != "" && !columns[c.name] {
			left = append(left, c.name)
		}
	}
	out := []schema.Fault{{Path: "preset", Value: g.Name, Severity: schema.Info,
		Message: "no mapping is given; the names of the columns tell what they hold: " + some(read) + "; see that it is right, else say class, key and map in the settings"}}
	if len(left) > 0 {
		out = append(out, schema.Fault{Path: "map", Severity: schema.Info,
			Message: "nothing is made of the columns " + some(left) + "; say under map in the settings what they hold"})
	}
	return out
}

// some joins names, the first of very many.
func some(names []string) string { return strings.Join(names[:min(len(names), 60)], ", ") }

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
