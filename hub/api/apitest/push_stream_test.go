package apitest_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
)

// TestPushStreams reads answers while records are still being sent.
func TestPushStreams(t *testing.T) {
	t.Parallel()
	h := pushed(t, "")
	body, send := io.Pipe()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL(records), body)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", "application/x-ndjson")
	const n = 1500
	answered := make(chan struct{})
	go func() {
		for i := range n {
			if i == n-1 {
				<-answered // the last record waits for the first answer
			}
			fmt.Fprintf(send, `{"key": "p%d", "record": {"type": "Person", "name": "Person %d"}}`+"\n", i, i)
		}
		send.Close()
	}()
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	got := 0
	for in := bufio.NewScanner(res.Body); in.Scan(); got++ {
		if got == 0 {
			close(answered)
		}
		if want := fmt.Sprintf(`{"key":"p%d","where":"line %d","status":"created"`, got, got+1); !strings.HasPrefix(in.Text(), want) {
			t.Fatalf("answer %d is %s, want %s…", got, in.Text(), want)
		}
	}
	if got != n {
		t.Errorf("%d answers, want %d", got, n)
	}
}

// TestPushStopped holds what is told when a request ends early: what was answered
// for is stored.
func TestPushStopped(t *testing.T) {
	t.Parallel()
	h := pushed(t, ", max_items: 2, max_bytes: 400")
	person := func(key string) string {
		return fmt.Sprintf(`{"key": %q, "record": {"type": "Person", "name": "x"}}`+"\n", key)
	}
	var packed strings.Builder
	z := gzip.NewWriter(&packed)
	fmt.Fprint(z, person("z1")+person("z2"))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, body string
		headers    []string
		want       []string
	}{
		{"too many", person("a") + person("b") + person("c"), []string{lines}, []string{"created", "created", "stopped plus de 2 fiches"}},
		{"too large", person("a") + person(strings.Repeat("b", 500)), []string{lines}, nil},
		{"broken off", "[" + person("a") + ", {", []string{isJSON}, []string{"unchanged", "stopped demande : la liste s’arrête après l’élément 1"}},
		{"packed", packed.String(), []string{lines, "Content-Encoding: gzip"}, []string{"created", "created"}},
		{"packed badly", "no gzip", []string{lines, "Content-Encoding: gzip"}, nil},
		{"a bomb", bomb(t), []string{lines, "Content-Encoding: gzip"}, nil},
	} {
		res, text := h.Do(t, http.MethodPost, records, c.body, append(c.headers, auth)...)
		if c.want == nil {
			if res.StatusCode != 400 {
				t.Errorf("%s: %d %s, want 400", c.name, res.StatusCode, text)
			}
			continue
		}
		var got []string
		for line := range strings.Lines(strings.TrimSuffix(text, "]\n")) {
			a := answerOf(t, strings.TrimLeft(line, "[,"))
			got = append(got, strings.TrimSpace(a.Status+" "+a.Error))
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: answers %q, want %q", c.name, got, c.want)
			continue
		}
		for i := range got {
			if !strings.Contains(got[i], strings.TrimPrefix(c.want[i], "stopped ")) || strings.HasPrefix(got[i], "stopped") != strings.HasPrefix(c.want[i], "stopped") {
				t.Errorf("%s: answer %d is %q, want %q", c.name, i, got[i], c.want[i])
			}
		}
	}
}

// bomb is little that unpacks to a lot.
func bomb(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	z := gzip.NewWriter(&b)
	if _, err := z.Write(make([]byte, 10<<20)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestPushKeys sends under keys that addresses have to write otherwise.
func TestPushKeys(t *testing.T) {
	t.Parallel()
	h := pushed(t, "")
	for path, key := range map[string]string{
		"/a/b": "a/b", "/a%2Fc": "a/c", "/50%25": "50%", "/https:%2F%2Fa.example%2F1": "https://a.example/1", "/%C3%A9t%C3%A9%20%3F": "été ?", "/a+b": "a+b", "/%2525": "%25",
	} {
		res, body := h.Do(t, http.MethodPut, records+path, `{"type": "Person", "name": "x"}`, auth, isJSON)
		if res.StatusCode != 201 || answerOf(t, body).Key != key {
			t.Errorf("PUT %s = %d %s, want 201 with the key %q", path, res.StatusCode, body, key)
		}
		if res, body := h.Do(t, http.MethodDelete, records+path, "", auth); res.StatusCode != 204 {
			t.Errorf("DELETE %s = %d %s, want 204", path, res.StatusCode, body)
		}
	}
}

// TestPushPace holds that a source takes so many requests a minute and no more.
func TestPushPace(t *testing.T) {
	t.Parallel()
	h := pushed(t, ", per_minute: 3")
	for i, want := range []int{201, 200, 200, 429} {
		res, body := h.Do(t, http.MethodPut, records+"/a", `{"type": "Person", "name": "x"}`, auth, isJSON)
		if res.StatusCode != want || (want == 429) != (res.Header.Get("Retry-After") == "20") {
			t.Errorf("request %d: %d %s with Retry-After %q, want %d", i, res.StatusCode, body, res.Header.Get("Retry-After"), want)
		}
	}
}
