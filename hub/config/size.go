package config

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Size is a number of bytes, written "50MB", "1.5GB", "64MiB" or "4096".
type Size int64

// MB is a million bytes.
const MB Size = 1_000_000

// units are the endings of a size, the longer ones first where one ends in another.
var units = []struct {
	name  string
	bytes Size
}{
	{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10},
	{"GB", 1000 * MB}, {"MB", MB}, {"KB", 1000}, {"B", 1},
}

// UnmarshalText reads a size.
func (s *Size) UnmarshalText(text []byte) error {
	number, unit := strings.TrimSpace(string(text)), Size(1)
	for _, u := range units {
		if len(number) > len(u.name) && strings.EqualFold(number[len(number)-len(u.name):], u.name) {
			number, unit = strings.TrimSpace(number[:len(number)-len(u.name)]), u.bytes
			break
		}
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || math.IsNaN(n) || n < 0 || n*float64(unit) >= math.MaxInt64 {
		return fmt.Errorf("%q is no size; write a number with its unit, such as 50MB or 1GB", text)
	}
	*s = Size(n * float64(unit))
	return nil
}

// String gives the size in the largest unit that leaves no fraction.
func (s Size) String() string {
	for _, u := range units {
		if s >= u.bytes && s%u.bytes == 0 {
			return strconv.FormatInt(int64(s/u.bytes), 10) + u.name
		}
	}
	return strconv.FormatInt(int64(s), 10)
}
