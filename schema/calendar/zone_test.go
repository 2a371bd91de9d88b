package calendar_test

import (
	"testing"
	"time"

	"moselle/schema/calendar"
)

func TestZone(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Europe/Luxembourg": "Europe/Luxembourg",
		"europe/berlin":     "Europe/Berlin",
		"UTC":               "UTC",
		"z":                 "UTC",
		"US/Pacific":        "US/Pacific",
		`"Europe/Berlin"`:   "Europe/Berlin",
		"/freeassociation.sourceforge.net/Europe/Berlin":                                    "Europe/Berlin",
		"/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires":            "America/Argentina/Buenos_Aires",
		"/mozilla.org/20050126_1/Europe/Berlin":                                             "Europe/Berlin",
		"/Europe/Stockholm":                                                                 "Europe/Stockholm",
		"posix/Europe/Vaduz":                                                                "Europe/Vaduz",
		"W. Europe Standard Time":                                                           "Europe/Berlin",
		`"W. Europe Standard Time"`:                                                         "Europe/Berlin",
		"Romance Standard Time":                                                             "Europe/Paris",
		"Pacific Standard Time (Mexico)":                                                    "America/Tijuana",
		"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna":                      "Europe/Amsterdam",
		"(GMT+01:00) Brussels, Copenhagen, Madrid, Paris":                                   "Europe/Brussels",
		"Amsterdam, Belgrade, Berlin, Brussels, Budapest, Madrid, Paris, Prague, Stockholm": "Europe/Amsterdam",
		"(UTC-05:00) Eastern Time (US & Canada)":                                            "America/New_York",
		"Pacific Time (US & Canada), Tijuana":                                               "America/Los_Angeles",
		"Canberra, Melbourne, Sydney":                                                       "Australia/Sydney",
		"Greenwich Mean Time: Dublin; Edinburgh; Lisbon; London":                            "Europe/Dublin",
		"(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi":                                 "Asia/Shanghai",
		"Germany/Berlin":                                                                    "Europe/Berlin",
		"Western/Central Europe":                                                            "Europe/Budapest",
		"MESZ":                                                                              "Europe/Berlin",
		"UTC+01":                                                                            "Etc/GMT-1",
		"GMT-0500":                                                                          "Etc/GMT+5",
		"(GMT +01:00)":                                                                      "Etc/GMT-1",
		"UTC+05:30":                                                                         "",
	} {
		loc, err := calendar.Zone(name)
		if err != nil || loc.String() != want {
			t.Errorf("Zone(%s) = %v, %v; want %s", name, loc, err, want)
		}
	}
	for _, name := range []string{"", "Local", "local", "Mars/Olympus", "Europe/Germany", "../../etc/passwd", "Europe/../../etc/passwd", "UTC+99",
		"Customized Time Zone 1", "(UTC+01:00) Nowhere", "GMT +0100 (Standard) / GMT +0200 (Daylight)", "/", "Europe/"} {
		if loc, err := calendar.Zone(name); err == nil {
			t.Errorf("Zone(%s) = %v, want an error", name, loc)
		}
	}
	if _, ok := calendar.NamedZone("Eastern"); ok {
		t.Error("NamedZone(Eastern) is sure, want a name that a file may define")
	}
}

// Every Windows zone leads to a zone that there is.
func TestWindowsZones(t *testing.T) {
	t.Parallel()
	for _, name := range calendar.WindowsNames() {
		if _, ok := calendar.NamedZone(name); !ok {
			t.Errorf("NamedZone(%s): not found", name)
		}
	}
}

func TestCustom(t *testing.T) {
	t.Parallel()
	w := calendar.Window(now)
	lux := location(t, "Europe/Luxembourg")
	var summer []calendar.Shift
	for year := 2020; year < 2030; year++ {
		summer = append(summer,
			calendar.Shift{At: lastSunday(year, time.March).Add(time.Hour), Offset: 7200, DST: true},
			calendar.Shift{At: lastSunday(year, time.October).Add(time.Hour), Offset: 3600})
	}
	z, err := calendar.Custom("Our time", summer, []*time.Location{location(t, "Europe/London"), lux}, w)
	if err != nil || z != lux {
		t.Errorf("Custom = %v, %v; want the zone alike, %v", z, err, lux)
	}
	z, err = calendar.Custom("Our time", []calendar.Shift{{At: now, Offset: 5*3600 + 1234}, {At: now.AddDate(1, 0, 0), Offset: -1800}}, []*time.Location{lux}, w)
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[time.Time]int{now.AddDate(-40, 0, 0): 19234, now: 19234, now.AddDate(1, 0, 1): -1800, now.AddDate(80, 0, 0): -1800} {
		if _, got := at.In(z).Zone(); got != want {
			t.Errorf("offset at %v = %d, want %d", at, got, want)
		}
	}
	if _, err := calendar.Custom("Empty", nil, nil, w); err == nil {
		t.Error("Custom without offsets gives no error")
	}
}

func lastSunday(year int, month time.Month) time.Time {
	t := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
	return t.AddDate(0, 0, -int(t.Weekday()))
}

func FuzzZone(f *testing.F) {
	f.Add("(UTC+01:00) Amsterdam, Berlin")
	f.Add("/mozilla.org/20050126_1/Europe/Berlin")
	f.Fuzz(func(t *testing.T, name string) {
		if loc, err := calendar.Zone(name); err == nil && (loc == nil || loc == time.Local) {
			t.Fatalf("Zone(%q) = %v", name, loc)
		}
	})
}
