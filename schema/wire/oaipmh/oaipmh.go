// Package oaipmh is the Open Archives Initiative Protocol for Metadata Harvesting,
// version 2.0: what its requests and answers hold, how requests are written and
// read, and how answers are printed. It sends nothing and knows no metadata
// format; the connector asks by it and whoever provides records answers by it.
package oaipmh

import "time"

// Namespace is that of answers (section 3.2); Schema is where its schema is.
const (
	Namespace = "http://www.openarchives.org/OAI/2.0/"
	Schema    = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
)

// Verb is a kind of request (section 4).
type Verb string

// The six verbs.
const (
	GetRecord           Verb = "GetRecord"
	Identify            Verb = "Identify"
	ListIdentifiers     Verb = "ListIdentifiers"
	ListMetadataFormats Verb = "ListMetadataFormats"
	ListRecords         Verb = "ListRecords"
	ListSets            Verb = "ListSets"
)

// Code says what is wrong with a request (section 3.6).
type Code string

// The codes of errors.
const (
	BadArgument             Code = "badArgument"
	BadResumptionToken      Code = "badResumptionToken"
	BadVerb                 Code = "badVerb"
	CannotDisseminateFormat Code = "cannotDisseminateFormat"
	IDDoesNotExist          Code = "idDoesNotExist"
	NoRecordsMatch          Code = "noRecordsMatch"
	NoMetadataFormats       Code = "noMetadataFormats"
	NoSetHierarchy          Code = "noSetHierarchy"
)

// Error is an error of the protocol, which comes with status 200.
type Error struct {
	Code    Code
	Message string
}

// Deletion is what a repository tells of records that are gone (section 2.5.1).
type Deletion string

// The ways of telling: never, for a while, for good.
const (
	DeletedNo         Deletion = "no"
	DeletedTransient  Deletion = "transient"
	DeletedPersistent Deletion = "persistent"
)

// Repository is the answer to Identify (section 4.2).
type Repository struct {
	Name        string
	BaseURL     string
	AdminEmails []string // at least one when it is printed
	Earliest    time.Time
	Deleted     Deletion
	Granularity Granularity
}

// Format is a metadata format that a repository offers (section 4.4).
type Format struct{ Prefix, Schema, Namespace string }

// Header is the header of a record (section 2.5).
type Header struct {
	Identifier string
	Datestamp  time.Time
	Sets       []string
	Deleted    bool
}

// Token is a resumption token (section 3.5). An empty Value ends a list.
type Token struct {
	Value   string
	Expires time.Time // zero when nothing is said
	Size    int       // completeListSize; -1 when nothing is said
	Cursor  int       // how many came before; -1 when nothing is said
}
