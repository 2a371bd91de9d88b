// Package app wires the hub together and runs its commands. It is the only
// package that names backends and surfaces.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/connectors/push"
	"moselle/hub/cache"
	"moselle/hub/catalog"
	"moselle/hub/config"
	"moselle/hub/fetch"
	"moselle/hub/follow"
	"moselle/hub/harvest"
	"moselle/hub/search"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/taxonomy"
)

// Version is the hub's version, as it names itself to others.
const Version = "0.1"

// App is an opened hub.
type App struct {
	Config  config.Config
	Log     *slog.Logger
	Now     func() time.Time
	Store   store.Store
	Index   search.Index // nil when opened without Search
	Cache   cache.Cache
	Catalog *catalog.Catalog
	Harvest *harvest.Runner
	Follow  *follow.Runner // nil when opened without Search
	Sources []harvest.Source
	Demo    bool // serves the demo region's pictures

	close []func() error
}

// Options choose what Open opens.
type Options struct {
	Log    *slog.Logger
	Now    func() time.Time
	Search bool // the search index too: only one process at a time can have it
	Demo   bool
	// Vocabularies are the hub's own to declare, those of package taxonomy when
	// nil; a test that counts records declares none.
	Vocabularies []schema.Draft
}

// Open opens a hub. Every fault of the settings that only connectors can find
// is found here.
func Open(ctx context.Context, cfg config.Config, o Options) (*App, error) {
	a := &App{Config: cfg, Log: o.Log, Now: o.Now, Demo: o.Demo}
	if err := cfg.CheckKinds(checkKind); err != nil {
		return nil, err
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(int64(cfg.Memory))
	}
	if err := os.MkdirAll(cfg.Data, 0o750); err != nil {
		return nil, fmt.Errorf("data folder: %w", err)
	}
	if err := a.openBackends(ctx, o); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	client := fetch.New(fetchOptions(cfg, o.Log))
	a.Harvest = &harvest.Runner{Store: a.Store, Open: opener(client), Base: cfg.Base, Log: o.Log, Now: o.Now, Window: cfg.Calendar.Window, Batch: cfg.Harvest.Batch}
	if a.Follow != nil {
		a.Harvest.Wake = a.Follow.Wake
	}
	a.Sources = sources(cfg)
	if err := a.Harvest.Declare(ctx, o.vocabularies(), institutions(cfg), datasets(cfg)); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

func (o Options) vocabularies() []schema.Draft {
	if o.Vocabularies == nil {
		return taxonomy.Drafts()
	}
	return o.Vocabularies
}

// opener lends the client to connectors.
func opener(c *fetch.Client) func(string) func(context.Context, string, []byte) (*connectors.Body, error) {
	return func(location string) func(context.Context, string, []byte) (*connectors.Body, error) {
		return c.For(location)
	}
}

// Close lets go of everything, the last opened first.
func (a *App) Close() error {
	var errs []error
	for i := len(a.close) - 1; i >= 0; i-- {
		errs = append(errs, a.close[i]())
	}
	a.close = nil
	return errors.Join(errs...)
}

// path returns a place in the data folder.
func (a *App) path(name string) string { return filepath.Join(a.Config.Data, name) }

// kind returns the connector kind of that name.
func kind(name string) (connectors.Kind, bool) {
	for _, k := range all.Kinds() {
		if k.Name == name {
			return k, true
		}
	}
	return connectors.Kind{}, false
}

func kindNames() []string {
	var out []string
	for _, k := range all.Kinds() {
		out = append(out, k.Name)
	}
	return out
}

func checkKind(name string, settings *yaml.Node) error {
	k, ok := kind(name)
	if !ok {
		return fmt.Errorf("there is no kind %q; there are %v", name, kindNames())
	}
	if err := k.Check(settings); err != nil || name != config.Push {
		return err
	}
	if _, err := push.OpenDoor(settings, os.Getenv); err != nil {
		return fmt.Errorf("settings of %s: %w", name, err)
	}
	return nil
}

func sources(cfg config.Config) []harvest.Source {
	out := make([]harvest.Source, len(cfg.Sources))
	for i, s := range cfg.Sources {
		k, _ := kind(s.Kind)
		out[i] = harvest.Source{
			ID: s.ID, Institution: harvest.InstitutionIRI(s.Institution), Dataset: harvest.DatasetIRI(s.ID),
			Kind: k, Settings: &cfg.Sources[i].Settings, Location: s.Location,
			Licence: s.Licence, MediaLicence: s.MediaLicence, Lang: s.Language, Zone: s.TimeZone(), Terms: s.Terms, Floor: s.Floor,
		}
		if s.Kind != config.Push {
			out[i].Next = func(last time.Time) time.Time { return s.Schedule.Next(last, cfg.Location()) }
		}
	}
	return out
}

func institutions(cfg config.Config) []harvest.Institution {
	out := make([]harvest.Institution, len(cfg.Institutions))
	for i, in := range cfg.Institutions {
		out[i] = harvest.Institution{ID: in.ID, Names: in.Names, Description: in.Descriptions, URL: in.URL, Country: in.Country, SameAs: in.SameAs}
	}
	return out
}

func datasets(cfg config.Config) []harvest.Dataset {
	out := make([]harvest.Dataset, len(cfg.Sources))
	for i, s := range cfg.Sources {
		names := s.Names
		if len(names) == 0 {
			names = map[string]string{}
			in, _ := cfg.Institution(s.Institution)
			for lang, name := range in.Names {
				names[lang] = name + " · " + string(s.ID)
			}
		}
		out[i] = harvest.Dataset{Source: s.ID, Institution: s.Institution, Names: names, Licence: s.Licence, Lang: s.Language}
	}
	return out
}
