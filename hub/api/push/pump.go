package push

import (
	"io"
	"net/http"
	"sync"
	"time"

	"moselle/hub/fault"
)

// maxHeld is how many bytes of answers wait for a client that does not read them:
// many send everything before they read anything.
const maxHeld = 8 << 20

// pump writes answers to a client while others are made.
type pump struct {
	to      io.Writer
	control *http.ResponseController
	mu      sync.Mutex
	news    sync.Cond // something came, went, or ended
	held    []byte
	ended   bool
	err     error
	done    chan struct{}
}

// newPump begins to write; close is to be called.
func newPump(to io.Writer, control *http.ResponseController) *pump {
	p := &pump{to: to, control: control, done: make(chan struct{})}
	p.news.L = &p.mu
	go p.run()
	return p
}

// write takes a piece. It waits while too much is held.
func (p *pump) write(b []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.held) > maxHeld && p.err == nil {
		p.news.Wait()
	}
	p.held = append(p.held, b...)
	p.news.Broadcast()
	return p.err
}

// close waits until everything is written.
func (p *pump) close() error {
	p.mu.Lock()
	p.ended = true
	p.news.Broadcast()
	p.mu.Unlock()
	<-p.done
	return p.err
}

func (p *pump) run() {
	defer close(p.done)
	for {
		p.mu.Lock()
		for len(p.held) == 0 && !p.ended {
			p.news.Wait()
		}
		piece := p.held
		p.held = nil
		p.mu.Unlock()
		if len(piece) == 0 {
			return
		}
		if err := p.send(piece); err != nil {
			p.mu.Lock()
			p.err = fault.New(fault.Unavailable, "the client takes no answers: %w", err)
			p.news.Broadcast()
			p.mu.Unlock()
			return
		}
	}
}

// send writes a piece and sees to it that it leaves. A server that knows no
// deadlines has none to move.
func (p *pump) send(piece []byte) error {
	_ = p.control.SetWriteDeadline(time.Now().Add(idle))
	if _, err := p.to.Write(piece); err != nil {
		return err
	}
	return p.control.Flush()
}
