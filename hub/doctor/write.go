package doctor

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/schema"
)

// Bounds of what is printed; --json has all of it.
const (
	width       = 92 // of a line, in characters
	shownFaults = 30
	shownPlaces = 3
	shownTerms  = 10
	shownFixes  = 5
)

// WriteText writes the report for people, in lines of at most 92 characters but
// for addresses and words that are longer.
func (r Report) WriteText(out io.Writer) error {
	p := &printer{words: r.words}
	p.head(r)
	p.items(r)
	p.faults(r)
	p.terms(r)
	p.quality(r)
	p.feeds(r)
	p.unknown(r)
	p.kinds(r)
	_, err := io.WriteString(out, p.b.String())
	return err
}

// printer gathers the lines of a report.
type printer struct {
	words
	b strings.Builder
}

// line writes a text behind an indent, broken at blanks.
func (p *printer) line(indent int, text string) {
	pad := strings.Repeat(" ", indent)
	col := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) { // not at no-break spaces
		n := utf8.RuneCountInString(word)
		switch {
		case col == 0:
			p.b.WriteString(pad)
			col = indent
		case col+1+n > width:
			p.b.WriteString("\n" + pad + "  ")
			col = indent + 2
		default:
			p.b.WriteByte(' ')
			col++
		}
		p.b.WriteString(word)
		col += n
	}
	p.b.WriteByte('\n')
}

// title begins a part of the report.
func (p *printer) title(key string, pairs ...any) {
	p.b.WriteByte('\n')
	p.line(0, p.T(key, pairs...))
}

// head says what was read and how much came of it.
func (p *printer) head(r Report) {
	p.line(0, r.Location)
	if r.Kind != "" {
		sure := "sure.guess"
		switch {
		case r.Sure >= 80:
			sure = "sure.certain"
		case r.Sure >= 50:
			sure = "sure.likely"
		}
		p.line(2, p.T("read.as", "kind", r.Kind, "reads", r.Reads, "sure", p.T(sure)))
	}
	if len(r.Others) > 0 {
		var names []string
		for _, o := range r.Others {
			names = append(names, o.Kind)
		}
		p.line(2, p.T("read.others", "kinds", strings.Join(names, ", ")))
	}
	if r.Error != "" {
		p.b.WriteByte('\n')
		p.line(2, r.Error)
		if r.Outcome == harvest.Partial && len(r.Files) == 0 {
			p.line(2, p.T("partial"))
		}
	}
	if r.Document != nil && r.Outcome != unknown {
		p.line(2, p.saw(*r.Document))
	}
	if len(r.Files) > 0 {
		p.files(r)
	}
	if r.Counts.Read == 0 || r.nothing() {
		return
	}
	p.b.WriteByte('\n')
	counts := []string{p.T("count.read", "n", r.Counts.Read), p.T("count.kept", "n", r.Counts.Kept)}
	for _, c := range []struct {
		key string
		n   int
	}{{"count.refused", r.Counts.Refused}, {"count.warned", r.Counts.Warned}, {"count.withdrawn", r.Counts.Withdrawn}} {
		if c.n > 0 {
			counts = append(counts, p.T(c.key, "n", c.n))
		}
	}
	p.line(2, strings.Join(counts, ", "))
	var classes []string
	most := func(a, b string) int {
		return cmp.Or(cmp.Compare(r.Counts.Classes[b], r.Counts.Classes[a]), cmp.Compare(a, b))
	}
	for _, name := range slices.SortedFunc(maps.Keys(r.Counts.Classes), most) {
		classes = append(classes, fmt.Sprintf("%s %d", schema.Label(name, r.Lang), r.Counts.Classes[name]))
	}
	if len(classes) > 0 {
		p.line(2, p.T("count.records", "n", r.Counts.Records, "classes", strings.Join(classes, ", ")))
	}
	if r.Duplicates.Count > 0 {
		p.line(2, p.T("twins", "n", r.Duplicates.Count))
		for _, pair := range r.Duplicates.Pairs {
			p.line(4, strings.Join(pair, " = "))
		}
	}
}

// nothing reports whether the document as a whole is told why nothing of it
// would be read, and no item of it.
func (r Report) nothing() bool {
	return len(r.Files) == 0 && r.Counts.Read == 1 && r.Counts.Refused == 1 && len(r.Faults) == 1 && r.Faults[0].Path == ""
}

// files lists what became of the files of a folder.
func (p *printer) files(r Report) {
	p.title("files")
	for _, f := range r.Files {
		text := f.Name
		if f.Kind != "" {
			text += " · " + f.Kind + " · " + p.T("count.kept", "n", f.Kept)
		}
		if f.Refused > 0 {
			text += ", " + p.T("count.refused", "n", f.Refused)
		}
		p.line(2, text)
		if f.Error != "" {
			p.line(4, f.Error)
		}
	}
}

// items shows the first as they would appear.
func (p *printer) items(r Report) {
	if len(r.First) == 0 {
		return
	}
	p.title("first")
	for i, it := range r.First {
		p.line(2, fmt.Sprintf("%d. %s", i+1, schema.Label(it.Class, r.Lang)+p.T("colon")+it.Title))
		var more []string
		for _, s := range []string{it.When, it.Place, it.By} {
			if s != "" {
				more = append(more, s)
			}
		}
		if len(more) > 0 {
			p.line(5, strings.Join(more, " · "))
		}
		p.line(5, it.Where)
	}
	if more := r.Counts.Kept - len(r.First); more > 0 {
		p.line(2, p.T("first.more", "n", more))
	}
}

// faults tells what is wrong, the weightiest first.
func (p *printer) faults(r Report) {
	switch {
	case len(r.Faults) == 0:
		return
	case r.nothing():
		p.title("nothing")
		p.line(2, r.Faults[0].Message)
		if s := r.Faults[0].Samples; len(s) > 0 && s[0].Where != connectors.Name(r.Location) {
			p.line(6, sample(s[0]))
		}
		return
	}
	p.title("faults")
	for _, f := range r.Faults[:min(len(r.Faults), shownFaults)] {
		key := "fault." + f.Severity.String()
		head := p.T(key, "n", f.Count)
		if name := p.path(f.Path, r.Lang); name != "" {
			head += " · " + name
		}
		p.line(2, head)
		p.line(4, f.Message)
		if f.Why != "" {
			p.line(4, p.T("why", "text", f.Why))
		}
		if f.Mend != "" {
			p.line(4, p.T("mend", "text", f.Mend))
		}
		for _, s := range f.Samples[:min(len(f.Samples), shownPlaces)] {
			p.line(6, sample(s))
		}
		if more := f.Count - shownPlaces; more > 0 {
			p.line(6, p.T("more", "n", more))
		}
	}
	if more := len(r.Faults) - shownFaults; more > 0 {
		p.line(2, p.T("faults.more", "n", more))
	}
}

// path names the properties as the pages do, with the path itself behind: it is
// what technicians look for.
func (p *printer) path(path, lang string) string {
	if strings.Contains(path, "|") {
		return "" // one of several is missing, and the message names them
	}
	for _, name := range innermost(path) {
		if property(name) {
			return fmt.Sprintf("%s (%s)", schema.Label(name, lang), path)
		}
	}
	return path
}

// property reports whether a class has a property of that name.
func property(name string) bool {
	return slices.ContainsFunc(schema.Classes, func(c *schema.Class) bool { return c.Property(name) != nil })
}

func sample(s Sample) string {
	text := s.Where
	if s.Key != "" {
		text += " (" + s.Key + ")"
	}
	if s.Value != "" {
		text += " → " + s.Value
	}
	return text
}

// terms lists the words of the source that mean no concept.
func (p *printer) terms(r Report) {
	if len(r.Unmapped) == 0 {
		return
	}
	p.title("terms")
	for _, t := range r.Unmapped[:min(len(r.Unmapped), shownTerms)] {
		p.line(2, fmt.Sprintf("%d × %s (%s)", t.Count, t.Term, t.Scheme))
	}
	if more := len(r.Unmapped) - shownTerms; more > 0 {
		p.line(2, p.T("more", "n", more))
	}
}

// quality says how good the records are and what to mend first.
func (p *printer) quality(r Report) {
	q := r.Quality
	if len(q.Grades) > 0 {
		p.title("grades")
		for _, g := range q.Grades {
			p.line(2, fmt.Sprintf("%6d × %s (%s)", g.Count, g.Text, g.Grade))
		}
	}
	if len(q.Doubts) > 0 {
		p.title("doubts")
		for _, d := range q.Doubts {
			p.line(2, fmt.Sprintf("%d × %s %s", d.Count, d.What, d.How))
		}
	}
	if len(q.Fixes) == 0 {
		return
	}
	p.title("fixes")
	for i, f := range q.Fixes[:min(len(q.Fixes), shownFixes)] {
		p.line(2, fmt.Sprintf("%d. %s %s", i+1, f.What, f.Why))
		p.line(5, f.How)
		text := p.T("fix.records", "n", f.Records)
		if f.Lifts > 0 {
			text += ", " + p.T("fix.lifts", "n", f.Lifts)
		}
		p.line(5, text+", "+p.T("fix.example", "where", f.Example))
	}
}

// feeds lists what a page leads to, and which to take.
func (p *printer) feeds(r Report) {
	if r.Title != "" {
		p.title("page", "title", r.Title)
	}
	if len(r.Feeds) == 0 {
		if r.Title != "" {
			p.line(2, p.T("feeds.none"))
		}
		return
	}
	p.title("feeds")
	best := Feed{}
	for _, f := range r.Feeds {
		p.line(2, f.Address)
		switch {
		case f.Kind != "" && f.Kept > 0:
			key := "feed.kept"
			if f.More {
				key = "feed.more"
			}
			p.line(4, p.T(key, "kind", f.Kind, "n", f.Kept))
			if f.Kept > best.Kept {
				best = f
			}
		case f.Error != "":
			p.line(4, f.Error)
		case f.Tried:
			p.line(4, p.T("feed.empty", "kind", f.Kind))
		default:
			p.line(4, p.T("feed.untried"))
		}
	}
	if best.Kept > 0 {
		p.line(2, p.T("feeds.next", "address", best.Address))
	}
}
