package oaipmh_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/schema/rdf/rdftest"
)

// account is what became of a file.
type account struct {
	Items, Deleted, Refused int
	Ended                   string
}

// TestRealFiles reads every file of the family and accounts for each: 10 records
// of one corpus and 164 of another, as counted there, of which three are deleted and
// one has no identifier; the other files are answers to other verbs, errors of the
// protocol and files that are no answers. Two more records stand beside EDM.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	got := map[string]account{}
	read := func(path string) {
		c, err := kind().Open(nil, conntest.Env(t, path))
		if err != nil {
			t.Fatal(err)
		}
		r := conntest.Harvest(t.Context(), c, nil)
		a := account{Items: len(r.Items), Refused: len(r.Refusals)}
		for _, it := range r.Items {
			if it.Deleted {
				a.Deleted++
			}
		}
		if r.Err != nil {
			a.Ended = strings.TrimPrefix(r.Err.Error(), filepath.Base(path)+": ")
			a.Ended = a.Ended[:min(len(a.Ended), 40)]
		}
		got[filepath.Base(path)] = a
	}
	err := filepath.WalkDir(rdftest.Data(t, "oai-pmh"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			read(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range rdftest.RealFiles(t, ".xml") {
		if strings.Contains(path, "metis-harvesting") {
			read(path)
		}
	}
	if d := cmp.Diff(real, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

// TestSniffsReal finds the kind of each file of the family by its beginning, and of
// no other.
func TestSniffsReal(t *testing.T) {
	t.Parallel()
	for _, path := range rdftest.RealFiles(t, ".xml") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		is := bytes.Contains(data, []byte("<OAI-PMH"))
		if got := kind().Sniff(path, "", data[:min(len(data), 16<<10)]); is != (got > 90) {
			t.Errorf("Sniff(%s) = %d; is an answer: %v", filepath.Base(path), got, is)
		}
	}
}

// real is what becomes of the files.
var real = map[string]account{
	"BadResponseInvalidRecord.xml":                    {Ended: "the repository has no such record (idDoe"},
	"BadResponseNonExistentVerb.xml":                  {Ended: "the repository does not understand the r"},
	"GetRecord.xml":                                   {Items: 1},
	"GetRecord_utf8test.xml":                          {Items: 1},
	"GoodResponseFourPage_1.xml":                      {Ended: "this is a list of 200 identifiers withou"},
	"GoodResponseFourPage_2.xml":                      {Ended: "this is a list of 200 identifiers withou"},
	"GoodResponseFourPage_3.xml":                      {Ended: "this is a list of 200 identifiers withou"},
	"GoodResponseFourPage_4.xml":                      {Ended: "this is a list of 133 identifiers withou"},
	"GoodResponseIdentify.xml":                        {Ended: "this is the answer to verb=Identify, whi"},
	"GoodResponseSinglePage.xml":                      {Items: 162},
	"GoodResponseSingleRecord.xml":                    {Items: 1},
	"Identify.xml":                                    {Ended: "this is the answer to verb=Identify, whi"},
	"ListIdentifiers.xml":                             {Ended: "this is a list of 2 identifiers without "},
	"ListIdentifiers2.xml":                            {Ended: "this is a list of 2 identifiers without "},
	"ListMetadataFormats.xml":                         {Ended: "this is the answer to verb=ListMetadataF"},
	"ListRecords.xml":                                 {Items: 2, Deleted: 1, Refused: 1},
	"ListRecords2.xml":                                {Items: 2, Deleted: 1, Refused: 1},
	"ListRecords3.xml":                                {Items: 2, Deleted: 1, Refused: 1},
	"ListRecords4.xml":                                {Items: 1, Refused: 1},
	"ListRecordsBroken.xml":                           {Ended: "this is not an answer of OAI-PMH: it beg"},
	"ListSets.xml":                                    {Ended: "this is the answer to verb=ListSets, whi"},
	"NamespacedSample.xml":                            {Items: 1, Refused: 1},
	"aop.xml":                                         {Ended: "this is XML of <aspectj> and no answer o"},
	"badArgument.xml":                                 {Ended: "the repository takes the request for a w"},
	"badResumptionToken.xml":                          {Ended: "the repository does not know any more wh"},
	"cannotDisseminateFormat.xml":                     {Ended: "the repository does not offer its record"},
	"deletedOaiRecord.xml":                            {Items: 1, Deleted: 1},
	"expectedOaiRecord.xml":                           {Items: 1},
	"getRecord.xml":                                   {Items: 1},
	"idDoesNotExist.xml":                              {Ended: "the repository has no such record (idDoe"},
	"log4j2.xml":                                      {Ended: "this is XML of <Configuration> and no an"},
	"noRecordsMatch.xml":                              {Ended: "no record matches; look at sets, from an"},
	"noSetHierarchy.xml":                              {Ended: "the repository has no sets; take sets ou"},
	"oaiListIdentifiers.xml":                          {Ended: "this is a list of 1 identifiers without "},
	"oaiListIdentifiers2.xml":                         {Ended: "this is a list of 1 identifiers without "},
	"oaiListIdentifiersIncorrectCompleteListSize.xml": {Ended: "this is a list of 1 identifiers without "},
	"oaiListIdentifiersIncorrectMetadataPrefix.xml":   {Ended: "the repository does not offer its record"},
	"oaiListIdentifiersNoCompleteListSize.xml":        {Ended: "this is a list of 1 identifiers without "},
	"oaiListIdentifiersNoResumptionToken.xml":         {Ended: "this is a list of 1 identifiers without "},
	"sampleOaiRecord.xml":                             {Items: 1},
	"undefinedError.xml":                              {Ended: "the repository answers with an error tha"},
	"xoai-example.xml":                                {Ended: "this is XML of <metadata> and no answer "},
	"xoai.xml":                                        {Ended: "this is XML of <Configuration> and no an"},
}
