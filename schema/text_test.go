package schema_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
)

func TestCleanText(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"", ""},
		{" \t\n ", ""},
		{"  a  b ", "a  b"},
		{"a\r\nb\rc", "a\nb\nc"},
		{"a  \n\t\n\n\n b", "a\n\n b"},
		{"a\tb\x00c\x1bd", "a b c d"},
		{"a\u0085b", "a b"},
		{"\ufeffa\u200bb", "ab"},
		{"e\u0301te\u0301", "été"},
		{"a\xffb", "a\ufffdb"},
		{"\u00a0a\u00a0b\u00a0", "a\u00a0b"},
		{"<b>&amp;</b>", "<b>&amp;</b>"},
		{"👩\u200d🎨", "👩\u200d🎨"},
	}
	for _, tt := range tests {
		if got := schema.CleanText(tt.in); got != tt.want {
			t.Errorf("CleanText(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPlainText(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"a < b", "a < b"},
		{"Fish &amp; chips", "Fish & chips"},
		{"<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"},
		{"<ul><li>a</li><li>b</li></ul>", "- a\n- b"},
		{"a<script>alert(1)</script>b<style>p{}</style>c", "abc"},
		{"<b>bold</b>ly", "boldly"},
		{"&lt;script&gt;", "<script>"},
		{"<table><tr><td>a</td><td>b</td></tr></table>", "a b"},
		{"<script>never closed", ""},
		{"<", "<"},
		{"<!-- no -->yes", "yes"},
		{"caf&eacute;&nbsp;", "café"},
		{`&lt;p&gt;Er&ouml;ffnung [&amp;hellip;]&lt;/p&gt;\n`, "Eröffnung […]"},
		{"&lt;p class=&quot;a&quot;&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\n\nTwo"},
		{"<p>The tag &lt;p&gt; opens a paragraph</p>", "The tag <p> opens a paragraph"},
		{`C:\new`, `C:\new`},
		{"Mix &amp;amp; Match&amp;#8211;Day", "Mix & Match–Day"},
		{"?a=1&amp;copy=2", "?a=1&copy=2"},
	}
	for _, tt := range tests {
		if got := schema.PlainText(tt.in); got != tt.want {
			t.Errorf("PlainText(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestCleanLang(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"fr": "fr", "FR": "fr", "fr_LU": "fr-LU", "de-lu": "de-LU", "lu": "lb", "": "und", "und": "und", "@none": "und",
		"zh-hant": "zh-Hant", "français": "und", "x": "und", " nl ": "nl", "en-GB": "en-GB", `fr"@`: "und", "fr fr": "und",
	}
	for in, want := range tests {
		if got := schema.CleanLang(in); got != want {
			t.Errorf("CleanLang(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCleanURL(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"https://a.example/":         "https://a.example/",
		" https://a.example/ ":       "https://a.example/",
		"www.a.example":              "https://www.a.example",
		"WWW.a.example/x":            "https://WWW.a.example/x",
		"//a.example/x":              "https://a.example/x",
		"http://a.example/a b":       "http://a.example/a%20b",
		"http://a.example/%20 b":     "http://a.example/%20%20b",
		"http://a.example/é":         "http://a.example/é",
		`http://a.example/{"a"}?q=|`: `http://a.example/%7B%22a%22%7D?q=%7C`,
		"a.example":                  "a.example",
		"":                           "",
	}
	for in, want := range tests {
		if got := schema.CleanURL(in); got != want {
			t.Errorf("CleanURL(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFaultString(t *testing.T) {
	t.Parallel()
	for want, f := range map[string]schema.Fault{
		`geo.latitude: not a number ("x")`: {Path: "geo.latitude", Value: "x", Message: "not a number"},
		`too long`:                         {Message: "too long"},
	} {
		if got := f.String(); got != want {
			t.Errorf("String = %s, want %s", got, want)
		}
	}
}

func FuzzCleanText(f *testing.F) {
	f.Add("a \r\n\n\n b\x00\xff e\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		once := schema.CleanText(s)
		if d := cmp.Diff(once, schema.CleanText(once)); d != "" {
			t.Errorf("CleanText of its own result (-once +twice):\n%s", d)
		}
	})
}
