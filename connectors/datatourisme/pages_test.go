package datatourisme_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/datatourisme"
)

const api = "https://api.example/v1/entertainmentAndEvent?api_key=s3cret&page_size=1"

// answer is a page of the API with one event.
func answer(id int, next string) string {
	return fmt.Sprintf(`{"objects":[{"uuid":"%08d-0000-3000-8000-000000000000","type":["Festival"],"label":{"@fr":"Fête %d"},"takesPlaceAt":[{"startDate":"2026-12-0%d"}],"isLocatedAt":[]}],"meta":{"total":3%s}}`,
		id, id, id, next)
}

// TestPages reads the pages of the API one behind the other.
func TestPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, settings string
		answers        map[string]string // by address
		items          int
		asked          []string
		err            string
	}{
		{"three pages, the key sent along", "", map[string]string{
			api: answer(1, `,"next":"https://api.example/v1/entertainmentAndEvent?crs=b%3D"`),
			"https://api.example/v1/entertainmentAndEvent?api_key=s3cret&crs=b%3D": answer(2, `,"next":"/v1/x?api_key=own"`),
			"https://api.example/v1/x?api_key=own":                                 answer(3, `,"next":null`),
		}, 3, []string{api, "https://api.example/v1/entertainmentAndEvent?api_key=s3cret&crs=b%3D", "https://api.example/v1/x?api_key=own"}, ""},
		{"another host", "", map[string]string{api: answer(1, `,"next":"https://evil.example/v1/x"`)}, 1, []string{api},
			"https://api.example/v1/entertainmentAndEvent: the next page lies at another host and is not read"},
		{"a circle", "", map[string]string{api: answer(1, `,"next":"`+api+`"`)}, 1, []string{api}, "page 1 leads back to one that is read already"},
		{"too many", "pages: 1", map[string]string{api: answer(1, `,"next":"/v1/x"`)}, 1, []string{api}, "there are more than 1 pages; the setting pages says how many are read"},
		{"a page that is none", "", map[string]string{api: answer(1, `,"next":"/v1/x?api_key=k"`), "https://api.example/v1/x?api_key=k": `{"error_msg":"Too Many Requests"}`}, 1,
			[]string{api, "https://api.example/v1/x?api_key=k"}, "page 2 is not what the API answers"},
		{"no answer", "", map[string]string{}, 0, []string{api}, "not there"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var asked []string
			env := conntest.Env(t, api)
			env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
				asked = append(asked, location)
				text, ok := c.answers[location]
				if !ok {
					return nil, errors.New("not there")
				}
				return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location, MediaType: "application/json", Validator: []byte("v")}, nil
			}
			conn, err := datatourisme.Kind().Open(conntest.Settings(t, c.settings), env)
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), conn, nil)
			if len(r.Items) != c.items || len(r.Refusals) > 0 {
				t.Errorf("%d items, refusals %v; want %d and none", len(r.Items), r.Refusals, c.items)
			}
			if got := fmt.Sprint(r.Err); c.err == "" && r.Err != nil || !strings.Contains(got, c.err) || strings.Contains(got, "s3cret") {
				t.Errorf("Harvest ends with %q, want %q without the key", got, c.err)
			}
			if d := cmp.Diff(c.asked, asked); d != "" {
				t.Errorf("addresses asked (-want +got):\n%s", d)
			}
			for _, it := range r.Items {
				if it.Next != nil {
					t.Errorf("item %s carries a cursor, though pages change one by one", it.Key)
				}
			}
		})
	}
}

// TestFolder reads an unpacked flux by its folder.
func TestFolder(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"/srv/flux/index.json":       `[{"label":"x","file":"0/a.json"}]`,
		"/srv/flux/objects/0/a.json": festival("a"),
	}
	env := conntest.Env(t, "/srv/flux")
	env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
		text, ok := files[location]
		if !ok {
			return nil, errors.New("not a file")
		}
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location, Validator: []byte("v")}, nil
	}
	conn, err := datatourisme.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	r := conntest.Harvest(t.Context(), conn, nil)
	if r.Err != nil || len(r.Items) != 1 || len(r.Refusals) > 0 || r.Items[0].Next == nil {
		t.Errorf("%d items, refusals %v, %v; want one with a cursor", len(r.Items), r.Refusals, r.Err)
	}
	clear(files)
	if r := conntest.Harvest(t.Context(), conn, nil); r.Err == nil || r.Err.Error() != "flux: not a file" {
		t.Errorf("Harvest of a folder without an index = %v, want that of the folder", r.Err)
	}
}

// TestIndexAtAddress reads the objects of an unpacked flux from beside its
// index, with what lets one in to the index, and gives up where none is there.
func TestIndexAtAddress(t *testing.T) {
	t.Parallel()
	const index = "https://flux.example/val/index.json?token=s3cret"
	var list []string
	for i := range 40 {
		list = append(list, fmt.Sprintf(`{"label":"x","lastUpdateDatatourisme":"2026-01-01","file":"0/%d.json"}`, i))
	}
	for _, c := range []struct {
		name     string
		there    func(location string) bool
		items    int
		refusals int
		err      string
	}{
		{"all there", func(string) bool { return true }, 40, 0, ""},
		{"one missing", func(l string) bool { return !strings.Contains(l, "/7.json") }, 39, 1, ""},
		{"none there", func(string) bool { return false }, 0, 25, "none of the first 25 objects that index.json lists can be read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			env := conntest.Env(t, index)
			env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
				text := "[" + strings.Join(list, ",") + "]"
				if location != index {
					name, ok := strings.CutSuffix(strings.TrimPrefix(location, "https://flux.example/val/objects/0/"), ".json?token=s3cret")
					if !ok || !c.there(location) {
						return nil, errors.New("404 not found")
					}
					text = fmt.Sprintf(`{"@id":"https://data.example/%s","@type":["Festival"],"rdfs:label":{"fr":["Fête"]},"takesPlaceAt":[{"startDate":"2026-12-01"}]}`, name)
				}
				return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: location}, nil
			}
			conn, err := datatourisme.Kind().Open(nil, env)
			if err != nil {
				t.Fatal(err)
			}
			r := conntest.Harvest(t.Context(), conn, nil)
			if len(r.Items) != c.items || len(r.Refusals) != c.refusals {
				t.Errorf("%d items, %d refusals; want %d, %d: %v", len(r.Items), len(r.Refusals), c.items, c.refusals, r.Refusals)
			}
			if got := fmt.Sprint(r.Err); c.err == "" && r.Err != nil || !strings.Contains(got, c.err) || strings.Contains(got, "s3cret") {
				t.Errorf("Harvest ends with %q, want %q without the token", got, c.err)
			}
		})
	}
}
