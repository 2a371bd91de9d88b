// Command hub runs Moselle: it reads the sources that institutions declare and
// serves what they hold.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"moselle/hub/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := app.Main(ctx, os.Args[1:], os.Environ(), os.Stdout, os.Stderr)
	stop()
	if err == nil {
		return
	}
	if !errors.Is(err, app.ErrFaults) {
		fmt.Fprintln(os.Stderr, "hub:", err)
	}
	os.Exit(1)
}
