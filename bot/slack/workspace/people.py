"""Who somebody on Slack is to us: from the directory, or else from Slack, kept in memory only."""

import json
from collections import OrderedDict
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.admission import Actor
from bot.core.ports import Directory
from bot.slack.workspace.authorization import Authorization
from storage.directory.members import Seen
from storage.partnership import (
    AgencyId,
    Partnership,
    PersonId,
    Platform,
    PlatformId,
    in_one_spelling,
)

MOST = 1000
NOBODYS = ("is_restricted", "is_ultra_restricted", "is_stranger", "deleted", "is_bot")
"""Guests, leavers and bots: they belong to no agency, whatever workspace they are in."""


class SlackPeople:
    """Turns Slack's users into actors."""

    def __init__(
        self,
        web: AsyncWebClient,
        members: Directory,
        partnership: Partnership,
        own: Authorization,
    ) -> None:
        self._web = web
        self._own = own
        self._members = members
        self._partnership = partnership
        self._asked: OrderedDict[PersonId, Seen] = OrderedDict()

    async def actor(self, user: str, team: str) -> Actor:
        """Finds whoever acted. Nothing is stored: a row that came with an act would tell of it."""
        seen = await self._known(user, self._home(team)) or await self._cached(user, team)
        language = seen.language or self._partnership.languages[0]
        return Actor(seen.person, seen.name, language, seen.agency, seen.address)

    def is_named(self, person: PersonId) -> bool:
        """Tells whether the partnership's file names them: then they are met, whoever they are."""
        return person in self._partnership.everyone_to_reach()

    def named(self) -> list[PersonId]:
        """Lists whom the partnership's file names on Slack."""
        everyone = sorted(self._partnership.everyone_to_reach())
        return [id for id in everyone if PlatformId.read(id).platform == Platform.SLACK]

    def forget_asked(self, person: PersonId | None = None) -> None:
        """Asks Slack anew about somebody, or everybody, the next time they act."""
        if person is None:
            self._asked.clear()
        else:
            self._asked.pop(person, None)

    async def _known(self, user: str, home: str) -> Seen | None:
        if (seen := await self._members.find(person_id(home, user))) or not self._own.enterprise:
            return seen
        # Within an organization a person's id is one, whichever of its workspaces Slack names.
        return await self._members.find(person_id(self._own.team, user))

    def _home(self, told: str) -> str:
        """What is told as a person's workspace may be the whole organization, or nothing."""
        return self._own.team if told in ("", self._own.enterprise) and self._own.team else told

    def home_of(self, user: dict[str, Any], told: str) -> str:
        """Tells in which workspace a person is at home: one and the same from a command, a form,
        an event and the list of people. On Enterprise Grid that is the workspace with the app, or
        else the first of theirs that the partnership names."""
        of_org = user.get("enterprise_user") or {}
        if not self._own.enterprise or of_org.get("enterprise_id") != self._own.enterprise:
            return self._home(told)
        theirs = sorted(str(team) for team in of_org.get("teams") or ())
        named = {team for a in self._partnership.agencies for team in a.slack_workspaces}
        if self._own.team in theirs:
            return self._own.team
        return next((team for team in theirs if team in named), (*theirs, self._home(told))[0])

    async def _cached(self, user: str, told: str) -> Seen:
        team = self._home(told)
        person = person_id(team, user)
        if person not in self._asked:
            try:
                answer = await self._web.users_info(user=user, include_locale=True)
            except SlackApiError as refused:
                if getattr(refused.response, "status_code", 0) != 200:
                    raise  # Slack is busy or away, which says nothing about this person
                # Slack doesn't show them to us: then they have no agency, and are told so kindly.
                return Seen(person, None, "", "", address_of(user, team))
            found = dict(answer["user"]) | {"id": user}
            self._asked[person] = self.seen(found, self.home_of(found, told))
            if len(self._asked) > MOST:
                self._asked.popitem(last=False)
        return self._asked[person]

    def seen(self, user: dict[str, Any], team: str, channel: str = "") -> Seen:
        """Reads one of Slack's users as the directory keeps them; '' is what Slack leaves out."""
        profile = user.get("profile") or {}
        name = profile.get("real_name") or user.get("real_name") or user.get("name") or ""
        return Seen(
            person=person_id(team, str(user["id"])),
            agency=self._agency(user, team),
            name=str(name),
            language=_language(str(user.get("locale") or "")),
            address=address_of(str(user["id"]), team, channel),
            timezone=str(user.get("tz") or "") or None,
        )

    def _agency(self, user: dict[str, Any], team: str) -> AgencyId | None:
        if any(user.get(mark) for mark in NOBODYS):
            return None
        email = (user.get("profile") or {}).get("email")
        agency = self._partnership.agency_of(slack_team=team, email=email)
        return None if agency is None else AgencyId(agency.id)


def _language(locale: str) -> str:
    if not locale:
        return ""  # an event has none, and says nothing of what they speak
    return "cy" if locale.lower().startswith("cy") else "en"


def person_id(team: str, user: str) -> PersonId:
    """Spells a person's own workspace and their id in it."""
    return PersonId(in_one_spelling(str(PlatformId(Platform.SLACK, team, user))))


def address_of(user: str, team: str, channel: str = "") -> str:
    """Writes where a person is reached, as text that only this client reads."""
    known = {"channel": channel} if channel else {}
    return json.dumps({"user": user, "team": team} | known)
