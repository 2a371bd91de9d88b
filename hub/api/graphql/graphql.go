// Package graphql answers GraphQL over HTTP at /graphql. The schema is derived
// from the class tables. gqlparser parses, validates and limits every query;
// only what has passed is handed to graphql-go, whose own parser and validator
// are never given raw input (a fragment cycle or deep nesting would take them
// down).
package graphql

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	gql "github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/gqlerrors"
	goast "github.com/graphql-go/graphql/language/ast"
	goparser "github.com/graphql-go/graphql/language/parser"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/schema"
)

// Surface is the GraphQL surface.
type Surface struct {
	catalog *catalog.Catalog
	log     *slog.Logger
	checked *ast.Schema
	exec    gql.Schema

	documents sync.Map // sha256 of a query -> *document; bounded by documentsMax
	count     chan struct{}
}

// documentsMax bounds the validated documents that are remembered.
const documentsMax = 2000

// New builds the schema. An error is a fault of the class tables.
func New(c *catalog.Catalog, log *slog.Logger) (*Surface, error) {
	checked, err := gqlparser.LoadSchema(&ast.Source{Name: "moselle", Input: SDL()})
	if err != nil {
		return nil, fmt.Errorf("graphql schema: %w", err)
	}
	s := &Surface{catalog: c, log: log, checked: checked, count: make(chan struct{}, documentsMax)}
	if s.exec, err = build(checked, s.resolver); err != nil {
		return nil, fmt.Errorf("graphql schema: %w", err)
	}
	return s, nil
}

// document is a query that has passed validation, in both parsers' forms.
type document struct {
	checked *ast.QueryDocument
	exec    *goast.Document
}

// Request is one GraphQL request.
type Request struct {
	Query     string
	Operation string
	Variables map[string]any
	Langs     []string // the asker's, best first
	Page      string   // interface language of the pages that are linked
}

// Response is what GraphQL answers (specification, section 7.1).
type Response struct {
	Data   any
	Errors []json.RawMessage

	// Executed says that the query passed parsing, validation and coercion of
	// its variables: errors that remain are about fields.
	Executed bool
}

// MarshalJSON leaves data out of a response that was not executed; one that was
// has data, be it null.
func (r Response) MarshalJSON() ([]byte, error) {
	out := map[string]any{}
	if r.Executed {
		out["data"] = r.Data
	}
	if len(r.Errors) > 0 {
		out["errors"] = r.Errors
	}
	return catalog.Encode(out)
}

// Do answers a request.
func (s *Surface) Do(ctx context.Context, r Request) Response {
	doc, errs := s.document(r.Query)
	if errs != nil {
		return failed(errs...)
	}
	op := doc.checked.Operations.ForName(r.Operation)
	if op == nil {
		return failed(gqlerror.Errorf("operationName: the document has no operation of that name, or several and none is chosen"))
	}
	if op.Operation != ast.Query {
		return failed(gqlerror.Errorf("only queries are answered"))
	}
	vars, err := validator.VariableValues(s.checked, op, r.Variables)
	if err != nil {
		return failed(located(err))
	}
	if err := checkCost(doc.checked, op, vars); err != nil {
		return failed(err)
	}
	res := gql.Execute(gql.ExecuteParams{
		Schema: s.exec, AST: doc.exec, OperationName: op.Name, Args: vars, Context: ctx,
		Root: &request{Surface: s, Request: r, loader: &loader{catalog: s.catalog, found: map[schema.IRI]*catalog.Entity{}}},
	})
	out := Response{Data: res.Data, Executed: true}
	for _, e := range res.Errors {
		out.Errors = append(out.Errors, s.fieldError(ctx, e))
	}
	return out
}

// document parses, limits and validates a query, once for each text.
func (s *Surface) document(query string) (*document, gqlerror.List) {
	key := sha256.Sum256([]byte(query))
	if d, ok := s.documents.Load(key); ok {
		return d.(*document), nil
	}
	if len(query) > maxQuery {
		return nil, gqlerror.List{gqlerror.Errorf("the query is longer than %d bytes", maxQuery)}
	}
	if err := checkBraces(query); err != nil {
		return nil, gqlerror.List{err}
	}
	checked, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		return nil, gqlerror.List{located(err)}
	}
	if err := checkShape(checked); err != nil {
		return nil, gqlerror.List{err}
	}
	if errs := validator.ValidateWithRules(s.checked, checked, nil); len(errs) > 0 {
		return nil, errs[:min(len(errs), 20)]
	}
	exec, err := goparser.Parse(goparser.ParseParams{Source: query})
	if err != nil {
		return nil, gqlerror.List{gqlerror.Wrap(err)}
	}
	d := &document{checked, exec}
	select {
	case s.count <- struct{}{}:
		s.documents.Store(key, d)
	default: // full: the ones that are there stay
	}
	return d, nil
}

// located keeps where an error is. A variable has no place in the answer: it is
// named in the message.
func located(err error) *gqlerror.Error {
	var e *gqlerror.Error
	if !errors.As(err, &e) {
		return gqlerror.Wrap(err)
	}
	out := &gqlerror.Error{Message: e.Message, Locations: e.Locations}
	if len(e.Path) > 0 {
		out.Message = e.Path.String() + ": " + e.Message
	}
	return out
}

func failed(errs ...*gqlerror.Error) Response {
	var out Response
	for _, e := range errs {
		e.Rule = ""
		raw, _ := json.Marshal(e)
		out.Errors = append(out.Errors, raw)
	}
	return out
}

// fieldError words an error that a field met. What is not meant for the asker
// stays in the log.
func (s *Surface) fieldError(ctx context.Context, e gqlerrors.FormattedError) json.RawMessage {
	cause := e.OriginalError()
	if inner, ok := cause.(*gqlerrors.Error); ok && inner.OriginalError != nil {
		cause = inner.OriginalError
	}
	out := map[string]any{"message": e.Message, "path": e.Path, "locations": e.Locations}
	if cause != nil && fault.Of(cause) == fault.Internal && ctx.Err() == nil {
		s.log.Error("graphql field failed", "path", fmt.Sprint(e.Path), "err", cause)
		out["message"] = "internal error"
	} else if kind := fault.Of(cause); cause != nil && kind != fault.Internal {
		out["message"] = cause.Error()
		out["extensions"] = map[string]string{"code": codes[kind]}
	}
	raw, _ := json.Marshal(out)
	return raw
}

var codes = map[fault.Kind]string{
	fault.NotFound: "NOT_FOUND", fault.Gone: "GONE", fault.Invalid: "INVALID", fault.Conflict: "CONFLICT",
	fault.Denied: "DENIED", fault.Unavailable: "UNAVAILABLE", fault.TooLarge: "TOO_LARGE", fault.Refused: "REFUSED",
}

// key identifies the answer to a request in a state of the catalog.
func (r Request) key(state string) string {
	h := sha256.New()
	vars, _ := json.Marshal(r.Variables)
	for _, part := range [][]byte{[]byte(r.Query), []byte(r.Operation), vars, fmt.Append(nil, r.Langs), []byte(r.Page), []byte(state)} {
		h.Write(binary.AppendUvarint(nil, uint64(len(part))))
		h.Write(part)
	}
	return "graphql:" + string(h.Sum(nil))
}
