"""Stands in front of Bolt, which answers 500 to some malformed requests before it checks who sent
them. What doesn't come from Slack, whole and fresh, gets a 4xx without a reason."""

import re
from binascii import a2b_qp
from collections.abc import Mapping
from urllib.parse import parse_qsl

from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request

from bot.base.logs import log
from bot.base.requests import RefusedRequest, media_type, read_json, whole_body
from bot.slack.reading.shapes import check_command, check_shape
from bot.slack.render.text import Json

MOST_BYTES = 1_000_000

JUST_A_PAYLOAD = re.compile(r"payload=((?:[A-Za-z0-9_.~*+-]++|%[0-9A-Fa-f]{2})++)")
"""How Slack sends everything but typed commands."""

SSL_CHECK = re.compile(r"(?:^|&)ssl_check=1(?:&|$)")


UNSIGNED = 5
"""So many in a row are no accident, and few enough that somebody is still there who set it up."""

WRONG = (
    f"The first {UNSIGNED} requests in a row didn't fit SLACK_SIGNING_SECRET, and were refused: "
    "copy the Signing Secret again from the app's page Basic Information, and see that this "
    "machine's clock is right. If people can use the bot, somebody else sends these."
)


class SlackGuard:
    """Checks a raw request: size, encoding, age, signature, type and shape, in this order."""

    def __init__(self, signing_secret: str) -> None:
        # Without a secret (Socket Mode) nothing that is posted here can be from Slack.
        self._verifier = SignatureVerifier(signing_secret) if signing_secret else None
        self._unfit = 0

    async def payload_of(self, request: Request) -> Json:
        """Reads what is in a request that Slack signed. Raises RefusedRequest."""
        raw = await whole_body(request.stream(), MOST_BYTES)
        try:
            body = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise RefusedRequest(400) from None
        kind = media_type(request.headers)
        if kind == "application/x-www-form-urlencoded" and SSL_CHECK.search(body):
            raise RefusedRequest(200)  # Slack looks at our certificate, and wants nothing but this
        self._signed(body, request.headers)
        return _well_formed(body, kind)

    def _signed(self, body: str, headers: Mapping[str, str]) -> None:
        stamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        # int() and compare_digest() raise on what isn't ASCII.
        readable = stamp.isascii() and stamp.isdigit() and len(stamp) < 12 and signature.isascii()
        if not readable or self._verifier is None:
            raise RefusedRequest(401)
        if not self._verifier.is_valid(body, stamp, signature):
            self._misfits()
            raise RefusedRequest(401)
        self._unfit = UNSIGNED  # it is the right secret

    def _misfits(self) -> None:
        """Counts what doesn't fit until something does: said once, so that whoever sends such
        requests neither fills the log nor learns from it when others are at work."""
        self._unfit += 1
        if self._unfit == UNSIGNED:
            log.wrong(WRONG)


def _well_formed(body: str, kind: str) -> Json:
    try:
        if kind == "application/json":
            return check_shape(read_json(body))
        if kind == "application/x-www-form-urlencoded":
            return _form(body)
    except (ValueError, RecursionError):
        raise RefusedRequest(400) from None
    raise RefusedRequest(415)


def _form(body: str) -> Json:
    if alone := JUST_A_PAYLOAD.fullmatch(body):
        return check_shape(read_json(_unquoted(alone[1])))
    fields = dict(parse_qsl(body, keep_blank_values=True, strict_parsing=True, max_num_fields=100))
    if "payload" in fields:
        return check_shape(read_json(fields["payload"]))
    if not fields.get("command"):
        raise RefusedRequest(400)
    return check_command(fields)


def _unquoted(value: str) -> str:
    # Quoted-printable's decoder is written in C, and differs by its sign only: urllib's took as
    # long as storing what is in it. `=` and line ends, which it would take as its own, can't occur.
    sound = value.replace("+", " ").replace("%", "=")
    return a2b_qp(sound).decode(errors="replace")
