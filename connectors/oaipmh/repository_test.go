package oaipmh_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/schema/crosswalk/dc"
	wire "moselle/schema/wire/oaipmh"
)

// repository is a provider of OAI-PMH in memory. Tokens are "start|set|from|until".
type repository struct {
	wire.Repository
	records  []record
	formats  []wire.Format
	size     int // of a page
	now      time.Time
	requests []string
	answer   func(request wire.Request, n int) (body string, err error) // goes before the proper answer; "" for none
}

type record struct {
	wire.Header
	metadata []byte
}

func newRepository(records int) *repository {
	r := &repository{size: 10, now: conntest.Now.Add(-time.Hour), formats: []wire.Format{{Prefix: "oai_dc", Schema: dc.Schema, Namespace: dc.Namespace}}}
	r.Repository = wire.Repository{Name: "Museum am Fluss", BaseURL: "https://museum.example/oai", AdminEmails: []string{"a@museum.example"}, Deleted: wire.DeletedPersistent, Granularity: wire.Second}
	for i := range records {
		r.put(i, conntest.Now.Add(-time.Hour*24*time.Duration(records-i+10)), fmt.Sprintf("Blatt %d", i))
	}
	return r
}

// put adds a record or replaces the one of this number; the list is kept by
// datestamp, as in most repositories.
func (r *repository) put(n int, at time.Time, title string, sets ...string) {
	metadata := dc.Print(nil, []dc.Statement{{Term: "title", Lang: "de", Value: title}, {Term: "type", Value: "Text"}, {Term: "creator", Value: "Muster, Maria"}})
	r.set(record{wire.Header{Identifier: fmt.Sprintf("oai:museum.example:%d", n), Datestamp: at, Sets: sets}, metadata})
}

func (r *repository) remove(n int, at time.Time, sets ...string) {
	r.set(record{wire.Header{Identifier: fmt.Sprintf("oai:museum.example:%d", n), Datestamp: at, Sets: sets, Deleted: true}, nil})
}

func (r *repository) set(rec record) {
	r.records = slices.DeleteFunc(r.records, func(o record) bool { return o.Identifier == rec.Identifier && slices.Equal(o.Sets, rec.Sets) })
	r.records = append(r.records, rec)
}

// open is an Env.Open.
func (r *repository) open(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
	u, err := url.Parse(location)
	if err != nil {
		return nil, err
	}
	query := u.Query()
	query.Del("lang")
	r.requests = append(r.requests, u.RawQuery)
	request, wrong := wire.ParseRequest(query)
	if r.answer != nil {
		body, err := r.answer(request, len(r.requests))
		if err != nil {
			return nil, err
		}
		if body != "" {
			return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(body)), Location: location}, nil
		}
	}
	var b bytes.Buffer
	w := wire.NewWriter(&b, r.now, r.BaseURL, request)
	switch {
	case len(wrong) > 0:
		w.Errors(wrong...)
	case request.Verb == wire.Identify:
		w.Identify(r.Repository)
	case request.Verb == wire.ListMetadataFormats:
		w.Formats(r.formats...)
	default:
		r.list(w, request)
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return &connectors.Body{ReadCloser: io.NopCloser(&b), Location: location}, nil
}

func (r *repository) list(w *wire.Writer, request wire.Request) {
	start := 0
	if request.Resume != "" {
		parts := strings.Split(request.Resume, "|")
		start, _ = strconv.Atoi(parts[0])
		request.Set, request.From, request.Until = parts[1], parts[2], parts[3]
	}
	var from, until time.Time
	if request.From != "" {
		from, _, _ = wire.ParseDate(request.From)
	}
	if request.Until != "" {
		until, _, _ = wire.ParseDate(request.Until)
	}
	var matching []record
	for _, rec := range r.records {
		if !rec.Datestamp.Before(from) && (until.IsZero() || !rec.Datestamp.After(until)) && (request.Set == "" || slices.Contains(rec.Sets, request.Set)) {
			matching = append(matching, rec)
		}
	}
	if len(matching) == 0 {
		w.Errors(wire.Error{Code: wire.NoRecordsMatch, Message: "nothing"})
		return
	}
	w.Begin(request.Verb)
	end := min(start+r.size, len(matching))
	for _, rec := range matching[min(start, end):end] {
		w.Record(rec.Header, r.Granularity, rec.metadata)
	}
	switch {
	case end < len(matching):
		w.Token(wire.Token{Value: fmt.Sprintf("%d|%s|%s|%s", end, request.Set, request.From, request.Until), Size: len(matching), Cursor: start})
	case start > 0:
		w.Token(wire.Token{Size: len(matching), Cursor: start})
	}
}

// harvest runs a source over the repository and says whether it listed changes
// only.
func (r *repository) harvest(t testing.TB, settings string, from connectors.Cursor) (res conntest.Result, changes bool) {
	t.Helper()
	env := conntest.Env(t, "https://museum.example/oai?lang=de")
	env.Open = r.open
	env.ChangesOnly = func() { changes = true }
	c, err := kind().Open(conntest.Settings(t, settings), env)
	if err != nil {
		t.Fatal(err)
	}
	return conntest.Harvest(t.Context(), c, from), changes
}

// last returns the cursor of a complete run.
func last(res conntest.Result) connectors.Cursor {
	if len(res.Items) == 0 {
		return nil
	}
	return res.Items[len(res.Items)-1].Next
}
