"""Which IP addresses are nobody's public site: those of this machine, of private networks, and those that lead to them.

From the registries of special-purpose addresses of IANA (RFC 6890 and its additions), written down here because what Python
calls global differs between its versions.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_PRIVATE = {
    "127.0.0.0/8": "this machine", "::1/128": "this machine",
    "10.0.0.0/8": "a private network", "172.16.0.0/12": "a private network", "192.168.0.0/16": "a private network",
    "fc00::/7": "a private network", "fec0::/10": "a private network",
    "169.254.0.0/16": "the local link, where clouds keep their keys", "fe80::/10": "the local link",
    "100.64.0.0/10": "a carrier's inner network",
    "192.0.0.0/24": "a reserved range", "192.88.99.0/24": "a reserved range", "198.18.0.0/15": "a range for measurements",
    "192.0.2.0/24": "a range for examples", "198.51.100.0/24": "a range for examples",
    "203.0.113.0/24": "a range for examples", "2001:db8::/32": "a range for examples", "3fff::/20": "a range for examples",
    "::ffff:0:0/96": "an IPv4 address in IPv6 writing", "::ffff:0:0:0/96": "an IPv4 address in IPv6 writing",
    "::/96": "an IPv4 address in IPv6 writing",
    "64:ff9b::/96": "an IPv4 address behind a translator (NAT64)", "64:ff9b:1::/48": "an IPv4 address behind a translator (NAT64)",
    "2002::/16": "an IPv4 address behind a tunnel (6to4)", "2001::/23": "a tunnel or a reserved range",
    "100::/64": "a range that leads nowhere", "5f00::/16": "a reserved range",
}  # fmt: skip
_NEVER = {
    "0.0.0.0/8": "no address", "::/128": "no address",
    "224.0.0.0/4": "many receivers at once", "ff00::/8": "many receivers at once",
    "240.0.0.0/4": "a reserved range",
}  # fmt: skip
_GLOBAL_V6 = ip_network("2000::/3")
_PRIVATE_NETWORKS = [(ip_network(network), what) for network, what in _PRIVATE.items()]
_NEVER_NETWORKS = [(ip_network(network), what) for network, what in _NEVER.items()]


def why_refused(address: str, *, allow_private: bool) -> str | None:
    """Return what an IP address leads to that is no public site, in words, or None where it may be asked.

    With `allow_private` only what is no single host is refused.
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return "no IP address"
    networks = _NEVER_NETWORKS if allow_private else [*_NEVER_NETWORKS, *_PRIVATE_NETWORKS]
    for network, what in networks:
        if ip.version == network.version and ip in network:
            return what
    if isinstance(ip, IPv6Address) and ip not in _GLOBAL_V6 and not allow_private:
        return "a reserved range"
    inner = ip.ipv4_mapped if isinstance(ip, IPv6Address) else None
    if isinstance(inner, IPv4Address):
        return why_refused(str(inner), allow_private=allow_private)
    return None
