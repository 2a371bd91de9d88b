package apitest_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"moselle/hub/api/apitest"
)

// TestAbsurdQueries asks GraphQL for what would take a server down.
func TestAbsurdQueries(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	var aliases, spreads strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&aliases, "a%d: position ", i)
	}
	for i := range 40 { // each fragment spreads the next twice: 2^40 fields
		fmt.Fprintf(&spreads, "fragment F%d on Query { a: search { totalCount } ...F%d ...F%d } ", i, i+1, i+1)
	}
	tests := []struct{ name, query, want string }{
		{"ten thousand braces", strings.Repeat("{", 10_000), "nests deeper"},
		{"closed ones", strings.Repeat("{a", 10_000) + strings.Repeat("}", 10_000), "nests deeper"},
		{"lists in lists", "{ search(class: " + strings.Repeat("[", 10_000) + `"a"` + strings.Repeat("]", 10_000) + ") { totalCount } }", "nests deeper"},
		{"types in types", "query ($a: " + strings.Repeat("[", 5000) + "Int" + strings.Repeat("]", 5000) + ") { position }", "nests deeper"},
		{"deep fields", "{ search { nodes " + strings.Repeat("{ linkedFrom { nodes ", 9) + "{ id } " + strings.Repeat("} } ", 9) + "} }", "levels"},
		{"aliases", "{ " + aliases.String() + "}", "aliases"},
		{"fragments that double", "{ ...F0 } " + spreads.String() + "fragment F40 on Query { position }", "nest deeper"},
		{"a cycle", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }", "spreads itself"},
		{"a long text", "{ position } #" + strings.Repeat("x", 1<<20), "larg"},
		{"many tokens", "{ " + strings.Repeat("position ", 6000) + "}", "token limit"},
		{"a list of lists of lists", `{ events(first: 500) { nodes { location { linkedFrom(first: 500) { nodes { id } } } } } }`, "ask for smaller pages"},
		{"directives", "{ position " + strings.Repeat("@skip(if: false) ", 4000) + "}", ""},
		{"a number beyond all", "{ search(first: " + strings.Repeat("9", 5000) + ") { totalCount } }", ""},
		{"NUL", "{ position \x00 }", ""},
		{"no UTF-8", "{ position \xff }", ""},
		{"a byte order mark", "\ufeff{ position }", ""},
	}
	for _, tt := range tests {
		start := time.Now()
		res, body := hub.Do(t, "POST", "/graphql", graphQL(tt.query), "Content-Type: application/json")
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s took %v", tt.name, took)
		}
		if res.StatusCode >= 500 || !strings.Contains(body, tt.want) || tt.want != "" && !strings.Contains(body, "errors") {
			t.Errorf("%s = %d %.200s, want a refusal that says %q", tt.name, res.StatusCode, body, tt.want)
		}
	}
	if _, body := hub.Do(t, "POST", "/graphql", graphQL("{ position }"), "Content-Type: application/json"); !strings.Contains(body, `"position":`) {
		t.Errorf("afterwards = %s", body)
	}
	checkLog(t, hub)
}

func graphQL(query string) string {
	return `{"query":` + fmt.Sprintf("%q", strings.ToValidUTF8(query, "?")) + "}"
}

func checkLog(t *testing.T, hub *apitest.Hub) {
	t.Helper()
	if log := hub.Log.String(); strings.Contains(log, "level=ERROR") || strings.Contains(log, "panic") {
		t.Errorf("the hub logged errors:\n%s", log)
	}
}

// TestLongRequests sends addresses and headers of unusual length.
func TestLongRequests(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	many := func(name string, n int) string { return strings.TrimPrefix(strings.Repeat("&"+name+"=x", n), "&") }
	tests := []struct {
		path, header string
		want         int
	}{
		{"/api/v1/events?q=" + strings.Repeat("a", 1001), "", 400},
		{"/api/v1/events?q=" + strings.Repeat("%C3%A9", 1000), "", 200},
		{"/api/v1/events?q=" + strings.Repeat("-", 900), "", 200},
		{"/api/v1/events?q=" + strings.Repeat("%22", 900), "", 200},
		{"/api/v1/events?" + many("term", 100), "", 200},
		{"/api/v1/events?" + many("term", 101), "", 400},
		{"/api/v1/events?source=" + strings.Repeat("a,", 20_000), "", 400},
		{"/api/v1/events?cursor=" + strings.Repeat("A", 20_000), "", 400},
		{"/fr/?q=" + strings.Repeat("a", 1001), "", 400},
		{"/" + strings.Repeat("a/", 10_000), "", 404},
		{"/doc/event/" + strings.Repeat("a", 30_000), "", 404},
		{"/api/v1/events?q=" + strings.Repeat("a", 100_000), "", 400},
		{"/doc/{concert}", "Accept: " + strings.Repeat("a/b;q=0.1,", 3000), 406},
		{"/doc/{concert}", "Accept-Language: " + strings.Repeat("x-y;q=0.1,", 3000), 200},
		{"/fr/", "Accept-Encoding: " + strings.Repeat("br;q=0.1,", 3000), 200},
		{"/doc/{concert}.ttl", "If-None-Match: " + strings.Repeat(`"a",`, 9000), 200},
	}
	for _, tt := range tests {
		var headers []string
		if tt.header != "" {
			headers = []string{tt.header}
		}
		res, _ := hub.Get(t, hub.Path(tt.path), headers...)
		if res.StatusCode != tt.want {
			t.Errorf("%.40s… with %.30s = %d, want %d", tt.path, tt.header, res.StatusCode, tt.want)
		}
	}
	checkLog(t, hub)
}

// TestRawRequests sends what no client library would.
func TestRawRequests(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	for request, want := range map[string]string{
		"GET /assets/../../../etc/passwd HTTP/1.1":          "HTTP/1.1 404",
		"GET //etc/passwd HTTP/1.1":                         "HTTP/1.1 404",
		"GET /fr/../../x HTTP/1.1":                          "HTTP/1.1 404",
		"GET /assets/%2e%2e%2f%2e%2e%2fgo.mod HTTP/1.1":     "HTTP/1.1 404",
		"GET /assets/..\\..\\go.mod HTTP/1.1":               "HTTP/1.1 404",
		"GET http://elsewhere.example/healthz HTTP/1.1":     "HTTP/1.1 200",
		"GET /healthz HTTP/9.9":                             "HTTP/1.1 505",
		"BREW /healthz HTTP/1.1":                            "HTTP/1.1 405",
		"GET /api/v1/events?q=\xff\xfe HTTP/1.1":            "HTTP/1.1 400",
		"GET /fr/?q=%0d%0aX-Evil:%201 HTTP/1.1":             "HTTP/1.1 400",
		"GET /fr?q=%0d%0aX-Evil:%201 HTTP/1.1":              "HTTP/1.1 301",
		"GET /id/event/%0d%0aX-Evil:%201 HTTP/1.1":          "HTTP/1.1 404",
		"GET /api/v1/events?from=now\r\nX-Evil: 1 HTTP/1.1": "HTTP/1.1 400",
	} {
		head := raw(t, hub, request)
		if !strings.HasPrefix(head, want) || strings.Contains(head, "\nX-Evil") {
			t.Errorf("%q = %.200q, want %q", request, head, want)
		}
	}
	checkLog(t, hub)
}

// raw sends a request line and returns the head of the answer.
func raw(t *testing.T, hub *apitest.Hub, line string) string {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(hub.URL(""), "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "%s\r\nHost: hub.example\r\nConnection: close\r\n\r\n", line)
	answer, err := io.ReadAll(bufio.NewReader(conn))
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(answer), "\r\n\r\n")
	return head
}

// TestCancelled hangs up while the hub works: nothing is logged as an error and
// the next request is answered.
func TestCancelled(t *testing.T) {
	t.Parallel()
	hub := apitest.Open(t)
	for i, path := range []string{"/api/v1/search?facets=class,category", "/feeds/events.ics", "/fr/", "/doc/{concert}.html", "/api/v1/changes"} {
		ctx, cancel := context.WithCancel(t.Context())
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, hub.URL(hub.Path(path)), nil)
		if err != nil {
			t.Fatal(err)
		}
		go cancel()
		res, err := http.DefaultClient.Do(req)
		if err == nil {
			res.Body.Close()
		}
		if res, _ := hub.Get(t, hub.Path(path)); res.StatusCode != http.StatusOK {
			t.Errorf("%d: %s after a cancelled request = %d", i, path, res.StatusCode)
		}
	}
	checkLog(t, hub)
}
