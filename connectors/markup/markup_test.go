package markup_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/markup"
)

func isItem(path []xml.Name) bool { return path[len(path)-1].Local == "item" }

// read returns each element in a short form, the lines of refusals, what was
// mended, and what ended the reading.
func read(t testing.TB, doc io.Reader, o markup.Options) (got []string, end error) {
	t.Helper()
	if o.Match == nil {
		o.Match = isItem
	}
	o.Warn = func(message string) { got = append(got, "mended: "+message) }
	for e, err := range markup.Elements(t.Context(), doc, o) {
		var refusal *connectors.Refusal
		switch {
		case errors.As(err, &refusal):
			got = append(got, "refused: "+refusal.Error())
		case err != nil:
			return got, err
		default:
			got = append(got, fmt.Sprintf("%d %s", e.Line, show(e)))
		}
	}
	return got, nil
}

// show writes an element with everything known of it but its line.
func show(e *markup.Element) string {
	var b strings.Builder
	fmt.Fprintf(&b, "{%s}%s", e.Space, e.Name)
	for _, a := range e.Attrs {
		fmt.Fprintf(&b, " {%s}%s=%s", a.Space, a.Name, a.Value)
	}
	if e.Lang != "" {
		b.WriteString(" @" + e.Lang)
	}
	fmt.Fprintf(&b, "(%s", strings.ReplaceAll(e.Text, "\n", "⏎"))
	for _, c := range e.Children {
		b.WriteString(show(c) + c.Tail)
	}
	return b.String() + ")"
}

func TestElements(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"mixed content", "<l><item>a <b>c</b> <i/>d</item></l>", []string{"1 {}item(a {}b(c) {}i()d)"}},
		{"lines", "<l>\n <item/>\n\n <item>\n <a/>\n</item></l>", []string{"2 {}item()", "4 {}item( {}a() )"}},
		{"namespaces", `<l xmlns="urn:a" xmlns:p="urn:b"><item p:x="1" y="2"/><p:item xmlns:p="urn:c"><p:a/></p:item><p:item/></l>`, []string{
			"1 {urn:a}item {urn:b}x=1 {}y=2()", "1 {urn:c}item({urn:c}a())", "1 {urn:b}item()"}},
		{"languages", `<l xml:lang="fr"><item><a xml:lang="de"/><b/></item></l>`, []string{
			"1 {}item @fr({}a {http://www.w3.org/XML/1998/namespace}lang=de @de(){}b @fr())"}},
		{"inside one it is not asked", "<l><item><item/></item></l>", []string{"1 {}item({}item())"}},
		{"the root", "<item>x</item>", []string{"1 {}item(x)"}},
		{"texts in pieces", "<l><item>a<!-- b -->c<![CDATA[<d>]]></item></l>", []string{"1 {}item(ac<d>)"}},
		{"a lone ampersand", "<l><item a='b&c'>d & e&nbsp;f</item></l>", []string{"1 {}item {}a=b&c(d & e\u00a0f)"}},
		{"entities", `<!DOCTYPE l [<!ENTITY one "eins"><!ENTITY far SYSTEM "file:///etc/passwd"><!ENTITY two "&one;&one;">]><l><item>&one; &far; &two;</item></l>`, []string{
			"1 {}item(eins &far; &two;)"}},
		{"version 1.1", "<?xml version='1.1'?>\n<item>é</item>", []string{"2 {}item(é)"}},
		{"control characters", "<item>a\x01b</item>", []string{
			"mended: the file holds control characters, which XML forbids; they are read as blanks", "1 {}item(a b)"}},
		{"not UTF-8", "<item>Fêté: f\xeate</item>", []string{
			"mended: the file is not UTF-8 throughout, as it says or as XML has to be when it does not say; what is not is read as Windows-1252", "1 {}item(Fêté: fête)"}},
		{"declared", "<?xml version='1.0' encoding='ISO-8859-2'?>\n<item>\xb1</item>", []string{"2 {}item(ą)"}},
		{"UTF-8 declared as another", "<?xml version='1.0' encoding='ISO-8859-1'?>\n<item>ą</item>",
			[]string{`mended: the file says that its encoding is "ISO-8859-1", but it is UTF-8 and read as such`, "2 {}item(ą)"}},
		{"UTF-8 declared as nothing known", "<?xml version='1.0' encoding='klingon'?>\n<item>ą</item>",
			[]string{`mended: the file says that its encoding is "klingon", but it is UTF-8 and read as such`, "2 {}item(ą)"}},
		{"none", "<l><entry/></l>", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := read(t, strings.NewReader(c.in), markup.Options{})
			if d := cmp.Diff(c.want, got); d != "" || err != nil {
				t.Errorf("Elements, err %v (-want +got):\n%s", err, d)
			}
			slow, err := read(t, iotest.OneByteReader(strings.NewReader(c.in)), markup.Options{})
			if d := cmp.Diff(c.want, slow); d != "" || err != nil {
				t.Errorf("Elements byte by byte, err %v (-want +got):\n%s", err, d)
			}
		})
	}
}

func TestRaw(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Lorem Ipsum äöü ", 10_000)
	items := []string{"<item a='1'>" + long + "</item>", "<item/>", "<p:item>x &amp; y</p:item >"}
	doc := "<?xml version='1.0'?>\n<l>" + long + strings.Join(items, long) + "</l>"
	var got []string
	for e, err := range markup.Elements(t.Context(), strings.NewReader(doc), markup.Options{Match: isItem}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(e.Raw))
		if e.Parent == nil || e.Parent.Name != "l" {
			t.Errorf("the parent of %.20s is %v, want l", e.Raw, e.Parent)
		}
	}
	if d := cmp.Diff(items, got); d != "" {
		t.Errorf("Raw (-want +got):\n%.500s", d)
	}
}

func TestEncodings(t *testing.T) {
	t.Parallel()
	const want = "1 {}item(Äpfel)"
	wide := func(mark bool, order func(u uint16) []byte) []byte {
		text := "<?xml version='1.0' encoding='utf-16'?><item>Äpfel</item>"
		if mark {
			text = "\ufeff" + text
		}
		var b []byte
		for _, u := range utf16.Encode([]rune(text)) {
			b = append(b, order(u)...)
		}
		return b
	}
	little := func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} }
	big := func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} }
	for _, c := range []struct {
		name    string
		in      []byte
		charset string
	}{
		{"UTF-16 little", wide(true, little), ""},
		{"UTF-16 big", wide(true, big), ""},
		{"UTF-16 unmarked", wide(false, little), ""},
		{"UTF-16 unmarked big", wide(false, big), ""},
		{"a mark", []byte("\ufeff<item>Äpfel</item>"), ""},
		{"a mark over all", []byte("\ufeff<?xml version='1.0' encoding='latin1'?><item>Äpfel</item>"), "windows-1252"},
		{"the server", []byte("<item>\xc4pfel</item>"), "iso-8859-1"},
		{"the document over the server", []byte("<?xml version='1.0' encoding='utf-8'?><item>Äpfel</item>"), "iso-8859-1"},
	} {
		got, err := read(t, bytes.NewReader(c.in), markup.Options{Charset: c.charset})
		if d := cmp.Diff([]string{want}, got); d != "" || err != nil {
			t.Errorf("%s: err %v (-want +got):\n%s", c.name, err, d)
		}
	}
}

func TestBroken(t *testing.T) {
	t.Parallel()
	const first = "<l>\n<item/>\n"
	for _, c := range []struct{ in, want string }{
		{first + "<item><a>", "line 3: the file breaks off here, inside <a> of line 3; it was probably cut off on its way: export it and upload it again"},
		{first + "<item>te", "line 3: the file breaks off here, inside <item> of line 3; it was probably cut off on its way: export it and upload it again"},
		{first + "<a></b>", "line 3: </b> stands where <a> of line 3 has to end; the file is no XML from here on: export it again"},
		{first + "</l></l>", "line 3: </l> ends an element that never began; the file is no XML from here on"},
		{first + "a < b</l>", "line 3: the file is no XML from here on: a < in a text is written &lt; and a tag is <name> or </name>"},
		{first + "<item a='<'/></l>", "line 3: the file is no XML from here on: an attribute is written name=\"value\", and a < in it &lt;"},
		{first + strings.Repeat("<a>", 100), "line 3: elements stand in each other more than 64 deep; this is no document of its kind"},
	} {
		got, err := read(t, strings.NewReader(c.in), markup.Options{})
		if err == nil || err.Error() != c.want || len(got) != 1 {
			t.Errorf("reading %q gives %q and\n%v, want one element and\n%s", c.in, got, err, c.want)
		}
	}
	for in, want := range map[string]string{
		"":     "there is no XML in the file: no element begins in it",
		"text": "there is no XML in the file: no element begins in it",
		"<?xml version='1.0' encoding='klingon'?><l/>": `the encoding "klingon" is not known: save the file as UTF-8`,
	} {
		if _, err := read(t, strings.NewReader(in), markup.Options{}); err == nil || err.Error() != want {
			t.Errorf("reading %q = %v, want %s", in, err, want)
		}
	}
}

func TestBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, item, want string }{
		{"size", "<item><a>" + strings.Repeat("x", 3000) + "</a></item>", "larger than 2000 bytes; keep pictures and other files out of it"},
		{"many small texts", "<item>" + strings.Repeat("<a>x</a>", 300) + "</item>", "larger than 2000 bytes; keep pictures and other files out of it"},
		{"one tag", "<item a='" + strings.Repeat("x", 3000) + "'/>", "larger than 2000 bytes; keep pictures and other files out of it"},
		{"depth", "<item>" + strings.Repeat("<a>", 70) + strings.Repeat("</a>", 70) + "</item>", "elements in it stand in each other more than 64 deep"},
	} {
		got, err := read(t, strings.NewReader("<l>\n"+c.item+"\n<item/></l>"), markup.Options{MaxSize: 2000})
		want := []string{"refused: line 2: item: " + c.want, "3 {}item()"}
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Errorf("%s: err %v (-want +got):\n%s", c.name, err, d)
		}
	}
	many := "<l><item>" + strings.Repeat("<a/>", 100_001) + "</item><item/></l>"
	got, err := read(t, strings.NewReader(many), markup.Options{})
	if d := cmp.Diff([]string{"refused: line 1: item: holds more than 100000 elements; split it", "1 {}item()"}, got); d != "" || err != nil {
		t.Errorf("many: err %v (-want +got):\n%s", err, d)
	}
	endless := io.MultiReader(strings.NewReader("<l><item/>\n<!-- "), io.LimitReader(zeros{}, 40<<20))
	if _, err := read(t, endless, markup.Options{}); err == nil || !strings.Contains(err.Error(), "line 2: a single text, tag or comment is longer than 16 MB") {
		t.Errorf("an endless comment gives %v", err)
	}
}

// zeros are the digit 0 without an end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	return len(p), nil
}

func TestStops(t *testing.T) {
	t.Parallel()
	doc := "<l>" + strings.Repeat("<item/>", 5000) + "</l>"
	n := 0
	for range markup.Elements(t.Context(), strings.NewReader(doc), markup.Options{Match: isItem}) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range markup.Elements(ctx, strings.NewReader(doc), markup.Options{Match: isItem}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a cancelled reading gives %v, want its error", err)
		}
	}
}

func TestValue(t *testing.T) {
	t.Parallel()
	for e, err := range markup.Elements(t.Context(), strings.NewReader("<l><item>\n a <b>c\n<i>d</i></b> e<b k='v'>f</b></item></l>"), markup.Options{Match: isItem}) {
		if err != nil {
			t.Fatal(err)
		}
		if got, want := e.Value(), "a c d ef"; got != want {
			t.Errorf("Value() = %q, want %q", got, want)
		}
		if got := len(e.All("b")); got != 2 {
			t.Errorf("All(b) finds %d, want 2", got)
		}
		if got := e.Child("b", "i").Value(); got != "d" {
			t.Errorf("Child(b, i) = %q, want d", got)
		}
		if none := e.Child("x", "y"); none.Value() != "" || none.Attr("k") != "" || none.Child("z") != nil {
			t.Errorf("Child(x, y) = %v, want nothing", none)
		}
	}
}

func archive(t testing.TB, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "/") {
			fmt.Fprintf(w, "<l><item>%s</item></l>", name)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFiles(t *testing.T) {
	t.Parallel()
	list := func(data []byte) (names []string, err error) {
		for f, err := range markup.Files(t.Context(), bytes.NewReader(data)) {
			if err != nil {
				return names, err
			}
			got, err := read(t, f.Reader, markup.Options{})
			if err != nil {
				return names, err
			}
			names = append(names, f.Name+": "+strings.Join(got, " "))
		}
		return names, nil
	}
	zipped := archive(t, "d/", "d/b.xml", "a.XML", "notes.txt", "__MACOSX/d/b.xml", "d/.b.xml")
	got, err := list(zipped)
	if d := cmp.Diff([]string{"d/b.xml: 1 {}item(d/b.xml)", "a.XML: 1 {}item(a.XML)"}, got); d != "" || err != nil {
		t.Errorf("Files, err %v (-want +got):\n%s", err, d)
	}
	if got, err := list([]byte("<item/>")); err != nil || len(got) != 1 {
		t.Errorf("Files of a document = %q, %v, want itself", got, err)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"cut":   {zipped[:len(zipped)-30], "the zip file is damaged or cut off: make it anew"},
		"empty": {archive(t, "notes.txt"), "no file in the zip file ends in .xml or .rdf"},
	} {
		if _, err := list(c.data); err == nil || err.Error() != c.want {
			t.Errorf("Files of a zip that is %s = %v, want %s", name, err, c.want)
		}
	}
	if got, want := string(markup.Head(zipped[:600])), "<l><item>d/b.xml</item></l>"; got != want {
		t.Errorf("Head of a zip = %q, want %q", got, want)
	}
	if got, want := string(markup.Head([]byte("\ufeff<l/>"))), "<l/>"; got != want {
		t.Errorf("Head = %q, want %q", got, want)
	}
}

// FuzzElements holds the reader to the same answer however a document arrives,
// and to raw bytes that read as what they were taken from.
func FuzzElements(f *testing.F) {
	for _, s := range []string{"<l><item>a<b/>c</item></l>", "<item a='1'>&amp;</item>", "<l><item></l>", "<!DOCTYPE l [<!ENTITY a 'b'>]><item>&a;</item>", "\xff\xfe<\x00i\x00", "<item>\xe9\x01</item>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		whole, err := read(t, bytes.NewReader(data), markup.Options{})
		pieces, err2 := read(t, iotest.OneByteReader(bytes.NewReader(data)), markup.Options{})
		if d := cmp.Diff(whole, pieces); d != "" || fmt.Sprint(err) != fmt.Sprint(err2) {
			t.Errorf("in pieces: %v and %v (-whole +pieces):\n%s", err, err2, d)
		}
		for e, err := range markup.Elements(t.Context(), bytes.NewReader(data), markup.Options{Match: isItem}) {
			if err == nil && (!bytes.HasPrefix(e.Raw, []byte("<")) || !bytes.HasSuffix(e.Raw, []byte(">"))) {
				t.Errorf("raw bytes %q are no element", e.Raw)
			}
		}
	})
}

// BenchmarkElements streams small records of a file of 4 MB.
func BenchmarkElements(b *testing.B) {
	const records = 4000
	doc := "<l xmlns:p='urn:p'>" + strings.Repeat("<item>"+strings.Repeat("\n  <p:a><p:b p:type='x' xml:lang='fr'>Une valeur</p:b></p:a>", 16)+"</item>", records) + "</l>"
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range markup.Elements(b.Context(), strings.NewReader(doc), markup.Options{Match: isItem}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(records*b.N)/b.Elapsed().Seconds(), "records/s")
}
