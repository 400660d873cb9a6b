//! Which computers may be asked: those that everybody on the net can reach. Looks at the very addresses to which a connection is
//! made, so that no name can lead elsewhere between the look and the connection.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// The name of a host to addresses of the net, and to no others.
#[derive(Debug)]
pub(super) struct Guard {
    pub(super) allow_loopback: bool,
}

/// The host is not one of the net: this computer, or one of a network at home or at work.
#[derive(Debug)]
pub(super) struct NotOfTheNet;

impl fmt::Display for NotOfTheNet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("it leads to this computer or into a private network")
    }
}

impl std::error::Error for NotOfTheNet {}

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let mut kept = self.empty();
        for address in found.iter().filter(|address| self.allows(address)) {
            kept.push(*address);
        }
        // A name that leads to both is no name of the net.
        if kept.len() == found.len() { Ok(kept) } else { Err(ureq::Error::Other(Box::new(NotOfTheNet))) }
    }
}

impl Guard {
    fn allows(&self, address: &SocketAddr) -> bool {
        is_of_the_net(address.ip()) || (self.allow_loopback && address.ip().is_loopback())
    }
}

/// Whether everybody can reach `address`. Source: IANA, registries of special-purpose addresses for IPv4 and IPv6.
fn is_of_the_net(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_of_the_net_4(address),
        IpAddr::V6(address) => is_of_the_net_6(address),
    }
}

fn is_of_the_net_4(address: Ipv4Addr) -> bool {
    !matches!(
        address.octets(),
        [0 | 10 | 127 | 224..=255, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 168, ..]
            | [192, 0, 0 | 2, _]
            | [192, 88, 99, _]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
    )
}

fn is_of_the_net_6(address: Ipv6Addr) -> bool {
    let parts = address.segments();
    let embedded = |high: u16, low: u16| {
        let [[a, b], [c, d]] = [high.to_be_bytes(), low.to_be_bytes()];
        is_of_the_net_4(Ipv4Addr::new(a, b, c, d))
    };
    match parts {
        // Addresses of IPv4 in another dress.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            embedded(high, low)
        }
        // Tunnels, benchmarks, documentation.
        [0x2001, 0..=0x01ff | 0x0db8, ..] | [0x3fff, 0..=0x0fff, ..] => false,
        [first, ..] => (0x2000..0x4000).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_net_are_asked() {
        for private in [
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd12:3456::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "100::1",
            "3fff::1",
            "5f00::1",
        ] {
            assert!(!is_of_the_net(private.parse().unwrap()), "{private}");
        }
        for public in [
            "1.1.1.1",
            "8.8.8.8",
            "172.15.0.1",
            "172.32.0.1",
            "100.63.0.1",
            "100.128.0.1",
            "192.0.1.1",
            "223.255.255.255",
            "2606:4700::1111",
            "2a00:1450::1",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
            "2002:808:808::1",
            "2001:4860::8888",
        ] {
            assert!(is_of_the_net(public.parse().unwrap()), "{public}");
        }
    }
}
