package apitest_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/api/apitest"
)

// TestPaging reads lists page by page to their end: the pages together are what
// one large page gives, nothing twice, nothing left out.
func TestPaging(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	for _, list := range []string{
		"search?sort=title", "search?sort=newest", "search?q=pont", "search?near=49.61,6.13&km=500", "search",
		"events?from=2026-10-01", "events?group=occurrence&from=2026-10-01", "events?group=occurrence&sort=next", "works?licence=open,permission",
	} {
		for _, size := range []int{1, 3, 7} {
			sep := "?"
			if strings.Contains(list, "?") {
				sep = "&"
			}
			whole, _ := rows(t, hub, "/api/v1/"+list+sep+"limit=500")
			var paged []string
			next := fmt.Sprintf("/api/v1/%s%slimit=%d", list, sep, size)
			for range 100 {
				var page []string
				page, next = rows(t, hub, next)
				paged = append(paged, page...)
				if next == "" {
					break
				}
			}
			if diff := cmp.Diff(whole, paged); diff != "" || len(whole) == 0 {
				t.Errorf("%s by %d (-whole +paged):\n%s", list, size, diff)
			}
		}
	}
}

// rows returns the rows of a page, told apart by thing and date, and the path
// of the page after.
func rows(t *testing.T, hub *apitest.Hub, path string) (out []string, next string) {
	t.Helper()
	answer, body := hub.Get(t, path)
	var page struct {
		Data []struct{ ID, Start string }
		Next string
	}
	if err := json.Unmarshal([]byte(body), &page); err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v: %.300s", path, answer.Status, err, body)
	}
	for _, row := range page.Data {
		out = append(out, row.ID+" "+row.Start)
	}
	return out, strings.TrimPrefix(page.Next, apitest.Base)
}

// TestRelayPaging reads a connection by the cursor of its last edge, and goes on
// from the middle of a page by the cursor of the edge there.
func TestRelayPaging(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	whole := connection(t, hub, 500, "")
	if whole.Total != len(whole.IDs) || len(whole.IDs) < 8 || whole.More {
		t.Fatalf("all events = %+v", whole)
	}
	var ids []string
	for after, more := "", true; more; {
		page := connection(t, hub, 3, after)
		ids, more = append(ids, page.IDs...), page.More
		after = page.Cursors[len(page.Cursors)-1]
		if page.Total != whole.Total {
			t.Errorf("totalCount after %q = %d, want %d", after, page.Total, whole.Total)
		}
	}
	if diff := cmp.Diff(whole.IDs, ids); diff != "" {
		t.Errorf("events by 3 (-whole +paged):\n%s", diff)
	}
	for i, cursor := range whole.Cursors[:5] {
		page := connection(t, hub, 2, cursor)
		if want := whole.IDs[i+1 : i+3]; !slices.Equal(page.IDs, want) {
			t.Errorf("after edge %d = %v, want %v", i, page.IDs, want)
		}
	}
}

type edges struct {
	IDs, Cursors []string
	Total        int
	More         bool
}

func connection(t *testing.T, hub *apitest.Hub, first int, after string) edges {
	t.Helper()
	body, err := json.Marshal(map[string]any{"variables": map[string]any{"first": first, "after": after},
		"query": `query ($first: Int, $after: String) { events(first: $first, after: $after, filter: {from: "2026-10-01"}) {
			totalCount pageInfo { hasNextPage startCursor endCursor } edges { cursor node { id } } } }`})
	if err != nil {
		t.Fatal(err)
	}
	_, answer := hub.Do(t, "POST", "/graphql", string(body), "Content-Type: application/json")
	var r struct {
		Data struct {
			Events struct {
				TotalCount int
				PageInfo   struct {
					HasNextPage            bool
					StartCursor, EndCursor string
				}
				Edges []struct {
					Cursor string
					Node   struct{ ID string }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(answer), &r); err != nil || len(r.Data.Events.Edges) == 0 {
		t.Fatalf("events after %q: %v: %.300s", after, err, answer)
	}
	c := r.Data.Events
	out := edges{Total: c.TotalCount, More: c.PageInfo.HasNextPage}
	for _, e := range c.Edges {
		out.IDs, out.Cursors = append(out.IDs, e.Node.ID), append(out.Cursors, e.Cursor)
	}
	if c.PageInfo.StartCursor != out.Cursors[0] || c.PageInfo.EndCursor != out.Cursors[len(out.Cursors)-1] {
		t.Errorf("pageInfo = %+v, want the first and the last of %v", c.PageInfo, out.Cursors)
	}
	return out
}

// TestChangesPaging follows the change log from the beginning: every position
// once, in order, and from the last one nothing.
func TestChangesPaging(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	next, at := "/api/v1/changes?limit=5", 0
	deleted := 0
	for next != "" {
		_, body := hub.Get(t, next)
		var page struct {
			Changes []struct {
				Position int
				Op, ID   string
				Record   json.RawMessage
			}
			Position int
			Next     string
		}
		if err := json.Unmarshal([]byte(body), &page); err != nil {
			t.Fatalf("%s: %v", next, err)
		}
		for _, c := range page.Changes {
			if at++; c.Position != at {
				t.Errorf("position = %d, want %d", c.Position, at)
			}
			if c.Op == "delete" {
				deleted++
			}
			if (c.Op == "delete") != (c.Record == nil) {
				t.Errorf("change %d is a %s with the record %.40s", c.Position, c.Op, c.Record)
			}
		}
		if page.Position != at {
			t.Errorf("position of the page = %d, want %d", page.Position, at)
		}
		next = strings.TrimPrefix(page.Next, apitest.Base)
	}
	if last, err := hub.App.Store.Last(t.Context()); err != nil || int(last) != at || deleted != 1 {
		t.Errorf("followed %d changes, %d of them deletions; want %d and 1 (%v)", at, deleted, last, err)
	}
}

// TestFeedPaging follows a feed by its Link header.
func TestFeedPaging(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	path := "/feeds/events.json?" + url.Values{"limit": {"2"}, "from": {"2026-10-01"}}.Encode()
	seen := map[string]bool{}
	for range 50 {
		res, body := hub.Get(t, path)
		var feed struct {
			Items []struct{ ID string }
			Next  string `json:"next_url"`
		}
		if err := json.Unmarshal([]byte(body), &feed); err != nil {
			t.Fatal(err)
		}
		for _, item := range feed.Items {
			if seen[item.ID] {
				t.Errorf("%s comes twice", item.ID)
			}
			seen[item.ID] = true
		}
		link := strings.TrimSuffix(strings.TrimPrefix(res.Header.Get("Link"), "<"), `>; rel="next"`)
		if link != feed.Next {
			t.Errorf("Link = %q, next_url = %q", link, feed.Next)
		}
		if path = strings.TrimPrefix(link, apitest.Base); path == "" {
			break
		}
	}
	whole, _ := rows(t, hub, "/api/v1/events?from=2026-10-01&limit=500")
	if len(seen) != len(whole) {
		t.Errorf("the feed has %d events in all, want %d", len(seen), len(whole))
	}
}
