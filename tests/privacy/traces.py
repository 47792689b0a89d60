"""Looks for a person in bytes: as they are, and in every dress that bytes commonly wear."""

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

SHORTEST = 6
"""Of a dress: anything shorter would be found by chance."""


def found(marks: Iterable[str], haystacks: Mapping[str, bytes]) -> list[str]:
    """Where a mark stands, and in which dress: "table thread: base64 of …"."""
    return [
        f"{place}: {dress} of {mark!r}"
        for mark in marks
        for dress, needle in dresses(mark)
        for place, haystack in haystacks.items()
        if needle in haystack
    ]


def count(marks: Iterable[str], haystack: bytes) -> dict[str, int]:
    """How often each mark stands there, dress by dress: for files that rightly hold a directory."""
    needles = ((f"{dress} of {m!r}", needle) for m in marks for dress, needle in dresses(m))
    return {what: times for what, needle in needles if (times := haystack.count(needle))}


@cache
def dresses(mark: str) -> tuple[tuple[str, bytes], ...]:
    """Every form of a mark, each once."""
    forms: dict[bytes, str] = {}
    for variant in dict.fromkeys((mark, mark.lower(), mark.upper())):
        raw = variant.encode()
        for name, form in _plain(variant, raw):
            forms.setdefault(form, name)
    for variant in dict.fromkeys((mark, mark.lower())):
        for name, form in _encoded(variant.encode()):
            forms.setdefault(form, name)
    return tuple((name, form) for form, name in forms.items() if len(form) >= SHORTEST)


def _plain(text: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    yield "plain", raw
    yield "reversed", raw[::-1]
    yield "UTF-16 LE", text.encode("utf-16-le")
    yield "UTF-16 BE", text.encode("utf-16-be")


def _encoded(raw: bytes) -> Iterator[tuple[str, bytes]]:
    for form in (raw, raw[::-1]):
        yield "hex", form.hex().encode()
        yield "HEX", form.hex().upper().encode()
        yield from _aligned("base64", form, 3, base64.b64encode)
        yield from _aligned("base64url", form, 3, base64.urlsafe_b64encode)
        yield from _aligned("base32", form, 5, base64.b32encode)
        yield from _aligned("base85", form, 4, base64.b85encode)
        yield from _aligned("ascii85", form, 4, base64.a85encode)


def _aligned(
    name: str, raw: bytes, group: int, encode: Callable[[bytes], bytes]
) -> Iterator[tuple[str, bytes]]:
    """The letters that stand in the text wherever the mark begins within a group."""
    for before in range(group):
        # Only whole groups are the same whatever stands around the mark.
        start = (group - before) % group
        whole = raw[start : start + (len(raw) - start) // group * group]
        if len(whole) >= group:
            yield name, encode(whole)
