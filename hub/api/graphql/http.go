package graphql

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"moselle/hub/catalog"
	"moselle/hub/negotiate"
)

const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// Routes adds /graphql (GraphQL over HTTP, the draft of the GraphQL Foundation).
func (s *Surface) Routes(g *echo.Group) {
	g.POST("/graphql", s.serve)
	g.GET("/graphql", s.serve)
}

// serve answers one request. With application/json errors before execution are
// answered with 200, as that media type demands; with
// application/graphql-response+json with 400.
func (s *Surface) serve(c echo.Context) error {
	offers := []string{mediaJSON, mediaGraphQL}
	offer, ok := negotiate.Type(c.Request().Header, offers)
	if !ok {
		return negotiate.NotAcceptable(offers)
	}
	r, status, err := read(c)
	if err != nil {
		return s.write(c, offer, status, failed(gqlerror.Wrap(err)))
	}
	if c.Request().Method == http.MethodGet && mutates(r) {
		c.Response().Header().Set("Allow", "POST")
		return s.write(c, offer, http.StatusMethodNotAllowed, failed(gqlerror.Errorf("only queries are answered")))
	}
	r.Page, r.Langs = negotiate.Asked(c, s.catalog.Langs, s.catalog.Fallback)
	ctx := c.Request().Context()
	key := r.key(s.catalog.State(catalog.Query{Now: s.catalog.Now()}))
	body, mark, ok := s.catalog.Cache.Get(ctx, key)
	if ok {
		return answer(c, offer, r.Langs[0], body)
	}
	res := s.Do(ctx, r)
	if res.Executed && len(res.Errors) == 0 {
		if body, err = catalog.Encode(res); err != nil {
			return err
		}
		s.catalog.Cache.Set(ctx, key, body, mark)
		return answer(c, offer, r.Langs[0], body)
	}
	status = http.StatusOK
	if !res.Executed && offer == mediaGraphQL {
		status = http.StatusBadRequest
	}
	return s.write(c, offer, status, res)
}

func (s *Surface) write(c echo.Context, mediaType string, status int, r Response) error {
	body, err := catalog.Encode(r)
	if err != nil {
		return err
	}
	return blob(c, mediaType, status, body)
}

// answer sends what was asked for, in the language in which it was asked.
func answer(c echo.Context, mediaType, lang string, body []byte) error {
	negotiate.ContentLanguage(c.Response().Header(), lang)
	return blob(c, mediaType, http.StatusOK, body)
}

func blob(c echo.Context, mediaType string, status int, body []byte) error {
	negotiate.Vary(c.Response().Header(), "Accept")
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.Blob(status, mediaType+"; charset=utf-8", body)
}

// read takes the request from the address (GET) or a JSON body (POST).
func read(c echo.Context) (Request, int, error) {
	fields := map[string]json.RawMessage{}
	if c.Request().Method == http.MethodGet {
		v, err := negotiate.Params(c.Request().URL)
		if err == nil {
			err = fromAddress(v, fields)
		}
		if err != nil {
			return Request{}, http.StatusBadRequest, err
		}
	} else if status, err := fromBody(c, fields); err != nil {
		return Request{}, status, err
	}
	var r Request
	for name, into := range map[string]any{"query": &r.Query, "operationName": &r.Operation, "variables": &r.Variables, "extensions": &map[string]any{}} {
		if raw, ok := fields[name]; ok {
			if err := json.Unmarshal(raw, into); err != nil {
				return r, http.StatusBadRequest, errors.New(name + " is of the wrong type")
			}
		}
	}
	if r.Query == "" {
		return r, http.StatusBadRequest, errors.New("query is missing")
	}
	return r, http.StatusOK, nil
}

func fromAddress(v url.Values, fields map[string]json.RawMessage) error {
	for _, name := range []string{"query", "operationName"} {
		if v.Has(name) {
			fields[name], _ = json.Marshal(v.Get(name))
		}
	}
	for _, name := range []string{"variables", "extensions"} {
		if s := v.Get(name); s != "" {
			if !json.Valid([]byte(s)) {
				return errors.New(name + " is not JSON")
			}
			fields[name] = json.RawMessage(s)
		}
	}
	return nil
}

func fromBody(c echo.Context, fields map[string]json.RawMessage) (int, error) {
	mediaType, params, err := mime.ParseMediaType(c.Request().Header.Get("Content-Type"))
	if err != nil || mediaType != mediaJSON {
		return http.StatusUnsupportedMediaType, errors.New("send the request as application/json")
	}
	if cs := params["charset"]; cs != "" && !strings.EqualFold(cs, "utf-8") {
		return http.StatusUnsupportedMediaType, errors.New("send the request in UTF-8")
	}
	body, err := io.ReadAll(http.MaxBytesReader(c.Response(), c.Request().Body, 4*maxQuery))
	if err != nil {
		return http.StatusRequestEntityTooLarge, errors.New("the request is too large")
	}
	if err := json.Unmarshal(body, &fields); err != nil {
		return http.StatusBadRequest, errors.New("the body is not a JSON object")
	}
	return http.StatusOK, nil
}

// mutates reports whether the request's operation is not a query.
func mutates(r Request) bool {
	if checkBraces(r.Query) != nil || len(r.Query) > maxQuery {
		return false
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: r.Query}, maxTokens)
	if err != nil {
		return false
	}
	op := doc.Operations.ForName(r.Operation)
	return op != nil && op.Operation != ast.Query
}
