"""What a browser sends, read strictly: anything odd is refused before anybody acts on it.

Hidden characters in what people typed are nothing odd: an event is cleaned of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.base.requests import RefusedRequest, media_type, whole_body
from prompts.shapes import Answers

MOST = 64 * 1024
"""Bytes of a form; the longest answers fit many times over."""

CSRF: Final = "upstander.csrf"
"""Under this name the guard lays down the token that a form must have."""
SENT: Final = "upstander.sent"
"""Under this name lies what a browser sent, for whoever says that it went wrong."""
TYPED: Final = "_typed"
"""Under this name a page says into which boxes of its form somebody types."""
_VERB = re.compile(r"[a-z]{1,24}([.-][a-z]{1,24}){0,3}")
_SUBJECT = re.compile(r"[A-Za-z0-9_-]{0,64}")


class OldFormError(RefusedRequest):
    """A form from a page that this browser was not shown since somebody signed in with it."""

    def __init__(self) -> None:
        super().__init__(403)


@dataclass(frozen=True)
class Sent:
    """A form as it came. Names that begin with _ are ours, the rest are answers."""

    pairs: tuple[tuple[str, str], ...] = field(repr=False)

    def own(self, name: str) -> str:
        """Gives one of our hidden values; empty when it is missing."""
        return dict(self.pairs).get(name, "")

    @property
    def subject(self) -> str:
        """What the press is about."""
        return checked_subject(self.own("_subject"))

    @property
    def answers(self) -> Answers:
        """What people filled in; several answers to one question stay together."""
        found: dict[str, list[str]] = {}
        for name, value in self.pairs:
            if not name.startswith("_"):
                found.setdefault(name, []).append(value)
        one: Mapping[str, str | tuple[str, ...]] = {
            name: values[0] if len(values) == 1 else tuple(values) for name, values in found.items()
        }
        return one

    @property
    def typed(self) -> list[str]:
        """What people typed, box by box, as the page that it comes from names its boxes."""
        boxes = self.own(TYPED).split()
        return [value for name, value in self.pairs if name in boxes and value.strip()]


def typed_in(request: Request) -> list[str]:
    """Gives what people typed into the form that they sent; nothing where none was read."""
    sent: Sent | None = request.scope.get(SENT)
    return sent.typed if sent else []


def checked_verb(verb: str) -> str:
    """Checks the look of a verb; whether there is such a one is for the dispatcher to say."""
    if not _VERB.fullmatch(verb):
        raise RefusedRequest(404)
    return verb


def checked_subject(subject: str) -> str:
    """Checks that this is an opaque short id, or nothing."""
    if not _SUBJECT.fullmatch(subject):
        raise RefusedRequest(400)
    return subject


async def read(request: Request) -> Sent:
    """Reads the form of a POST. Raises RefusedRequest for anything else."""
    if media_type(request.headers) != "application/x-www-form-urlencoded":
        raise RefusedRequest(415)
    request.scope[SENT] = sent = Sent(parsed(await whole_body(request.stream(), MOST)))
    checked_token(request, sent.own("_csrf"))
    return sent


def checked_token(request: Request, token: str) -> None:
    """Checks that a form came from a page that was shown to this browser. Where people sign in,
    the guard says which token that page had; elsewhere nothing is done in anybody's name."""
    wanted = request.scope.get(CSRF)
    if wanted is not None and not compare_digest(str(wanted).encode(), token.encode()):
        raise OldFormError


def parsed(body: bytes) -> tuple[tuple[str, str], ...]:
    """Parses the pairs of a form's body; broken characters are refused, not replaced."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=200
        )
    except ValueError:
        raise RefusedRequest(400) from None
    return tuple(pairs)
