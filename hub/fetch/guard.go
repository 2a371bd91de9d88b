package fetch

import (
	"context"
	"net"
	"net/netip"
	"syscall"
	"time"

	"moselle/hub/fault"
)

// closed are the networks that are nobody's on the internet, or a cloud's own
// (IANA special-purpose registries), beyond those that netip knows itself.
// NAT64 and 6to4 are not among them: there the IPv4 address inside decides.
var closed = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
	"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"168.63.129.16/32", // Azure's host
	"2001::/23", "2001:db8::/32", "3fff::/20",
)

// global is the part of IPv6 that addresses of the internet are given out of; all
// else is somebody's own, or carries an IPv4 address.
var (
	global = netip.MustParsePrefix("2000::/3")
	nat64  = netip.MustParsePrefix("64:ff9b::/96")
	sixto4 = netip.MustParsePrefix("2002::/16")
)

func prefixes(list ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(list))
	for i, s := range list {
		out[i] = netip.MustParsePrefix(s)
	}
	return out
}

// Public reports whether an address is one of the internet, reachable for
// everybody, rather than of a machine, a network of its own, or a cloud's
// metadata service.
func Public(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsValid() || ip.IsPrivate() || !ip.IsGlobalUnicast() {
		return false // neither loopback, link-local, multicast nor unspecified is global unicast
	}
	if ip.Is6() && !global.Contains(ip) && !nat64.Contains(ip) {
		return false
	}
	for _, p := range closed {
		if p.Contains(ip) {
			return false
		}
	}
	b := ip.As16()
	switch {
	case nat64.Contains(ip):
		return Public(netip.AddrFrom4([4]byte(b[12:16])))
	case sixto4.Contains(ip):
		return Public(netip.AddrFrom4([4]byte(b[2:6])))
	}
	return true
}

// dial connects to host:port. The check stands after resolution, on the very
// address that is connected to, so that neither a redirect nor a name that
// changes its meaning gets around it.
func (c *Client) dial(ctx context.Context, network, hostport string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(hostport)
	if err != nil {
		return nil, err
	}
	d := net.Dialer{Timeout: 15 * time.Second, Resolver: c.Resolver}
	if !c.allowed(host, port) {
		d.ControlContext = func(_ context.Context, _, address string, _ syscall.RawConn) error {
			return guard(host, address)
		}
	}
	return d.DialContext(ctx, network, hostport)
}

// guard refuses a resolved address that is not public.
func guard(host, address string) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil || !Public(ap.Addr()) {
		return fault.New(fault.Denied, "%s leads to %s, an address that is not public; add %s to the setting fetch.allow if it is meant", host, ap.Addr(), host)
	}
	return nil
}
