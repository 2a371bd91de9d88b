package derive

import (
	"fmt"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/calendar/summary"
)

// SDL returns the GraphQL types of the class tables: an object for each class
// and part, a union for each property that leads to several classes, and an
// enum for each list of values. Text properties take a language and have two
// twins: "<name>Lang", the language given, and "<name>Texts", with every
// language. The types Text, Record, Date, Language, Licence, Quality, CalendarSize
// and TextFormat are the caller's to define.
func SDL() string {
	var b strings.Builder
	unions := map[string][]string{}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		writeType(&b, c, unions)
	}
	names := make([]string, 0, len(unions))
	for name := range unions {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, "union %s = %s\n\n", name, strings.Join(unions[name], " | "))
	}
	for _, e := range enums() {
		fmt.Fprintf(&b, "%q\nenum %s {\n", "What "+e.iri+" may be here.", e.name)
		for _, v := range e.values {
			fmt.Fprintf(&b, "  %q\n  %s\n", schema.Label(v, "en"), v)
		}
		b.WriteString("}\n\n")
	}
	return b.String()
}

func writeType(b *strings.Builder, c *schema.Class, unions map[string][]string) {
	fmt.Fprintf(b, "%q\ntype %s", c.Doc, c.Name)
	if !c.Part {
		b.WriteString(" implements Node & Record")
	}
	b.WriteString(" {\n  \"Its address.\"\n  id: ID!\n  \"Its types, the most specific first.\"\n  type: [String!]!\n")
	if !c.Part {
		b.WriteString(recordFields)
	}
	switch c.Name {
	case "Event":
		b.WriteString(eventFields)
	case "Media":
		b.WriteString(mediaFields)
	}
	if summary.For(c) {
		b.WriteString(calendarFields)
	}
	for i := range c.Properties {
		p := &c.Properties[i]
		if c.Name == "Event" && p.Name == "occurrence" {
			continue // occurrences takes its place, for events of one date too
		}
		fmt.Fprintf(b, "  %q\n  %s\n", p.Doc, field(p, unions))
		if p.Range == schema.Text {
			fmt.Fprintf(b, "  %q\n  %sLang(lang: Language): String\n", "The language that it is given in.", p.Name)
			fmt.Fprintf(b, "  %q\n  %sTexts: [Text!]!\n", "The same in every language.", p.Name)
		}
	}
	b.WriteString("}\n\n")
}

const recordFields = `  "What it is called, in the asked language."
  title(lang: Language): String
  "The language that title is given in."
  titleLang(lang: Language): String
  "Its page in the asked language."
  page(lang: Language): String!
  "The source that says so."
  source: String!
  "Its grades, and what would lift them, in the asked language; null for classes without grades."
  quality(lang: Language): Quality
  "Events, works and others that link to it."
  linkedFrom(first: Int = 20, after: String, class: [String!]): RecordConnection!
`

const eventFields = `  "Its dates, in order; those that end after from and start before to."
  occurrences(from: String, to: String, first: Int = 100): [Occurrence!]!
`

const calendarFields = `  "Its dates or hours in words."
  calendarSummary(lang: Language, size: CalendarSize = md, format: TextFormat = text): String
`

const mediaFields = `  "What may be done with it."
  reuse: Licence!
  "What people call its licence."
  licenseName(lang: Language): String
  "The line to print beside it: title, author, source and licence, or what its source asks for."
  attribution(lang: Language, format: TextFormat = text): String!
  "The language that attribution is given in."
  attributionLang(lang: Language): String!
`

func field(p *schema.Property, unions map[string][]string) string {
	t := "String"
	args := ""
	switch p.Range {
	case schema.Text:
		args = "(lang: Language)"
	case schema.Code:
		t = enumName(p.Enum)
	case schema.Date, schema.Year:
		t = "Date"
	case schema.Decimal:
		t = "Float"
	case schema.Integer:
		t = "Int"
	case schema.Boolean:
		t = "Boolean"
	case schema.Link, schema.Part:
		t = p.Of[0]
		if len(p.Of) > 1 {
			of := slices.Sorted(slices.Values(p.Of))
			t = strings.Join(of, "Or")
			unions[t] = of
		}
	}
	if p.Many {
		t = "[" + t + "!]!"
	}
	return p.Name + args + ": " + t
}
