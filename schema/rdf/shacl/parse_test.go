package shacl_test

import (
	"strings"
	"testing"

	"moselle/schema/rdf/shacl"
)

// TestRefused: what cannot be read is told with the shape and how to mend it.
func TestRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ shape, want string }{
		{`sh:sparql [sh:select "SELECT"]`, `shape <http://a/S>: sh:sparql: no such constraint is checked here`},
		{`sh:minCount 1`, `shape <http://a/S>: sh:MinCountConstraintComponent is for shapes that have a path`},
		{`sh:property [sh:path :p; sh:minCount 1, 2]`, `sh:minCount has more than one value: leave one`},
		{`sh:property [sh:path :p; sh:minCount "many"]`, `sh:minCount: "many" is not a whole number from 0 on`},
		{`sh:property [sh:minCount 1]`, `has no sh:path`},
		{`sh:property [sh:path "p"]`, `the path "p" is a literal: a path begins with an IRI`},
		{`sh:property [sh:path :p, :q]`, `sh:path has 2 values: leave one`},
		{`sh:property [sh:path (:p)]`, `has fewer than two members`},
		{`sh:property [sh:path [:p :q]]`, `is none of section 2.3.1`},
		{`sh:property [sh:path _:x]. _:x sh:inversePath _:x`, `the path _:x leads back to itself`},
		{`sh:property "x"`, `a literal stands where a shape is expected`},
		{`sh:nodeKind :Thing`, `sh:nodeKind: <http://a/Thing> is not a kind of node: sh:IRI, `},
		{`sh:class "Work"`, `sh:class: "Work" is not an IRI`},
		{`sh:in :x`, `<http://a/x> is not a list`},
		{`sh:or _:l. _:l rdf:first :S; rdf:rest _:l`, `or a list leads back to itself`},
		{`sh:minInclusive "x"@fr`, `sh:minInclusive: "x"@fr cannot be compared`},
		{`sh:pattern "(a)\\1"`, `\1 refers back to a group, which cannot be done here: write the alternatives out`},
		{`sh:pattern "[a-z-[aeiou]]"`, `a set of characters cannot be subtracted`},
		{`sh:pattern "\\p{IsGreek}"`, `blocks of characters are not known here`},
		{`sh:pattern "\\bword"`, `\b is not an escape of XPath: leave the backslash out`},
		{`sh:pattern "(?=a)"`, `of the groups that begin with "(?" only "(?:" is known`},
		{`sh:pattern "a"; sh:flags "g"`, `flag 'g' is none of i, m, s, x and q`},
		{`sh:pattern "a{2000}"`, `pattern "a{2000}": error parsing regexp`},
		{`sh:message 1`, `is not text`},
		{`sh:message "a"@en, "b"@en`, `two texts are in the same language: leave one`},
		{`sh:severity "bad"`, `sh:severity: "bad" is not an IRI such as sh:Warning`},
		{`sh:targetClass "Work"`, `sh:targetClass: "Work" is not an IRI`},
		{`sh:property [sh:path :p; sh:qualifiedMinCount 1; sh:qualifiedValueShape [], [sh:nodeKind sh:IRI]]`, `several values for sh:qualifiedValueShape`},
		{`sh:deactivated false. :O sh:entailment <http://www.w3.org/ns/entailment/RDFS>`, `sh:entailment asks for <http://www.w3.org/ns/entailment/RDFS>: nothing is inferred here`},
	} {
		t.Run(c.shape, func(t *testing.T) {
			t.Parallel()
			_, err := shacl.Parse(graph(t, ":S a sh:NodeShape; "+c.shape+"."))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Parse = %v, want %q", err, c.want)
			}
		})
	}
}

// TestLaughs: paths that double with every step are refused, not followed.
func TestLaughs(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString(":S a sh:PropertyShape; sh:path _:p30. _:p0 sh:inversePath :p.\n")
	for i := range 30 {
		n := strings.Repeat("i", i)
		b.WriteString(strings.NewReplacer("A", n+"i", "B", n).Replace("_:qA rdf:first _:qB; rdf:rest (_:qB).\n"))
	}
	text := strings.NewReplacer("_:p30", "_:q"+strings.Repeat("i", 30), "_:p0", "_:q").Replace(b.String())
	_, err := shacl.Parse(graph(t, text))
	if want := "the lists and paths of all shapes together have more than"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("Parse = %.200v, want %q", err, want)
	}
}

func TestPattern(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pattern, flags, text string
		want                 bool
	}{
		{`^\d{4}$`, "", "2026", true},
		{`^\d{4}$`, "", "٢٠٢٦", true}, // XPath means digits of every script
		{`^\w+$`, "", "Lëtzebuerg", true},
		{`^[\w-]+$`, "", "Esch-Uelzecht", true},
		{`^\i\c*$`, "", "x-1", true},
		{`^\i\c*$`, "", "1x", false},
		{`^a b$`, "x", "ab", true},
		{`^[a ]b$`, "x", " b", true},
		{`a.b`, "q", "a.b", true},
		{`a.b`, "q", "axb", false},
		{`^b`, "m", "a\nb", true},
		{`a.b`, "s", "a\nb", true},
		{`a.b`, "", "a\nb", false},
		{`É`, "i", "é", true},
		{`^[^[]$`, "", "[", false},
		{`^\S+\s\S+$`, "", "a b", true},
		{`^(?:ab)+$`, "", "abab", true},
	} {
		k, err := shacl.NewPattern(c.pattern, c.flags)
		if err != nil {
			t.Errorf("NewPattern(%q, %q) = %v, want no error", c.pattern, c.flags, err)
			continue
		}
		if got := holds(t, k, c.text); got != c.want {
			t.Errorf("%q matches %q with %q = %v, want %v", c.pattern, c.text, c.flags, got, c.want)
		}
	}
}
