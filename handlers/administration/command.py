"""Administration: what the partnership and its agencies change of what the file says.

Nobody reads anything of a thread by being an administrator.
"""

from typing import Final

from handlers.administration import (
    agency,
    closing,
    hours,
    policies,
    quarterly,
    roles,
    thresholds,
)
from handlers.administration.deciding import HOME, agree, answered, decide, settings_now
from handlers.administration.numbers import form as number
from handlers.administration.numbers.pages import elsewhere
from handlers.administration.people import coming, many
from handlers.administration.preview.consequences import preview
from handlers.administration.preview.differences import called, difference_blocks
from handlers.contract.commands import Command, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import FEW, agency_name, agency_options, short_code
from handlers.shared.pages import MINE, done
from prompts.shapes import Button, Choice, Form, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.maintenance.old_versions import KEPT
from storage.partnership import PersonId
from storage.partnership.changes import tree
from storage.partnership.changes.deciding import administers, is_administrator, may_decide
from storage.repository import Repository
from storage.schema import PartnershipProposal, PartnershipVersion

_EACH: Final = 5
_SHOWN: Final = 8
"""So many changes are shown; each can be undone while nothing came on top of it."""


@answered
async def home(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Shows what waits for a second person, what they may change, and what was changed."""
    if not is_administrator(who.person, repo.partnership):
        return no("administration-nobody")
    now = await settings_now(repo)
    waiting = [await _waiting(who, one, now, repo) for one in await repo.versions.waiting()]
    return [
        Ask(
            Form(
                say("administration-title"),
                blocks=(Text(say("administration-intro")),),
                sections=(
                    *(section for section in waiting if section),
                    _agencies(who, repo),
                    *await _history(who, now, repo),
                ),
                buttons=(Button(say("administration-sheet-title"), "administration.sheet"), MINE),
            )
        )
    ]


def _agencies(who: Named, repo: Repository) -> Section:
    own = administers(who.person, repo.partnership)
    new = Button(say("administration-new-title"), "administration.new")
    every = Button(say("administration-everybody"), "administration.everybody")
    more = (new, every) if who.person in repo.partnership.administrators else ()
    if len(own) > FEW:
        choose = Button(say("administration-choose"), "administration.choose")
        return Section(say("administration-agencies"), buttons=(choose, *more))
    buttons = (Button(agency_name(id, repo.partnership), "administration.agency", id) for id in own)
    return Section(say("administration-agencies"), buttons=(*buttons, *more))


async def choose(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Asks which agency, where there are many."""
    own = administers(who.person, repo.partnership)
    if not own:
        return no("administration-nobody")
    options = agency_options([repo.partnership.agency(id) for id in own])
    field = Choice("agency", say("administration-agencies"), options, look="select")
    return [Ask(questions.form("administration-choose", "administration.choose", "", field))]


async def chosen(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the agency that was chosen."""
    return await agency.show(who, event.one("agency"), repo)


async def show_agency(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows an agency as it stands, and what of it can be changed."""
    return await agency.show(who, event.subject, repo)


async def _waiting(
    who: Named, one: PartnershipProposal, now: tree.Tree, repo: Repository
) -> Section | None:
    """Shows a proposal to those who may decide about it; whoever made it can take it back."""
    edits = tree.read(one.edits)
    if not may_decide(who.person, edits, repo.partnership, now):
        return None
    mine = who.person == one.person
    buttons = [Button(say("administration-refuse"), "administration.refuse", one.id)]
    if not mine:
        buttons.insert(
            0, Button(say("administration-agree"), "administration.agree", one.id, "primary")
        )
    what, code = await called(edits, repo), Plain(short_code(one.id))
    title = say("administration-waits", code=code, what=what)
    name = await _name(one.person, repo)
    by = Text(say("administration-waits-by", name=name, day=Day(one.day)))
    shown = await preview(edits, repo.versions.source_of(one), now, repo)
    until = Text(say("administration-waits-until", day=Day(one.day + KEPT)))
    return Section(title, (by, *shown, until), tuple(buttons))


async def _history(who: Named, now: tree.Tree, repo: Repository) -> list[Section]:
    sections = []
    for version in await repo.versions.latest(_SHOWN):
        edits = tree.read(version.edits)
        if edits and may_decide(who.person, edits, repo.partnership, now):
            press = Button(say("administration-undo"), "administration.undo", str(version.number))
            blocks = await difference_blocks(edits, repo, _EACH)
            presses = (press,) if tree.stands(edits, now) else ()
            sections.append(Section(await _made(version, repo), blocks, presses))
    return sections


async def _made(version: PartnershipVersion, repo: Repository) -> Words:
    day = Day(version.day)
    if version.person is None:
        return say("administration-by-file", day=day)
    name = await _name(version.person, repo)
    if version.second is None:
        return say("administration-by", name=name, day=day)
    return say(
        "administration-by-two", name=name, second=await _name(version.second, repo), day=day
    )


async def _name(person: str, repo: Repository) -> Words:
    """Names somebody; whoever was taken out, as long as the change that did so is kept."""
    name = await repo.people.name_of(PersonId(person))
    known = name or await repo.versions.once_called("members", person)
    return Plain(str(known)) if known else say("administration-someone")


async def confirm(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Confirms what one has just been shown."""
    found = await repo.versions.proposal(event.subject)
    if found is None or found.waits or found.person != who.person:
        return no("administration-gone-already")
    return await decide(who, tree.read(found.edits), repo.versions.source_of(found), repo)


async def second(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Agrees to what somebody else has proposed."""
    found = await repo.versions.proposal(event.subject)
    if found is None or not found.waits:
        return no("administration-gone-already")
    return await agree(who, found, tree.read(found.edits), repo)


@answered
async def refuse(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Refuses what somebody proposed, or takes back what one proposed oneself."""
    found = await repo.versions.proposal(event.subject)
    if found is None:
        return no("administration-gone-already")
    now = await settings_now(repo)
    if not may_decide(who.person, tree.read(found.edits), repo.partnership, now):
        return no("administration-not-yours")
    await repo.versions.drop(found.id)
    return [Ask(done("administration-title", "administration-refused", HOME))]


async def undo(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Undoes one change at one press; what gives somebody something to read still takes two."""
    number = event.subject
    found = (
        await repo.versions.number(int(number)) if number.isdecimal() and len(number) < 10 else None
    )
    if found is None:
        return no("administration-gone-already")
    edits = [edit.back for edit in reversed(tree.read(found.edits))]
    return await decide(who, edits, "undo", repo)


COMMAND = Command(
    name="administration",
    verbs={
        "administration": asks("person", home),
        "administration.choose": asks("person", choose),
        "administration.choose.send": Verb("person", chosen, unseen=True),
        "administration.agency": asks("person", show_agency),
        "administration.role": asks("person", roles.ask),
        "administration.role.send": Verb("person", roles.send),
        "administration.new": asks("person", agency.ask),
        "administration.new.send": Verb("person", agency.send),
        "administration.close": asks("person", closing.ask),
        "administration.close.send": Verb("person", closing.send),
        "administration.everybody": asks("person", thresholds.everybody),
        "administration.thresholds": asks("person", thresholds.ask),
        "administration.thresholds.send": Verb("person", thresholds.send),
        "administration.policy": asks("person", policies.ask),
        "administration.policy.send": Verb("person", policies.send),
        "administration.hours": asks("person", hours.ask),
        "administration.hours.send": Verb("person", hours.send),
        "administration.number": asks("person", number.ask),
        "administration.number.send": Verb("person", number.send),
        "administration.elsewhere": asks("person", elsewhere),
        "administration.person": asks("person", coming.ask),
        "administration.person.send": Verb("person", coming.send),
        "administration.leaver": asks("person", coming.ask_leaver),
        "administration.leaver.send": Verb("person", coming.send_leaver),
        "administration.sheet": asks("person", many.ask),
        "administration.sheet.send": Verb("person", many.send, unseen=True),
        "administration.right": asks("person", quarterly.show),
        "administration.right.yes": Verb("person", quarterly.confirm),
        "administration.confirm": Verb("person", confirm),
        "administration.agree": Verb("person", second),
        "administration.refuse": Verb("person", refuse),
        "administration.undo": Verb("person", undo),
    },
)
"""Never typed: administrators find it on their own page."""
