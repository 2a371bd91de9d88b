package connectors_test

import (
	"errors"
	"strings"
	"testing"

	"moselle/connectors"
)

func TestDiscreet(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://a.example":                                "https://a.example",
		"https://a.example/feed.ics":                       "https://a.example/feed.ics",
		"https://a.example/feed?page=2&size=300":           "https://a.example/feed?page=2&size=300",
		"https://a.example/feed?key=s3cret":                "https://a.example/feed",
		"https://a.example/feed?a=1&api_key=s3cret&b=2#x":  "https://a.example/feed?a=1&b=2#x",
		"https://a.example?wskey=s3cret&q=@home":           "https://a.example?q=@home",
		"https://a.example?licensekey=s3cret&license=CC0":  "https://a.example?license=CC0",
		"https://a.example/x?accessToken=s3&monkey=1":      "https://a.example/x?monkey=1",
		"https://a.example/x?X-Amz-Signature=s3&Expires=5": "https://a.example/x?Expires=5",
		"https://me:s3cret@a.example/x@y":                  "https://a.example/x@y",
		"/srv/feeds/key=1?token=2":                         "/srv/feeds/key=1?token=2",
	} {
		if got := connectors.Discreet(in); got != want {
			t.Errorf("Discreet(%s) = %s, want %s", in, got, want)
		}
	}
}

// What is said of a document names it once, and tells no key.
func TestAtTellsNoKey(t *testing.T) {
	t.Parallel()
	const location = "https://a.example/feed?page=2&key=s3cret"
	for in, want := range map[string]string{
		"cut off":                           "https://a.example/feed?page=2: cut off",
		location + ": cut off":              "https://a.example/feed?page=2: cut off",
		"https://a.example/feed?key=…: 503": "https://a.example/feed?key=…: 503",
	} {
		if got := connectors.At(location, errors.New(in)).Error(); got != want {
			t.Errorf("At(%s) = %s, want %s", in, got, want)
		}
	}
	cause := errors.New("cut off at " + location)
	if err := connectors.At(location, cause); !errors.Is(err, cause) || strings.Contains(err.Error(), "s3cret") {
		t.Errorf("At() = %v, want the cause without the key", err)
	}
}

func TestWithoutSecret(t *testing.T) {
	t.Parallel()
	cause := errors.New("https://a.example?key=a%2Fb says that a/b is no key")
	err := connectors.WithoutSecret(cause, "a/b")
	if got, want := err.Error(), "https://a.example?key=… says that … is no key"; got != want || !errors.Is(err, cause) {
		t.Errorf("WithoutSecret(%v) = %v, want %s", cause, err, want)
	}
	if got := connectors.WithoutSecret(cause, ""); got != cause {
		t.Errorf("WithoutSecret(%v) of none = %v, want it as it is", cause, got)
	}
}
