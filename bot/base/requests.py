"""Requests read strictly: so many bytes at most, and a status for whatever is refused."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from typing import Any, NoReturn

_UNSOUND = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
"""How JSON spells what no database takes: a NUL, and half a letter (or a whole one in halves)."""
_UNKEPT = re.compile(r"[\x00\ud800-\udfff]")


class RefusedRequest(Exception):
    """A request that goes no further; it carries the status and says nothing else."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def media_type(headers: Mapping[str, str]) -> str:
    """Reads what a request says that its body is, in small letters and without parameters."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


async def whole_body(chunks: AsyncIterator[bytes], most: int) -> bytes:
    """Reads a body to its end. Raises RefusedRequest with 413 beyond so many bytes."""
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > most:
            raise RefusedRequest(413)
    return bytes(body)


def read_json(body: str) -> Any:
    """Reads JSON that a platform sent. What can't be stored in it is replaced by U+FFFD.

    Raises ValueError for what isn't JSON, and RecursionError for what is nested without end.
    """
    found = json.loads(body, parse_constant=_no_number)
    return _sound(found) if _UNSOUND.search(body) else found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON.")


def _sound(found: Any) -> Any:
    if isinstance(found, str):
        return _UNKEPT.sub("\ufffd", found)
    if isinstance(found, list):
        return [_sound(each) for each in found]
    if isinstance(found, dict):
        return {_sound(name): _sound(each) for name, each in found.items()}
    return found
