package embedded

// slots are three hours each of a week by the clocks of the place, a bit each
// from midnight between Saturday and Sunday. Those of a document are all that
// its occurrences touch: one look tells whether they need be looked at for a
// weekday and a time of day.
type slots uint64

const (
	slotLength = 3 * 60 * 60
	weekSlots  = 7 * day / slotLength
	allSlots   = slots(1<<weekSlots - 1)
)

// slotsOf returns the slots of a span of local time, in seconds.
func slotsOf(from, to int64) slots {
	const sunday = 3 * day // day 0 was a Thursday
	if to-from >= 7*day {
		return allSlots
	}
	var s slots
	for at := floor(from-sunday, slotLength); at*slotLength < to-sunday; at++ {
		s |= 1 << (at - weekSlots*floor(at, weekSlots))
	}
	return s
}

// slots returns those of a query; all when it asks for no time.
func (w *window) slots() slots {
	if !w.byClock() {
		return allSlots
	}
	begin, end := int64(w.clock[0]), int64(w.clock[1])
	if end == 0 {
		end = day
	}
	var s slots
	for d := range int64(7) {
		if w.weekdays == 0 || w.weekdays>>d&1 != 0 {
			sunday := (3 + d) * day
			s |= slotsOf(sunday+begin, sunday+end)
		}
	}
	return s
}
