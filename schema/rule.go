package schema

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// The rules that a record can break, as the texts of lang/faults.*.json name
// them. A Fault keeps its rule with the row that it is about, "missing
// Event.startDate", so that it can be told in any language.
const (
	ruleMissing   = "missing"   // fewer values than needed
	ruleRepeated  = "repeated"  // more values than one
	ruleLanguages = "languages" // more texts in a language than one
	ruleKind      = "kind"      // a value of another kind
	ruleValues    = "values"    // none of the values there are
	ruleRange     = "range"     // outside the limits
	ruleForm      = "form"      // not as the pattern wants it
	ruleBefore    = "before"    // an end before its start
	ruleAnyOf     = "anyOf"     // none of several, of which one is needed
)

// phrases are the texts of faults by language and key. They are read once.
var phrases = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, lang := range Languages {
		data, err := langFiles.ReadFile("lang/faults." + lang + ".json")
		words := map[string]string{}
		if err == nil {
			err = json.Unmarshal(data, &words)
		}
		if err != nil {
			panic(fmt.Sprintf("texts of faults in %s: %v", lang, err)) // a file of the program itself
		}
		out[lang] = words
	}
	return out
})

// In returns the fault's message in a language of the interface; as it stands
// when the fault is not one of those that the class tables find, or the language
// is none of the interface.
func (f Fault) In(lang string) string {
	rule, at, _ := strings.Cut(f.Rule, " ")
	class, prop, _ := strings.Cut(at, ".")
	if phrases()[lang][rule] == "" {
		return f.Message
	}
	c, p := rowNamed(class, prop)
	if c == nil || p == nil && rule != ruleAnyOf {
		return f.Message
	}
	return phrase(lang, rule, c, p)
}

// Missing reports whether the fault is that something is not there.
func (f Fault) Missing() bool {
	return strings.HasPrefix(f.Rule, ruleMissing+" ") || strings.HasPrefix(f.Rule, ruleAnyOf+" ")
}

// rowNamed finds a class and, where it has one of that name, a property.
func rowNamed(class, prop string) (*Class, *Property) {
	c := ClassNamed(class)
	if class == everyRecord.Name {
		c = everyRecord
	}
	if c == nil {
		return nil, nil
	}
	return c, c.Property(prop)
}

// phrase puts a row into the text with that key; p is nil for what is about a
// class as a whole.
func phrase(lang, key string, c *Class, p *Property) string {
	words := phrases()[lang]
	if p == nil {
		var all []string
		for _, name := range c.AnyOf {
			all = append(all, Label(name, lang))
		}
		return strings.ReplaceAll(words[key], "{properties}", strings.Join(all, " / "))
	}
	pairs := []string{
		"{property}", Label(p.Name, lang), "{other}", Label(p.NotBefore, lang), "{what}", what(words, p),
		"{need}", words[[]string{May: "need.may", Could: "need.could", Should: "need.should", Must: "need.must"}[p.Need]],
		"{count}", words[count(p)],
	}
	if p.Limits != nil {
		pairs = append(pairs, "{min}", plainNumber(p.Limits.Min), "{max}", plainNumber(p.Limits.Max))
	}
	return strings.NewReplacer(pairs...).Replace(words[key])
}

// what says in words what a property's values are.
func what(words map[string]string, p *Property) string {
	switch {
	case p.Pattern != "":
		return words["form."+p.Name]
	case len(p.Values) > 0:
		return strings.ReplaceAll(words["what.code"], "{values}", strings.Join(p.Values, ", "))
	}
	text := words[[]string{Text: "what.text", String: "what.string", URL: "what.url", Code: "what.oneCode", Date: "what.date",
		Year: "what.year", Decimal: "what.decimal", Integer: "what.integer", Boolean: "what.boolean", Duration: "what.duration",
		Link: "what.link", Part: "what.part"}[p.Range]]
	if p.Limits != nil {
		return strings.NewReplacer("{what}", text, "{min}", plainNumber(p.Limits.Min), "{max}", plainNumber(p.Limits.Max)).Replace(words["limits"])
	}
	return text
}

func count(p *Property) string {
	switch {
	case p.Many:
		return "count.many"
	case p.Range == Text:
		return "count.language"
	}
	return "count.one"
}

func plainNumber(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
