package oaipmh_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/hub/config"
	"moselle/hub/fetch"
	"moselle/schema/rdf/rdftest"
)

// TestProvider harvests a provider that is not ours over HTTP, as .ci/oai starts
// it: whole, broken off half way and gone on with, and changed meanwhile.
func TestProvider(t *testing.T) {
	base := os.Getenv("HUB_OAI")
	if base == "" {
		rdftest.Absent(t, "the provider of OAI-PMH: start .ci/oai and set HUB_OAI to its address")
	}
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	client := fetch.New(fetch.Options{Version: "test", Temp: t.TempDir(), Limits: config.Fetch{
		MaxBytes: 50 << 20, MaxUnpacked: 50 << 20, MaxRatio: 100, Timeout: time.Minute, Idle: time.Minute, Redirects: 3, Allow: []string{u.Host},
	}})
	open := func(settings string) (connectors.Connector, *bool) {
		env, changes := conntest.Env(t, base), new(bool)
		env.Open, env.Now = client.For(base), time.Now
		env.ChangesOnly = func() { *changes = true }
		c, err := kind().Open(conntest.Settings(t, settings), env)
		if err != nil {
			t.Fatal(err)
		}
		return c, changes
	}

	c, _ := open("")
	begun := time.Now()
	whole := conntest.Harvest(t.Context(), c, nil)
	if whole.Err != nil || len(whole.Refusals) > 0 || len(whole.Items) == 0 {
		t.Fatalf("the harvest gives %d items, %v, %v", len(whole.Items), whole.Refusals, whole.Err)
	}
	records := len(whole.Items)
	t.Logf("%d records in %v", records, time.Since(begun))

	killed, kill := context.WithCancel(t.Context())
	read := map[string]bool{}
	var resume connectors.Cursor
	for it, err := range c.Harvest(killed, nil) {
		if err != nil {
			if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			break
		}
		if len(read) > records/2 {
			kill()
		}
		read[it.Key] = true
		if it.Resume != nil {
			resume = it.Resume
		}
	}
	kill()
	c, changes := open("")
	rest := conntest.Harvest(t.Context(), c, resume)
	if len(rest.Items) >= records || !*changes || rest.Err != nil {
		t.Errorf("the rest is %d of %d items, changes %v, %v", len(rest.Items), records, *changes, rest.Err)
	}
	for _, it := range rest.Items {
		read[it.Key] = true
	}
	if len(read) != records {
		t.Errorf("before and after the kill %d records were read, want %d", len(read), records)
	}

	remove(t, base, 7)
	c, _ = open("")
	later := conntest.Harvest(t.Context(), c, last(rest))
	if later.Err != nil || len(later.Items) != 1 || !later.Items[0].Deleted || later.Items[0].Key != "oai:archive.example:7" {
		t.Errorf("after a removal the harvest gives %v, %v, want one deleted record", later.Items, later.Err)
	}

	c, _ = open("sets: [odd, even]")
	if sets := conntest.Harvest(t.Context(), c, nil); len(sets.Items) != records || sets.Err != nil {
		t.Errorf("both sets hold %d items, %v, want %d", len(sets.Items), sets.Err, records)
	}
}

func remove(t *testing.T, base string, n int) {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, u.JoinPath("..", "remove", strconv.Itoa(n)).String(), nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Fatalf("POST %s: status %d", request.URL, res.StatusCode)
	}
}
