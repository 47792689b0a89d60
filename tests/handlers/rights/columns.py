"""Who stands in each column of the table: somebody who is that, and nothing else besides."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bot.core.admission import Actor
from storage.directory.members import Seen
from storage.partnership import Agency, AgencyId, Partnership, PersonId
from storage.partnership.model import WebMember
from tests.handlers.rights.moments import ELSEWHERE, Moment, Trial
from tests.peers.transcript import address_of

CSC = AgencyId("childrens-social-care")
FIRE = AgencyId("fire-service")
AGENCY_ROLES = ("reviewer", "moderator", "administrator")


def only(what: str) -> PersonId:
    return PersonId(f"web:only-{what}")


@dataclass(frozen=True)
class About:
    """What somebody does something about, and who has which part in it."""

    moment: Moment
    thread: str
    agency: AgencyId

    def one(self, statement: str) -> PersonId | None:
        """The first person whom main names for the thread, if any."""
        found = [row[0] for row in self.moment.rows(statement, self.thread) if row[0]]
        return PersonId(str(found[0])) if found else None

    @property
    def owner(self) -> PersonId | None:
        """Who has it: whoever took it, owns it, adopted it, or chairs it."""
        return (
            self.one("SELECT owner FROM referral WHERE thread_id = ?")
            or self.one("SELECT coalesce(adopted_by, owner) FROM challenge WHERE thread_id = ?")
            or self.one("SELECT picked_by FROM thread WHERE id = ?")
            or self.one("SELECT raiser FROM thread JOIN pause ON thread_id = id WHERE id = ?")
        )

    @property
    def raiser(self) -> PersonId | None:
        """Who raised it in their own name."""
        return self.one("SELECT raiser FROM thread WHERE id = ?")

    @property
    def reviewers(self) -> frozenset[PersonId]:
        """Whom chance chose for a second opinion."""
        found = self.moment.rows("SELECT person FROM reviewer WHERE thread_id = ?", self.thread)
        return frozenset(PersonId(str(person)) for (person,) in found)

    def asked(self, role: str) -> PersonId | None:
        """Who was asked about it in this role."""
        mine = f"SELECT person FROM audience WHERE thread_id = ? AND role = '{role}'"
        return self.one(mine)


def about(moment: Moment) -> About:
    """Finds what it is about; where that is nothing of anybody's, it is Anytown's social care."""
    subject = moment.incoming.event.subject
    found = moment.rows("SELECT id, agency FROM thread WHERE id = ?", subject)
    thread, agency = found[0] if found else ("", None)
    known = {a.id for a in moment.partnership.agencies}
    named = AgencyId(str(agency)) if agency else AgencyId(subject)
    return About(moment, str(thread), named if named in known else CSC)


def widened(here: Partnership, agency: AgencyId = CSC) -> Partnership:
    """The partnership with people who are only one thing, and an agency that has no part in it."""
    like = here.agencies[0]
    outside = like.model_copy(
        update={"id": FIRE, "name": {"en": "Fire"}, "leads": (only("other-agency"),),
                "roles": {"fallback": (only("fallback"),)}}
    )  # fmt: skip
    agencies = tuple(_with_roles(a) if a.id == agency else a for a in here.agencies)
    home = {"person": agency, "partnership-administrator": agency, "operator": agency}
    home |= {"lead": agency, "other-agency": FIRE, **dict.fromkeys(AGENCY_ROLES, agency)}
    members = tuple(
        WebMember(id=only(what), agency=of, name=what, title={"en": what})
        for what, of in home.items()
    )
    return here.model_copy(
        update={
            "agencies": (*agencies, outside),
            "members": (*here.members, *members),
            "administrators": (*here.administrators, only("partnership-administrator")),
            "operators": (*here.operators, only("operator")),
        }
    )


def _with_roles(agency: Agency) -> Agency:
    more = {role: (*agency.roles.get(role, ()), only(role)) for role in AGENCY_ROLES}  # type: ignore[call-overload]
    leads = (*agency.leads, only("lead"))
    return agency.model_copy(update={"leads": leads, "roles": {**agency.roles, **more}})


def seen(member: WebMember) -> Seen:
    """Somebody as the directory knows them."""
    own = member.id.partition(":")[2]
    return Seen(member.id, AgencyId(member.agency), member.name, "en", address_of(own))


GUEST = Seen(PersonId("web:only-guest"), None, "Guest", "en", address_of("only-guest"))


@dataclass(frozen=True)
class Standing:
    """Somebody who tries, and the partnership that knows them as what they are."""

    actor: Actor
    partnership: Partnership
    left: bool = False
    """They are no longer what they were on the tour."""


async def nobody(_about: About, here: Partnership, _trial: Trial) -> Standing:
    """Somebody of whom nobody knows anything."""
    return Standing(Actor(only("nobody"), "Nobody", "en", None, ""), here)


async def guest(_about: About, here: Partnership, _trial: Trial) -> Standing:
    """Somebody whom their platform shows as a guest."""
    return Standing(_acting(GUEST), here)


async def leaver(about: About, here: Partnership, trial: Trial) -> Standing:
    """Whoever may, once they have left, while the file still names them: even as a lead."""
    actor = about.moment.incoming.actor
    await trial.leaves(actor.person)
    agencies = tuple(
        a.model_copy(update={"leads": (*a.leads, actor.person)}) if a.id == about.agency else a
        for a in here.agencies
    )
    as_lead = here.model_copy(update={"agencies": agencies})
    return Standing(replace(actor, agency=None), as_lead, left=True)


async def other_partnership(about: About, here: Partnership, _trial: Trial) -> Standing:
    """Whoever may, as one of another partnership whose rows lie in the same stores."""
    return Standing(about.moment.incoming.actor, here.model_copy(update={"id": ELSEWHERE}))


async def lead(about: About, here: Partnership, _trial: Trial) -> Standing | None:
    """A lead of the agency before which it lies, who hasn't taken it, and isn't asked otherwise."""
    parts = {about.owner, about.raiser, *about.reviewers}
    found = next((p for p in here.leads(about.agency) if p not in parts), None)
    return _known(found, here)


async def owner(about: About, here: Partnership, _trial: Trial) -> Standing | None:
    """Whoever has it."""
    return _known(about.owner, here)


async def raiser(about: About, here: Partnership, trial: Trial) -> Standing | None:
    """Whoever raised it, hidden or not."""
    if about.raiser or not about.thread:
        return _known(about.raiser, here)
    back = str(about.moment.rows("SELECT return_ref FROM thread WHERE id = ?", about.thread)[0][0])
    for member in here.members:
        if await trial.core.keyring.belongs(back, member.id):
            return _known(member.id, here)
    return None


async def reviewer(about: About, here: Partnership, _trial: Trial) -> Standing | None:
    """Whoever was asked for a second opinion on it, or reviews in that agency."""
    asked = about.one("SELECT person FROM reviewer WHERE thread_id = ? AND NOT declined")
    return _known(asked or about.asked("reviewer") or only("reviewer"), here)


async def moderator(about: About, here: Partnership, _trial: Trial) -> Standing | None:
    """Whoever was asked to look at it as a moderator, or moderates in that agency."""
    return _known(about.asked("moderator") or only("moderator"), here)


def _just(what: str) -> "Stands":
    async def stands(_about: About, here: Partnership, _trial: Trial) -> Standing | None:
        return _known(only(what), here)

    return stands


async def whoever_may(about: About, here: Partnership, _trial: Trial) -> Standing:
    """Whoever does it on the tour."""
    return Standing(about.moment.incoming.actor, here)


def _known(person: PersonId | None, here: Partnership) -> Standing | None:
    member = here.member(person) if person else None
    return Standing(_acting(seen(member)), here) if member else None


def _acting(seen: Seen) -> Actor:
    return Actor(seen.person, seen.name, seen.language, seen.agency, seen.address)


Stands = Callable[[About, Partnership, Trial], Awaitable[Standing | None]]
COLUMNS: Final[Mapping[str, Stands]] = {
    "nobody": nobody,
    "guest": guest,
    "leaver": leaver,
    "other partnership": other_partnership,
    "other agency": _just("other-agency"),
    "person": _just("person"),
    "operator": _just("operator"),
    "agency administrator": _just("administrator"),
    "partnership administrator": _just("partnership-administrator"),
    "moderator": moderator,
    "reviewer": reviewer,
    "lead": lead,
    "owner": owner,
    "raiser": raiser,
    "whoever may": whoever_may,
}
