package calendar

// WindowsNames lists the Windows zones of the table, for its test.
func WindowsNames() []string {
	var out []string
	for name := range windows {
		out = append(out, name+" standard time")
	}
	return out
}
