"""Who is listed for the web: one comes, or one goes."""

from typing import Any, Final

from handlers.administration.closing import lists_elsewhere
from handlers.administration.deciding import answered, propose, settings_now
from handlers.administration.people.listed import free_id
from handlers.administration.people.namesakes import (
    ANSWERS,
    SAME,
    There,
    asked_whether,
    found,
    nobody_added,
)
from handlers.administration.roles import administered
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import agency_name
from prompts.shapes import Choice, Form, Line, Option, Text
from prompts.words import Plain, say
from storage.partnership import Agency, Partnership
from storage.partnership.changes.tree import Difference, Place, value_at
from storage.repository import Repository

_NAME_MOST: Final = 100
_MAIL_MOST: Final = 150
_ASKED: Final = "_same"
"""Stands behind the agency's id in a form that asks whether it is the same person."""


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks who comes."""
    agency = _agency(who, event, repo)
    if agency is None:
        return no("administration-not-yours")
    asked = event.subject.endswith(_ASKED) or event.one(SAME)
    there = await found(who, event, agency, repo) if asked else None
    return [Ask(_form(agency, repo, event, there))]


def _agency(who: Named, event: Event, repo: Repository) -> Agency | None:
    return administered(who, event.subject.removesuffix(_ASKED), repo)


def _form(agency: Agency, repo: Repository, typed: Event, there: There | None) -> Form:
    """Asks who comes; once somebody of that name or address is found, also whether it is them."""
    languages = questions.options("administration-language", repo.partnership.languages)
    asked = questions.form(
        "administration-person",
        "administration.person",
        agency.id + _ASKED if there else agency.id,
        Line("name", say("administration-name-label"), value=typed.one("name"), required=True,
             most=_NAME_MOST),
        Line("job", say("administration-job-label"), hint=say("administration-job-hint"),
             value=typed.one("job"), required=True, most=_NAME_MOST),
        Line("email", say("administration-email-label"), hint=say("administration-email-hint"),
             value=typed.one("email"), most=_MAIL_MOST),
        Choice("language", say("administration-language-label"), languages,
               value=typed.one("language") or repo.partnership.languages[0]),
        blocks=(Text(agency_name(agency.id, repo.partnership)),
                Text(say("administration-person-intro"))),
    )  # fmt: skip
    return asked_whether(there, asked, typed, repo) if there else asked


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed; asks first where somebody may be there already."""
    agency = _agency(who, event, repo)
    if agency is None:
        return no("administration-not-yours")
    missing = [name for name in ("name", "job") if not event.one(name).strip()]
    if missing:
        return [Refuse({name: say(f"missing-administration-{name}") for name in missing})]
    there, same = await found(who, event, agency, repo), event.one(SAME)
    if there and same not in ANSWERS and event.subject.endswith(_ASKED):
        return [Refuse({SAME: say("missing-administration-same")})]
    if there and same not in ANSWERS:
        return [Ask(_form(agency, repo, event, there))]
    if there and same == "yes":
        return [nobody_added(there, agency, repo)]
    if there and there.why == "address":
        return [Refuse({"email": say("administration-found-address")})]
    return await propose(who, event, [_edit(event, agency, repo.partnership)], "page", repo)


def _edit(event: Event, agency: Agency, partnership: Partnership) -> Difference:
    member: dict[str, Any] = {
        "id": free_id(event.one("name"), {member.id for member in partnership.members}),
        "agency": agency.id,
        "name": event.one("name").strip(),
        "title": event.one("job").strip(),
    }
    if event.one("email").strip():
        member["email"] = event.one("email").strip()
    if event.one("language") in partnership.languages:
        member["language"] = event.one("language")
    return Difference(("members", member["id"]), None, member)


async def ask_leaver(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks who has left."""
    agency = administered(who, event.subject, repo)
    if agency is None:
        return no("administration-not-yours")
    theirs = [m for m in repo.partnership.members if m.agency == agency.id]
    if not theirs:
        return no("administration-no-people")
    options = tuple(Option(m.id, Plain(m.name)) for m in theirs)
    field = Choice("person", say("administration-gone-label"), options, look="select",
                   hint=say("administration-gone-hint"))  # fmt: skip
    blocks = (Text(agency_name(agency.id, repo.partnership)),)
    asked = questions.form(
        "administration-leaver", "administration.leaver", agency.id, field, blocks=blocks
    )
    return [Ask(asked)]


@answered
async def send_leaver(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change: they have no role any more, and are listed no longer."""
    agency, person = administered(who, event.subject, repo), event.one("person")
    if agency is None:
        return no("administration-not-yours")
    tree = await settings_now(repo)
    member = value_at(tree, ("members", person))
    if member is None or member.get("agency") != agency.id:
        return [Refuse({"person": say("missing-administration-person")})]
    edits = []
    for place in _places(agency, repo.partnership):
        held = value_at(tree, place) or []
        if person in held:
            left = [each for each in held if each != person]
            edits.append(Difference(place, held, left or None))
    return await propose(
        who, event, [*edits, Difference(("members", person), member, None)], "page", repo
    )


def _places(agency: Agency, of: Partnership) -> list[Place]:
    """Finds every list that may name them; whoever looks after this agency alone can't change
    those of others."""
    roles = [("agencies", agency.id, "roles", str(role)) for role in agency.roles]
    return [("agencies", agency.id, "leads"), *roles, *lists_elsewhere(agency, of)]
