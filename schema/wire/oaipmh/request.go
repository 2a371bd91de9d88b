package oaipmh

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// Request is a request. From and Until are as they are written.
type Request struct {
	Verb                     Verb
	Identifier, Prefix       string
	Set, From, Until, Resume string // Resume is the resumption token
}

// arguments lists the arguments of a request in the order they are written in.
func (r Request) arguments() []argument {
	return []argument{
		{"verb", string(r.Verb)}, {"identifier", r.Identifier}, {"metadataPrefix", r.Prefix}, {"set", r.Set},
		{"from", r.From}, {"until", r.Until}, {"resumptionToken", r.Resume},
	}
}

type argument struct{ name, value string }

// IsArgument reports whether a parameter of an address is one of the protocol's.
func IsArgument(name string) bool {
	return slices.ContainsFunc(Request{}.arguments(), func(a argument) bool { return a.name == name })
}

// URL returns the address of the request at a repository (section 3.1.1). What
// stands in the base's query goes before. A token excludes all other arguments.
func (r Request) URL(base string) string {
	if r.Resume != "" {
		r = Request{Verb: r.Verb, Resume: r.Resume}
	}
	var b strings.Builder
	b.WriteString(base)
	sep := byte('?')
	switch {
	case strings.HasSuffix(base, "?"), strings.HasSuffix(base, "&"):
		sep = 0
	case strings.Contains(base, "?"):
		sep = '&'
	}
	for _, a := range r.arguments() {
		if a.value == "" {
			continue
		}
		if sep != 0 {
			b.WriteByte(sep)
		}
		sep = '&'
		b.WriteString(a.name + "=" + url.QueryEscape(a.value))
	}
	return b.String()
}

// takes are the arguments that verbs take beside the token, those they need first.
var takes = map[Verb]struct {
	needed, other []string
	resumes       bool
}{
	GetRecord:           {needed: []string{"identifier", "metadataPrefix"}},
	Identify:            {},
	ListIdentifiers:     {needed: []string{"metadataPrefix"}, other: []string{"from", "until", "set"}, resumes: true},
	ListMetadataFormats: {other: []string{"identifier"}},
	ListRecords:         {needed: []string{"metadataPrefix"}, other: []string{"from", "until", "set"}, resumes: true},
	ListSets:            {resumes: true},
}

// ParseRequest reads a request out of the parameters of an address or a form and
// returns all that is wrong with its verb and arguments; whether dates, sets and
// tokens mean something is not asked.
func ParseRequest(values url.Values) (Request, []Error) {
	verb := Verb(values.Get("verb"))
	rule, ok := takes[verb]
	switch {
	case len(values["verb"]) > 1:
		return Request{}, []Error{{BadVerb, "the argument verb is given more than once"}}
	case verb == "":
		return Request{}, []Error{{BadVerb, "the argument verb is missing"}}
	case !ok:
		return Request{}, []Error{{BadVerb, fmt.Sprintf("%q is no verb of OAI-PMH", verb)}}
	}
	var wrong []Error
	bad := func(format string, args ...any) {
		wrong = append(wrong, Error{BadArgument, fmt.Sprintf(format, args...)})
	}
	resumed := rule.resumes && values.Has("resumptionToken")
	for _, name := range slices.Sorted(maps.Keys(values)) {
		switch {
		case name == "verb":
		case len(values[name]) > 1:
			bad("the argument %s is given more than once", name)
		case resumed && name != "resumptionToken":
			bad("beside resumptionToken there may be no %s", name)
		case !resumed && !slices.Contains(rule.needed, name) && !slices.Contains(rule.other, name):
			bad("%s takes no argument %q", verb, name)
		case values.Get(name) == "":
			bad("the argument %s is empty", name)
		}
	}
	for _, name := range rule.needed {
		if !resumed && !values.Has(name) {
			bad("the argument %s is missing", name)
		}
	}
	return Request{
		Verb: verb, Identifier: values.Get("identifier"), Prefix: values.Get("metadataPrefix"), Set: values.Get("set"),
		From: values.Get("from"), Until: values.Get("until"), Resume: values.Get("resumptionToken"),
	}, wrong
}

// IsVerb reports whether a text is one of the six verbs.
func IsVerb(s string) bool {
	_, ok := takes[Verb(s)]
	return ok
}
