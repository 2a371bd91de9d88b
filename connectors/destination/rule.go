package destination

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"moselle/schema/calendar"
)

// frequencies are how often rules repeat, and how iCalendar says it.
var frequencies = map[string]string{"daily": "DAILY", "weekly": "WEEKLY", "monthly": "MONTHLY", "yearly": "YEARLY"}

// rule writes the interval as a recurrence rule (RFC 5545, section 3.3.10).
func (v interval) rule() (string, error) {
	freq, ok := frequencies[strings.ToLower(v.freq)]
	if !ok {
		return "", fmt.Errorf("not one of Daily, Weekly, Monthly, Yearly")
	}
	parts := []string{"FREQ=" + freq}
	add := func(key, value string) {
		if value != "" {
			parts = append(parts, key+"="+value)
		}
	}
	if every := v.number("interval"); every > 1 {
		add("INTERVAL", strconv.Itoa(every))
	}
	weekday, ordinal := calendar.DaysNamed(v.text("weekday")), v.number("dayOrdinal")
	if strings.EqualFold(v.text("dayOrdinal"), "last") {
		ordinal = -1
	}
	monthly := freq == "MONTHLY" || freq == "YEARLY"
	switch {
	case monthly && weekday != 0 && ordinal != 0:
		add("BYDAY", strconv.Itoa(ordinal)+short(weekday))
	case monthly && v.number("dayOfMonth") != 0:
		add("BYMONTHDAY", strconv.Itoa(v.number("dayOfMonth")))
	default:
		add("BYDAY", short(v.days))
	}
	if freq == "YEARLY" {
		add("BYMONTH", v.month())
	}
	switch until := v.until; {
	case !until.IsZero():
		add("UNTIL", until.Time.In(v.zone).Format("20060102"))
	case v.number("repeatCount") > 0:
		add("COUNT", strconv.Itoa(v.number("repeatCount")))
	}
	return strings.Join(parts, ";"), nil
}

// month returns the month of a yearly rule, which is that of its start unless a
// number or an English name says another.
func (v interval) month() string {
	if n := v.number("month"); n != 0 {
		return strconv.Itoa(n)
	}
	if t, err := time.Parse("January", v.text("month")); err == nil {
		return strconv.Itoa(int(t.Month()))
	}
	return strconv.Itoa(int(v.start.Time.Month()))
}

func (v interval) text(name string) string { return text(get(v.node, name)) }

// number returns a member that is a whole number, 0 for all else.
func (v interval) number(name string) int {
	n, _ := strconv.Atoi(v.text(name))
	return n
}

// short writes weekdays as rules have them: "SA,SU".
func short(days calendar.Days) string {
	names := (days & calendar.EveryDay).Names()
	for i, name := range names {
		names[i] = strings.ToUpper(name[:2])
	}
	return strings.Join(names, ",")
}
