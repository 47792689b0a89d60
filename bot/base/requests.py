"""Requests read strictly: so many bytes at most, and a status for whatever is refused."""

from collections.abc import AsyncIterator, Mapping


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
