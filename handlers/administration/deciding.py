"""From what an administrator wants changed to a version in force: checked, shown, confirmed.

What could expose somebody takes two (storage/partnership/changes/deciding.py).
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Final, ParamSpec

from handlers.administration.preview.consequences import preview
from handlers.administration.preview.findings import found_all
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToPerson, no
from handlers.contract.people import Event, Named
from handlers.shared.pages import done
from prompts.shapes import Button, Callout, Card, Form
from prompts.words import Day, Plain, Words, say
from storage.maintenance.old_versions import KEPT
from storage.partnership import Partnership, PersonId
from storage.partnership.changes.deciding import (
    leaves_too_few,
    may_decide,
    same_person,
    takes_two,
)
from storage.partnership.changes.tree import Difference, MovedOnError, Tree, changed
from storage.partnership.loading import understood
from storage.repository import Repository
from storage.repository.versions import Change, Source
from storage.schema import PartnershipProposal

HOME = Button(say("administration-back"), "administration")
_P = ParamSpec("_P")
_TOLD: Final = 5
"""So many things that are wrong are told at a time."""


class RefusedChange(Exception):
    """It can't be so; carries the kind words."""

    def __init__(self, outcomes: Outcomes) -> None:
        super().__init__("Nothing was changed.")
        self.outcomes = outcomes


def answered(act: Callable[_P, Awaitable[Outcomes]]) -> Callable[_P, Awaitable[Outcomes]]:
    """Answers a change that can't be so with its kind words."""

    @wraps(act)
    async def kind(*args: _P.args, **named: _P.kwargs) -> Outcomes:
        try:
            return await act(*args, **named)
        except RefusedChange as refused:
            return refused.outcomes

    return kind


@dataclass(frozen=True)
class Considered:
    """A change that fits the version in force, and that the check has nothing against."""

    edits: Sequence[Difference] = field(repr=False)
    tree: Tree = field(repr=False)
    """What the settings would be."""
    second: Sequence[PersonId] = field(default=(), repr=False)
    """Who might agree, where it takes two; nobody where it doesn't."""


async def settings_now(repo: Repository) -> Tree:
    """Gives the settings in force. Raises RefusedChange where none are kept."""
    newest = await repo.versions.newest()
    if newest is None:
        raise RefusedChange(no("administration-not-kept"))
    tree: Tree = json.loads(newest.settings)
    return tree


@answered
async def propose(
    who: Named,
    event: Event,
    edits: Sequence[Difference],
    source: Source,
    repo: Repository,
) -> Outcomes:
    """Checks a change and shows what would differ, to be confirmed, or put right in its form."""
    considered = await _considered(who, edits, repo)
    id = await repo.versions.propose(edits, source, who.person, repo.today_at(None))
    two, form = bool(considered.second), event.verb.removesuffix(".send")
    told = _takes_two(repo.today_at(None)) if two else say("administration-takes-one")
    return [
        Ask(
            Form(
                say("administration-confirm-title"),
                blocks=(
                    *await preview(edits, source, await settings_now(repo), repo),
                    Callout(told, "warn" if two else "note"),
                ),
                buttons=(
                    Button(say("administration-confirm"), "administration.confirm", id, "primary"),
                    Button(say("administration-right-change"), form, event.subject),
                    HOME,
                ),
            )
        )
    ]


def _takes_two(day: date) -> Words:
    return say("administration-takes-two", day=Day(day + KEPT))


@answered
async def decide(
    who: Named, edits: Sequence[Difference], source: Source, repo: Repository
) -> Outcomes:
    """Puts a change in force, or asks a second person, at one press."""
    considered = await _considered(who, edits, repo)
    if not considered.second:
        await repo.versions.forget_drafts(who.person)
        return await _in_force(considered, Change(edits, source, who.person), repo)
    id = await repo.versions.propose(edits, source, who.person, repo.today_at(None))
    await repo.versions.wait(id)
    look = Button(say("button-open"), "administration", style="primary")
    card = Card(say("administration-card"), (), (look,))
    page = Ask(done("administration-title", await _asked(considered.second, repo), HOME))
    return [page, *(Send(ToPerson(person), card) for person in considered.second)]


async def _asked(people: Sequence[PersonId], repo: Repository) -> Words:
    """Says who was asked to agree, as far as they have names: who administers is no secret here."""
    names = await repo.people.names_of(people)
    if len(names) < len(people):
        return say("administration-waits-now")
    named = Plain(", ".join(names[person] for person in people))
    return say("administration-waits-named", names=named)


@answered
async def agree(who: Named, proposal: PartnershipProposal, edits: Sequence[Difference],
                repo: Repository) -> Outcomes:  # fmt: skip
    """Puts in force what somebody else has proposed."""
    first = PersonId(proposal.person)
    if same_person(who.person, first, repo.partnership):
        return no("administration-somebody-else")
    tree = await settings_now(repo)
    if may_decide(who.person, edits, repo.partnership, tree) and not _fits(edits, tree):
        await repo.versions.drop(proposal.id)
        return [Ask(done("administration-title", "administration-overtaken", HOME))]
    considered = await _considered(who, edits, repo)
    if not may_decide(first, edits, repo.partnership, tree):
        return no("administration-no-longer-theirs")
    await repo.versions.drop(proposal.id)
    source = repo.versions.source_of(proposal)
    change = Change(edits, source, first, who.person)
    return await _in_force(considered, change, repo)


def _fits(edits: Sequence[Difference], tree: Tree) -> bool:
    try:
        changed(tree, edits)
    except MovedOnError:
        return False
    return True


async def _in_force(considered: Considered, change: Change, repo: Repository) -> Outcomes:
    await repo.versions.add(considered.tree, change, repo.today_at(None))
    return [Ask(done("administration-title", "administration-done", HOME))]


async def _considered(who: Named, edits: Sequence[Difference], repo: Repository) -> Considered:
    tree = await settings_now(repo)
    if not edits:
        raise RefusedChange(no("administration-nothing"))
    if not may_decide(who.person, edits, repo.partnership, tree):
        raise RefusedChange(no("administration-not-yours"))
    try:
        new = changed(tree, edits)
    except MovedOnError:
        raise RefusedChange(no("administration-moved-on")) from None
    if leaves_too_few(repo.partnership, await _check(new)):
        raise RefusedChange(no("administration-too-few"))
    return Considered(edits, new, await _second(who, edits, tree, repo))


async def _check(new: Tree) -> Partnership:
    # Elsewhere: a county's takes a moment, in which others are served.
    of, found = await asyncio.to_thread(understood, new)
    if found or of is None:
        words = say("administration-wrong", lines=found_all(found[:_TOLD], new))
        raise RefusedChange([Refuse({"": words})])
    return of


async def _second(
    who: Named, edits: Sequence[Difference], tree: Tree, repo: Repository
) -> Sequence[PersonId]:
    of = repo.partnership
    added = [edit.at[1] for edit in edits if edit.at[0] == "members" and len(edit.at) == 2]
    if not takes_two(edits, await repo.versions.ever(added)):
        return ()
    agencies = (agency.roles.get("administrator", ()) for agency in of.agencies)
    every = dict.fromkeys((*of.administrators, *(p for people in agencies for p in people)))
    others = [p for p in every if not same_person(p, who.person, of)]
    found = [person for person in others if may_decide(person, edits, of, tree)]
    if not found:
        raise RefusedChange(no("administration-nobody-second"))
    return found
