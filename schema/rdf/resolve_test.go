package rdf_test

import (
	"strings"
	"testing"

	"moselle/schema/rdf"
)

// TestResolveExamples holds all examples of RFC 3986, section 5.4, in their
// order; the last is resolved strictly.
func TestResolveExamples(t *testing.T) {
	t.Parallel()
	const base = "http://a/b/c/d;p?q"
	tests := []struct{ ref, want string }{
		{"g:h", "g:h"},
		{"g", "http://a/b/c/g"},
		{"./g", "http://a/b/c/g"},
		{"g/", "http://a/b/c/g/"},
		{"/g", "http://a/g"},
		{"//g", "http://g"},
		{"?y", "http://a/b/c/d;p?y"},
		{"g?y", "http://a/b/c/g?y"},
		{"#s", "http://a/b/c/d;p?q#s"},
		{"g#s", "http://a/b/c/g#s"},
		{"g?y#s", "http://a/b/c/g?y#s"},
		{";x", "http://a/b/c/;x"},
		{"g;x", "http://a/b/c/g;x"},
		{"g;x?y#s", "http://a/b/c/g;x?y#s"},
		{"", "http://a/b/c/d;p?q"},
		{".", "http://a/b/c/"},
		{"./", "http://a/b/c/"},
		{"..", "http://a/b/"},
		{"../", "http://a/b/"},
		{"../g", "http://a/b/g"},
		{"../..", "http://a/"},
		{"../../", "http://a/"},
		{"../../g", "http://a/g"},
		{"../../../g", "http://a/g"},
		{"../../../../g", "http://a/g"},
		{"/./g", "http://a/g"},
		{"/../g", "http://a/g"},
		{"g.", "http://a/b/c/g."},
		{".g", "http://a/b/c/.g"},
		{"g..", "http://a/b/c/g.."},
		{"..g", "http://a/b/c/..g"},
		{"./../g", "http://a/b/g"},
		{"./g/.", "http://a/b/c/g/"},
		{"g/./h", "http://a/b/c/g/h"},
		{"g/../h", "http://a/b/c/h"},
		{"g;x=1/./y", "http://a/b/c/g;x=1/y"},
		{"g;x=1/../y", "http://a/b/c/y"},
		{"g?y/./x", "http://a/b/c/g?y/./x"},
		{"g?y/../x", "http://a/b/c/g?y/../x"},
		{"g#s/./x", "http://a/b/c/g#s/./x"},
		{"g#s/../x", "http://a/b/c/g#s/../x"},
		{"http:g", "http:g"},
	}
	for _, tt := range tests {
		if got, err := rdf.Resolve(base, tt.ref); got != tt.want || err != nil {
			t.Errorf("Resolve(%s, %q) = %q, %v, want %q", base, tt.ref, got, err, tt.want)
		}
	}
}

func TestResolve(t *testing.T) {
	t.Parallel()
	tests := []struct{ base, ref, want string }{
		{"http://a/b/c/d/", "../..", "http://a/b/"},
		{"http://a/b/c/d/", "..", "http://a/b/c/"},
		{"http://a/b/c/.", "g", "http://a/b/c/g"},
		{"http://a/b/..", "./g", "http://a/b/g"},
		{"http://a/b/../c/d", "", "http://a/b/../c/d"},
		{"http://a/b/../c/d", "g", "http://a/c/g"},
		{"http://a/b#f", "", "http://a/b"},
		{"http://a/b#f", "?", "http://a/b?"},
		{"http://a/b?q#f", "#", "http://a/b?q#"},
		{"http://a", "g", "http://a/g"},
		{"http://a", "../g", "http://a/g"},
		{"http://a?q", "g", "http://a/g"},
		{"http://a?q", "#s", "http://a?q#s"},
		{"http://ab//de//ghi", "xyz", "http://ab//de//xyz"},
		{"http://ab//de//ghi", "../xyz", "http://ab//de/xyz"},
		{"http://abc/d:f/ghi", "../xyz", "http://abc/xyz"},
		{"http://abc/def/ghi", ".?a=b", "http://abc/def/?a=b"},
		{"http://abc/def/ghi", "..#a=b", "http://abc/#a=b"},
		{"file:///a/b/c", "../../../g", "file:///g"},
		{"file:///a/b/c", "//g", "file://g"},
		{"file:/a/b", "..//g", "file:/.//g"},
		{"urn:a:b", "#c", "urn:a:b#c"},
		{"urn:a:b", "g", "urn:g"},
		{"urn:a", "..", "urn:"},
		{"urn:a/b", "../../c", "urn:/c"},
		{"http://a/", "é", "http://a/é"},
		{"", "http://a/b/../c", "http://a/b/../c"},
		{"http://b/", "http://a/./c", "http://a/./c"},
	}
	for _, tt := range tests {
		if got, err := rdf.Resolve(tt.base, tt.ref); got != tt.want || err != nil {
			t.Errorf("Resolve(%q, %q) = %q, %v, want %q", tt.base, tt.ref, got, err, tt.want)
		}
	}
}

func TestResolveRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct{ base, ref, want string }{
		{"", "a", "<a> is a relative IRI, and the document names no base to resolve it by"},
		{"", "", "<> is a relative IRI, and the document names no base to resolve it by"},
		{"/b", "a", "<a> cannot be resolved: the base </b> is not an absolute IRI"},
		{"http://a/", "b c", "<b c> is not a valid IRI reference"},
		{"http://a/", "1:b", "<1:b> is not a valid IRI"},
		{"", "http://a/{b}", "<http://a/{b}> is not a valid IRI"},
	}
	for _, tt := range tests {
		if got, err := rdf.Resolve(tt.base, tt.ref); got != "" || err == nil || err.Error() != tt.want {
			t.Errorf("Resolve(%q, %q) = %q, %v, want %s", tt.base, tt.ref, got, err, tt.want)
		}
	}
}

// FuzzResolve: what is resolved is absolute, and resolving it again changes
// nothing.
func FuzzResolve(f *testing.F) {
	f.Add("http://a/b/c/d;p?q", "../../g/./h?x#y")
	f.Add("file:/a//b", "..//./")
	f.Add("urn:a", "//")
	f.Fuzz(func(t *testing.T, base, ref string) {
		got, err := rdf.Resolve(base, ref)
		if err != nil {
			return
		}
		if !rdf.ValidIRI(got) {
			t.Errorf("Resolve(%q, %q) = %q, which is not absolute", base, ref, got)
		}
		if again, err := rdf.Resolve(base, got); again != got || err != nil {
			t.Errorf("Resolve(%q, %q) = %q, %v, want it as it was", base, got, again, err)
		}
		if _, fragment, _ := strings.Cut(ref, "#"); !strings.HasSuffix(got, fragment) {
			t.Errorf("Resolve(%q, %q) = %q, without the fragment", base, ref, got)
		}
	})
}
