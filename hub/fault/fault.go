// Package fault holds the kinds of failure that callers act upon. Every
// surface turns them into its own answers by one table (hub/negotiate); an
// error without a kind is internal and its text stays in the log.
package fault

import (
	"errors"
	"fmt"
)

// Kind says what sort of failure an error is.
type Kind uint8

// The kinds.
const (
	Internal    Kind = iota
	NotFound         // there is no such thing
	Gone             // there was, and it was withdrawn
	Invalid          // the request cannot be understood or accepted
	Conflict         // the request contradicts what is there
	Denied           // the caller may not
	Unavailable      // not now; worth another try
	TooLarge         // more than the hub takes
	Refused          // understood, but what it says cannot be kept
)

// Error is a failure of a kind with a message for whoever asked. Param names
// the parameter, setting or field at fault, "" when none is.
type Error struct {
	Kind    Kind
	Param   string
	Message string
	Err     error // the cause, for the log; nil when there is none
}

// New returns an error of the kind with a formatted message; %w keeps a cause.
func New(k Kind, format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return &Error{Kind: k, Message: err.Error(), Err: errors.Unwrap(err)}
}

// Param returns an Invalid error about a named parameter.
func Param(name, format string, args ...any) error {
	return &Error{Kind: Invalid, Param: name, Message: fmt.Sprintf(format, args...)}
}

// Error gives the message, led by the parameter it is about.
func (e *Error) Error() string {
	if e.Param != "" {
		return e.Param + ": " + e.Message
	}
	return e.Message
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Of returns the kind of err, Internal when it has none.
func Of(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}
