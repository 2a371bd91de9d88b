package doctor

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"moselle/connectors/lang"
	"moselle/hub/store"
)

// WriteRun writes the report of a harvest for people, in a language of
// schema.Languages, with times in a zone and in lines as those of
// Report.WriteText. An empty line ends it.
func WriteRun(out io.Writer, run store.Run, in string, zone *time.Location) error {
	r := Report{Lang: in, words: wordsIn(in)}
	for _, f := range run.Faults {
		r.Faults = append(r.Faults, r.fault(f))
	}
	slices.SortStableFunc(r.Faults, func(a, b Fault) int { return cmp.Compare(b.weight(), a.weight()) })
	for _, u := range run.Unmapped {
		r.Unmapped = append(r.Unmapped, Term(u))
	}
	p := &printer{words: r.words}
	p.line(0, p.T("run", "source", string(run.Source), "outcome", p.T("outcome."+run.Outcome), "took", run.Ended.Sub(run.Started).Round(time.Millisecond).String()))
	if run.Error != "" {
		p.line(2, lang.In(in, run.Error))
	}
	if !run.Again.IsZero() {
		p.line(2, p.T("run.again", "when", run.Again.In(zone).Format(time.DateTime+" MST")))
	}
	if run.Read > 0 {
		p.line(2, p.became(run))
		p.line(2, p.changes(run))
	}
	if run.Requests > 0 {
		p.line(2, p.list(count{"run.requests", run.Requests}, count{"run.kilobytes", int((run.Bytes + 999) / 1000)}))
	}
	p.missing(run)
	p.faults(r)
	p.terms(r)
	p.b.WriteByte('\n')
	_, err := io.WriteString(out, p.b.String())
	return err
}

// became says what became of the items that were read.
func (w words) became(run store.Run) string {
	return w.list(count{"run.read", run.Read}, count{"run.same", run.Unchanged}, count{"count.refused", run.Refused}, count{"count.warned", run.Warned})
}

// changes says what has changed.
func (w words) changes(run store.Run) string {
	changes := w.list(count{"run.new", run.Created}, count{"run.changed", run.Updated}, count{"run.deleted", run.Deleted})
	return w.T("run.records", "changes", cmp.Or(changes, w.T("run.none")))
}

// WriteHistory writes a line or two for each of the last reports of a source, the
// newest first.
func WriteHistory(out io.Writer, source string, runs []store.Run, in string, zone *time.Location) error {
	p := &printer{words: wordsIn(in)}
	if len(runs) == 0 {
		p.line(0, p.T("run.never", "source", source))
	} else {
		p.line(0, p.T("run.history", "source", source, "n", len(runs)))
	}
	for _, run := range runs {
		text := run.Started.In(zone).Format("2006-01-02 15:04 MST") + " · " + p.T("outcome."+run.Outcome)
		if run.Read > 0 {
			text += " · " + p.became(run) + " · " + p.changes(run)
		}
		p.line(2, text)
		if run.Error != "" {
			p.line(6, lang.In(in, run.Error))
		}
	}
	p.b.WriteByte('\n')
	_, err := io.WriteString(out, p.b.String())
	return err
}

// shownMissing is how many of the items are listed that wait for confirmation.
const shownMissing = 30

// missing lists what waits for confirmation to go, and says how it goes.
func (p *printer) missing(run store.Run) {
	if len(run.Missing) == 0 {
		return
	}
	p.title("run.missing")
	for _, m := range run.Missing[:min(shownMissing, len(run.Missing))] {
		if m.Name == "" {
			p.line(2, m.Key)
		} else {
			p.line(2, fmt.Sprintf("%s (%s)", m.Name, m.Key))
		}
	}
	if len(run.Missing) > shownMissing {
		p.line(2, "…")
	}
	p.title("run.confirm", "source", string(run.Source))
}

// Progress says in a line how far a harvest is.
func Progress(run store.Run, perSecond int, in string) string {
	w := wordsIn(in)
	return w.list(count{"run.read", run.Read}, count{"run.new", run.Created}, count{"run.changed", run.Updated}, count{"count.refused", run.Refused},
		count{"run.speed", perSecond})
}

// count is how many there are of something, by the key of what is said of it.
type count struct {
	key string
	n   int
}

// list says what there is, and nothing of what there is none of.
func (w words) list(counts ...count) string {
	var out []string
	for _, c := range counts {
		if c.n > 0 {
			out = append(out, w.T(c.key, "n", c.n))
		}
	}
	return strings.Join(out, ", ")
}
