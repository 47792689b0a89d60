"""Whoever has signed in, as the directory knows them at this moment."""

from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request

from bot.base.requests import RefusedRequest
from bot.core.admission import Actor, as_one
from bot.core.ports import Directory
from bot.web.callers import Caller
from bot.web.frame import Frame, WhoView
from bot.web.signin.sessions import Session
from bot.web.signin.starts import FormTokens
from prompts.words import LANGUAGES
from storage.directory.members import Seen
from storage.directory.session_marks import SessionMarks
from storage.partnership import AgencyId, Partnership, PersonId, Platform, PlatformId, label

ME: Final = "/me"
SESSION: Final = "upstander.session"
"""Under this name the guard lays down whose session it is."""


class NobodyError(Exception):
    """Nobody has signed in here, or they no longer have: they are asked to, once more."""


@dataclass(frozen=True)
class Standing:
    """Somebody who may come in, as they stand now."""

    seen: Seen = field(repr=False)
    agency: AgencyId
    mark: str = field(repr=False)


class SignedIn:
    """Finds whose session it is, and whether they may still come in."""

    def __init__(
        self,
        partnership: Partnership,
        members: Directory,
        marks: SessionMarks,
        tokens: FormTokens,
        *,
        mail: bool = False,
    ) -> None:
        self._partnership = partnership
        self._members = members
        self._marks = marks
        self._tokens = tokens
        self._mail = mail

    async def standing(self, person: PersonId) -> Standing | None:
        """Finds somebody who may come in: listed for the web, or of an agency elsewhere."""
        on_the_web = PlatformId.read(person).platform == Platform.WEB
        if on_the_web and self._partnership.member(person) is None:
            return None
        seen = await self._members.find(person)
        if seen is None or seen.agency is None:
            return None
        return Standing(seen, seen.agency, await self._marks.of(person))

    async def of(self, session: Session) -> Standing | None:
        """Finds whose session this is; None once it was ended, here or everywhere."""
        standing = await self.standing(session.person)
        if standing is None or standing.mark != session.mark:
            return None
        return None if await self._marks.is_over(session.id) else standing

    async def caller(self, request: Request) -> Caller:
        """Finds who asks. Raises NobodyError once their session has ended, for whatever reason."""
        session: Session | None = request.scope.get(SESSION)
        if session is None:
            raise NobodyError
        standing = await self.of(session)
        if standing is None:
            raise NobodyError
        seen, agency = standing.seen, self._partnership.agency(standing.agency)
        actor = Actor(seen.person, seen.name, seen.language, standing.agency, seen.address)
        actor = as_one(actor, self._partnership)
        name = label(agency.name, seen.language)
        who = WhoView("", seen.name, name, own=ME)
        csrf, mail = self._tokens.of(session.id), self._is_written_to(session.person)
        operator = actor.person in self._partnership.operators
        frame = Frame(seen.language, who, demo=False, mail=mail, operator=operator, csrf=csrf)
        platform = PlatformId.read(session.person)
        return Caller(actor, frame, platform.own if platform.platform == Platform.WEB else "")

    def _is_written_to(self, person: PersonId) -> bool:
        member = self._partnership.member(person)
        return self._mail and member is not None and member.email is not None

    def choose_language(self, caller: Caller, language: str) -> None:
        """Takes one of ours; it is kept with what else is known of them, by the command itself."""
        if language not in LANGUAGES:
            raise RefusedRequest(400)
