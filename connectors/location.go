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

// Name is what reports call a document: its address, or the name of a file,
// whose folder is nobody's business.
func Name(location string) string {
	if IsWeb(location) {
		return location
	}
	return filepath.Base(location)
}

// At says of an error that ends a run in which document it arose, unless it says
// so itself or is none of the document's.
func At(location string, err error) error {
	var known *located
	switch {
	case errors.As(err, &known), errors.Is(err, ErrUnchanged), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded),
		strings.Contains(err.Error(), location):
		return err
	}
	return &located{Name(location), err}
}

// located is an error with the document in which it arose.
type located struct {
	name string
	err  error
}

func (l *located) Error() string { return l.name + ": " + l.err.Error() }
func (l *located) Unwrap() error { return l.err }
