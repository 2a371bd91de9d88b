package ics_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/wire/ics"
)

// read decodes a text: components, errors about single ones, and what ended it.
func read(t *testing.T, text string) (all []ics.Component, broken []string, fatal error) {
	t.Helper()
	for c, err := range ics.Decode(strings.NewReader(text), "") {
		var one *ics.Error
		switch {
		case errors.As(err, &one):
			broken = append(broken, one.Name+" "+one.UID+" "+one.Error())
		case err != nil:
			fatal = err
		default:
			all = append(all, c)
		}
	}
	return all, broken, fatal
}

func TestDecodeLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"crlf", "BEGIN:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\n", "a"},
		{"lf", "BEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\n", "a"},
		{"cr", "BEGIN:VEVENT\rSUMMARY:a\rEND:VEVENT\r", "a"},
		{"no end of line at the end", "BEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT", "a"},
		{"byte order mark", "\ufeffBEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT", "a"},
		{"utf-16", "\xff\xfeB\x00E\x00G\x00I\x00N\x00:\x00A\x00\n\x00S\x00U\x00M\x00M\x00A\x00R\x00Y\x00:\x00\xe9\x00\n\x00E\x00N\x00D\x00:\x00A\x00\n\x00", "é"},
		{"fold with blank", "BEGIN:VEVENT\r\nSUMMARY:a\r\n b\r\nEND:VEVENT", "ab"},
		{"fold with tab", "BEGIN:VEVENT\r\nSUMMARY:a\r\n\tb\r\nEND:VEVENT", "ab"},
		{"fold keeps the second blank", "BEGIN:VEVENT\r\nSUMMARY:a\r\n  b\r\nEND:VEVENT", "a b"},
		{"fold inside a character", "BEGIN:VEVENT\nSUMMARY:a\xc3\n \xa9\nEND:VEVENT", "aé"},
		{"blank lines", "\n\nBEGIN:VEVENT\n\nSUMMARY:a\n\n b\n\nEND:VEVENT\n\n", "ab"},
		{"lower case", "begin:vevent\nsummary:a\nend:vevent", "a"},
		{"windows-1252", "BEGIN:VEVENT\nSUMMARY:caf\xe9 \x96 \x80\nEND:VEVENT", "café – €"},
		{"charset", "BEGIN:VEVENT\nSUMMARY;CHARSET=ISO-8859-2:\xb3\xf3d\xbc\nEND:VEVENT", "łódź"},
		{"quoted-printable", "BEGIN:VEVENT\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:caf=C3=A9=0D=0A=\nau lait\nEND:VEVENT", "café\nau lait"},
		{"bare quoted-printable", "BEGIN:VEVENT\nSUMMARY;QUOTED-PRINTABLE:caf=E9\nEND:VEVENT", "café"},
		{"escapes", `BEGIN:VEVENT` + "\n" + `SUMMARY:a\, b\; c\\ d\ne\Nf C:\temp \"g\"` + "\nEND:VEVENT", "a, b; c\\ d\ne\nf C:\\temp \"g\""},
		{"colon in the value", "BEGIN:VEVENT\nSUMMARY:a:b;c\nEND:VEVENT", "a:b;c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			all, broken, err := read(t, c.in)
			if err != nil || len(broken) > 0 || len(all) != 1 {
				t.Fatalf("Decode gives %d components, %v, %v; want one", len(all), broken, err)
			}
			if got := all[0].Text("SUMMARY"); got != c.want {
				t.Errorf("SUMMARY = %q, want %q", got, c.want)
			}
			if want := c.name == "windows-1252"; len(all[0].Faults) > 0 != want {
				t.Errorf("faults %v, want some: %v", all[0].Faults, want)
			}
		})
	}
}

func TestDecodeParams(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want ics.Property
	}{
		{`X;A=1:v`, ics.Property{Name: "X", Params: []ics.Param{{"A", []string{"1"}}}, Value: "v"}},
		{`X;a="1;2:3,4",5:v`, ics.Property{Name: "X", Params: []ics.Param{{"A", []string{"1;2:3,4", "5"}}}, Value: "v"}},
		{`X;A=^n^^^'^x:v`, ics.Property{Name: "X", Params: []ics.Param{{"A", []string{"\n^\"^x"}}}, Value: "v"}},
		{`X;BASE64;A=:v`, ics.Property{Name: "X", Params: []ics.Param{{"BASE64", nil}, {"A", []string{""}}}, Value: "v"}},
		{`X;TZID=(UTC-05:00) Eastern:v`, ics.Property{Name: "X", Params: []ics.Param{{"TZID", []string{"(UTC-05:00) Eastern"}}}, Value: "v"}},
		{`X;A="b"c:v`, ics.Property{Name: "X", Params: []ics.Param{{"A", []string{`"b"c`}}}, Value: "v"}},
		{`X;:v`, ics.Property{Name: "X", Value: "v"}},
	} {
		all, _, err := read(t, "BEGIN:A\n"+c.in+"\nEND:A")
		if err != nil || len(all) != 1 || len(all[0].Props) != 1 {
			t.Errorf("Decode(%s) = %v, %v", c.in, all, err)
			continue
		}
		c.want.Line = 2
		if d := cmp.Diff(c.want, all[0].Props[0]); d != "" {
			t.Errorf("Decode(%s) (-want +got):\n%s", c.in, d)
		}
	}
}

func TestDecodeBroken(t *testing.T) {
	t.Parallel()
	good := "BEGIN:VEVENT\nUID:good\nEND:VEVENT\n"
	for _, c := range []struct {
		name, in string
		whole    int    // components read
		broken   string // error about one
		fatal    string
	}{
		{"end missing", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n" + good + "END:VCALENDAR\n", 2,
			"VEVENT x line 2: END:VEVENT is missing before BEGIN:VEVENT in line 4", ""},
		{"end missing at the end of the calendar", "BEGIN:VCALENDAR\n" + good + "BEGIN:VEVENT\nUID:x\nEND:VCALENDAR\n", 2,
			"VEVENT x line 5: END:VEVENT is missing before END:VCALENDAR in line 7", ""},
		{"cut off", "BEGIN:VCALENDAR\n" + good + "BEGIN:VEVENT\nUID:x\nSUMM", 2,
			"VEVENT x line 5: END:VEVENT is missing before the end of the file in line 7",
			"line 7: the file is cut off: END:VCALENDAR of line 1 is missing; what comes behind is unknown"},
		{"name with a control character", "BEGIN:VCALENDAR\nBEGIN:V\x00E\nUID:x\nEND:V\x00E\n" + good + "END:VCALENDAR\n", 2,
			"V\x00E x line 2: BEGIN:V\x00E names no component", ""},
		{"too deep", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n" + strings.Repeat("BEGIN:A\n", 10000) + strings.Repeat("END:A\n", 10000) + "END:VEVENT\n" + good + "END:VCALENDAR\n", 2,
			"VEVENT x line 2: components nest more than 8 deep", ""},
		{"too many lines", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n" + strings.Repeat("A:1\n", ics.MaxProperties+1) + "END:VEVENT\n" + good + "END:VCALENDAR\n", 2,
			"VEVENT x line 2: it has more than 10000 lines", ""},
		{"text behind", "BEGIN:VCALENDAR\nEND:VCALENDAR\nend of file\nreally\n", 1,
			`  line 3: "end of file" stands outside of every component and is left out`, ""},
		{"html", " <!DOCTYPE html><html>", 0, "", `line 1: not a calendar: it begins with " <!DOCTYPE html><html>"`},
		{"empty", "", 0, "", "not a calendar: there is no BEGIN:VCALENDAR"},
		{"prose", "hello\nworld\n", 0, "", `line 1: not a calendar: it begins with "hello"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			all, broken, err := read(t, c.in)
			if len(all) != c.whole {
				t.Errorf("%d components, want %d", len(all), c.whole)
			}
			if got := strings.Join(broken, "\n"); got != c.broken {
				t.Errorf("broken %q, want %q", got, c.broken)
			}
			if (err == nil) != (c.fatal == "") || err != nil && !strings.HasPrefix(err.Error(), c.fatal) {
				t.Errorf("ends by %v, want %q", err, c.fatal)
			}
		})
	}
}

func TestDecodeFaults(t *testing.T) {
	t.Parallel()
	in := "BEGIN:VEVENT\nUID:x\nmore of a text\nA;B=\"open:v\nEND:OTHER\nX:" + strings.Repeat("x", ics.MaxLine+1) + "\nBEGIN:VALARM\nEND:VEVENT\n"
	all, broken, err := read(t, in)
	if err != nil || len(broken) > 0 || len(all) != 1 {
		t.Fatalf("Decode gives %d components, %v, %v; want one", len(all), broken, err)
	}
	var lines []int
	for _, f := range all[0].Faults {
		lines = append(lines, f.Line)
	}
	if d := cmp.Diff([]int{3, 4, 5, 6, 7}, lines); d != "" {
		t.Errorf("lines with faults (-want +got):\n%s\n%v", d, all[0].Faults)
	}
}

func TestDecodeOrder(t *testing.T) {
	t.Parallel()
	all, _, err := read(t, "BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Paris\nBEGIN:VEVENT\nBEGIN:VALARM\nEND:VALARM\nEND:VEVENT\nMETHOD:PUBLISH\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range all {
		got = append(got, c.Name)
	}
	if d := cmp.Diff([]string{"VEVENT", "VCALENDAR", "VCALENDAR"}, got); d != "" {
		t.Errorf("order (-want +got):\n%s", d)
	}
	if len(all[0].Parts) != 1 || len(all[1].Props) != 2 || all[1].Line != 1 || all[2].Line != 9 {
		t.Errorf("Decode = %v, want one part, two properties, lines 1 and 9", all)
	}
	for range ics.Decode(strings.NewReader("BEGIN:A\nEND:A\nBEGIN:A\nEND:A\n"), "") {
		break
	}
}
