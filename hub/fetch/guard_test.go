package fetch_test

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"

	"golang.org/x/net/dns/dnsmessage"

	"moselle/hub/fault"
	"moselle/hub/fetch"
)

func TestPublic(t *testing.T) {
	t.Parallel()
	tests := []struct {
		ip   string
		want bool
	}{
		{"8.8.8.8", true}, {"2a00:1450:4001::1", true}, {"172.15.0.1", true}, {"100.63.0.1", true},
		{"64:ff9b::808:808", true}, {"2002:808:808::1", true}, {"::ffff:8.8.8.8", true},
		{"127.0.0.1", false}, {"127.8.8.8", false}, {"::1", false}, {"0.0.0.0", false}, {"::", false}, {"0.1.2.3", false},
		{"10.1.2.3", false}, {"172.16.0.1", false}, {"172.31.255.255", false}, {"192.168.1.1", false},
		{"169.254.169.254", false}, {"169.254.0.1", false}, {"fd00:ec2::254", false}, {"168.63.129.16", false}, {"100.100.100.200", false},
		{"100.64.0.1", false}, {"192.0.0.192", false}, {"192.0.2.1", false}, {"198.18.0.1", false}, {"224.0.0.1", false}, {"239.1.1.1", false},
		{"240.0.0.1", false}, {"255.255.255.255", false},
		{"fe80::1", false}, {"fe80::1%eth0", false}, {"fc00::1", false}, {"fdff::1", false}, {"fec0::1", false}, {"ff02::1", false},
		{"::ffff:127.0.0.1", false}, {"::ffff:10.0.0.1", false}, {"::127.0.0.1", false},
		{"64:ff9b::7f00:1", false}, {"64:ff9b::a9fe:a9fe", false}, {"64:ff9b:1::1", false}, {"2002:7f00:1::1", false}, {"2002:a00:1::", false},
		{"::ffff:0:7f00:1", false}, {"::ffff:0:808:808", false}, {"::808:808", false}, {"4000::1", false}, {"2002:a9fe:a9fe::1", false}, {"2002:6440:1::", false},
		{"::ffff:169.254.169.254", false}, {"64:ff9b::a00:1", false}, {"ff0e::1", false}, {"3fff::1", false}, {"5f00::1", false},
		{"2001::1", false}, {"2001:db8::1", false}, {"100::1", false},
	}
	for _, tt := range tests {
		if got := fetch.Public(netip.MustParseAddr(tt.ip)); got != tt.want {
			t.Errorf("Public(%s) = %v, want %v", tt.ip, got, tt.want)
		}
	}
}

// TestRefusedAddress holds that nothing is sent to what must not be asked.
func TestRefusedAddress(t *testing.T) {
	t.Parallel()
	o, _ := options(t)
	open := fetch.New(o).For("https://feeds.example/")
	tests := []struct {
		location, text string
		kind           fault.Kind
	}{
		{"http://127.0.0.1/x", "an address that is not public; add 127.0.0.1 to the setting fetch.allow", fault.Denied},
		{"http://[::1]:8080/x", "not public", fault.Denied},
		{"http://[::ffff:127.0.0.1]/x", "not public", fault.Denied},
		{"http://169.254.169.254/latest/meta-data/", "not public", fault.Denied},
		{"http://[fe80::1%25lo]/", "not public", fault.Denied},
		{"http://8.8.8.8:22/", "port 22 is not one of 80, 443, 8080, 8443; add 8.8.8.8:22 to the setting fetch.allow", fault.Denied},
		{"http://me:hunter2@feeds.example/x", "http://feeds.example/x: the address holds a user name or password", fault.Denied},
		{"http://me:hunter2@feeds.example:x/", "is no readable address", fault.Invalid},
		{"file:///etc/passwd", "only http and https", fault.Denied},
		{"/etc/passwd", "only http and https", fault.Denied},
		{"data:text/plain,x", "only http and https", fault.Denied},
		{"ftp://feeds.example/x", "only http and https", fault.Denied},
		{"http:///x", "names no host", fault.Invalid},
	}
	for _, tt := range tests {
		_, _, err := read(t, open, tt.location, nil)
		wantFault(t, tt.location, err, tt.kind, tt.text)
		if err != nil && strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: the error tells the password: %v", tt.location, err)
		}
	}
}

func TestRedirects(t *testing.T) {
	t.Parallel()
	private := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the private server was asked") })
	targets := map[string]string{
		"/private":  private.URL,
		"/metadata": "http://169.254.169.254/latest/",
		"/file":     "file:///etc/passwd",
		"/user":     "http://me:hunter2@feeds.example/",
		"/port":     "http://feeds.example:6379/",
		"/none":     "",
		"/loop":     "/loop",
	}
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", targets[r.URL.Path])
		w.WriteHeader(http.StatusFound)
	})
	o, _ := options(t, s)
	open := fetch.New(o).For(s.URL)
	tests := []struct {
		path, text string
		kind       fault.Kind
	}{
		{"/private", "port " + port(private.Listener.Addr()) + " is not one of", fault.Denied},
		{"/metadata", "169.254.169.254, an address that is not public", fault.Denied},
		{"/file", "only http and https", fault.Denied},
		{"/user", "/user redirects to http://feeds.example/: the address holds a user name", fault.Denied},
		{"/port", "port 6379", fault.Denied},
		{"/none", "redirects to what is no address", fault.Invalid},
		{"/loop", "redirects again after 5 redirects, the limit set by fetch.redirects", fault.Invalid},
	}
	for _, tt := range tests {
		_, _, err := read(t, open, s.URL+tt.path, nil)
		wantFault(t, tt.path, err, tt.kind, tt.text)
	}
}

func port(a net.Addr) string {
	_, p, _ := strings.Cut(a.String(), ":")
	return p
}

// resolver answers every question for an IPv4 address with the same, "" for a
// name that does not exist.
func resolver(answer string) *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		go func() {
			defer server.Close()
			var size [2]byte // a stream frames each message by its length (RFC 1035, section 4.2.2)
			if _, err := io.ReadFull(server, size[:]); err != nil {
				return
			}
			packet := make([]byte, binary.BigEndian.Uint16(size[:]))
			var m dnsmessage.Message
			if _, err := io.ReadFull(server, packet); err != nil || m.Unpack(packet) != nil || len(m.Questions) != 1 {
				return
			}
			m.Response, m.Additionals = true, nil
			switch q := m.Questions[0]; {
			case answer == "":
				m.RCode = dnsmessage.RCodeNameError
			case q.Type == dnsmessage.TypeA:
				m.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 1},
					Body:   &dnsmessage.AResource{A: netip.MustParseAddr(answer).As4()},
				}}
			}
			reply, err := m.Pack()
			if err != nil {
				return
			}
			server.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(reply))), reply...))
		}()
		return client, nil
	}}
}

func TestNames(t *testing.T) {
	t.Parallel()
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "inside") })
	p := port(s.Listener.Addr())
	o, _ := options(t)
	o.Resolver = resolver("127.0.0.1")
	_, _, err := read(t, fetch.New(o).For("http://feeds.example"), "http://feeds.example/", nil)
	wantFault(t, "name of this machine", err, fault.Denied, "feeds.example leads to 127.0.0.1, an address that is not public")

	o.Limits.Allow = []string{"feeds.example"}
	_, _, err = read(t, fetch.New(o).For("http://feeds.example"), "http://feeds.example:"+p, nil)
	wantFault(t, "name allowed without its port", err, fault.Denied, "port "+p)

	o.Limits.Allow = []string{"Feeds.example:" + p}
	text, _, err := read(t, fetch.New(o).For("http://feeds.example"), "http://FEEDS.example:"+p, nil)
	if err != nil || text != "inside" {
		t.Errorf("Open of an allowed name = %q, %v, want inside", text, err)
	}

	o.Resolver = resolver("")
	_, _, err = read(t, fetch.New(o).For("http://feeds.example"), "http://feeds.exmaple/", nil)
	wantFault(t, "unknown name", err, fault.NotFound, "the name feeds.exmaple does not exist; check its spelling")
}
