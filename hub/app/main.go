package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/hub/config"
)

// ErrFaults says that a command did its work and found faults, which it has
// written out already.
var ErrFaults = errors.New("faults were found")

const usage = `Moselle, an open-data hub for culture.

  hub serve [--demo]                      serve and harvest on schedule; --demo: with the demo region
  hub harvest [--confirm] [--history] [--lang en|fr|de|lb] [SOURCE...]
                                          read sources now and report; --confirm: what is missing may go;
                                          --history: read nothing, list the last reports
  hub check FILE|FOLDER|URL [--kind K] [--settings FILE] [--lang en|fr|de|lb] [--json]
                                          say what would be read, what is wrong and how to mend it
  hub export [--format nq|ttl|jsonld]     write everything to standard output
  hub convert IN OUT [--from F] [--to F] [--base ADDRESS] [--lenient]
                                          write RDF of one format in another; --help says more
  hub token                               make a token for an institution that sends its records (kind push)
  hub config                              list all settings

Settings come from hub.yaml (or the file that HUB_CONFIG names) and from HUB_* variables.
`

// Main runs one command.
func Main(ctx context.Context, args, environ []string, stdout, stderr io.Writer) error {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return errors.New("no command is given")
	}
	c := command{environ: environ, stdout: stdout, stderr: stderr, flags: flag.NewFlagSet(args[0], flag.ContinueOnError)}
	c.flags.SetOutput(stderr)
	switch args[0] {
	case "serve":
		return c.serve(ctx, args[1:])
	case "harvest":
		return c.harvest(ctx, args[1:])
	case "check":
		return c.check(ctx, args[1:])
	case "export":
		return c.export(ctx, args[1:])
	case "convert":
		return c.convert(ctx, args[1:])
	case "token":
		return c.token()
	case "config":
		return config.Reference(stdout)
	case "help", "-h", "--help":
		fmt.Fprint(stdout, usage)
		return nil
	}
	fmt.Fprint(stderr, usage)
	return fmt.Errorf("there is no command %q", args[0])
}

// command is what the commands share.
type command struct {
	environ        []string
	stdout, stderr io.Writer
	flags          *flag.FlagSet
}

// parse reads flags wherever they stand among the arguments.
func (c command) parse(args []string) ([]string, error) {
	var rest []string
	for len(args) > 0 {
		if err := c.flags.Parse(args); err != nil {
			return nil, err
		}
		if args = c.flags.Args(); len(args) > 0 {
			rest = append(rest, args[0])
			args = args[1:]
		}
	}
	return rest, nil
}

// language is the flag that chooses the language of a report.
func (c command) language() *string {
	return c.flags.String("lang", "en", "language of the report: en, fr, de or lb")
}

func (c command) options(cfg config.Config) Options {
	var level slog.Level
	if err := level.UnmarshalText([]byte(cfg.Log.Level)); err != nil {
		level = slog.LevelInfo
	}
	o := &slog.HandlerOptions{Level: level}
	var h slog.Handler = slog.NewTextHandler(c.stderr, o)
	if cfg.Log.Format == "json" {
		h = slog.NewJSONHandler(c.stderr, o)
	}
	return Options{Log: slog.New(h), Now: time.Now}
}

func (c command) serve(ctx context.Context, args []string) error {
	withDemo := c.flags.Bool("demo", false, "serve the demo region")
	rest, err := c.parse(args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("serve takes no argument %q", rest[0])
	}
	var cfg config.Config
	if *withDemo {
		cfg, err = DemoConfig(c.environ, time.Now())
	} else {
		cfg, err = config.Load("", c.environ)
	}
	if err != nil {
		return err
	}
	o := c.options(cfg)
	o.Search, o.Demo = true, *withDemo
	a, err := Open(ctx, cfg, o)
	if err != nil {
		return err
	}
	return errors.Join(a.Serve(ctx, c.stdout), a.Close())
}

func (c command) harvest(ctx context.Context, args []string) error {
	confirm := c.flags.Bool("confirm", false, "delete even beyond the safety floor")
	history := c.flags.Bool("history", false, "read nothing, list the last reports")
	lang := c.language()
	names, err := c.parse(args)
	if err != nil {
		return err
	}
	if *confirm && len(names) == 0 {
		return errors.New("harvest --confirm takes the name of the source of which what is missing is to go")
	}
	cfg, err := config.Load("", c.environ)
	if err != nil {
		return err
	}
	a, err := Open(ctx, cfg, c.options(cfg))
	if err != nil {
		return err
	}
	if *history {
		return errors.Join(a.History(ctx, names, *lang, c.stdout), a.Close())
	}
	good, err := a.RunHarvest(ctx, names, HarvestOptions{Confirm: *confirm, Lang: *lang}, c.stdout)
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	if !good {
		return ErrFaults
	}
	return nil
}

func (c command) check(ctx context.Context, args []string) error {
	kind := c.flags.String("kind", "", "kind of source; found out when not given")
	file := c.flags.String("settings", "", "file with the kind's settings (YAML)")
	lang := c.language()
	asJSON := c.flags.Bool("json", false, "the report as JSON")
	rest, err := c.parse(args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return errors.New("check takes one file, folder or address")
	}
	cfg, err := config.Load("", c.environ)
	if err != nil {
		return err
	}
	settings, err := readSettings(*file)
	if err != nil {
		return err
	}
	o := c.options(cfg)
	good, err := Check(ctx, cfg, o.Log, o, rest[0], CheckOptions{Kind: *kind, Settings: settings, Lang: *lang, JSON: *asJSON}, c.stdout)
	if err == nil && !good {
		err = ErrFaults
	}
	return err
}

func readSettings(file string) (*yaml.Node, error) {
	if file == "" {
		return nil, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

func (c command) export(ctx context.Context, args []string) error {
	format := c.flags.String("format", "nq", "nq, ttl or jsonld")
	if _, err := c.parse(args); err != nil {
		return err
	}
	cfg, err := config.Load("", c.environ)
	if err != nil {
		return err
	}
	a, err := Open(ctx, cfg, c.options(cfg))
	if err != nil {
		return err
	}
	return errors.Join(a.Export(ctx, *format, c.stdout), a.Close())
}
