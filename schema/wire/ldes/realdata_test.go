package ldes_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf/formats"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/wire/ldes"
)

// page is what a real page holds.
type page struct {
	Streams, Views, Relations, Members int
	Elsewhere                          int // members of which the page says nothing
	Versions                           int // members that are of another thing
	Timed                              int
}

// TestRealPages accounts for every page that two projects test their clients and
// servers with; what is no page holds nothing.
func TestRealPages(t *testing.T) {
	t.Parallel()
	want := map[string]page{
		"alfa.ttl":                               {Streams: 1, Relations: 1, Members: 250, Versions: 250, Timed: 250},
		"beta.ttl":                               {Streams: 1, Relations: 1, Members: 250, Versions: 250, Timed: 250},
		"by-page-1.ttl.gz":                       {Streams: 1, Relations: 1, Members: 250, Versions: 250, Timed: 250},
		"delta.ttl":                              {Streams: 1, Members: 50, Versions: 50, Timed: 50},
		"epsilon.ttl":                            {Streams: 1, Members: 117, Versions: 117, Timed: 117},
		"gamma.ttl":                              {Streams: 1, Members: 1, Versions: 1, Timed: 1},
		"ldes-dump.ttl":                          {Streams: 1, Views: 1, Members: 4, Versions: 4, Timed: 4},
		"ldes.ttl":                               {Streams: 1},
		"mock-calendar-ldes-2025-01-01.ttl":      {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-calendar-ldes-2025-01-02.ttl":      {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-calendar-ldes-2025-01.ttl":         {Streams: 1, Views: 1, Relations: 4},
		"mock-calendar-ldes-2025.ttl":            {Streams: 1, Views: 1, Relations: 2},
		"mock-calendar-ldes.ttl":                 {Streams: 1, Views: 1, Relations: 2},
		"mock-ldes-0.ttl":                        {Streams: 1, Views: 1, Relations: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-1.ttl":                        {Streams: 1, Views: 1, Relations: 2, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-2.ttl":                        {Streams: 1, Views: 1, Relations: 1, Members: 6, Versions: 6, Timed: 6},
		"mock-ldes-atypical-0.ttl":               {Streams: 1, Views: 1, Relations: 2},
		"mock-ldes-atypical-1.1.ttl":             {Streams: 1, Views: 1, Relations: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-atypical-1.2.ttl":             {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-atypical-1.ttl":               {Streams: 1, Views: 1, Relations: 1},
		"mock-ldes-atypical-2.ttl":               {Streams: 1, Views: 1, Members: 6, Versions: 6, Timed: 6},
		"mock-ldes-atypical.ttl":                 {Streams: 1, Views: 1},
		"mock-ldes-inbetween-0.ttl":              {Streams: 1, Views: 1, Relations: 1},
		"mock-ldes-inbetween-24-09-25.ttl":       {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-inbetween-24-09-26-09-00.ttl": {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-inbetween-24-09-26-09-05.ttl": {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-inbetween-24-09-26-09.ttl":    {Streams: 1, Views: 1, Relations: 2},
		"mock-ldes-inbetween-24-09-26-10.ttl":    {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-inbetween-24-09-26.ttl":       {Streams: 1, Views: 1, Relations: 2},
		"mock-ldes-inbetween-24-09.ttl":          {Streams: 1, Views: 1, Relations: 2},
		"mock-ldes-inbetween-24-10.ttl":          {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-inbetween-24.ttl":             {Streams: 1, Views: 1, Relations: 2},
		"mock-ldes-inbetween.ttl":                {Streams: 1, Views: 1},
		"mock-ldes-linked-list-1.ttl":            {Streams: 1, Views: 1, Relations: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-linked-list-2.ttl":            {Streams: 1, Views: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-linked-list.ttl":              {Streams: 1, Views: 1, Relations: 1, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-minimal-view-0.ttl":           {Streams: 1, Relations: 1, Members: 3},
		"mock-ldes-minimal-view-1.ttl":           {Streams: 1, Relations: 2, Members: 3},
		"mock-ldes-minimal-view-2.ttl":           {Streams: 1, Relations: 1, Members: 6},
		"mock-ldes-minimal-view.ttl":             {Streams: 1, Views: 1},
		"mock-ldes-reverse-0.ttl":                {Streams: 1, Relations: 1, Members: 3},
		"mock-ldes-reverse-1.ttl":                {Streams: 1, Views: 1, Relations: 2, Members: 3, Versions: 3, Timed: 3},
		"mock-ldes-reverse-2.ttl":                {Streams: 1, Views: 1, Relations: 1, Members: 6, Versions: 6, Timed: 6},
		"mock-ldes-reverse.ttl":                  {Streams: 1, Views: 1},
		"mock-ldes.ttl":                          {Streams: 1, Views: 1},
		"observations.ttl":                       {Streams: 1},
		"occupancy.ttl":                          {Streams: 1},
		"page1.ttl":                              {Streams: 1, Relations: 1, Members: 250, Versions: 250, Timed: 250},
		"page5.ttl":                              {Streams: 1, Members: 16, Versions: 16, Timed: 16},
	}
	got := map[string]page{}
	root := rdftest.Data(t, "ldes")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "LICENSE" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, ".gz") {
			zr, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				return err
			}
			if data, err = io.ReadAll(zr); err != nil {
				return err
			}
		}
		location := "http://localhost:3000/" + strings.TrimSuffix(d.Name(), ".gz")
		f, in, err := formats.Open(bytes.NewReader(data), "", location)
		if err != nil {
			return err
		}
		p, err := ldes.Read(f.Decode(in, location), location, ldes.Limits{Statements: 1e6, Members: 1e5, Relations: 1e4})
		if d.Name() == "01.ttl" { // members without commas between them
			if err == nil || !strings.HasPrefix(err.Error(), "line 17, column 20: ") {
				t.Errorf("%s: %v, want the place at which it is no Turtle", path, err)
			}
			return nil
		}
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return nil
		}
		n := page{Streams: len(p.Streams), Relations: len(p.Relations), Members: len(p.Members)}
		var s ldes.Stream
		for _, s = range p.Streams {
			n.Views += len(s.Views)
		}
		for _, id := range p.Members {
			m, err := p.Member(id, s)
			if errors.Is(err, ldes.ErrElsewhere) {
				n.Elsewhere++
			} else if err != nil {
				t.Errorf("%s: %v", path, err)
			}
			if m.Of != m.ID {
				n.Versions++
			}
			if !m.When.IsZero() {
				n.Timed++
			}
		}
		if n != (page{}) {
			got[d.Name()] = n
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("pages (-want +got):\n%s", d)
	}
}
