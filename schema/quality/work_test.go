package quality_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/quality"
)

// painting is a work that reaches C and 4, changed by change.
func painting(change func(w, creator *schema.Builder)) (*schema.Node, records) {
	r := records{}
	creator := schema.Build("src", "Person", "p")
	w := schema.Build("src", "Work", "k")
	creator.Text("name", "", "Anna Held")
	w.Type("Painting")
	w.Link("creator", creator.IRI())
	change(w, creator)
	r.add(creator)
	return r.add(w), r
}

func picture(w *schema.Builder, licence, width string) {
	m := w.Part("associatedMedia", "Media")
	m.Type("ImageObject")
	m.Put("contentUrl", "https://museum.example/1.jpg")
	m.Put("license", licence)
	m.Put("width", width)
	m.Put("height", "1000")
}

func TestWorkFixes(t *testing.T) {
	t.Parallel()
	type fix struct{ Code, Lifts string }
	for _, tc := range []struct {
		name   string
		change func(w, creator *schema.Builder)
		grades []string
		next   []fix
	}{
		{"all there", func(w, creator *schema.Builder) {
			creator.Put("birthDate", "1861")
			w.Text("name", "fr", "Le pont")
			w.Put("dateCreated", "1907")
			w.Term("material", "fr", "huile", "")
			w.Term("additionalType", "fr", "tableau", "")
			picture(w, "CC BY 4.0", "1000")
		}, []string{"metadata:C", "content:4"}, nil},
		{"no language, small closed picture", func(w, creator *schema.Builder) {
			creator.Put("birthDate", "1861")
			w.Text("name", "", "Le pont")
			w.Text("description", "fr", "Huile.")
			w.Put("dateCreated", "1907")
			w.Term("material", "fr", "huile", "")
			w.Term("additionalType", "", "tableau", "")
			picture(w, "InC", "100")
		}, []string{"metadata:B", "content:1"}, []fix{
			{"title.language", "metadata:C"}, {"type.language", "metadata:C"}, {"image.size", "content:2"},
		}},
		{"one element short", func(w, creator *schema.Builder) {
			creator.Put("birthDate", "1861")
			w.Text("name", "fr", "Le pont")
			w.Put("dateCreated", "1907")
			w.Term("material", "fr", "huile", "")
			picture(w, "", "1000")
		}, []string{"metadata:B", "content:2"}, []fix{
			{"type.missing", "metadata:C"}, {"subject.missing", "metadata:C"}, {"depicted.missing", "metadata:C"}, {"location.missing", "metadata:C"},
			{"media.licence", "content:4"},
		}},
		{"no context", func(w, creator *schema.Builder) {
			w.Text("name", "fr", "Le pont")
			w.Text("keywords", "fr", "ponts")
		}, []string{"metadata:A", "content:0"}, []fix{
			{"created.missing", ""}, {"type.missing", ""}, {"material.missing", ""}, {"subject.missing", ""}, {"depicted.missing", ""}, {"location.missing", ""},
			{"creator.life", ""}, {"subject.authority", ""}, {"depicted.position", ""}, {"period.span", ""}, {"media.missing", "content:2"},
		}},
	} {
		n, r := painting(tc.change)
		a := quality.Assess(n, r.get, quality.Options{})
		var next []fix
		for _, f := range a.Fixes {
			if !slices.Contains(quality.Codes, f.Code) {
				t.Errorf("%s: %s is not among the codes", tc.name, f.Code)
			}
			if f.Next {
				next = append(next, fix{f.Code, f.Lifts})
			}
		}
		if d := cmp.Diff(tc.grades, a.Grades()); d != "" {
			t.Errorf("%s: grades (-want +got):\n%s\n%+v", tc.name, d, a.Metadata)
		}
		if d := cmp.Diff(tc.next, next); d != "" {
			t.Errorf("%s: next fixes (-want +got):\n%s", tc.name, d)
		}
	}
}

func TestReuse(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		licences []string
		want     string
	}{
		{nil, ""}, {[]string{""}, "unknown"}, {[]string{"InC"}, "permission"}, {[]string{"InC", "CC BY-NC 4.0"}, "restricted"},
		{[]string{"CC BY-NC 4.0", "CC0", ""}, "open"},
	} {
		n, r := painting(func(w, _ *schema.Builder) {
			for _, l := range tc.licences {
				picture(w, l, "")
			}
		})
		if got := quality.Assess(n, r.get, quality.Options{}).Reuse; got != tc.want {
			t.Errorf("reuse of %q = %q, want %q", tc.licences, got, tc.want)
		}
	}
}

// TestBreakdown: what providers are told of a tier.
func TestBreakdown(t *testing.T) {
	t.Parallel()
	n, r := painting(func(w, _ *schema.Builder) {
		w.Text("name", "", "Le pont")
		w.Text("description", "fr", "Huile.")
		w.Put("dateCreated", "1907")
		picture(w, "CC BY-NC 4.0", "1000")
		w.Put("url", "https://museum.example/1")
	})
	got, err := json.Marshal(quality.Assess(n, r.get, quality.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var a struct{ Metadata, Content json.RawMessage }
	if err := json.Unmarshal(got, &a); err != nil {
		t.Fatal(err)
	}
	const metadata = `{"tier":"A","language":{"tier":"B","properties":2,"without":["dc:title"]},` +
		`"enablingElements":{"tier":"A","elements":["dc:creator","dcterms:created"],"groups":["personal","temporal"]},` +
		`"contextualClasses":{"tier":"B","complete":["edm:TimeSpan"]}}`
	const content = `{"tier":3,"tierBeforeLicence":4,"type":"IMAGE","licence":"restricted","thumbnail":true,"landingPage":true,"embeddable":false,` +
		`"files":[{"url":"https://museum.example/1.jpg","width":1000,"height":1000,"licence":"restricted","tier":3,"tierBeforeLicence":4}]}`
	if d := cmp.Diff([]string{metadata, content}, []string{string(a.Metadata), string(a.Content)}); d != "" {
		t.Errorf("breakdown (-want +got):\n%s", d)
	}
}

// TestTexts: every code has its three texts in every language of the interface,
// and no text is left over.
func TestTexts(t *testing.T) {
	t.Parallel()
	if !slices.IsSorted(quality.Codes) {
		t.Error("Codes are not in order")
	}
	for _, lang := range schema.Languages {
		seen := map[quality.Text]string{}
		for _, code := range quality.Codes {
			text := quality.TextOf(code, lang)
			for _, s := range []string{text.What, text.Why, text.How} {
				if s == "" || slices.Contains([]rune(s), '{') {
					t.Errorf("%s in %s = %+v", code, lang, text)
				}
			}
			if other, ok := seen[text]; ok {
				t.Errorf("%s and %s say the same in %s", code, other, lang)
			}
			seen[text] = code
			if lang != "en" && text.What == quality.TextOf(code, "en").What {
				t.Errorf("%s is not translated into %s", code, lang)
			}
		}
	}
	var file struct{ Fixes map[string]quality.Text }
	data, err := os.ReadFile("lang/en.json")
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	if err != nil {
		t.Fatal(err)
	}
	for code := range file.Fixes {
		if code != "language" && code != "element" && !slices.Contains(quality.Codes, code) {
			t.Errorf("lang/en.json has a text for %s, which is no code", code)
		}
	}
	if got, want := quality.TextOf("geo.zero", "nl", "de"), quality.TextOf("geo.zero", "de"); got != want {
		t.Errorf("TextOf in nl, de = %v, want %v", got, want)
	}
}
