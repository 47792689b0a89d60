"""What a partnership is: its agencies, who listens in each, and the times it has set itself."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Literal, NewType

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from storage.partnership.base import (
    Frozen,
    Language,
    Nation,
    PersonId,
    Platform,
    Tag,
    Text,
    Words,
    in_one_spelling,
)
from storage.partnership.changes.one_person import OnePerson
from storage.partnership.emails import email_address
from storage.partnership.escalation import Escalation, Stage
from storage.partnership.routes import Hours, OtherRoute, Policy, Route
from storage.partnership.scenarios.model import Scenarios
from storage.partnership.settings import (
    Kinds,
    PauseSettings,
    ReferralKind,
    Retention,
    Slots,
    Thresholds,
    Times,
)
from storage.partnership.speaking.agreement import Agreement
from storage.partnership.speaking.phrases import OwnPhrases
from storage.partnership.speaking.wounding import OwnWords
from storage.partnership.values import wrong, zone

AgencyId = NewType("AgencyId", str)
"""A short name of an agency, unique in its partnership."""

_NUMBERS = 12
"""So many are read in a moment of danger, and no more."""
Sector = Literal["police", "health", "social_care", "education", "voluntary", "other"]
Role = Literal[
    "manager", "liaison_officer", "chair", "moderator", "reviewer", "fallback", "stand_in",
    "administrator",
]  # fmt: skip
"""An administrator changes what the file says of their agency, and reads nothing of any thread."""


def _somebody_in_the_end(
    roles: Mapping[Role, tuple[PersonId, ...]],
) -> Mapping[Role, tuple[PersonId, ...]]:
    if "fallback" not in roles:
        raise wrong(
            "nobody is named for when no lead answers",
            "under roles, add fallback: with at least one person",
        )
    return roles


_Slug = StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)
_Person = Annotated[
    PersonId,
    StringConstraints(
        pattern=r"^(slack:[A-Za-z0-9]+|teams:[A-Za-z0-9-]+):[A-Za-z0-9-]+$|^web:[a-z0-9-]+$"
    ),
    AfterValidator(in_one_spelling),
]
_WebPerson = Annotated[PersonId, StringConstraints(pattern=r"^web:[a-z0-9-]+$")]
_Agency = Annotated[AgencyId, _Slug]
_Domain = Annotated[
    str, StringConstraints(to_lower=True, pattern=r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")
]
_Days = Annotated[int, Field(ge=1, le=3650)]


class Agency(Frozen):
    """One of the partners: who hears its concerns, in order, and where its people sit."""

    id: _Agency
    name: Words
    sector: Sector
    nation: Nation
    timezone: Annotated[str, AfterValidator(zone)] = "Europe/London"
    hours: Hours = Hours()
    urgent: Annotated[tuple[Route, ...], Field(min_length=1)]
    front_door: Route | None = None
    """Where other agencies' people ring it."""
    routes: Annotated[tuple[OtherRoute, ...], Field(max_length=6)] = ()
    """Its own for whoever speaks up, such as its guardian; shown to its people alone."""
    policies: Annotated[tuple[Policy, ...], Field(max_length=6)] = ()
    """Its own, shown to its people beside everybody's."""
    leads: Annotated[tuple[_Person, ...], Field(min_length=1)]
    roles: Annotated[
        Mapping[Role, Annotated[tuple[_Person, ...], Field(min_length=1)]],
        AfterValidator(_somebody_in_the_end),
    ]
    slack_workspaces: tuple[Annotated[Text, StringConstraints(to_upper=True)], ...] = ()
    teams_tenants: tuple[Annotated[Text, StringConstraints(to_lower=True)], ...] = ()
    email_domains: tuple[_Domain, ...] = ()
    groups: tuple[Text, ...] = ()
    """Read nowhere: the platforms tell groups only to apps that may read far more than this one.
    Files that have it are read all the same, and `gaps` says what to use instead."""


class WebMember(Frozen):
    """Someone who uses the web pages, since no platform tells us about them."""

    id: _WebPerson
    agency: _Agency
    name: Text
    language: Language = "en"
    title: Words
    email: Annotated[str | None, BeforeValidator(email_address)] = None
    """Where they are sent a link to sign in, and what waits for them is said; nobody else's."""
    accounts: tuple[_Person, ...] = ()
    """Accounts on Slack and Teams with which they sign in too."""


def _place(written: str) -> str:
    # A conversation of Teams is called by a text in which capitals count.
    return in_one_spelling(written) if written.startswith(Platform.SLACK) else written


class Meeting(Frozen):
    """A meeting's channel or chat, and who chairs there."""

    place: Annotated[
        str,
        StringConstraints(pattern=r"^(slack:[A-Za-z0-9]+:|teams:|web:)\S+$", max_length=300),
        AfterValidator(_place),
    ]
    """As `slack:<workspace>:<channel>` or `teams:<conversation>`."""
    chairs: Annotated[tuple[_Person, ...], Field(min_length=1)]


class Partnership(OnePerson):
    """The whole file: what everything else asks about agencies, people and times."""

    id: Annotated[str, _Slug]
    name: Words
    agencies: Annotated[tuple[Agency, ...], Field(min_length=1)]
    members: tuple[WebMember, ...] = ()
    thresholds: Thresholds = Thresholds()
    times: Times = Times()
    slots: Slots = Slots()
    retention: Retention = Retention()
    answered_days: _Days = 14
    """How long an answered thread waits for its raiser before it closes."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("en", "cy")
    other_routes: Annotated[tuple[OtherRoute, ...], Field(max_length=20)] = ()
    policies: Annotated[tuple[Policy, ...], Field(max_length=12)] = ()
    """Its own, as people may want to read them."""
    escalation: Escalation | None = None
    """Without it a challenge that isn't settled stays with the leads, who are people."""
    referrals: Kinds = ()
    """The kinds of referral that are followed, each with its limit."""
    pauses: PauseSettings = PauseSettings()
    agreement: Agreement | None = None
    """What is unacceptable there, and how people challenge it."""
    scenarios: Scenarios = ()
    """Its own, to practise with; one with the id of ours stands in its place."""
    phrases: OwnPhrases = ()
    """Its own words to start from, for whoever looks for how to say something."""
    wounding: OwnWords = ()
    """Its own words that wound, which are noticed before they go out, beside ours."""
    tags: Annotated[tuple[Tag, ...], Field(max_length=40)] = ()
    """Its own words by which leads tag what belongs together."""
    administrators: tuple[_Person, ...] = ()
    """Who changes what is everybody's: agencies, policy, thresholds. They read nothing by that."""
    meetings: Annotated[tuple[Meeting, ...], Field(max_length=500)] = ()
    """Channels with chairs of their own; elsewhere whoever starts a pause chairs it."""

    operators: Annotated[tuple[_Person, ...], Field(max_length=20)] = ()
    """Who runs it: they see what can't be delivered, and nothing of what was said."""

    def chairs_of(self, place: str) -> tuple[PersonId, ...]:
        """Finds who chairs in this channel or chat; nobody in particular when it is empty."""
        return next((m.chairs for m in self.meetings if m.place == place), ())

    def agency(self, agency_id: AgencyId) -> Agency:
        """Finds the agency of this id; one that left the file has no name, and nobody listens."""
        found = (agency for agency in self.agencies if agency.id == agency_id)
        return next(found, None) or self._left(agency_id)

    def _left(self, agency_id: AgencyId) -> Agency:
        # What is open with it goes on, and its people still have somebody to call: the numbers
        # that most of the others list.
        listed = [route for agency in self.agencies for route in agency.urgent]
        usual = {number for number, _ in Counter(r.number for r in listed).most_common(_NUMBERS)}
        routes = tuple({r.number: r for r in listed if r.number in usual}.values())
        nation = self.agencies[0].nation
        return Agency.model_construct(
            id=agency_id, name={}, sector="other", nation=nation, urgent=routes, leads=(), roles={}
        )

    def agency_of(
        self,
        *,
        slack_team: str | None = None,
        teams_tenant: str | None = None,
        email: str | None = None,
    ) -> Agency | None:
        """Finds whose person this is: by workspace or tenant; if shared, by e-mail.

        None, rather than a guess, when that leaves none or several.
        """
        found = self.agencies
        if slack_team is not None:
            found = tuple(a for a in found if slack_team.upper() in a.slack_workspaces)
        if teams_tenant is not None:
            found = tuple(a for a in found if teams_tenant.lower() in a.teams_tenants)
        placed = slack_team is not None or teams_tenant is not None
        if not (placed and len(found) == 1):
            domain = (email or "").rpartition("@")[2].lower()
            found = tuple(a for a in found if domain in a.email_domains)
        return found[0] if len(found) == 1 else None

    def leads(self, agency_id: AgencyId) -> tuple[PersonId, ...]:
        """Finds who hears this agency's concerns, in order."""
        return self.agency(agency_id).leads

    def holders(self, agency_id: AgencyId, role: Role) -> tuple[PersonId, ...]:
        """Finds who holds a role in this agency; maybe nobody."""
        return self.agency(agency_id).roles.get(role, ())

    def holders_elsewhere(self, agency_id: AgencyId, role: Role) -> tuple[PersonId, ...]:
        """Finds who holds a role in any other agency, each once: a view from outside."""
        others = (agency for agency in self.agencies if agency.id != agency_id)
        return tuple(dict.fromkeys(p for other in others for p in other.roles.get(role, ())))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages of the policy, in order; none when the file names no policy."""
        return self.escalation.stages if self.escalation else ()

    def answering(self, stage: Stage, agency_id: AgencyId) -> tuple[PersonId, ...]:
        """Finds who answers a stage about this agency; nobody for its owner, whom no file knows.

        A chair is the partnership's, whichever agency they are listed under.
        """
        if stage.answers == "owner":
            return ()
        if stage.answers == "lead":
            return self.leads(agency_id)
        if stage.answers == "chair":
            everywhere = (p for agency in self.agencies for p in agency.roles.get("chair", ()))
            return tuple(dict.fromkeys(everywhere))
        return self.holders(agency_id, stage.answers)

    def kinds_in(self, agency_id: AgencyId) -> tuple[ReferralKind, ...]:
        """Finds the kinds of referral whose limit holds for what this agency is asked."""
        nation = self.agency(agency_id).nation
        return tuple(k for k in self.referrals if not k.nations or nation in k.nations)

    def kind(self, kind_id: str) -> ReferralKind | None:
        """Finds the kind of this id, if the file still has it."""
        return next((kind for kind in self.referrals if kind.id == kind_id), None)

    def is_lead(self, person: PersonId) -> tuple[AgencyId, ...]:
        """Finds the agencies whose lead this person is; usually none."""
        return tuple(agency.id for agency in self.agencies if person in agency.leads)

    def roles_of(self, person: PersonId) -> frozenset[tuple[str, AgencyId]]:
        """Finds the roles that somebody holds now, `lead` among them, each with its agency."""
        return frozenset(
            (role, agency.id)
            for agency in self.agencies
            for role, holders in (("lead", agency.leads), *agency.roles.items())
            if person in holders
        )

    @property
    def homes(self) -> Mapping[PersonId, AgencyId]:
        """Everyone who is a lead or holds a role, each with the first agency they do so for."""
        found: dict[PersonId, AgencyId] = {}
        for agency in self.agencies:
            for holders in (agency.leads, *agency.roles.values()):
                for person in holders:
                    found.setdefault(person, agency.id)
        return found

    def everyone_named(self) -> frozenset[PersonId]:
        """Finds everyone who is a lead or holds a role anywhere."""
        return frozenset(self.homes)

    def everyone_to_reach(self) -> frozenset[PersonId]:
        """Finds everyone the file names: to them something may go before they ever speak."""
        chairs = (meeting.chairs for meeting in self.meetings)
        return self.everyone_named().union(self.administrators, *chairs)

    def as_it_stands(self) -> "Partnership":
        """Gives this very version, which stays the same whatever is changed meanwhile."""
        return self

    def member(self, person: PersonId) -> WebMember | None:
        """Finds the web person of this id."""
        return next((member for member in self.members if member.id == person), None)
