"""Sends cards to people on Slack, and changes those sent. The courier paces and tries again."""

import json
from collections.abc import Awaitable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.core.delivery.answers import Misconfigured, PerhapsArrived, TryAgain, Unreachable
from bot.core.ports import Introducing
from bot.slack.render.surfaces import card
from prompts.shapes import Card
from storage.directory.members import Seen
from storage.partnership import PersonId

THEIRS = frozenset(
    (
        "user_not_found", "users_not_found", "user_disabled", "user_not_visible", "is_archived",
        "channel_not_found", "not_in_channel", "cannot_dm_bot", "cannot_message_user",
    )
)  # fmt: skip
"""These say that this very person or conversation takes no message; nothing else does."""
PASSING = frozenset(
    (
        "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable",
        "request_timeout", "team_added_to_org", "accesslimited",
    )
)  # fmt: skip
GONE = frozenset(("message_not_found", "cant_update_message", "edit_window_closed"))
NO_ANSWER = "no_answer_of_slack"
"""A proxy's page, or nothing: it came from something else than Slack."""


class SlackClient:
    """Fulfils the courier's `Client`."""

    def __init__(self, web: AsyncWebClient, people: Introducing | None = None) -> None:
        self._web = web
        self._people = people

    async def send(self, address: str, card_: Card, language: str) -> str:
        """Posts in the person's direct conversation; the answer is where it stands."""
        to = json.loads(address)
        try:
            return await self._post(await self._channel(to), card_, language)
        except Unreachable as gone:
            if gone.code != "channel_not_found" or not to.get("channel"):
                raise
        # The conversation we knew is no more, which says nothing of the person.
        return await self._post(await self._channel({"user": to["user"]}), card_, language)

    async def _post(self, channel: str, card_: Card, language: str) -> str:
        sent = self._web.chat_postMessage(
            channel=channel, unfurl_links=False, unfurl_media=False, **card(card_, language)
        )
        posted = await _asked(sent, repeatable=False)
        return json.dumps({"channel": posted.get("channel", channel), "ts": posted.get("ts", "")})

    async def update(self, address: str, ref: str, card_: Card, language: str) -> None:
        """Changes a message that was sent; one that is gone needs no change."""
        at = json.loads(ref)
        changed = self._web.chat_update(channel=at["channel"], ts=at["ts"], **card(card_, language))
        await _asked(changed, fine=GONE)

    async def introduce(self, person: PersonId) -> Seen | None:
        """Meets somebody now, since something is to go to them."""
        try:
            return await self._people.introduce(person) if self._people is not None else None
        except SlackApiError as failed:
            raise _meaning(failed.response, code_of(failed)) from None
        except (aiohttp.ClientError, TimeoutError):
            raise TryAgain from None
        except (SlackClientError, AttributeError, ValueError):
            raise Misconfigured(NO_ANSWER) from None

    async def _channel(self, address: dict[str, str]) -> str:
        if channel := address.get("channel"):
            return channel
        opened = await _asked(self._web.conversations_open(users=address["user"]))
        return str(opened["channel"]["id"])


async def _asked(
    call: Awaitable[AsyncSlackResponse], fine: frozenset[str] = frozenset(), repeatable: bool = True
) -> dict[str, Any]:
    """Slack's answer, or what the courier should make of the failure: without who or what.

    `repeatable`: done twice it is as if done once.
    """
    try:
        answer = await call
    except SlackApiError as failed:
        code = code_of(failed)
        if code in fine:
            return {}
        raise _meaning(failed.response, code) from None
    except aiohttp.ClientConnectorError:
        raise TryAgain from None
    except (aiohttp.ClientError, TimeoutError):
        raise (TryAgain() if repeatable else PerhapsArrived()) from None
    except (SlackClientError, AttributeError, ValueError):
        # slack_sdk stumbles over what isn't a JSON object.
        raise Misconfigured(NO_ANSWER) from None
    return dict(answer.data) if isinstance(answer.data, dict) else {}


def code_of(failed: SlackApiError) -> str:
    """Gives Slack's own word for what went wrong, such as `not_found`; it names nobody."""
    data = getattr(failed.response, "data", None)
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def _meaning(response: Any, code: str) -> Exception:
    status: int = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    if status == 429 or code in {"ratelimited", "rate_limited"}:
        return TryAgain(seconds_in(response.headers))
    if status >= 500 or code in PASSING:
        return TryAgain(None)
    return Unreachable(code) if code in THEIRS else Misconfigured(code or NO_ANSWER)


def seconds_in(headers: Any) -> float | None:
    """Reads from Retry-After how many seconds Slack asks us to wait."""
    given = str(headers.get("Retry-After", headers.get("retry-after", "")))
    return float(given) if given.isascii() and given.isdigit() else None
