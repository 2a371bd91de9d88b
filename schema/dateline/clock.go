package dateline

import (
	"fmt"
	"regexp"
	"strings"

	"moselle/schema"
)

// clockPart is a time: "19:30", "19.30", "20h", "20h30", "7 pm", "20 Uhr".
const clockPart = `(\d{1,2})(?:[:.h](\d{2})|\s?h\s?(\d{2}))?\s*((?i:uhr|auer|heures|h|a\.?m\.?|p\.?m\.?|uur))?`

// clocks finds the time, or the two, behind a date.
var clocks = regexp.MustCompile(`^[\s,|·@-]*(?i:um|at|à|from|ab|von|de|om|vanaf|à partir de|dès|kl\.?)?\s*` + clockPart + `(?:(?i:` + dashPart + `)` + clockPart + `)?`)

// clock takes in the time that stands behind a date: "19:30", "20h", "um 20 Uhr",
// "7 pm", "10:00–18:00". A bare number is none.
func (r Reading) clock(text string, d *Date) {
	m := clocks.FindStringSubmatchIndex(text[d.to:])
	if m == nil {
		return
	}
	g := groups(text[d.to:], m)
	end, ends := clockOf(g[5:9], "")
	start, ok := clockOf(g[1:5], g[8])
	if !ok || !d.End.IsZero() { // hours of a period are those of each of its days
		return
	}
	day := d.Start.Time.Format("2006-01-02")
	at, err := schema.ParseMoment(day+"T"+start, r.Zone)
	if err != nil {
		return
	}
	d.Start, d.to = at, d.to+m[1]
	if ends {
		if e, err := schema.ParseMoment(day+"T"+end, r.Zone); err == nil {
			if !e.Time.After(at.Time) {
				e.Time = e.Time.AddDate(0, 0, 1)
			}
			d.End = e
		}
	}
}

// clockOf makes a time of hours, minutes and what stands behind them; half is the
// half of the day that the end of a stretch names for both.
func clockOf(g []string, half string) (string, bool) {
	minutes := g[1] + g[2]
	mark := strings.ToLower(strings.ReplaceAll(g[3], ".", ""))
	if mark == "" && minutes == "" && half == "" || g[0] == "" {
		return "", false
	}
	if half = strings.ToLower(strings.ReplaceAll(half, ".", "")); mark == "" && (half == "am" || half == "pm") {
		mark = half
	}
	hour := number(g[0])
	if minutes == "" {
		minutes = "00"
	}
	if mark == "am" || mark == "pm" {
		if hour < 1 || hour > 12 {
			return "", false
		}
		if hour %= 12; mark == "pm" {
			hour += 12
		}
	}
	return fmt.Sprintf("%02d:%s", hour, minutes), hour < 25
}
