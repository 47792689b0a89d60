"""Files that people choose in a form: read in memory, no bigger than they may be, from our page."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.base.requests import RefusedRequest, media_type
from bot.web.forms import checked_token

_AROUND: Final = 16 * 1024
"""Bytes of a browser's form besides its file."""


class TooBigError(Exception):
    """More came than the biggest file has: the rest isn't read."""


@dataclass(frozen=True)
class Upload:
    """A file, and what else its form said."""

    data: bytes = field(repr=False)
    fields: Mapping[str, str] = field(repr=False)


async def uploaded(request: Request, most: int) -> Upload:
    """Reads the one file of a form. Raises TooBigError, or RefusedRequest for anything odd."""
    if media_type(request.headers) != "multipart/form-data":
        raise RefusedRequest(415)
    parser = MultiPartParser(request.headers, _limited(request, most), max_files=1, max_fields=4)
    # What people upload is never laid down in a temporary file.
    parser.spool_max_size = most + _AROUND
    try:
        form = await parser.parse()
    except (MultiPartException, LookupError, ValueError):
        raise RefusedRequest(400) from None
    try:
        file = form.get("file")
        data = await file.read() if isinstance(file, UploadFile) else b""
    finally:
        await form.close()
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    checked_token(request, fields.get("_csrf", ""))
    return Upload(data, fields)


async def _limited(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most + _AROUND:
            raise TooBigError
        yield chunk
