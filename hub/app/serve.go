package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"moselle/hub/harvest"
)

// Serve answers requests, follows the change log and reads sources when they
// are due, until ctx ends. The address is written to w once it is answered at.
func (a *App) Serve(ctx context.Context, w io.Writer) error {
	handler, err := a.Handler()
	if err != nil {
		return err
	}
	ln, err := net.Listen("tcp", a.Config.Listen)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
	}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { a.Follow.Run(ctx); return nil })
	g.Go(func() error {
		s := &harvest.Scheduler{Runner: a.Harvest, Sources: a.Sources, Workers: a.Config.Harvest.Workers}
		return ended(ctx, s.Run(ctx))
	})
	g.Go(func() error {
		fmt.Fprintf(w, "Moselle serves at %s\n", a.Config.Base)
		if err := server.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return server.Shutdown(stop)
	})
	return g.Wait()
}

// ended drops the error of a part that ended because ctx did.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}
