package app

import (
	"context"
	"fmt"
	"log/slog"

	"moselle/hub/cache/memory"
	"moselle/hub/catalog"
	"moselle/hub/config"
	"moselle/hub/fetch"
	"moselle/hub/follow"
	"moselle/hub/search"
	"moselle/hub/search/embedded"
	"moselle/hub/store/sqlite"
)

// openBackends opens store, cache and, when asked, search, and the catalog
// over them.
func (a *App) openBackends(ctx context.Context, o Options) error {
	st, err := sqlite.Open(ctx, a.path("moselle.db"), sqlite.Options{Now: o.Now})
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	a.Store = st
	a.close = append(a.close, st.Close)
	a.Cache = memory.New(int(a.Config.Cache.Size))
	if o.Search {
		ix, err := embedded.Open(ctx, a.path("search"), embedded.Options{Log: o.Log})
		if err != nil {
			return fmt.Errorf("search index: %w", err)
		}
		a.Index = ix
		a.close = append(a.close, ix.Close)
	}
	a.Catalog = catalog.New(a.Config.Base, catalog.Options{
		Store: a.Store, Index: a.Index, Cache: a.Cache, Zone: a.Config.Location(), Langs: languages(a.Config), Now: o.Now,
		Fallback: a.Config.Fallback, Rows: a.Config.Search.Page, MaxRows: a.Config.Search.MaxPage,
	})
	if o.Search {
		a.Follow, err = follow.New(a.Store, a.Store, follow.Options{Log: o.Log}, &search.Follower{Index: a.Index, Reader: a.Store, Zone: a.Config.Location()}, a.Catalog)
	}
	return err
}

func fetchOptions(cfg config.Config, log *slog.Logger) fetch.Options {
	return fetch.Options{Limits: cfg.Fetch, Version: Version, Log: log}
}

// languages returns the languages of the pages, the default first.
func languages(cfg config.Config) []string {
	out := []string{cfg.Language}
	for _, l := range cfg.Languages {
		if l != cfg.Language {
			out = append(out, l)
		}
	}
	return out
}
