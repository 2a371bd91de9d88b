package apitest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// Request is one request of a case.
type Request struct {
	Title   string
	Method  string
	Path    string
	Headers []string // "Name: value"
	Body    string
}

// ParseRequests reads a request file. A request begins with "### title"; its
// next line is method and path, then come headers, an empty line and the body.
// The method GRAPHQL posts the body as a query; a last paragraph that is a
// JSON object is its variables.
func ParseRequests(text string) ([]Request, error) {
	var out []Request
	for _, part := range strings.Split("\n"+text, "\n### ")[1:] {
		title, rest, _ := strings.Cut(part, "\n")
		head, body, _ := strings.Cut(rest, "\n\n")
		lines := strings.Split(strings.TrimSpace(head), "\n")
		r := Request{Title: title, Headers: lines[1:], Body: strings.TrimSpace(body)}
		var ok bool
		if r.Method, r.Path, ok = strings.Cut(lines[0], " "); !ok {
			return nil, fmt.Errorf("request %q has no line with method and path", title)
		}
		if r.Method == "GRAPHQL" {
			if err := r.graphQL(); err != nil {
				return nil, fmt.Errorf("request %q: %w", title, err)
			}
		}
		out = append(out, r)
	}
	return out, nil
}

// graphQL makes it a POST of a JSON body.
func (r *Request) graphQL() error {
	payload := map[string]any{"query": r.Body}
	if i := strings.LastIndex(r.Body, "\n\n{"); i >= 0 {
		payload["query"], payload["variables"] = r.Body[:i], json.RawMessage(r.Body[i+2:])
	}
	body, err := json.Marshal(payload)
	if err != nil {
		return fmt.Errorf("variables: %w", err)
	}
	r.Method, r.Body = http.MethodPost, string(body)
	r.Headers = append(r.Headers, "Content-Type: application/json")
	return nil
}
