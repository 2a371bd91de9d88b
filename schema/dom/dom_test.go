package dom_test

import (
	"testing"

	"moselle/schema/dom"
)

// TestFind follows names, also from nothing.
func TestFind(t *testing.T) {
	t.Parallel()
	root := &dom.Element{Name: "a"}
	root.Add("b").AddText("c", " one \n two ")
	root.Add("b").AddText("c", "three")
	if got := len(root.All("b", "c")); got != 2 {
		t.Errorf("All(b, c) finds %d, want 2", got)
	}
	if got := root.Child("b", "c").Value(); got != "one two" {
		t.Errorf("Value() = %q, want the text with single blanks", got)
	}
	var none *dom.Element
	if none.Child("b") != nil || none.Value() != "" || none.Attr("x") != "" {
		t.Error("an element that is not there has something in it")
	}
}

// TestPrint prints what was built, without what is empty.
func TestPrint(t *testing.T) {
	t.Parallel()
	e := &dom.Element{Space: "urn:a", Name: "doc"}
	e.SetLang("de").Set("type", "x & \"y\"").AddText("title", "<Ende>\nZeile \x02")
	e.Add("empty").Add("inside").Set("type", "nothing")
	e.AddText("none", "")
	e.Children = append(e.Children, &dom.Element{Space: "urn:b", Name: "other", Text: "1"}, &dom.Element{Name: "bare", Attrs: []dom.Attr{{Name: "k", Value: "v"}}, Text: "2"})
	e.Prune()
	const want = `<a:doc xmlns:a="urn:a" xmlns:b="urn:b" xml:lang="de" a:type="x &amp; &#34;y&#34;"><a:title>&lt;Ende&gt;` + "\n" + `Zeile ` + "\uFFFD" + `</a:title><b:other>1</b:other><bare k="v">2</bare></a:doc>`
	if got := string(dom.Print(nil, e, dom.Prefix{Name: "a", Space: "urn:a"}, dom.Prefix{Name: "b", Space: "urn:b"})); got != want {
		t.Errorf("Print =\n%s, want\n%s", got, want)
	}
}
