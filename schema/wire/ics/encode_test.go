package ics_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"moselle/schema"
	"moselle/schema/wire/ics"
)

// sample is a calendar with every kind of date and every field.
func sample(t testing.TB) ics.Calendar {
	t.Helper()
	lux, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		t.Fatal(err)
	}
	at := func(s string) schema.Moment {
		m, err := schema.ParseMoment(s, lux)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	stamp := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	return ics.Calendar{
		ID: "-//Kulturhaus am Fluss//Programm//DE", Name: "Programm; Herbst, Winter", Lang: "de", Zone: "Europe/Luxembourg",
		Events: []ics.Event{
			{
				UID: "https://hub.example/id/event/a", Stamp: stamp, Zone: "Europe/Luxembourg",
				Start: at("2026-10-24T20:00"), End: at("2026-10-24T22:30"), Rules: []string{"FREQ=WEEKLY;COUNT=4"},
				Except: []schema.Moment{at("2026-10-31T20:00")}, Status: "CONFIRMED", Sequence: 3, Lang: "de",
				Summary: "Konzert: Öffentliche Probe, „Frühling“; mit Gästen", Description: strings.Repeat("Größe \\ und Maß,\n", 30),
				Location: "Kulturhaus am Fluss, Uferstraße 3", URL: "https://hub.example/a?b=1,2;c=3", Lat: 49.61, Lon: 6.125,
				Categories: []string{"Musik, neu", "Probe"}, Organizer: `Kulturhaus "am Fluss"`, Image: "https://hub.example/a.jpg",
			},
			{UID: "b", Stamp: stamp, Start: at("2026-12-24"), End: at("2026-12-26"), Zone: "Europe/Luxembourg", Status: "CANCELLED", Summary: "Markt"},
			{UID: "c", Stamp: stamp, Start: schema.Moment{Time: stamp}, Summary: "In UTC", Rules: []string{"FREQ=DAILY\r\nX:y"}},
		},
	}
}

func TestEncode(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := ics.Encode(&b, sample(t)); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || strings.ToValidUTF8(line, "") != line {
			t.Errorf("line %q: want 75 octets at most, whole characters, CRLF", line)
		}
	}
	unfolded := strings.ReplaceAll(text, "\r\n ", "")
	for _, want := range []string{
		"DTSTART;TZID=Europe/Luxembourg:20261024T200000\r\nDTEND;TZID=Europe/Luxembourg:20261024T223000\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Europe/Luxembourg:20261031T200000\r\n",
		"DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\n",
		"DTSTART:20261121T120000Z\r\n",
		"SUMMARY;LANGUAGE=de:Konzert: Öffentliche Probe\\, „Frühling“\\; mit Gästen\r\n",
		"GEO:49.61;6.125\r\nCATEGORIES:Musik\\, neu,Probe\r\n",
		"ORGANIZER;CN=Kulturhaus ^'am Fluss^':https://hub.example/a?b=1,2;c=3\r\n",
		"STATUS:CANCELLED\r\n",
		"BEGIN:VTIMEZONE\r\nTZID:Europe/Luxembourg\r\n",
		"BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nRDATE:20271031T030000\r\n",
		"BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nRDATE:20270328T020000\r\n",
		"RRULE:FREQ=DAILYX:y\r\n",
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("Encode lacks %q in\n%s", want, unfolded)
		}
	}
	all, broken, err := read(t, text)
	if err != nil || len(broken) > 0 || len(all) != 5 {
		t.Fatalf("Decode of it gives %d components, %v, %v; want a zone, three events, a calendar", len(all), broken, err)
	}
	if got, want := all[1].Text("DESCRIPTION"), strings.Repeat("Größe \\ und Maß,\n", 30); got != want {
		t.Errorf("DESCRIPTION = %q, want %q", got, want)
	}
}

func TestEncodeUnknownZone(t *testing.T) {
	t.Parallel()
	c := ics.Calendar{Events: []ics.Event{{UID: "a", Start: schema.Moment{Time: time.Unix(0, 0)}, Zone: "Mars/Olympus"}}}
	if err := ics.Encode(&bytes.Buffer{}, c); err == nil {
		t.Error("Encode with an unknown zone gives no error")
	}
}

// What is written is what was read: this holds for whatever Decode accepts.
func FuzzDecode(f *testing.F) {
	var b bytes.Buffer
	if err := ics.Encode(&b, sample(f)); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes(), "")
	f.Add([]byte("BEGIN:A\nX;Y=\"a\"b,^n;BASE64;=:v\n\n folded\nSUMMARY;ENCODING=QUOTED-PRINTABLE:=\n=0D=0A=E9\nEND:A\n"), "iso-8859-1")
	f.Add([]byte("BEGIN:VEVENT\rX:caf\xe9\r\n\tb\xc3\r \xa9\nBEGIN:VALARM\nEND:VEVENT\nBEGIN:B\x00\nEND:B\x00"), "utf-16")
	f.Add([]byte("\xff\xfeB\x00E\x00"), "")
	f.Fuzz(func(t *testing.T, data []byte, charset string) {
		for c, err := range ics.Decode(bytes.NewReader(data), charset) {
			if err != nil {
				continue
			}
			n := 0
			for again, err := range ics.Decode(bytes.NewReader(c.Append(nil)), "") {
				if n++; err != nil || n > 1 {
					t.Fatalf("Decode of %q: %v", c.Append(nil), err)
				}
				if d := cmp.Diff(c, again, cmpopts.IgnoreFields(ics.Component{}, "Line", "Faults"), cmpopts.IgnoreFields(ics.Property{}, "Line")); d != "" {
					t.Fatalf("Decode of %q differs (-want +got):\n%s", c.Append(nil), d)
				}
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	var buf bytes.Buffer
	if err := ics.Encode(&buf, sample(b)); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(buf.Len()))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range ics.Decode(bytes.NewReader(buf.Bytes()), "") {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
