"""Who leads an agency and who has which role there: somebody comes, goes, or takes over."""

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from handlers.administration.deciding import answered, propose, settings_now
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import agency_name
from prompts.shapes import Choice, Form, Line, Option, Text
from prompts.words import Plain, Words, say
from storage.partnership import Agency, AgencyId, PersonId, Role
from storage.partnership.changes.deciding import administers
from storage.partnership.changes.tree import Difference, Place, Tree, value_at
from storage.repository import Repository

EVERY: Final = "every"
"""All that somebody has there, for whoever takes over from them."""
NOBODY: Final = "nobody"
LISTS: Final[tuple[str, ...]] = ("lead", *get_args(Role))
_NAME_MOST: Final = 100


def administered(who: Named, id: str, repo: Repository) -> Agency | None:
    """Finds the agency of this id, if they administer it."""
    own = administers(who.person, repo.partnership)
    return repo.partnership.agency(AgencyId(id)) if id in own else None


def people_of(agency: Agency) -> Mapping[str, tuple[PersonId, ...]]:
    """Lists who leads it and who has each role."""
    return {"lead": agency.leads, **{str(role): held for role, held in agency.roles.items()}}


def role_words(name: str) -> Words:
    """Calls a role."""
    return say(f"administration-of-role-{name.replace('_', '-')}")


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks which role, who has it no longer, and who has it from now on."""
    agency = administered(who, event.subject, repo)
    if agency is None:
        return no("administration-not-yours")
    owners = await questions.chosen_among(event, agency.id, repo)
    return [Ask(await _form(agency, event, repo, owners))]


async def _form(
    agency: Agency, event: Event, repo: Repository, owners: tuple[Option, ...] = ()
) -> Form:
    every = dict.fromkeys(p for held in people_of(agency).values() for p in held)
    names = await repo.people.names_of(list(every))
    leavers = tuple(Option(p, Plain(names.get(p, p))) for p in every)
    nobody = Option(NOBODY, say("administration-leaver-nobody"))
    return questions.form(
        "administration-role",
        "administration.role",
        agency.id,
        Choice(
            "holds",
            say("administration-role-label"),
            tuple(Option(name, role_words(name)) for name in (EVERY, *LISTS)),
            look="select",
            hint=say("administration-role-hint"),
            value=event.one("holds"),
        ),
        Choice(
            "leaver",
            say("administration-leaver-label"),
            (nobody, *leavers),
            look="select",
            value=event.one("leaver") or NOBODY,
        ),
        Line(
            "owner",
            say("administration-comer-label"),
            hint=say("administration-comer-hint"),
            value=event.one("owner"),
            most=_NAME_MOST,
        ),
        *questions.which_owner(owners, event),
        blocks=(Text(agency_name(agency.id, repo.partnership)),),
    )


@answered
async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed."""
    agency = administered(who, event.subject, repo)
    if agency is None:
        return no("administration-not-yours")
    found = await questions.called(event, agency.id, repo)
    if wrong := _wrong(event, agency, unknown=found.unknown):
        return [Refuse(wrong)]
    if found.unclear:
        return [Ask(await _form(agency, event, repo, found.options))]
    leaver = "" if event.one("leaver") == NOBODY else event.one("leaver")
    tree = await settings_now(repo)
    lists = _lists(event.one("holds"), leaver, agency)
    comer = found.one.person if found.one else ""
    held = PersonId(leaver)
    edits = [edit for place in lists if (edit := _edit(tree, place, held, comer, repo))]
    return await propose(who, event, edits, "page", repo)


def _wrong(event: Event, agency: Agency, *, unknown: bool) -> dict[str, Words]:
    leaver = event.one("leaver")
    every = {NOBODY, *(p for held in people_of(agency).values() for p in held)}
    wrong = questions.not_chosen(event, {"holds": (EVERY, *LISTS)})
    if leaver not in every or (leaver == NOBODY and event.one("holds") == EVERY):
        wrong["leaver"] = say("missing-leaver")
    if unknown or (leaver == NOBODY and not event.one("owner")):
        wrong["owner"] = say("administration-comer-unknown")
    return wrong


def _lists(role: str, leaver: str, agency: Agency) -> list[Place]:
    chosen = (name for name, held in people_of(agency).items() if leaver in held)
    names = list(chosen) if role == EVERY else [role]
    return [
        ("agencies", agency.id, *(("leads",) if name == "lead" else ("roles", name)))
        for name in names
    ]


def _edit(
    tree: Tree, place: Place, leaver: PersonId, comer: str, repo: Repository
) -> Difference | None:
    # The file may have any of somebody's accounts, in any spelling.
    every = {account.casefold() for account in repo.partnership.accounts_of(leaver)}
    before: Sequence[str] | None = value_at(tree, place)
    after: list[str] = []
    for person in before or ():
        after += [comer] if person.casefold() in every else [person]
    after = [person for person in dict.fromkeys(after) if person]
    after += [comer] if comer and comer not in after else []
    if after == list(before or ()):
        return None
    return Difference(place, before, after or None)
