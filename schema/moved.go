package schema

// replace links the dates that were given up to those that take their place: a
// date that is off, or said to be moved, to the one whose previous start it is.
func (b *Builder) replace(all []Occurrence) {
	var moved map[int64]Moment
	for _, o := range all {
		if !o.Previous.IsZero() && !o.Previous.Time.Equal(o.Start.Time) {
			if moved == nil {
				moved = map[int64]Moment{}
			}
			moved[o.Previous.Time.Unix()] = o.Start
		}
	}
	for i := range all {
		o := &all[i]
		to, ok := moved[o.Start.Time.Unix()]
		switch o.Status {
		case "EventPostponed", "EventCancelled", "EventRescheduled":
			if ok && o.MovedTo == "" && o.Previous.IsZero() {
				o.MovedTo = b.OccurrenceIRI(to)
			}
		}
	}
}
