// Package table reads what has rows: delimited text, spreadsheets, lists of
// JSON objects and JSON lines. What a row means is told by a mapping in the
// source's settings, or by a preset that the document is recognised by; it is
// checked against the classes and compiled once. README.md teaches the mapping.
package table

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
)

// Settings of a table.
type Settings struct {
	Preset    string    `yaml:"preset" doc:"A mapping that is there already, for a known export; what is said beside it goes before it. auto is found out by the columns when there is no class, key and map."`
	Format    string    `yaml:"format" doc:"csv, xlsx, json (a list of objects), lines (one JSON object a line), object (the document is one) or auto."`
	Delimiter string    `yaml:"delimiter" doc:"What separates the fields of a csv: one of , ; | tab, or auto."`
	Encoding  string    `yaml:"encoding" doc:"The encoding of a text: utf-8, utf-16, windows-1252 or another by its usual name, or auto."`
	Sheet     string    `yaml:"sheet" doc:"The sheet of an xlsx by name or number; empty is the first that a preset or the mapping knows, else the first that holds anything."`
	Header    int       `yaml:"header" doc:"The row that names the columns, from 1, empty rows not counted; 0 is found out."`
	Items     string    `yaml:"items" doc:"Where the list stands in a json document (events, data.items); empty is the document itself."`
	Class     string    `yaml:"class" doc:"What a row is: Event, Place, Organization, Person, Work, Collection, …"`
	Key       string    `yaml:"key" doc:"The column or path that identifies a row, or a template: {{id}}-{{date}}."`
	Group     bool      `yaml:"group" doc:"Whether rows with the same key tell of the same thing, an event's dates for instance."`
	Lang      string    `yaml:"lang" doc:"The language of the texts; empty is the source's."`
	Zone      string    `yaml:"zone" doc:"The time zone of the times (Europe/Berlin); empty is the source's."`
	Layout    []string  `yaml:"layout" doc:"How dates are written, as spreadsheets say it (dd/mm/yyyy hh:mm); ISO 8601 and dd.mm.yyyy are always read."`
	Empty     []string  `yaml:"empty" doc:"Values that stand for nothing (NULL, n/a)."`
	When      yaml.Node `yaml:"when" doc:"Which rows count: those for which this, a value as in map, is not empty; empty is all."`
	Type      yaml.Node `yaml:"type" doc:"The more specific type of a row, a value as in map."`
	Map       yaml.Node `yaml:"map" doc:"Which columns or paths give which properties."`
}

// Kind returns the kind of source that reads tables.
func Kind() connectors.Kind {
	return connectors.NewKind("table", "Rows of a CSV or Excel file, of a JSON list or of JSON lines, by a mapping.", 5,
		Settings{Preset: "auto", Format: "auto", Delimiter: "auto", Encoding: "auto"}, sniff,
		func(s Settings, env connectors.Env) (connectors.Connector, error) {
			p, err := newPlan(s, env, nil)
			if err != nil {
				return nil, err
			}
			return connector{p}, nil
		})
}

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	_, err := newPlan(s, connectors.Env{Zone: time.UTC}, nil)
	return err
}

// sniff says how sure it is that a document is a table.
func sniff(location, mediaType string, head []byte) int {
	ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(location, ".gz")))
	switch connectors.FormOf(head) {
	case connectors.Workbook:
		if ext == ".xlsx" || strings.Contains(mediaType, "spreadsheetml") {
			return 95
		}
		return 30
	case connectors.JSON:
		p, known := Recognise(head)
		switch {
		case bytes.Contains(head, []byte(`"@context"`)):
			return 5
		case known && p.Words == nil:
			return 96
		case ext == ".ndjson", ext == ".jsonl", strings.Contains(mediaType, "ndjson"):
			return 90
		}
		return 40
	case connectors.Text:
		if _, known := Recognise(head); known {
			return 96
		}
		if ext == ".csv" || ext == ".tsv" || mediaType == "text/csv" || mediaType == "text/tab-separated-values" {
			return 90
		}
	}
	return 0
}

type connector struct{ *plan }

// Harvest reads the document once, without keeping more than an entry of it.
// With group it keeps all until the end, and hands on nothing of a document
// that breaks off: any thing in it may lack rows.
func (c connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		body, err := c.env.Open(ctx, c.env.Location, from)
		if err != nil {
			yield(connectors.Item{}, connectors.At(c.env.Location, err))
			return
		}
		defer body.Close()
		h := &harvest{run: run{plan: c.plan}, yield: yield, seen: map[[16]byte]int{}}
		if connectors.IsWeb(body.Location) {
			h.page = body.Location
		}
		src := bufio.NewReaderSize(body, sheet.Head)
		if h.in, err = h.open(src, body); err == nil {
			err = h.entries(ctx)
			_ = h.in.close()
		}
		if err == io.EOF {
			if _, err = io.Copy(io.Discard, src); err == nil {
				if !h.any {
					yield(connectors.Item{}, connectors.Nothing(c.env.Location, "the list is empty: there is no row in it"))
				} else if h.leftOut > 0 && h.leftOut == h.entered {
					yield(connectors.Item{}, connectors.Nothing(c.env.Location, "none of the %d rows counts: the setting when leaves them all out", h.leftOut))
				} else if h.grouped() {
					h.end(connectors.Cursor(body.Validator))
				}
				return
			}
		}
		if errors.Is(err, errStopped) || !h.end(nil) {
			return
		}
		switch {
		case err == io.ErrUnexpectedEOF:
			err = fmt.Errorf("the file breaks off before its end, after %s; export it and upload it again", h.reached())
		case errors.Is(err, io.ErrUnexpectedEOF):
			err = fmt.Errorf("after %s: %w", h.reached(), err)
		}
		yield(connectors.Item{}, connectors.At(c.env.Location, err))
	}
}
