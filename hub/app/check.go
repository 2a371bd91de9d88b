package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/all"
	"moselle/hub/config"
	"moselle/hub/fetch"
	"moselle/hub/harvest"
	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/wire/activitypub"
)

// Check reads a file or an address without writing anything, and says what
// would be read, what is refused and why. kindName "" finds the kind out.
// settings are the kind's, nil for its defaults. It reports whether everything
// would be read.
func Check(ctx context.Context, cfg config.Config, log *slog.Logger, o Options, location, kindName string, settings *yaml.Node, w io.Writer) (bool, error) {
	if finger, account := activitypub.Finger(location); account {
		location = finger
	} else if !strings.Contains(location, "://") {
		abs, err := filepath.Abs(location)
		if err != nil {
			return false, err
		}
		location = abs
	}
	client := fetch.New(fetchOptions(cfg, log))
	open := client.For(location)
	k, err := chooseKind(ctx, open, location, kindName)
	if err != nil {
		return false, err
	}
	conn, err := k.Open(settings, connectors.Env{
		Source: "check", Lang: cfg.Language, Zone: cfg.Location(), Log: log, Now: o.Now, Location: location, Open: open,
		Known:       func([]byte) (string, bool) { return "", false },
		Window:      func() calendar.Range { return cfg.Calendar.Window(o.Now()) },
		ChangesOnly: func() {},
	})
	if err != nil {
		return false, err
	}
	fmt.Fprintf(w, "%s, read as %s\n\n", connectors.Discreet(location), k.Name)
	run, shown, grades := harvest.Dry(ctx, conn, o.Now)
	for _, line := range shown {
		fmt.Fprintln(w, "  "+line)
	}
	if run.Read > len(shown)+run.Refused && len(shown) > 0 {
		fmt.Fprintf(w, "  … and %d more\n", run.Read-run.Refused-len(shown))
	}
	fmt.Fprintln(w)
	WriteRun(w, run)
	writeGrades(w, grades, "en")
	return run.Refused == 0 && run.Error == "" && run.Read > 0, nil
}

// chooseKind returns the kind of that name, or the one that is surest of the
// document's beginning.
func chooseKind(ctx context.Context, open func(context.Context, string, []byte) (*connectors.Body, error), location, name string) (connectors.Kind, error) {
	if name != "" {
		k, ok := kind(name)
		if !ok {
			return k, fmt.Errorf("there is no kind %q; there are %s", name, strings.Join(kindNames(), ", "))
		}
		return k, nil
	}
	body, err := open(ctx, location, nil)
	if err != nil {
		return connectors.Kind{}, err
	}
	defer body.Close()
	head := make([]byte, 16<<10)
	n, err := io.ReadFull(body, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return connectors.Kind{}, err
	}
	best, ok := connectors.Surest(all.Kinds(), body.Location, body.MediaType, head[:n])
	if !ok {
		return best, fmt.Errorf("%s: no kind of source looks like this; say which with --kind (%s): it begins %q",
			location, strings.Join(kindNames(), ", "), schema.Excerpt(string(head[:min(n, 200)])))
	}
	return best, nil
}
