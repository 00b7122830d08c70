package fetch

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// Limits on connections.
const (
	dialTimeout   = 10 * time.Second
	headerBytes   = 256 << 10 // of a response
	idleTimeout   = 30 * time.Second
	idleConns     = 100
	headerTimeout = 20 * time.Second
)

// transport refuses private addresses when it connects, after names have been
// looked up, so that no name and no redirect can lead there.
func transport(opt *Options) *http.Transport {
	dialer := &net.Dialer{Timeout: dialTimeout}
	t := &http.Transport{
		ForceAttemptHTTP2: true, TLSHandshakeTimeout: dialTimeout, ResponseHeaderTimeout: headerTimeout,
		MaxResponseHeaderBytes: headerBytes, IdleConnTimeout: idleTimeout, MaxIdleConns: idleConns, MaxIdleConnsPerHost: 1,
	}
	if opt.Private {
		t.Proxy = http.ProxyFromEnvironment
	} else {
		dialer.Control = public
	}
	t.DialContext = dialer.DialContext
	return t
}

// public is an error for an address that is not on the public internet.
func public(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrPrivate, err)
	}
	if a := ap.Addr().Unmap(); isPrivate(a) {
		return fmt.Errorf("%w: %v", ErrPrivate, a)
	}
	return nil
}

// reserved are networks that are not public and that package netip has no
// word for: the special-purpose registries of IANA for IPv4 and IPv6, and
// those of IPv6 that lead to addresses of IPv4.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carriers
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), // documentation
	netip.MustParsePrefix("192.88.99.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), // benchmarks
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("::/96"),
	netip.MustParsePrefix("64:ff9b::/96"), // translation
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001::/23"),
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"), // 6to4
	netip.MustParsePrefix("3fff::/20"),
	netip.MustParsePrefix("fec0::/10"),
}

func isPrivate(a netip.Addr) bool {
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return true // loopback, link-local, multicast, unspecified, 10/8 and the like
	}
	for _, net := range reserved {
		if net.Contains(a) {
			return true
		}
	}
	return false
}
