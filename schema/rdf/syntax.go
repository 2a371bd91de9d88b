package rdf

import "fmt"

// SyntaxError is a place at which a document breaks the grammar of its format.
type SyntaxError struct {
	Line, Column int // from 1; the column counts characters
	Message      string
}

// Error gives the place and what is wrong there.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Message)
}
