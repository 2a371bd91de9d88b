package app

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"moselle/hub/config"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

// RunHarvest reads the named sources now, or all for none, one after the other,
// and writes what came of it to w. It reports whether every run was complete or
// unchanged. When ctx ends, the run under way does, and no further one begins.
func (a *App) RunHarvest(ctx context.Context, names []string, confirm bool, w io.Writer) (bool, error) {
	chosen, err := a.choose(names)
	if err != nil {
		return false, err
	}
	good := true
	for _, s := range chosen {
		o := harvest.Options{Confirm: confirm}
		line := newProgress(w, string(s.ID))
		o.Progress = line.show
		run, err := a.Harvest.Run(ctx, s, o)
		line.end()
		if err != nil {
			return false, err
		}
		WriteRun(w, run)
		good = good && (run.Outcome == harvest.Complete || run.Outcome == harvest.Unchanged)
		if ctx.Err() != nil {
			return false, nil
		}
	}
	return good, nil
}

func (a *App) choose(names []string) ([]harvest.Source, error) {
	if len(names) == 0 {
		return slices.DeleteFunc(slices.Clone(a.Sources), isSent), nil
	}
	var out []harvest.Source
	for _, name := range names {
		i := slices.IndexFunc(a.Sources, func(s harvest.Source) bool { return string(s.ID) == name })
		if i < 0 {
			return nil, fmt.Errorf("no source is declared as %q", name)
		}
		if isSent(a.Sources[i]) {
			return nil, fmt.Errorf("source %s: its institution sends the records (kind push); there is nothing to read", name)
		}
		out = append(out, a.Sources[i])
	}
	return out, nil
}

// isSent reports whether a source is sent and not read.
func isSent(s harvest.Source) bool { return s.Kind.Name == config.Push }

// WriteRun writes a report for people.
func WriteRun(w io.Writer, r store.Run) {
	took := r.Ended.Sub(r.Started)
	fmt.Fprintf(w, "%s: %s in %s: %d items read, %d records new, %d changed, %d deleted, %d items unchanged, %d refused, %d with warnings\n",
		r.Source, r.Outcome, took.Round(time.Millisecond), r.Read, r.Created, r.Updated, r.Deleted, r.Unchanged, r.Refused, r.Warned)
	if r.Requests > 0 {
		fmt.Fprintf(w, "  %d documents asked for, %d kB read\n", r.Requests, (r.Bytes+999)/1000)
	}
	if r.Error != "" {
		fmt.Fprintf(w, "  %s\n", r.Error)
	}
	if !r.Again.IsZero() {
		fmt.Fprintf(w, "  tried again at %s\n", r.Again.Format(time.DateTime+" MST"))
	}
	for _, f := range r.Faults {
		kind := f.Severity.String()
		if f.Severity == schema.Violation {
			kind = "refused"
		}
		fmt.Fprintf(w, "  %s %d x ", kind, f.Count)
		if f.Path != "" {
			fmt.Fprintf(w, "%s: ", f.Path)
		}
		fmt.Fprintln(w, f.Message)
		for _, s := range f.Samples[:min(3, len(f.Samples))] {
			fmt.Fprintf(w, "    %s", s.Where)
			if s.Key != "" && s.Key != s.Where {
				fmt.Fprintf(w, " (%s)", s.Key)
			}
			if s.Value != "" {
				fmt.Fprintf(w, ": %s", s.Value)
			}
			fmt.Fprintln(w)
		}
	}
	writeUnmapped(w, r.Unmapped)
}

// maxTerms is how many terms a report for people lists.
const maxTerms = 10

func writeUnmapped(w io.Writer, terms []store.Term) {
	if len(terms) == 0 {
		return
	}
	fmt.Fprintln(w, "  words of the source that mean no concept of the hub; map them under terms: in its declaration")
	for _, t := range terms[:min(maxTerms, len(terms))] {
		fmt.Fprintf(w, "    %s %d x %q\n", t.Scheme, t.Count, t.Term)
	}
	if more := len(terms) - maxTerms; more > 0 {
		fmt.Fprintf(w, "    … and %d more\n", more)
	}
}
