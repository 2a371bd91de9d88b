// Package doctor examines what an institution means to declare as a source: it
// finds out what a file, a folder or an address is, reads it without writing
// anything and reports, in the language of whoever keeps it, what would appear,
// what is wrong and how to mend it. hub/app runs it for the command check and
// lends it the kinds and the way to the web; the reports of harvests are written
// here too.
package doctor

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/hub/doctor/sight"
	"moselle/hub/harvest"
	"moselle/schema/calendar"
)

// Doctor examines sources.
type Doctor struct {
	Kinds []connectors.Kind
	// Open lends a source declared at a location what connectors.Env.Open is.
	Open   func(location string) func(ctx context.Context, location string, since []byte) (*connectors.Body, error)
	Base   string // the hub's public address, as connectors.Env.Base
	Lang   string // the language of texts that name none, as a source declares it
	Zone   *time.Location
	Window func() calendar.Range
	Now    func() time.Time
	Log    *slog.Logger
}

// Options say how to examine a source.
type Options struct {
	Lang     string     // of the report, one of schema.Languages
	Kind     string     // "" to find it out
	Settings *yaml.Node // of the kind; nil for its defaults
}

// Examine reports on a file, a folder or an address. The error is about the
// options, or ctx's; whatever is wrong with the source stands in the report.
func (d *Doctor) Examine(ctx context.Context, location string, o Options) (Report, error) {
	r := Report{Location: connectors.Discreet(location), Lang: o.Lang, words: wordsIn(o.Lang)}
	if o.Kind != "" {
		k, err := d.named(o.Kind)
		if err != nil {
			return r, err
		}
		r.as(k, 100, o.Settings)
		return r, d.read(ctx, k, location, o.Settings, &r)
	}
	if info, err := os.Stat(location); err == nil && info.IsDir() {
		return r, d.folder(ctx, location, o, &r)
	}
	found, err := d.look(ctx, location, location)
	switch {
	case ctx.Err() != nil:
		return r, ctx.Err()
	case err != nil:
		r.fail(err)
		if !strings.Contains(location, "://") && filepath.Ext(location) != "" && !sight.Named(location) { // as that of kulturhaus.example
			r.Advice = []string{r.words.T("advice.scheme")}
		}
	case len(found.guesses) == 0:
		return r, d.unknown(ctx, location, found, &r)
	default:
		return r, d.guessed(ctx, location, found, o, &r)
	}
	return r, nil
}

// guessed reads a document as the kind that is surest of it, and looks what else
// it may be where nothing comes of that.
func (d *Doctor) guessed(ctx context.Context, location string, found looked, o Options, r *Report) error {
	tried := *r
	tried.guessed(found.guesses, o.Settings)
	err := d.read(ctx, found.guesses[0].kind, location, o.Settings, &tried)
	switch {
	case err != nil && (o.Settings != nil || ctx.Err() != nil):
		return err
	case err != nil:
		tried.unset(err)
	}
	if tried.Counts.Kept == 0 && tried.Counts.Withdrawn == 0 {
		if found.doubtful() && (tried.Outcome == harvest.Failed || slices.Contains(foreign, found.sight.Form)) {
			return d.unknown(ctx, location, found, r)
		}
		tried.seen(found.sight)
	}
	*r = tried
	if r.Counts.Records == 0 && found.page() {
		d.site(ctx, location, r)
	}
	return ctx.Err()
}

// folder reports on a folder: that of one source, which an index tells, or many
// files, each a source of its own.
func (d *Doctor) folder(ctx context.Context, location string, o Options, r *Report) error {
	if found, err := d.look(ctx, location, filepath.Join(location, "index.json")); err == nil && len(found.guesses) > 0 {
		whole := *r
		whole.guessed(found.guesses, o.Settings)
		if err := d.read(ctx, found.guesses[0].kind, location, o.Settings, &whole); err != nil || whole.Counts.Read > 0 {
			*r = whole
			return err
		}
	}
	return d.files(ctx, location, o, r)
}

// read reads a source as of a kind and puts what came of it into the report.
func (d *Doctor) read(ctx context.Context, k connectors.Kind, location string, settings *yaml.Node, r *Report) error {
	trial, err := d.try(ctx, k, location, settings, 0)
	if err != nil {
		return err
	}
	r.fill(trial, d)
	return ctx.Err()
}

// try reads at most limit items of a source, all for 0. The error is about the
// settings.
func (d *Doctor) try(ctx context.Context, k connectors.Kind, location string, settings *yaml.Node, limit int) (harvest.Trial, error) {
	changes := false
	conn, err := k.Open(settings, connectors.Env{
		Source: "check", Lang: d.Lang, Zone: d.Zone, Log: d.Log, Now: d.Now, Location: location, Base: d.Base, Open: d.Open(location),
		Known:       func([]byte) (string, bool) { return "", false },
		Window:      d.Window,
		ChangesOnly: func() { changes = true },
	})
	if err != nil {
		return harvest.Trial{}, err
	}
	return harvest.Dry(ctx, conn, d.Now, limit, func() bool { return changes }), nil
}
