package openagenda_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/openagenda"
)

const (
	api    = "https://api.openagenda.com/v2/agendas/70001/events"
	portal = "https://daten.example/api/explore/v2.1/catalog/datasets/evenements-publics-openagenda/records"
)

// web returns an environment whose documents are answers by their address
// without the API key, which every request has to bear when there is one.
func web(t testing.TB, location, key string, answers map[string]string) (env connectors.Env, asked *[]string) {
	env, asked = conntest.Env(t, location), &[]string{}
	env.Open = func(_ context.Context, location string, since []byte) (*connectors.Body, error) {
		u, err := url.Parse(location)
		if err != nil {
			return nil, err
		}
		q := u.Query()
		if got := q.Get("key"); got != key {
			t.Errorf("%s is asked for with the key %q, want %q", location, got, key)
		}
		q.Del("key")
		u.RawQuery = ""
		address := u.String()
		if len(q) > 0 {
			address += "?" + q.Encode()
		}
		*asked = append(*asked, address)
		text, ok := answers[address]
		switch {
		case !ok:
			return nil, fmt.Errorf("%s: the server answers 503", location)
		case string(since) == text:
			return nil, connectors.ErrUnchanged
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location, Validator: []byte(text)}, nil
	}
	return env, asked
}

func answer(after string, total int, uids ...int) string {
	var events []string
	for _, uid := range uids {
		events = append(events, fmt.Sprintf(`{"uid":%d,"title":{"fr":"Bal"},"timings":[{"begin":"2027-01-01T20:00:00+01:00"}],"timezone":"Europe/Paris"}`, uid))
	}
	return fmt.Sprintf(`{"total":%d,"events":[%s]%s}`, total, strings.Join(events, ","), after)
}

// TestPages reads an answer page by page, and holds what is said when one is
// missing: nothing may be taken for deleted then.
func TestPages(t *testing.T) {
	t.Parallel()
	second := api + "?" + url.Values{"after[]": {"0", "1767", "2"}, "size": {"2"}}.Encode()
	const export = "https://openagenda.com/agendas/70001/events.json"
	for _, c := range []struct {
		name, location, settings string
		answers                  map[string]string
		items                    []string
		want                     []string // refusals, the end of the run
		cursor                   bool
	}{
		{"after", api + "?size=2", "", map[string]string{
			api + "?size=2": answer(`,"after":[0,1767,2]`, 3, 1, 2),
			second:          answer(`,"after":null`, 3, 3),
		}, []string{"1", "2", "3"}, nil, false},
		{"one page", api, "", map[string]string{api: answer(`,"after":null`, 1, 1)}, []string{"1"}, nil, true},
		{"scalar", api, "", map[string]string{
			api:                answer(`,"after":17`, 2, 1),
			api + "?after=17":  answer(`,"after":"a b"`, 2, 2),
			api + "?after=a+b": answer(`,"after":null`, 2),
		}, []string{"1", "2"}, nil, false},
		{"offset", export, "", map[string]string{
			export:               answer(`,"offset":0,"limit":2`, 3, 1, 2),
			export + "?offset=2": answer(`,"offset":2,"limit":2`, 3, 3),
		}, []string{"1", "2", "3"}, nil, false},
		{"portal", portal + "?limit=2", "", map[string]string{
			portal + "?limit=2":          `{"total_count":3,"results":[{"uid":"1","title_fr":"Bal","firstdate_begin":"2027-01-01T19:00:00Z"},{"uid":"2","title_fr":"Bal","firstdate_begin":"2027-01-02T19:00:00Z"}]}`,
			portal + "?limit=2&offset=2": `{"total_count":3,"results":[{"uid":"3","title_fr":"Bal","firstdate_begin":"2027-01-03T19:00:00Z"}]}`,
		}, []string{"1", "2", "3"}, nil, false},
		{"old portal", portal + "?rows=1", "", map[string]string{
			portal + "?rows=1":         `{"nhits":2,"records":[{"fields":{"uid":"1","title_fr":"Bal","firstdate_begin":"2027-01-01T19:00:00Z"}}]}`,
			portal + "?rows=1&start=1": `{"nhits":2,"records":[{"fields":{"uid":"2","title_fr":"Bal","firstdate_begin":"2027-01-02T19:00:00Z"}}]}`,
		}, []string{"1", "2"}, nil, false},
		{"far portal", portal + "?offset=9999", "", map[string]string{
			portal + "?offset=9999": `{"total_count":20000,"results":[{"uid":"1","title_fr":"Bal","firstdate_begin":"2027-01-01T19:00:00Z"}]}`,
		}, []string{"1"}, []string{
			portal + "?offset=9999: the list says that it has 20000 events, but 1 of them are in it; take the portal's export, which has all of them (/exports/json)"}, true},
		{"lost", api + "?size=2", "", map[string]string{api + "?size=2": answer(`,"after":[0,1767,2]`, 3, 1, 2)}, []string{"1", "2"}, []string{
			api + "?size=2: page 2: " + second + ": the server answers 503"}, false},
		{"short", api, "", map[string]string{api: answer(`,"after":null`, 9, 1)}, []string{"1"}, []string{
			api + ": the list says that it has 9 events, but 1 of them are in it; save all its pages, or raise size in its address"}, true},
		{"too many", api, "pages: 1", map[string]string{api: answer(`,"after":5`, 9, 1)}, []string{"1"}, []string{
			api + ": there are more than 1 pages; raise the setting pages, or ask for more events a page with size=300"}, false},
		{"again", api, "", map[string]string{api: answer(`,"after":5`, 2, 1), api + "?after=5": answer(`,"after":5`, 2, 1)}, []string{"1"}, []string{
			"page 2, event 1, uid 1: the same key as item 1 of the list; the first is kept (\"1\")"}, false},
		{"none", api, "", map[string]string{api: answer("", 0)}, nil, []string{api + ": the list is empty: there is no event in it"}, false},
		{"message", api, "", map[string]string{api: `{"message":"invalid key"}`}, nil, []string{
			api + `: OpenAgenda answers "invalid key"; look at the address, the agenda's number and the key`}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			env, _ := web(t, c.location, "", c.answers)
			conn, err := openagenda.Kind().Open(conntest.Settings(t, c.settings), env)
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), conn, nil)
			var items, said []string
			var next connectors.Cursor
			for _, it := range r.Items {
				items, next = append(items, it.Key), it.Next
			}
			for _, refusal := range r.Refusals {
				said = append(said, refusal.Error())
			}
			if r.Err != nil {
				said = append(said, r.Err.Error())
			}
			if d := cmp.Diff(c.items, items); d != "" {
				t.Errorf("items (-want +got):\n%s", d)
			}
			if d := cmp.Diff(c.want, said); d != "" {
				t.Errorf("said (-want +got):\n%s", d)
			}
			if got := next != nil; got != c.cursor {
				t.Errorf("the last item carries a cursor: %v, want %v", got, c.cursor)
			}
			if c.cursor {
				if r := conntest.Harvest(t.Context(), conn, next); !errors.Is(r.Err, connectors.ErrUnchanged) {
					t.Errorf("harvest from its cursor = %v, want ErrUnchanged", r.Err)
				}
			}
		})
	}
}

// TestKey holds that the API key, be it a setting or in the address, goes with
// every request, also for the agenda's description, and into nothing that is
// kept or told.
func TestKey(t *testing.T) {
	t.Parallel()
	const key = "s3cretkey"
	for name, c := range map[string]struct{ location, settings string }{
		"setting": {api, "{key: " + key + ", types: [rubrique]}"},
		"address": {api + "?key=" + key, "types: [rubrique]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env, asked := web(t, c.location, key, map[string]string{
				"https://api.openagenda.com/v2/agendas/70001": `{"uid":70001,"schema":{"fields":[{"field":"rubrique","options":[{"id":3,"label":{"fr":"Bal"}}]}]}}`,
				api: `{"total":2,"after":8,"events":[{"title":"y"},{"uid":1,"title":{"fr":"x"},"rubrique":3,"timings":[{"begin":"2027-01-01T20:00:00+01:00"}],"location":{"name":"Halle"}}]}`,
			})
			conn, err := openagenda.Kind().Open(conntest.Settings(t, c.settings), env)
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), conn, nil)
			triples, text := conntest.Render(r)
			if strings.Contains(string(triples)+string(text), key) {
				t.Errorf("the key is in what is kept or told:\n%s%s", triples, text)
			}
			if !strings.Contains(string(triples), `"Bal"@fr`) {
				t.Errorf("the choice is not named:\n%s", triples)
			}
			if r.Err == nil || !strings.Contains(r.Err.Error(), "key=…") {
				t.Errorf("harvest = %v, want the error of the second page without the key", r.Err)
			}
			want := []string{api, "https://api.openagenda.com/v2/agendas/70001", api + "?after=8"}
			if d := cmp.Diff(want, *asked); d != "" {
				t.Errorf("asked (-want +got):\n%s", d)
			}
		})
	}
}

// TestKnown holds that an event that is as it was is not mapped again.
func TestKnown(t *testing.T) {
	t.Parallel()
	env, _ := web(t, api, "", map[string]string{api: answer("", 2, 1, 2)})
	kept := map[string]string{}
	env.Known = func(raw []byte) (string, bool) { key, ok := kept[string(raw)]; return key, ok }
	c, err := openagenda.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	first := conntest.Harvest(t.Context(), c, nil)
	kept[string(first.Items[0].Raw)] = first.Items[0].Key
	again := conntest.Harvest(t.Context(), c, nil)
	if it := again.Items[0]; !it.Same || it.Key != "1" || len(it.Drafts) > 0 {
		t.Errorf("the known event is %+v, want it the same and without drafts", it)
	}
	if it := again.Items[1]; it.Same || len(it.Drafts) == 0 {
		t.Errorf("the other event is %+v, want it read", it)
	}
}
