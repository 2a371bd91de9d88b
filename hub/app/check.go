package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"moselle/connectors/all"
	"moselle/hub/config"
	"moselle/hub/doctor"
	"moselle/hub/fetch"
	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/wire/activitypub"
)

// CheckOptions say how Check examines a source and reports.
type CheckOptions struct {
	Kind     string     // "" to find it out
	Settings *yaml.Node // of the kind; nil for its defaults
	Lang     string     // of the report; "" for English
	JSON     bool       // the report as JSON
}

// Check reads a file, a folder or an address without writing anything, and
// writes what would be read, what is wrong and how to mend it. It reports
// whether everything would be read.
func Check(ctx context.Context, cfg config.Config, log *slog.Logger, o Options, location string, c CheckOptions, w io.Writer) (bool, error) {
	in, err := reportIn(c.Lang)
	if err != nil {
		return false, err
	}
	if location, err = meant(location); err != nil {
		return false, err
	}
	client := fetch.New(fetchOptions(cfg, log))
	d := &doctor.Doctor{
		Kinds: all.Kinds(), Open: opener(client), Base: cfg.Base, Lang: cfg.Language, Zone: cfg.Location(), Log: log, Now: o.Now,
		Window: func() calendar.Range { return cfg.Calendar.Window(o.Now()) },
	}
	report, err := d.Examine(ctx, location, doctor.Options{Lang: in, Kind: c.Kind, Settings: c.Settings})
	if err != nil {
		return false, err
	}
	if c.JSON {
		enc := json.NewEncoder(w)
		enc.SetIndent("", " ")
		enc.SetEscapeHTML(false)
		err = enc.Encode(report)
	} else {
		err = report.WriteText(w)
	}
	return report.Good, err
}

// meant returns the address or the path that somebody means who writes an account,
// the address of a calendar as programs hand it on, or one without https://.
func meant(location string) (string, error) {
	if finger, account := activitypub.Finger(location); account {
		return finger, nil
	}
	scheme, rest, named := strings.Cut(location, "://")
	switch {
	case location == "":
		return "", errors.New("check takes a file, a folder or an address, and this one is empty")
	case named && strings.EqualFold(scheme, "webcal"), named && strings.EqualFold(scheme, "webcals"):
		return "https://" + rest, nil
	case named && strings.EqualFold(scheme, "file"):
		return filepath.FromSlash(rest), nil
	case named:
		return location, nil
	case strings.HasPrefix(strings.ToLower(location), "www."):
		if _, err := os.Stat(location); err != nil {
			return "https://" + location, nil
		}
	}
	return filepath.Abs(location)
}

// reportIn returns the language of a report, English for none.
func reportIn(lang string) (string, error) {
	if lang == "" {
		return "en", nil
	}
	if !slices.Contains(schema.Languages, lang) {
		return "", fmt.Errorf("there is no report in %q; there is one in %s", lang, strings.Join(schema.Languages, ", "))
	}
	return lang, nil
}
