package connectors_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"moselle/connectors"
)

func TestFormOf(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]connectors.Form{
		"":                              connectors.Empty,
		" \r\n":                         connectors.Empty,
		"\ufeff <!DOCTYPE HTML>":        connectors.HTML,
		"<?xml version='1.0'?><html>":   connectors.HTML,
		"<p>text":                       connectors.HTML,
		"<?xml version='1.0'?><urlset>": connectors.XML,
		"<rss>":                         connectors.XML,
		"<events lang='fr'>":            connectors.XML,
		"<!-- by hand -->\n<rss>":       connectors.XML,
		"<rss><!-- no <html> here":      connectors.XML,
		"<?xml version='1.0'?><title>":  connectors.XML,
		"<!-- a page --><div>":          connectors.HTML,
		"<!DOCTYPE html SYSTEM 'x'>":    connectors.HTML,
		"<lido:lido>":                   connectors.XML,
		"<!-- which never ends":         connectors.HTML,
		"<https://a.example/> a <b> .":  connectors.Text,
		`{"a":1}`:                       connectors.JSON,
		"[ {":                           connectors.JSON,
		"[1, 2]":                        connectors.JSON,
		"[]":                            connectors.JSON,
		"[![Badge](x)](y)":              connectors.Text,
		"[Titel];Datum":                 connectors.Text,
		"{{ template }}":                connectors.Text,
		"begin:vcalendar\r\n":           connectors.Calendar,
		"\xff\xfeB\x00E\x00G\x00I\x00N\x00:\x00V\x00C\x00A\x00L\x00E\x00N\x00D\x00A\x00R\x00": connectors.Calendar,
		"%PDF-1.7":      connectors.PDF,
		"PK\x03\x04...": connectors.Workbook,
		"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument": connectors.OpenDocument,
		"\xd0\xcf\x11\xe0": connectors.OldWorkbook,
		"id,title\n":       connectors.Text,
	} {
		if got := connectors.FormOf([]byte(in)); got != want {
			t.Errorf("FormOf(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestReadLine(t *testing.T) {
	t.Parallel()
	br := bufio.NewReaderSize(strings.NewReader("a\n\n"+strings.Repeat("x", 100)+"\nlast"), 16)
	var got []string
	for {
		line, whole, err := connectors.ReadLine(br, 50)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !whole {
			if err := connectors.SkipLine(br, line); err != nil {
				t.Fatal(err)
			}
			line = []byte("too long")
		}
		got = append(got, string(line))
	}
	if want := "[a\n \n too long last]"; fmt.Sprint(got) != want {
		t.Errorf("lines %q, want %q", got, want)
	}
}

func TestAt(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for _, c := range []struct {
		location string
		err      error
		want     string
	}{
		{"/srv/feeds/a.csv", broken, "a.csv: broken"},
		{"https://a.example/b?c", broken, "https://a.example/b?c: broken"},
		{"/srv/feeds/a.csv", errors.New("/srv/feeds/a.csv: larger than 50MB"), "/srv/feeds/a.csv: larger than 50MB"},
		{"/srv/feeds/a.csv", context.Canceled, "context canceled"},
		{"/srv/feeds/a.csv", connectors.ErrUnchanged, "unchanged since the last harvest"},
	} {
		if got := connectors.At(c.location, c.err); got.Error() != c.want || !errors.Is(got, c.err) {
			t.Errorf("At(%s, %v) = %v, want %s", c.location, c.err, got, c.want)
		}
	}
}
