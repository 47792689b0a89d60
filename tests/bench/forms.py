"""The product's own forms, filled in: a concern's, and a challenge's as the server drafts it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from bot.slack.private_metadata import Metadata
from bot.slack.render.surfaces import modal
from handlers.challenge.form import challenge_form
from handlers.concern.form import concern_form
from handlers.contract.people import Event
from handlers.shared.people.involved import Involved
from prompts.shapes import Form
from storage.partnership import AgencyId, Partnership
from storage.partnership.loading import read_partnership
from tests.core.anytown import MONDAY
from tests.drill.forms import ANSWERS, HOW, post
from tests.drill.server import HEAD, town_file
from tests.peers import slack_payloads as says
from tests.peers.slack_payloads import unique

Json = dict[str, Any]
SCHOOL = AgencyId("school")
TYPICAL = "The plan was agreed, and nobody came. It is the third time this month."
CONCERN = ANSWERS | {"release": "now", "what": TYPICAL}
CHALLENGE = {
    "danger": "no", "decision": "To take no further action", "agency": "school",
    "owner": f"Person {HEAD}", "topic": "threshold", "what": TYPICAL,
    "ask": "Look at it again with the school at the table", "level": "challenge",
    "replies": "chat", "release": "now",
}  # fmt: skip


def _concern_form(agency: AgencyId, event: Event, town: Partnership, now: datetime) -> Form:
    return concern_form(agency, event, town, Involved(said=False), now)


class Forms:
    """Each form as it stands before somebody, for each choice of what name to give."""

    def __init__(self, folder: Path) -> None:
        town = read_partnership(town_file(folder))
        self._views: dict[tuple[str, str], Json] = {}
        for how in HOW:
            for verb, make in (
                ("concern", _concern_form),
                ("challenge", challenge_form),
            ):
                event = Event(verb, "", {"how": how})
                self._views[verb, how] = _shown(make(SCHOOL, event, town, MONDAY), event)

    async def draft(self, http: aiohttp.ClientSession, url: str, user: str) -> None:
        """Sends each challenge once: the server shows it again, with a sentence to look over."""
        for how in HOW:
            body = self.sent("challenge", user, how)
            _, answer = await post(http, url, body)
            self._views["challenge", how] = answer["view"] | {"id": "V1", "hash": "h"}

    def sent(self, verb: str, user: str, how: str, **more: str) -> bytes:
        """The form with everything answered, as it is drafted, and a token of its own."""
        view = self._views[verb, how]
        given = CHALLENGE if verb == "challenge" else CONCERN
        view = says.answered(view, {**_drafted(view), **given, "how": how, **more})
        meta = replace(Metadata.unpack(view["private_metadata"]), token=unique("bench-form-token-"))
        return says.form(says.submission(user, view | {"private_metadata": meta.pack()}))


def concern_shown(agency: AgencyId, town: Partnership) -> Json:
    """The form for a concern in one's own name, as it stands before somebody of this agency."""
    event = Event("concern", "", {"how": "named"})
    return _shown(_concern_form(agency, event, town, MONDAY), event)


def _shown(form: Form, opened: Event) -> Json:
    return modal(form, "en", opened) | {"id": "V1", "hash": "h"}


def _drafted(view: Json) -> dict[str, str | list[str]]:
    inputs = (b["element"] for b in view["blocks"] if b["type"] == "input")
    return {e["action_id"]: e["initial_value"] for e in inputs if "initial_value" in e}
