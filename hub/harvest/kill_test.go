package harvest_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/hub/store/sqlite"
	"moselle/schema"
)

const (
	killDir   = "HARVEST_KILL_DIR" // says to the child where to work
	killTimes = 10
	killSize  = 3000
	killSeed  = 20261121
)

// TestKill harvests in a child process that is killed outright at ten random
// moments. Each time all that was reported written must be there, once, and the
// log without holes; the source changes between the rounds. In the end one run
// comes to what a harvest in one go comes to, and another writes nothing.
func TestKill(t *testing.T) {
	if dir := os.Getenv(killDir); dir != "" {
		harvestAloud(t, dir)
		return
	}
	t.Parallel()
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(killSeed, 0))
	source := filepath.Join(dir, "programme.ndjson")
	for round := range killTimes {
		write(t, source, programme(killSize, season(round)))
		reported := harvestAndKill(t, dir, random, round)
		checkLog(t, dir, reported)
		if t.Failed() {
			return
		}
	}

	h := newHub(t)
	h.fetches()
	h.store = openStore(t, filepath.Join(dir, "hub.db"))
	h.runner.Store = h.store
	letGo(t, h.store)
	run := h.run(programmeAt(t, source), harvest.Options{Confirm: true})
	if run.Outcome != harvest.Complete || run.Refused > 0 {
		t.Fatalf("the run after the kills is %s: %s", run.Outcome, run.Error)
	}
	t.Logf("the run after the kills: %d read, %d created, %d updated, %d deleted, %d unchanged", run.Read, run.Created, run.Updated, run.Deleted, run.Unchanged)
	last := h.last()
	whole := newHub(t)
	whole.fetches()
	whole.run(programmeAt(t, source))
	same(t, "records after the kills", h.digests(house), whole.digests(house))
	if run := h.run(programmeAt(t, source)); run.Outcome != harvest.Unchanged || h.last() != last {
		t.Errorf("a further run is %s and writes %d entries, want none", run.Outcome, h.last()-last)
	}
	touched := append(programme(killSize, season(killTimes-1)), '\n')
	write(t, source, touched)
	if run := h.run(programmeAt(t, source)); run.Outcome != harvest.Complete || run.Unchanged != run.Read || h.last() != last {
		t.Errorf("a run over the same content is %s with %d of %d items unchanged and writes %d entries, want none", run.Outcome, run.Unchanged, run.Read, h.last()-last)
	}
}

// season says how the programme differs in a round: a third of the titles
// change, and some events of little to say of their venues are not listed.
func season(round int) func(int, string) (string, bool) {
	return func(i int, title string) (string, bool) {
		if i%3 == round%3 {
			title = fmt.Sprintf("%s, neu %d", title, round)
		}
		return title, i%20 != round || i%7 == 0 || i%11 == 0 || i%13 == 0
	}
}

// harvestAloud is the child: it harvests in small batches and prints each entry
// of the log once the batch that brought it is written.
func harvestAloud(t *testing.T, dir string) {
	s := openStore(t, filepath.Join(dir, "hub.db"))
	h := &hub{t: t, store: s, runner: &harvest.Runner{Store: s, Log: slog.New(slog.DiscardHandler), Now: time.Now, Batch: 50}}
	h.fetches()
	letGo(t, s)
	last := h.last()
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, "started")
	_ = out.Flush()
	h.run(programmeAt(t, filepath.Join(dir, "programme.ndjson")), harvest.Options{Confirm: true, Progress: func(store.Run) {
		for c, err := range s.Changes(t.Context(), last, store.Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			last = c.Seq
			fmt.Fprintf(out, "entry %d %s\n", c.Seq, c.Record.IRI)
		}
		fmt.Fprintln(out, "written")
		if err := out.Flush(); err != nil {
			t.Fatal(err)
		}
	}})
}

// letGo ends the claim of a process that was killed, which would end by itself.
func letGo(t *testing.T, s *sqlite.Store) {
	t.Helper()
	c, err := s.Claim(t.Context(), house, "whoever comes next", time.Second)
	if err == nil {
		err = s.Release(t.Context(), house, c.Holder)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// harvestAndKill starts the child, kills it a little after a random number of
// batches and returns the entries it reported written.
func harvestAndKill(t *testing.T, dir string, random *rand.Rand, round int) map[store.Seq]schema.IRI {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	child := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestKill$")
	child.Env = append(os.Environ(), killDir+"="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	batches, wait := random.IntN(15), time.Duration(random.IntN(20_000))*time.Microsecond
	reported, lines, begun, text := map[store.Seq]schema.IRI{}, 0, false, ""
	kill := func() { time.AfterFunc(wait, func() { _ = child.Process.Kill() }) }
	in := bufio.NewReader(out)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			break // what stands after the last line end was not reported whole
		}
		f := strings.Fields(line)
		switch {
		case len(f) == 3 && f[0] == "entry":
			seq, err := strconv.ParseUint(f[1], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			reported[store.Seq(seq)] = schema.IRI(f[2])
			continue
		case len(f) == 1 && f[0] == "started":
			begun = true
		case len(f) == 1 && f[0] == "written":
			lines++
		default:
			text += line
		}
		if begun && lines == batches {
			kill()
			begun = false
		}
	}
	_, _ = io.Copy(io.Discard, in)
	if err := child.Wait(); err == nil || lines < batches {
		t.Fatalf("round %d: the child ended by itself after %d batches (%v):\n%s", round+1, lines, err, text)
	}
	t.Logf("round %d (seed %d): killed %v after %d batches; %d batches and %d entries were reported", round+1, killSeed, wait, batches, lines, len(reported))
	return reported
}

// checkLog checks that the log holds what was reported, has no holes and tells
// of no record twice, and that the records are what the log comes to.
func checkLog(t *testing.T, dir string, reported map[store.Seq]schema.IRI) {
	t.Helper()
	s := openStore(t, filepath.Join(dir, "hub.db"))
	defer s.Close()
	want := map[schema.IRI]schema.Digest{}
	at := store.Seq(0)
	for c, err := range s.Changes(t.Context(), 0, store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if at++; c.Seq != at {
			t.Fatalf("entry %d follows entry %d: the log has a hole", c.Seq, at-1)
		}
		if iri, ok := reported[c.Seq]; ok && iri != c.Record.IRI {
			t.Errorf("entry %d is of %s, but was reported as of %s", c.Seq, c.Record.IRI, iri)
		}
		delete(reported, c.Seq)
		digest, live := want[c.Record.IRI]
		if live != (c.Op != store.Create) || live && c.Op == store.Update && digest == c.Record.Digest {
			t.Errorf("entry %d is a %s of %s, which was live: %v", c.Seq, c.Op, c.Record.IRI, live)
		}
		want[c.Record.IRI] = c.Record.Digest
		if c.Op == store.Delete {
			delete(want, c.Record.IRI)
		}
	}
	if len(reported) > 0 {
		t.Errorf("%d entries were reported written and are not there", len(reported))
	}
	digests, err := s.Digests(t.Context(), house)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "records", digests, want)
	for it, err := range s.Items(t.Context(), house) {
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range it.Records {
			if want[r.IRI].IsZero() {
				t.Errorf("item %s speaks of %s, which is not there", it.Key, r.IRI)
			}
		}
	}
}
