"""Networks as operators write them down."""

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Final

Network = IPv4Network | IPv6Network

_HOW: Final = "write addresses or networks, separated by commas, such as 127.0.0.1, 10.1.0.0/16"


def networks_of(listed: str) -> tuple[Network, ...]:
    """Reads networks, separated by commas.

    Raises ValueError, with the place and not the value, for what is none, for one with more in it
    than its network (10.1.2.3/8 may mean either), and for one that is everybody.
    """
    written = [one.strip() for one in listed.split(",") if one.strip()]
    return tuple(_network(one, at) for at, one in enumerate(written, 1))


def _network(written: str, at: int) -> Network:
    try:
        network = ip_network(written)
    except ValueError:
        raise ValueError(f"number {at} is no network: {_HOW}") from None
    if network.prefixlen == 0:
        raise ValueError(f"number {at} is everybody: {_HOW}")
    return network
