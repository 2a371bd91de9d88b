package app

import (
	"fmt"
	"io"
	"os"
	"time"

	"moselle/hub/doctor"
	"moselle/hub/store"
)

// progress shows on a terminal how far a run or a conversion is; elsewhere it is
// silent.
type progress struct {
	w      io.Writer
	name   string
	active bool
	shown  time.Time
}

func newProgress(w io.Writer, name string) *progress {
	f, ok := w.(*os.File)
	if !ok {
		return &progress{}
	}
	info, err := f.Stat()
	return &progress{w: w, name: name, active: err == nil && info.Mode()&os.ModeCharDevice != 0}
}

func (p *progress) show(r store.Run, lang string) {
	if !p.due() {
		return
	}
	took := time.Since(r.Started)
	p.print(doctor.Progress(r, int(float64(r.Read)/max(took.Seconds(), 0.001)), lang))
}

// due reports whether it is time to print again.
func (p *progress) due() bool {
	return p.active && time.Since(p.shown) >= 100*time.Millisecond
}

func (p *progress) print(text string) {
	p.shown = time.Now()
	fmt.Fprintf(p.w, "\r%s: %s \x1b[K", p.name, text)
}

func (p *progress) end() {
	if p.active {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
