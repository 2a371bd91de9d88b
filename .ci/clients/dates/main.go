// Command dates prints the dates of all recurring events of the calendars below
// a folder, as the connector ics reads them: file, UID, start in UTC, start by
// the clock on the wall, and "+" where there are more than are printed.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/connectors/ics"
	"moselle/schema"
	"moselle/schema/calendar"
)

// most is how many dates of one event are compared.
const most = 400

var recurs = regexp.MustCompile(`(?mi)^(RRULE|RDATE|EXDATE|RECURRENCE-ID)[;:]`)

func main() {
	out := bufio.NewWriter(os.Stdout)
	err := filepath.WalkDir(os.Args[1], func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".ics") {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && recurs.Match(data) {
			err = print(out, path, data)
		}
		return err
	})
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func print(w io.Writer, path string, data []byte) error {
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		return err
	}
	window := calendar.Range{From: time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)}
	conn, err := ics.Kind().Open(nil, connectors.Env{
		Source: "s", Zone: zone, Log: slog.New(slog.DiscardHandler), Location: path,
		Now:    func() time.Time { return window.From },
		Window: func() calendar.Range { return window },
		Known:  func([]byte) (string, bool) { return "", false },
		Open: func(context.Context, string, []byte) (*connectors.Body, error) {
			return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader(data)), Location: path}, nil
		},
	})
	if err != nil {
		return err
	}
	for item, err := range conn.Harvest(context.Background(), nil) {
		if refusal := (*connectors.Refusal)(nil); errors.As(err, &refusal) {
			fmt.Fprintf(w, "%s\t%s\trefused\t%q\n", path, refusal.Key, err.Error())
			continue
		}
		if err != nil {
			fmt.Fprintf(w, "%s\t\tended\t%q\n", path, err.Error())
			break
		}
		d := item.Drafts[0]
		dates := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class)).Occurrences()
		for i, o := range dates {
			if i == most {
				fmt.Fprintf(w, "%s\t%s\t+\t\n", path, item.Key)
				break
			}
			if o.Start.Day {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", path, item.Key, o.Start, o.Start)
				continue
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", path, item.Key, o.Start.Time.UTC().Format("2006-01-02T15:04:05"), o.Start.Time.Format("2006-01-02T15:04:05"))
		}
	}
	return nil
}
