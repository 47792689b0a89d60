"""An agency's page for whoever looks after it, and the form by which another agency comes in."""

from collections.abc import Iterator
from typing import Any, Final, get_args

from handlers.administration.closing import closable
from handlers.administration.deciding import HOME, propose
from handlers.administration.numbers.pages import add_buttons, number_sections
from handlers.administration.people.listed import free_id, short_name
from handlers.administration.policies import policy_sections
from handlers.administration.roles import administered, people_of, role_words
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import agency_name
from prompts.shapes import Block, Button, Choice, Facts, Form, Line, Section, Text
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import EMERGENCY, Agency, Nation
from storage.partnership.changes.tree import Difference
from storage.partnership.model import Sector
from storage.repository import Repository
from storage.typed.names import same_spelling

CHANGES: Final = ("role", "person", "leaver", "hours", "policy")
"""What can be changed of an agency besides its numbers, each by a form of its own."""
NEW: Final = ("name", "lead", "lead_job", "lead_email", "fallback", "fallback_job",
               "fallback_email")  # fmt: skip
MUST: Final = ("name", "lead", "lead_job", "fallback", "fallback_job")
_MOST: Final = 75
_LISTED: Final = 40
"""So many people are listed on the page; the rest is counted."""


async def show(who: Named, id: str, repo: Repository) -> Outcomes:
    """Shows an agency as it stands, and what of it can be changed."""
    found = administered(who, id, repo)
    if found is None:
        return no("administration-not-yours")
    changes = CHANGES if closable(who, found.id, repo) is None else (*CHANGES, "close")
    buttons = (
        Button(say(f"administration-{what}-title"), f"administration.{what}", found.id)
        for what in changes
    )
    return [
        Ask(
            Form(
                agency_name(found.id, repo.partnership),
                blocks=(await who_does_what(found, repo),),
                sections=(
                    Section(say("administration-changes"), buttons=(*buttons, *add_buttons(found))),
                    _people(found, repo),
                    *number_sections(found),
                    *_policies(found),
                ),
                buttons=(HOME,),
            )
        )
    ]


def _people(agency: Agency, repo: Repository) -> Section:
    """Lists who is listed there; whom Slack and Teams tell of, they tell themselves."""
    theirs = [member for member in repo.partnership.members if member.agency == agency.id]
    rows = tuple((Plain(m.name), Labelled(dict(m.title))) for m in theirs[:_LISTED])
    more = len(theirs) - len(rows)
    shown: tuple[Block, ...] = (Facts(rows),) if rows else (Text(say("administration-no-people")),)
    rest = (Text(say("administration-people-more", count=more)),) if more else ()
    return Section(say("administration-people"), (*shown, *rest))


def _policies(agency: Agency) -> Iterator[Section]:
    if agency.policies:
        yield Section(say("help-policies"))
        yield from policy_sections(agency.policies, agency.id)


async def who_does_what(agency: Agency, repo: Repository) -> Facts:
    """Names who leads it and who has each role."""
    held = people_of(agency)
    names = await repo.people.names_of([p for people in held.values() for p in people])
    return Facts(
        tuple(
            (role_words(role), Plain(", ".join(names.get(p, p) for p in people)))
            for role, people in held.items()
        )
    )


async def ask(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Asks for a new agency: what it is called, who hears its concerns, who hears in the end."""
    if who.person not in repo.partnership.administrators:
        return no("administration-not-yours")
    sectors = questions.options("agency-group", get_args(Sector))
    nations = questions.options("administration-nation", get_args(Nation))
    nation = repo.partnership.agencies[0].nation
    lines = (
        Line(name, say(f"administration-new-{name.replace('_', '-')}-label"),
             required=name in MUST, most=_MOST)
        for name in NEW
    )  # fmt: skip
    form = questions.form(
        "administration-new",
        "administration.new",
        "",
        *lines,
        Choice("sector", say("administration-sector-label"), sectors, look="select"),
        Choice("nation", say("administration-nation-label"), nations, value=nation),
        blocks=(Text(say("administration-new-intro")),),
    )
    return [Ask(form)]


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed."""
    if who.person not in repo.partnership.administrators:
        return no("administration-not-yours")
    wrong: dict[str, Words] = {
        name: say(f"missing-administration-new-{name.replace('_', '-')}")
        for name in MUST
        if not event.one(name).strip()
    }
    for name, values in (("sector", get_args(Sector)), ("nation", get_args(Nation))):
        wrong |= {} if event.one(name) in values else {name: say(f"missing-administration-{name}")}
    if wrong := wrong or _taken(event, repo):
        return [Refuse(wrong)]
    return await propose(who, event, _edits(event, repo), "page", repo)


def _taken(event: Event, repo: Repository) -> dict[str, Words]:
    """Finds a name that another agency has, or that is both people's without an address each."""
    wrong: dict[str, Words] = {}
    if short_name(event.one("name")) in {agency.id for agency in repo.partnership.agencies}:
        wrong["name"] = say("administration-found-taken")
    addresses = {event.one(f"{part}_email").strip().lower() for part in ("lead", "fallback")} - {""}
    names = {same_spelling(event.one(part)) for part in ("lead", "fallback")}
    if len(names) == 1 and len(addresses) < 2:
        wrong["fallback"] = say("administration-found-fallback")
    return wrong


def _edits(event: Event, repo: Repository) -> list[Difference]:
    id = short_name(event.one("name"))
    taken = {str(member.id) for member in repo.partnership.members}
    lead, fallback = (_member(event, part, id, taken) for part in ("lead", "fallback"))
    usual = {r.number: r for a in repo.partnership.agencies for r in a.urgent}
    urgent = [usual[number] for number in EMERGENCY if number in usual][:1]
    agency = {
        "id": id,
        "name": event.one("name").strip(),
        "sector": event.one("sector"),
        "nation": event.one("nation"),
        "urgent": [
            {"name": dict(r.name), "number": r.number, "note": dict(r.note)} for r in urgent
        ],
        "leads": [lead["id"]],
        "roles": {"fallback": [fallback["id"]]},
    }
    members = [Difference(("members", str(m["id"])), None, m) for m in (lead, fallback)]
    return [*members, Difference(("agencies", id), None, agency)]


def _member(event: Event, part: str, agency: str, taken: set[str]) -> dict[str, Any]:
    name, email = event.one(part).strip(), event.one(f"{part}_email").strip()
    id = free_id(name, taken)
    taken.add(id)
    found = {
        "id": id,
        "agency": agency,
        "name": name,
        "title": event.one(f"{part}_job").strip(),
    }
    return found | ({"email": email} if email else {})
