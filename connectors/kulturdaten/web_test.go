package kulturdaten_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/kulturdaten"
)

const (
	api    = "https://kultur.example/api/"
	events = api + "events?pageSize=2"
)

// web returns an environment whose documents are answers by their address.
func web(t testing.TB, location string, answers map[string]string) (env connectors.Env, asked *[]string) {
	env, asked = conntest.Env(t, location), &[]string{}
	env.Open = func(_ context.Context, location string, since []byte) (*connectors.Body, error) {
		*asked = append(*asked, location)
		text, ok := answers[location]
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

// one is an event, and one's a page of events.
func one(id int) string {
	return fmt.Sprintf(`{"type":"type.Event","identifier":"E_%d","status":"event.published","schedule":{"startDate":"2027-03-01","startTime":"10:00"},`+
		`"attractions":[{"referenceType":"type.Attraction","referenceId":"A_%d","referenceLabel":{"de":"Etikett %d"}}]}`, id, id%2, id%2)
}

func page(n, total int, ids ...int) string {
	var all []string
	for _, id := range ids {
		all = append(all, one(id))
	}
	return fmt.Sprintf(`{"success":true,"data":{"page":%d,"pageSize":2,"totalCount":%d,"events":[%s]}}`, n, total, strings.Join(all, ","))
}

const tags = `{"success":true,"data":{"tags":[{"type":"type.Tag","identifier":"T_1","title":{"de":"Hafen"}}]}}`

func single(id, title string) string {
	return fmt.Sprintf(`{"success":true,"data":{"attraction":{"type":"type.Attraction","identifier":%q,"status":"attraction.published","title":{"de":%q},"tags":["T_1"]}}}`, id, title)
}

// outcome is what a run came to.
type outcome struct {
	Items   []string
	Refused []string
	Err     string
	Cursor  bool
}

func outcomeOf(r conntest.Result) (o outcome) {
	for _, it := range r.Items {
		o.Items = append(o.Items, it.Key)
		o.Cursor = o.Cursor || it.Next != nil
	}
	for _, refusal := range r.Refusals {
		o.Refused = append(o.Refused, refusal.Error())
	}
	if r.Err != nil {
		o.Err = r.Err.Error()
	}
	return o
}

func TestPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, location, settings string
		answers                  map[string]string
		asked                    []string
		want                     outcome
	}{
		{"all pages", events, "lookups: 0", map[string]string{events: page(1, 3, 1, 2), api + "events?page=2&pageSize=2": page(2, 3, 3)},
			[]string{events, api + "events?page=2&pageSize=2"},
			outcome{Items: []string{"E_1", "E_2", "E_3"}}},
		{"the page size is added", api + "events?organizedBy=O_1", "lookups: 0", map[string]string{api + "events?organizedBy=O_1&pageSize=500": page(1, 1, 1)},
			[]string{api + "events?organizedBy=O_1&pageSize=500"},
			outcome{Items: []string{"E_1"}}},
		{"a list that moves on", events, "lookups: 0", map[string]string{events: page(1, 3, 1, 2), api + "events?page=2&pageSize=2": page(2, 3, 2, 3)},
			[]string{events, api + "events?page=2&pageSize=2"},
			outcome{Items: []string{"E_1", "E_2", "E_3"}}},
		{"fewer than said", events, "lookups: 0", map[string]string{events: page(1, 4, 1, 2), api + "events?page=2&pageSize=2": page(2, 4, 3)},
			[]string{events, api + "events?page=2&pageSize=2"},
			outcome{Items: []string{"E_1", "E_2", "E_3"}, Refused: []string{events + ": the list says that it has 4 things, and 3 stand in it; save all its pages, or raise pageSize in its address"}}},
		{"too many pages", events, "{lookups: 0, pages: 1}", map[string]string{events: page(1, 4, 1, 2)},
			[]string{events},
			outcome{Items: []string{"E_1", "E_2"}, Refused: []string{events + ": there are more than 1 pages; raise the setting pages, or ask for more things a page with pageSize=500"}}},
		{"a page that fails", events, "lookups: 0", map[string]string{events: page(1, 4, 1, 2)},
			[]string{events, api + "events?page=2&pageSize=2"},
			outcome{Items: []string{"E_1", "E_2"}, Err: events + ": page 2: " + api + "events?page=2&pageSize=2: the server answers 503"}},
		{"what is referred to", events, "", map[string]string{events: page(1, 2, 1, 2), api + "tags": tags, api + "attractions/A_0": single("A_0", "Null"), api + "attractions/A_1": single("A_1", "Eins")},
			[]string{api + "tags", events, api + "attractions/A_1", api + "attractions/A_0"},
			outcome{Items: []string{"E_1", "E_2"}}},
		{"not all that is referred to", events, "lookups: 1", map[string]string{events: page(1, 2, 1, 2)},
			[]string{api + "tags", events, api + "attractions/A_1"},
			outcome{Items: []string{"E_1", "E_2"}}},
		{"a list beside it that fails", events, "{lookups: 0, with: [attractions]}", map[string]string{events: page(1, 1, 1)},
			[]string{api + "attractions?pageSize=500"},
			outcome{Err: events + ": " + api + "attractions, which the setting with names: " + api + "attractions?pageSize=500: the server answers 503"}},
		{"one event", api + "events/E_1", "lookups: 0", map[string]string{api + "events/E_1": `{"success":true,"data":{"event":` + one(1) + `}}`},
			[]string{api + "events/E_1"},
			outcome{Items: []string{"E_1"}}},
		{"no such event", api + "events/E_9", "lookups: 0", map[string]string{api + "events/E_9": `{"success":false,"error":{"code":404,"message":"Resource Not Found","details":"Event not found"}}`},
			[]string{api + "events/E_9"},
			outcome{Err: api + `events/E_9: the server answers "Resource Not Found Event not found" in place of a list; look at the address`}},
		{"everything", "https://kultur.example/api", "lookups: 0", map[string]string{
			api + "tags":                       tags,
			api + "organizations?pageSize=500": `{"success":true,"data":{"page":1,"pageSize":500,"totalCount":0,"organizations":[]}}`,
			api + "locations?pageSize=500":     `{"success":true,"data":{"page":1,"pageSize":500,"totalCount":0,"locations":[]}}`,
			api + "attractions?pageSize=500":   `{"success":true,"data":{"page":1,"pageSize":500,"totalCount":1,"attractions":[{"type":"type.Attraction","identifier":"A_1","status":"attraction.published","title":{"de":"Eins"}}]}}`,
			api + "events?pageSize=500":        page(1, 1, 1)},
			[]string{api + "tags", api + "organizations?pageSize=500", api + "locations?pageSize=500", api + "attractions?pageSize=500", api + "events?pageSize=500"},
			outcome{Items: []string{"T_1", "A_1", "E_1"}}},
		{"nothing", events, "lookups: 0", map[string]string{events: page(1, 0)}, []string{events},
			outcome{Refused: []string{events + ": the list is empty: there is nothing in it"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			env, asked := web(t, c.location, c.answers)
			conn, err := kulturdaten.Kind().Open(conntest.Settings(t, c.settings), env)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, outcomeOf(conntest.Harvest(t.Context(), conn, nil))); d != "" {
				t.Errorf("outcome (-want +got):\n%s", d)
			}
			if d := cmp.Diff(c.asked, *asked); d != "" {
				t.Errorf("asked (-want +got):\n%s", d)
			}
		})
	}
}

// TestReferred holds that an event takes over what its attraction says, with the
// names of its tags, that one that cannot be had is told, and that an event is
// read anew when its attraction has changed and only then.
func TestReferred(t *testing.T) {
	t.Parallel()
	answers := map[string]string{events: page(1, 2, 1, 2), api + "tags": tags, api + "attractions/A_1": single("A_1", "Eins")}
	env, _ := web(t, events, answers)
	kept := map[string]string{}
	env.Known = func(raw []byte) (string, bool) { key, ok := kept[string(raw)]; return key, ok }
	c, err := kulturdaten.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	first := conntest.Harvest(t.Context(), c, nil)
	if len(first.Items) != 2 {
		t.Fatalf("%d items, want 2", len(first.Items))
	}
	for _, want := range []string{`"Eins"@de`, `"Hafen"@de`, "attractions/A_1>"} {
		if got, _ := conntest.Render(conntest.Result{Items: first.Items[:1]}); !strings.Contains(string(got), want) {
			t.Errorf("the first event lacks %s:\n%s", want, got)
		}
	}
	told := false
	for _, f := range first.Items[1].Faults {
		told = told || strings.Contains(f.Message, "could not be asked for")
	}
	if !told {
		t.Errorf("the faults of the second event are %v, want one that says that its attraction could not be had", first.Items[1].Faults)
	}
	for _, it := range first.Items {
		kept[string(it.Raw)] = it.Key
	}
	answers[api+"attractions/A_1"] = single("A_1", "Anders")
	again := conntest.Harvest(t.Context(), c, nil)
	if again.Items[0].Same || !again.Items[1].Same {
		t.Errorf("the first event is the same: %v, the second: %v; want false and true", again.Items[0].Same, again.Items[1].Same)
	}
}
