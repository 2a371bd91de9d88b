package connectors

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
)

// IsWeb reports whether a location is an address of the web and not a file.
func IsWeb(location string) bool {
	return strings.HasPrefix(location, "http://") || strings.HasPrefix(location, "https://")
}

// Name is what reports call a document: its address, without what may be a key,
// or the name of a file, whose folder is nobody's business.
func Name(location string) string {
	if IsWeb(location) {
		return Discreet(location)
	}
	return filepath.Base(location)
}

// At says of an error that ends a run in which document it arose, unless it says
// so itself or is none of the document's.
func At(location string, err error) error {
	if errors.Is(err, ErrUnchanged) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var known *located
	name, text := Name(location), err.Error()
	keyed := IsWeb(location) && name != location
	bare, _, _ := strings.Cut(name, "?")
	switch {
	case keyed && strings.Contains(text, location):
		return &located{strings.ReplaceAll(text, location, name), err}
	case errors.As(err, &known), strings.Contains(text, location), keyed && strings.Contains(text, bare):
		return err
	}
	return &located{name + ": " + text, err}
}

// located is an error that names the document in which it arose.
type located struct {
	text string
	err  error
}

func (l *located) Error() string { return l.text }
func (l *located) Unwrap() error { return l.err }
