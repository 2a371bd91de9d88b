package app

import (
	"context"
	"fmt"
	"io"
	"slices"

	"moselle/hub/config"
	"moselle/hub/doctor"
	"moselle/hub/harvest"
	"moselle/hub/store"
)

// HarvestOptions say how RunHarvest reads and reports.
type HarvestOptions struct {
	Confirm bool   // delete even beyond the safety floor
	Lang    string // of the report; "" for English
}

// RunHarvest reads the named sources now, or all for none, one after the other,
// and writes what came of it to w. It reports whether every run was complete or
// unchanged. When ctx ends, the run under way does, and no further one begins.
func (a *App) RunHarvest(ctx context.Context, names []string, o HarvestOptions, w io.Writer) (bool, error) {
	in, err := reportIn(o.Lang)
	if err != nil {
		return false, err
	}
	chosen, err := a.choose(names)
	if err != nil {
		return false, err
	}
	good := true
	for _, s := range chosen {
		line := newProgress(w, string(s.ID))
		run, err := a.Harvest.Run(ctx, s, harvest.Options{Confirm: o.Confirm, Progress: func(r store.Run) { line.show(r, in) }})
		line.end()
		if err != nil {
			return false, err
		}
		if err := doctor.WriteRun(w, run, in, a.Config.Location()); err != nil {
			return false, err
		}
		good = good && (run.Outcome == harvest.Complete || run.Outcome == harvest.Unchanged)
		if ctx.Err() != nil {
			return false, nil
		}
	}
	return good, nil
}

// historyRuns is how many reports of a source History lists.
const historyRuns = 20

// History writes the last reports of the named sources, or of all for none, to w;
// those of sources that are sent, too.
func (a *App) History(ctx context.Context, names []string, lang string, w io.Writer) error {
	in, err := reportIn(lang)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !slices.ContainsFunc(a.Sources, func(s harvest.Source) bool { return string(s.ID) == name }) {
			return fmt.Errorf("no source is declared as %q", name)
		}
	}
	for _, s := range a.Sources {
		if len(names) > 0 && !slices.Contains(names, string(s.ID)) {
			continue
		}
		runs, err := a.Store.Runs(ctx, s.ID, historyRuns)
		if err != nil {
			return err
		}
		if err := doctor.WriteHistory(w, string(s.ID), runs, in, a.Config.Location()); err != nil {
			return err
		}
	}
	return nil
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
