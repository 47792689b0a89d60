"""Who can be chosen in the demo, and in which language they read."""

from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request

from bot.base.requests import RefusedRequest
from bot.core.admission import Actor
from bot.web.callers import Caller
from bot.web.client import WebClient, address_of
from bot.web.frame import Frame, WhoView, clock_view
from handlers.shared.labels import FEW, agency_options
from prompts.shapes import Choice, Form
from prompts.words import LANGUAGES, Words, say
from storage.engine.clock import Clock
from storage.partnership import Agency, Partnership, PlatformId, WebMember, label


@dataclass(frozen=True)
class PersonView:
    """A name to choose."""

    slug: str = field(repr=False)
    name: str = field(repr=False)
    title: str
    duties: tuple[Words, ...]
    """What they do here beside their work."""


@dataclass(frozen=True)
class AgencyView:
    """An agency with its people."""

    id: str
    name: str
    people: tuple[PersonView, ...]


class DemoPeople:
    """The partnership's members, by the short name in their address."""

    @property
    def _members(self) -> dict[str, WebMember]:
        return {PlatformId.read(m.id).own: m for m in self._partnership.members}

    def __init__(self, partnership: Partnership, client: WebClient, clock: Clock) -> None:
        self._partnership = partnership
        self._client = client
        self._clock = clock
        self._languages: dict[str, str] = {}

    def find(self, slug: str) -> WebMember:
        """Finds a member. Raises RefusedRequest if there is no such one."""
        if slug not in self._members:
            raise RefusedRequest(404)
        return self._members[slug]

    def language(self, slug: str) -> str:
        """Gives the language they chose, or else what the partnership's file says."""
        return self._languages.get(slug) or self.find(slug).language

    async def caller(self, request: Request) -> Caller:
        """Finds whom the address names."""
        slug = str(request.path_params["slug"])
        return Caller(self.actor(slug), self.frame(slug, self._clock.now()), slug)

    def choose_language(self, caller: Caller, language: str) -> None:
        """Changes their language, in every window of theirs."""
        if language not in LANGUAGES:
            raise RefusedRequest(400)
        self._languages[caller.box] = language

    def actor(self, slug: str) -> Actor:
        """Gives the person as the dispatcher knows them."""
        member = self.find(slug)
        return Actor(
            person=member.id,
            name=member.name,
            language=self.language(slug),
            agency=member.agency,
            address=address_of(slug),
        )

    def frame(self, slug: str, now: datetime, *, at: str = "", back: str = "") -> Frame:
        """Gives what stands around a page of theirs."""
        member, language = self.find(slug), self.language(slug)
        agency = self._partnership.agency(member.agency)
        return Frame(
            language=language,
            who=WhoView(slug, member.name, label(agency.name, language)),
            at=at,
            news=self._client.news(slug),
            clock=clock_view(self._partnership, agency, now, language),
            back=back or f"/as/{slug}",
            operator=member.id in self._partnership.operators,
        )

    def nobody(self, language: str, now: datetime, at: str = "") -> Frame:
        """Gives what stands around a page that belongs to nobody."""
        known = language if language in LANGUAGES else "en"
        clock = clock_view(self._partnership, self.agency_of(""), now, known)
        return Frame(known, at=at, clock=clock)

    def agency_of(self, slug: str) -> Agency:
        """Tells whose clock counts: the person's agency's, or the first one's."""
        if not slug:
            return self._partnership.agencies[0]
        return self._partnership.agency(self.find(slug).agency)

    def agencies(self, language: str) -> list[AgencyView]:
        """Lists everybody, agency by agency."""
        return [
            AgencyView(agency.id, label(agency.name, language), self._of(agency, language))
            for agency in self._partnership.agencies
        ]

    def first(self, chosen: str) -> Form | None:
        """Asks for the agency first, where there are so many that nobody reads all their people."""
        agencies = self._partnership.agencies
        if len(agencies) <= FEW:
            return None
        options, label = agency_options(agencies), say("web-which-agency")
        return Form(label, fields=(Choice("agency", label, options, look="select", value=chosen),))

    def _of(self, agency: Agency, language: str) -> tuple[PersonView, ...]:
        return tuple(
            PersonView(
                slug, member.name, label(member.title, language), self._duties(member, agency)
            )
            for slug, member in self._members.items()
            if member.agency == agency.id
        )

    def _duties(self, member: WebMember, agency: Agency) -> tuple[Words, ...]:
        """Tells whom to become, to see what not everybody does here."""
        having = (
            (say("web-duty-lead"), agency.leads),
            (say("web-duty-administrator"), agency.roles.get("administrator", ())),
            (say("web-duty-partnership"), self._partnership.administrators),
            (say("web-duty-operator"), self._partnership.operators),
        )
        return tuple(words for words, people in having if member.id in people)
