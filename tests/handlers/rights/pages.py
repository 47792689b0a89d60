"""What each page and endpoint answers whoever asks for it: observed at the app as it is served."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

import httpx

from bot.cli.demo import REFERRALS
from tests.handlers.rights.serving import PEOPLE, Served
from tests.signin.browsing import ORIGIN

SIGN_IN: Final = "asked to sign in"
_FEW: Final = b"\n".join(REFERRALS.read_bytes().splitlines()[:2])
_SAID: Final = {
    400: "refused",
    401: "refused",
    403: "refused",
    404: "not found",
    422: "asked again",
}


@dataclass(frozen=True)
class Asked:
    """How somebody asks for it who does it right."""

    at: str = ""
    """The address, where the route alone is none."""
    form: Mapping[str, str] = field(default_factory=dict)
    file: bytes = b""
    json: bool = False
    reason: str = ""
    """Why nobody of the table gets it."""


def asked_for(served: Served) -> Mapping[tuple[str, str], Asked]:
    """How each is asked for that needs more than its address."""
    signed = "only what Slack or Microsoft has signed is taken, whoever did it there"
    provider = "no provider is set up here; whom one names is let in as by a link"
    return {
        ("POST", "/slack/events"): Asked(json=True, reason=signed),
        ("POST", "/teams/messages"): Asked(json=True, reason=signed),
        ("GET", "/sign-in/with/{name}"): Asked("/sign-in/with/openid", reason=provider),
        ("GET", "/sign-in/back/{name}"): Asked("/sign-in/back/openid", reason=provider),
        ("POST", "/receipt"): Asked(form={"_verb": "receipt.send", "code": served.receipt}),
        ("POST", "/pause"): Asked(form={"_verb": "pause.open", "code": served.pause}),
        ("POST", "/pause/sheet"): Asked(form={"codes": served.pause}),
        ("POST", "/sign-in"): Asked(form={"email": "nobody@nowhere.example"}),
        ("POST", "/sign-in/link"): Asked(form={"_invitation": "INVITATION"}),
        ("POST", "/me/referrals"): Asked(form={"anyway": "yes"}, file=_FEW),
        ("POST", "/me/people"): Asked(file=b"name,agency,title\nJo Hill,,Nurse"),
        ("POST", "/me/do/people-file/language"): Asked(form={"_language": "en"}),
        ("POST", "/me/do/referrals/language"): Asked(form={"_language": "en"}),
        ("GET", "/me/referrals/{whose}.{form}"): Asked("/me/referrals/agency.csv"),
        ("POST", "/me/operating"): Asked(form={"_all": "yes"}),
        ("POST", "/me/language"): Asked(form={"language": "en", "back": "/me"}),
        ("POST", "/me/do/{verb}/language"): Asked("/me/do/concern/language", {"_language": "en"}),
        ("GET", "/me/do/{verb}"): Asked("/me/do/concern"),
        ("POST", "/me/do/{verb}"): Asked("/me/do/language.send", {"language": "en"}),
    }


async def rows(served: Served) -> dict[str, dict[str, str]]:
    """What happens, by route and person."""
    known, found = asked_for(served), {}
    for how, path in served.routes():
        asked = known.get((how, path), Asked())
        found[f"{how} {path}"] = {
            name: await _tried(served, how, path, asked, name) for name in PEOPLE
        }
    return found


async def _tried(served: Served, how: str, path: str, asked: Asked, who: str) -> str:
    client, token = await served.browser(PEOPLE[who])
    before = served.changes()
    async with client:
        answer = await _sent(client, how, asked.at or path, _form(served, asked, token), asked)
    told = _told(how, path, answer)
    if told not in ("does", "sees"):
        assert served.changes() == before, f"{how} {path} is refused, and rows have changed"
    return told


def _form(served: Served, asked: Asked, token: str) -> dict[str, str]:
    invited = {"_invitation": served.invitation()} if "_invitation" in asked.form else {}
    return {**asked.form, **invited, "_csrf": token, "_token": token[:20]}


async def _sent(
    client: httpx.AsyncClient, how: str, path: str, form: Mapping[str, str], asked: Asked
) -> httpx.Response:
    if how == "GET":
        return await client.get(f"{ORIGIN}{path}" if path.startswith(":") else path)
    if asked.json:
        return await client.post(path, json={"type": "message"})
    # Nobody records what somebody else has recorded before: each has a reference of their own.
    own = asked.file.replace(b"SCH-118", f"SCH-{form['_token'][:8]}".encode())
    more: dict[str, Any] = {"files": {"file": own}} if own else {}
    return await client.post(path, data=dict(form), **more)


def _told(how: str, path: str, answer: httpx.Response) -> str:
    own = path.startswith("/me")
    if own and (answer.status_code == HTTPStatus.UNAUTHORIZED or _leads_out(answer)):
        return SIGN_IN
    if answer.is_redirect or answer.is_success:
        return "sees" if how == "GET" else "does"
    return _SAID.get(answer.status_code, str(answer.status_code))


def _leads_out(answer: httpx.Response) -> bool:
    """Tells whether it leads to the page on which people sign in."""
    return bool(answer.headers.get("location") == "/")
