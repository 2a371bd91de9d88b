package shacl_test

import (
	"strings"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/shacl"
)

// holds reports whether text conforms to the constraint.
func holds(t *testing.T, k shacl.Constraint, text string) bool {
	t.Helper()
	return conforms(t, k, rdf.NewString(text))
}

func conforms(t *testing.T, k shacl.Constraint, value rdf.Term) bool {
	t.Helper()
	shapes, err := shacl.New(&shacl.Shape{Targets: []shacl.Target{{Term: value}}, Constraints: []shacl.Constraint{k}})
	if err != nil {
		t.Fatal(err)
	}
	return len(shapes.Validate(&rdf.Graph{})) == 0
}

func TestDatatype(t *testing.T) {
	t.Parallel()
	for datatype, c := range map[string]struct{ good, bad string }{
		"boolean":           {"true false 1 0", "TRUE yes 2"},
		"decimal":           {"1 +1 -1.50 .5 5. 00", "1e3 . - INF 1,5 --1"},
		"integer":           {"0 -7 +12 123456789012345678901234567890", "1. 1.0 x"},
		"byte":              {"-128 127 +5", "128 -129"},
		"unsignedLong":      {"18446744073709551615", "18446744073709551616 -1"},
		"positiveInteger":   {"1", "0 -1"},
		"double":            {"1e3 -.5E-2 INF -INF NaN 1e999", "0x1p3 1_000 inf e3"},
		"dateTime":          {"2026-12-03T19:30:00 2026-12-03T19:30:00.25+01:00 2026-12-03T24:00:00Z -0044-03-15T00:00:00 12026-01-01T00:00:00", "2026-12-03T19:30 2026-12-03 2026-12-03T24:00:01 2026-02-29T00:00:00 2026-12-03T19:30:00+15:00 2026-12-03T19:30:00. 02026-01-01T00:00:00"},
		"dateTimeStamp":     {"2026-12-03T19:30:00Z", "2026-12-03T19:30:00"},
		"date":              {"2026-12-03 2028-02-29 2026-12-03Z", "2026-13-01 2026-02-30 26-12-03 2026-12-3"},
		"time":              {"19:30:00 00:00:00.001-05:00", "19:30 25:00:00"},
		"gYear":             {"1907 -0044 1907+01:00", "907 01907 year"},
		"gYearMonth":        {"1907-05", "1907-13 1907"},
		"gMonthDay":         {"--02-29 --12-31", "--02-30 12-31"},
		"gMonth":            {"--05", "05 --13"},
		"gDay":              {"---31", "---32 31"},
		"duration":          {"P1Y2M3DT4H5M6.7S PT90M -P1D P1M PT0S", "P PT 1D P1D1Y P1.5D P1S PT1D P1DT P-1D"},
		"dayTimeDuration":   {"P1DT2H", "P1M P1Y"},
		"yearMonthDuration": {"P1Y2M", "P1D PT1M"},
		"language":          {"fr de-LU x-klingon", "fr_LU 1a toolongatag fr-"},
		"hexBinary":         {"0aFF", "0 0g"},
		"base64Binary":      {"aGk= aGVq", "aGk a"},
		"anyURI":            {"http://a/é", "\xff"},
		"token":             {"a", ""},
	} {
		k := shacl.Datatype(rdf.XSD + datatype)
		for _, s := range strings.Fields(c.good) {
			if !conforms(t, k, rdf.NewTyped(s, string(k))) {
				t.Errorf("%q is no xsd:%s, want it to be", s, datatype)
			}
		}
		for _, s := range strings.Fields(c.bad) {
			if conforms(t, k, rdf.NewTyped(s, string(k))) {
				t.Errorf("%q is an xsd:%s, want it not to be", s, datatype)
			}
		}
	}
	for _, c := range []struct {
		value    rdf.Term
		datatype string
		want     bool
	}{
		{rdf.NewText("x", "fr"), rdf.LangString, true},
		{rdf.NewTyped("x", rdf.LangString), rdf.LangString, false},
		{rdf.NewString("x"), rdf.LangString, false},
		{rdf.NewTyped(" a", rdf.XSD+"token"), rdf.XSD + "token", false},
		{rdf.NewTyped("a\n", rdf.XSD+"normalizedString"), rdf.XSD + "normalizedString", false},
		{rdf.NewTyped("1", rdf.XSD+"byte"), rdf.XSD + "integer", false},
		{rdf.NewTyped("POINT(6 49)", "http://a/wkt"), "http://a/wkt", true},
	} {
		if got := conforms(t, shacl.Datatype(c.datatype), c.value); got != c.want {
			t.Errorf("%v is a %s = %v, want %v", c.value, c.datatype, got, c.want)
		}
	}
}

func TestBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value, valueType, bound, boundType string
		less, equal, greater               bool
	}{
		{"9", "integer", "10", "integer", true, false, false},
		{"1.10", "decimal", "1.1", "decimal", false, true, false},
		{"-2.5", "decimal", "-2", "integer", true, false, false},
		{"-0", "integer", "0", "decimal", false, true, false},
		{"123456789012345678902", "integer", "123456789012345678901", "integer", false, false, true},
		{"1e3", "double", "1000", "integer", false, true, false},
		{"NaN", "double", "1", "integer", false, false, false},
		{"a", "string", "b", "string", true, false, false},
		{"10", "string", "9", "integer", false, false, false},
		{"false", "boolean", "1", "boolean", true, false, false},
		{"2026-12-03", "date", "2026-12-04", "date", true, false, false},
		{"2026-12-03", "date", "2026-12-04T00:00:00", "dateTime", false, false, false},
		{"2026-12-03T24:00:00Z", "dateTime", "2026-12-04T01:00:00+01:00", "dateTimeStamp", false, true, false},
		{"2026-12-03T10:00:00.5", "dateTime", "2026-12-03T10:00:00.45", "dateTime", false, false, true},
		{"2026-12-03T10:00:00", "dateTime", "2026-12-04T10:00:00Z", "dateTime", false, false, false},
		{"-0044", "gYear", "0014", "gYear", true, false, false},
		{"19:30:00", "time", "20:00:00", "time", true, false, false},
		{"P1D", "duration", "P2D", "duration", false, false, false},
	} {
		value, bound := rdf.NewTyped(c.value, rdf.XSD+c.valueType), rdf.NewTyped(c.bound, rdf.XSD+c.boundType)
		for _, k := range []struct {
			name       string
			constraint shacl.Constraint
			want       bool
		}{
			{"<", shacl.MaxExclusive(bound), c.less},
			{"<=", shacl.MaxInclusive(bound), c.less || c.equal},
			{">=", shacl.MinInclusive(bound), c.greater || c.equal},
			{">", shacl.MinExclusive(bound), c.greater},
		} {
			if got := conforms(t, k.constraint, value); got != k.want {
				t.Errorf("%s %s %s = %v, want %v", c.value, k.name, c.bound, got, k.want)
			}
		}
	}
}
