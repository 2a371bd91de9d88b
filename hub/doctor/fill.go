package doctor

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/lang"
	"moselle/hub/doctor/sight"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/calendar/summary"
	"moselle/schema/quality"
)

// fail says that nothing could be read.
func (r *Report) fail(err error) {
	r.Outcome, r.Error = harvest.Failed, lang.In(r.Lang, err.Error())
}

// unset says that a kind cannot be read without settings.
func (r *Report) unset(err error) {
	r.fail(err)
	r.Error = r.words.T("settings.missing", "kind", r.Kind) + r.words.T("colon") + strings.ReplaceAll(r.Error, "\n", "; ")
}

// seen adds what a document looks like of which nothing is read, where that says
// more than its kind does.
func (r *Report) seen(s sight.Sight) {
	switch {
	case s.Form == sight.Table && len(s.Columns) == 1:
		r.Advice = []string{r.words.T("advice.column")}
	case s.Form == sight.Garbled:
		r.Advice = []string{r.words.T("advice.garbled")}
	case s.Form == sight.Page && s.Misnamed != "":
	case s.Form == sight.JSON && (s.Line > 0 || r.Sure < unsure):
	default:
		return
	}
	r.Document = &s
}

// as says as what kind a source is read, and how sure that is.
func (r *Report) as(k connectors.Kind, sure int, given *yaml.Node) {
	r.Kind, r.Reads, r.Sure, r.Settings = k.Name, r.words.kind(k), sure, settings(k, given)
}

// guessed says as what a source is read that the kinds were asked about.
func (r *Report) guessed(guesses []guess, given *yaml.Node) {
	r.as(guesses[0].kind, guesses[0].sure, given)
	for _, g := range guesses[1:] {
		r.Others = append(r.Others, Guess{Kind: g.kind.Name, Sure: g.sure})
	}
}

// settings returns those of a kind: its defaults, and what is given instead.
// Those that are likely keys are left out.
func settings(k connectors.Kind, given *yaml.Node) map[string]any {
	out := map[string]any{}
	for _, s := range k.Settings() {
		if s.Default != "" {
			out[s.Key] = s.Default
		}
	}
	if given != nil {
		own := map[string]any{}
		if err := given.Decode(&own); err == nil { // the kind refuses what it cannot read
			maps.Copy(out, own)
		}
	}
	maps.DeleteFunc(out, func(key string, _ any) bool { return connectors.Secret(key) })
	return out
}

// fill puts what a dry run found into the report.
func (r *Report) fill(t harvest.Trial, d *Doctor) {
	run := t.Run
	r.Outcome, r.Error = run.Outcome, lang.In(r.Lang, run.Error)
	r.Counts = Counts{Read: run.Read, Kept: run.Read - run.Refused - t.Withdrawn, Refused: run.Refused, Warned: run.Warned, Withdrawn: t.Withdrawn,
		Records: run.Created, Classes: t.Classes}
	r.Good = run.Refused == 0 && run.Error == "" && run.Read > 0
	for _, s := range t.Shown {
		r.First = append(r.First, r.item(s, d))
	}
	for _, f := range run.Faults {
		r.Faults = append(r.Faults, r.fault(f))
	}
	slices.SortStableFunc(r.Faults, func(a, b Fault) int { return cmp.Compare(b.weight(), a.weight()) })
	for _, u := range run.Unmapped {
		r.Unmapped = append(r.Unmapped, Term(u))
	}
	r.Quality = r.grades(t.Grades)
	r.Duplicates.Count = t.Doubles
	for _, w := range t.Twins {
		r.Duplicates.Pairs = append(r.Duplicates.Pairs, []string{r.place(w.First), r.place(w.Second)})
	}
}

// place says a place in the source in the report's language.
func (r *Report) place(where string) string { return lang.Place(r.Lang, where) }

// item says how an item would appear.
func (r *Report) item(s harvest.Shown, d *Doctor) Item {
	chain := schema.DefaultFallback().Chain(r.Lang)
	out := Item{Class: s.Node.Class.Name, Key: s.Key, Where: r.place(s.Where)}
	out.Title, _ = s.Node.Title(chain...)
	if summary.For(s.Node.Class) {
		out.When, _ = summary.Of(s.Node, summary.Options{Langs: chain, Size: summary.MD, Zone: d.Zone})
	}
	for _, e := range s.With {
		name, _ := e.Title(chain...)
		switch e.Class.Name {
		case "Place":
			out.Place = cmp.Or(out.Place, name)
		case "Person", "Organization":
			out.By = cmp.Or(out.By, name)
		}
	}
	return out
}

// fault says a group of faults in the report's language.
func (r *Report) fault(f store.Fault) Fault {
	out := Fault{Severity: f.Severity, Path: f.Path, Count: f.Count, Message: lang.In(r.Lang, f.In(r.Lang))}
	out.Why, out.Mend = r.why(f)
	for _, s := range f.Samples {
		next := Sample{Where: r.place(s.Where), Key: s.Key, Value: s.Value}
		if strings.Contains(s.Where, s.Key) || s.Value != "" && strings.HasSuffix(s.Key, s.Value) {
			next.Key = ""
		}
		if !slices.Contains(out.Samples, next) {
			out.Samples = append(out.Samples, next)
		}
	}
	return out
}

// grades says how good the records are, and what to mend first.
func (r *Report) grades(c quality.Counts) Quality {
	var q Quality
	for _, g := range slices.SortedFunc(maps.Keys(c.Grades), quality.CompareGrades) {
		q.Grades = append(q.Grades, Grade{Grade: g, Text: r.words.portal["grade."+g], Count: c.Grades[g]})
	}
	for _, f := range slices.Sorted(maps.Keys(c.Flags)) {
		t := quality.TextOf(f, r.Lang)
		q.Doubts = append(q.Doubts, Doubt{Code: f, What: t.What, How: t.How, Count: c.Flags[f]})
	}
	for _, g := range c.Gains() {
		t := quality.TextOf(g.Code, r.Lang)
		q.Fixes = append(q.Fixes, Fix{Code: g.Code, What: t.What, Why: t.Why, How: t.How, Records: g.Records, Lifts: g.Lifts, Example: r.place(g.Example)})
	}
	return q
}
