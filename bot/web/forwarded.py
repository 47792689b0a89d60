"""Where a request came from, as proxies that the settings name tell it; nobody else is believed."""

import re
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.base.networks import Network

Address = IPv4Address | IPv6Address

_MOST: Final = 20
"""Hops that are looked at, from the nearest."""
_PORT: Final = re.compile(r"(?:\[([^\]]*)\]|([^:]*))(?::\d{1,5})?")
"""An address in brackets, or an older one, with or without its port."""
_PAIR: Final = re.compile(r'([A-Za-z-]+)=("[^"]*"|[^";,\s]*)(?:;\s*|$)')
_ELEMENT: Final = re.compile(f"(?:{_PAIR.pattern})+")


class Forwarded:
    """Puts in place of a proxy's address the one that it forwards for."""

    def __init__(self, app: ASGIApp, proxies: Sequence[Network] = ()) -> None:
        self._app = app
        self._proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves the request, as from the nearest address that isn't a proxy of ours."""
        if scope["type"] == "http" and self._proxies and scope.get("client"):
            scope = self._seen_through(scope)
        await self._app(scope, receive, send)

    def _seen_through(self, scope: Scope) -> Scope:
        host, port = scope["client"]
        nearest = _address(host)
        if nearest is None or not self._is_ours(nearest):
            return scope
        headers = Headers(scope=scope)
        told = headers.get("x-forwarded-proto", "")
        scheme = told if told in {"http", "https"} else scope["scheme"]
        return {**scope, "client": (str(self._nearest(headers, nearest)), port), "scheme": scheme}

    def _nearest(self, headers: Headers, proxy: Address) -> Address:
        chains = [chain for chain in (_forwarded_for(headers), _forwarded(headers)) if chain]
        if len(chains) != 1:
            # A proxy writes one of them. The other it passes on as anybody made it up.
            return proxy
        for hop in reversed(chains[0][-_MOST:]):
            address = _address(hop)
            if address is None:
                return proxy
            proxy = address
            if not self._is_ours(address):
                return address
        return proxy

    def _is_ours(self, address: Address) -> bool:
        return any(address in network for network in self._proxies)


def _forwarded_for(headers: Headers) -> list[str]:
    return list(_listed(headers, "x-forwarded-for"))


def _forwarded(headers: Headers) -> list[str]:
    return [_for_in(element) for element in _listed(headers, "forwarded")]


def _for_in(element: str) -> str:
    # A name that somebody made up may stand beside it, in quotes: what isn't whole tells nothing.
    pairs: list[tuple[str, str]] = _PAIR.findall(element) if _ELEMENT.fullmatch(element) else []
    return {name.lower(): value.strip('"') for name, value in pairs}.get("for", "")


def _listed(headers: Headers, name: str) -> Iterator[str]:
    for line in headers.getlist(name):
        yield from (one.strip() for one in line.split(","))


def _address(written: str) -> Address | None:
    """Reads an address with or without a port; one of the older ones that looks newer as older."""
    found = _PORT.fullmatch(written)
    try:
        address = ip_address((found[1] or found[2] if found else "") or written)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
