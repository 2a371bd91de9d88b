package rdf

import (
	"bytes"
	"fmt"
	"strings"
)

// Resolve returns the absolute IRI that ref means in a document whose base is
// base (RFC 3986, section 5.2, strict). A ref that is absolute stays as it is,
// since RDF compares IRIs as they are written (RDF 1.1 Concepts, section 3.2);
// any other needs a base, which is absolute. The error names the ref.
func Resolve(base, ref string) (string, error) {
	r := splitIRI(ref)
	if r.scheme != "" {
		if !ValidIRI(ref) {
			return "", fmt.Errorf("<%s> is not a valid IRI", ref)
		}
		return ref, nil
	}
	if base == "" {
		return "", fmt.Errorf("<%s> is a relative IRI, and the document names no base to resolve it by", ref)
	}
	b := splitIRI(base)
	if b.scheme == "" {
		return "", fmt.Errorf("<%s> cannot be resolved: the base <%s> is not an absolute IRI", ref, base)
	}
	if out := b.resolve(r); ValidIRI(out) {
		return out, nil
	}
	return "", fmt.Errorf("<%s> is not a valid IRI reference", ref)
}

// parts are the components of an IRI, each with its mark ("http:", "//a",
// "/b", "?q", "#f"), so that joining them gives the IRI again and an empty
// component differs from none.
type parts struct{ scheme, authority, path, query, fragment string }

// splitIRI takes an IRI reference apart (RFC 3986, appendix B).
func splitIRI(s string) (p parts) {
	if i := strings.IndexAny(s, ":/?#"); i > 0 && s[i] == ':' {
		p.scheme, s = s[:i+1], s[i+1:]
	}
	if i := strings.IndexByte(s, '#'); i >= 0 {
		s, p.fragment = s[:i], s[i:]
	}
	if i := strings.IndexByte(s, '?'); i >= 0 {
		s, p.query = s[:i], s[i:]
	}
	if strings.HasPrefix(s, "//") {
		end := len(s)
		if i := strings.IndexByte(s[2:], '/'); i >= 0 {
			end = i + 2
		}
		p.authority, s = s[:end], s[end:]
	}
	p.path = s
	return p
}

// resolve resolves a reference without a scheme (RFC 3986, section 5.2.2).
func (b parts) resolve(r parts) string {
	t := parts{b.scheme, b.authority, b.path, r.query, r.fragment}
	switch {
	case r.authority != "":
		t.authority, t.path = r.authority, withoutDots(r.path)
	case r.path == "":
		if r.query == "" {
			t.query = b.query
		}
	case r.path[0] == '/':
		t.path = withoutDots(r.path)
	case b.authority != "" && b.path == "":
		t.path = withoutDots("/" + r.path)
	default:
		t.path = withoutDots(b.path[:strings.LastIndexByte(b.path, '/')+1] + r.path)
	}
	if t.authority == "" && strings.HasPrefix(t.path, "//") {
		t.path = "/." + t.path // else the path would read as an authority
	}
	return t.scheme + t.authority + t.path + t.query + t.fragment
}

// withoutDots removes the segments "." and ".." (RFC 3986, section 5.2.4).
func withoutDots(path string) string {
	if !strings.Contains(path, ".") {
		return path
	}
	out := make([]byte, 0, len(path))
	for path != "" {
		end := strings.IndexByte(path[1:], '/') + 1
		if end == 0 {
			end = len(path)
		}
		segment := path[:end] // with the slash before it, not the one behind
		path = path[end:]
		switch name := strings.TrimPrefix(segment, "/"); {
		case name != "." && name != "..":
			out = append(out, segment...)
			continue
		case segment[0] != '/': // a path that begins with dots loses them and the slash behind
			path = strings.TrimPrefix(path, "/")
			continue
		case name == "..":
			out = out[:max(0, bytes.LastIndexByte(out, '/'))]
		}
		if path == "" {
			out = append(out, '/')
		}
	}
	return string(out)
}
