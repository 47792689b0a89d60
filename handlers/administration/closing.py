"""An agency closes: its people go with it or to another one, and nothing that is open is lost.

What is open with it passes to whom other agencies name for when no lead answers, and whoever raised
it is told: as when everybody there had left.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from handlers.administration.deciding import answered, propose, settings_now
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import agency_name, agency_options
from prompts.shapes import Callout, Choice, Option, Text
from prompts.words import say
from storage.partnership import (
    Agency,
    AgencyId,
    Partnership,
    PersonId,
    PlatformId,
    in_one_spelling,
)
from storage.partnership.changes.tree import Difference, Place, Tree, value_at
from storage.partnership.checks.draft import HOMES
from storage.repository import Repository

GONE: Final = "gone"
"""Its people go with it."""
_HOMES: Final = ("slack_workspaces", "teams_tenants", "email_domains")


def closable(who: Named, id: str, repo: Repository) -> Agency | None:
    """Finds the agency, if they may close it: whoever administers the partnership, and not the
    last one."""
    of = repo.partnership
    if who.person not in of.administrators or len(of.agencies) < 2:
        return None
    return next((agency for agency in of.agencies if agency.id == id), None)


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks where its people go, and says what becomes of everything else."""
    agency = closable(who, event.subject, repo)
    if agency is None:
        return no("administration-not-yours")
    others = [each for each in repo.partnership.agencies if each.id != agency.id]
    options = (Option(GONE, say("administration-close-gone")), *agency_options(others))
    form = questions.form(
        "administration-close",
        "administration.close",
        agency.id,
        Choice("people", say("administration-close-label"), options, look="select",
               hint=say("administration-close-hint")),
        blocks=(Text(agency_name(agency.id, repo.partnership)),
                Callout(say("administration-close-intro"), "warn")),
    )  # fmt: skip
    return [Ask(form)]


@answered
async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed; it takes two."""
    agency, chosen = closable(who, event.subject, repo), event.one("people")
    if agency is None:
        return no("administration-not-yours")
    others = {each.id for each in repo.partnership.agencies} - {agency.id}
    if chosen != GONE and chosen not in others:
        return [Refuse({"people": say("missing-administration-people")})]
    tree = await settings_now(repo)
    found = _gone(agency, tree, repo.partnership) if chosen == GONE else _moved(
        agency, AgencyId(chosen), tree
    )  # fmt: skip
    block = value_at(tree, ("agencies", agency.id))
    edits = [*found, Difference(("agencies", agency.id), block, None)]
    return await propose(who, event, edits, "page", repo)


def _gone(agency: Agency, tree: Tree, of: Partnership) -> Iterator[Difference]:
    """They are listed no longer, and have no role anywhere."""
    named = {*of.everyone_to_reach(), *of.operators}
    theirs = {person for person in named if _is_of(person, agency, of)}
    for place in lists_elsewhere(agency, of):
        held = value_at(tree, place) or []
        left = [each for each in held if PersonId(in_one_spelling(each)) not in theirs]
        if left != held:
            yield Difference(place, held, left or None)
    for member in _members(agency, tree):
        yield Difference(("members", str(member["id"])), member, None)


def _moved(agency: Agency, to: AgencyId, tree: Tree) -> Iterator[Difference]:
    """They are the other agency's from now on, and so is where they sit."""
    for member in _members(agency, tree):
        yield Difference(("members", str(member["id"]), "agency"), agency.id, str(to))
    for key in _HOMES:
        place = ("agencies", str(to), key)
        before: list[str] | None = value_at(tree, place)
        new = [each for each in getattr(agency, key) if each not in (before or [])]
        if new:
            yield Difference(place, before, [*(before or []), *new])


def _members(agency: Agency, tree: Tree) -> list[Mapping[str, Any]]:
    return [member for member in tree.get("members") or () if member.get("agency") == agency.id]


def _is_of(person: PersonId, agency: Agency, of: Partnership) -> bool:
    """Tells whether they are this agency's alone, by the web's list or by where they sit."""
    if (member := of.member(person)) is not None:
        return member.agency == agency.id
    kind, home, _ = PlatformId.read(person)
    key = HOMES.get(kind)
    return bool(key) and [a.id for a in of.agencies if home in getattr(a, key or "")] == [agency.id]


def lists_elsewhere(agency: Agency, of: Partnership) -> Collection[Place]:
    """Finds every list outside an agency that may name its people."""
    others = (each for each in of.agencies if each.id != agency.id)
    roles: list[Place] = [
        ("agencies", each.id, "roles", str(role)) for each in others for role in each.roles
    ]
    return [*roles, ("administrators",), ("operators",)]
