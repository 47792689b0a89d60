"""The list of what waits for somebody as they see it: counts that choose, lines, and pages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.contract.commands import Deadline
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named
from handlers.inbox.desk import (
    LATE,
    MOST,
    SORTS,
    STATES,
    WHOSE,
    Desk,
    View,
    Waiting,
    agencies_in,
    desk_of,
    waiting_of,
)
from handlers.inbox.finding import REFERENCE_LEAST, matching_threads
from handlers.inbox.lists import reader_of
from handlers.registry import kind_of, kinds
from handlers.shared.desk.deadlines import at_words
from handlers.shared.desk.lines import as_line, entry_of
from handlers.shared.labels import agency_name, by, days_old, from_whom, placed, short_code
from handlers.shared.pages import MINE
from handlers.shared.questions import REFERENCE_MOST, form
from prompts.shapes import Block, Button, Callout, Choice, Facts, Form, Line, Option, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from storage.schema import Thread

COUNTED: Final = (
    ("all", View()),
    *((late, View(late=late)) for late in LATE),
    *((whose, View(whose=whose)) for whose in WHOSE),
)
"""What is counted on top; each count shows what it counts."""


async def desk_sections(desk: Desk, view: View, repo: Repository) -> tuple[Section, ...]:
    """Shows one page of what waits, below the counts; a page that is gone is the first."""
    found = desk.shown(view)
    start = MOST * (view.page - 1)
    if start >= len(found):
        view, start = view.first, 0
    page = found[start : start + MOST]
    lines = await lines_of(page, desk.person, repo)
    return (
        _head(desk, view, len(found), repo),
        *lines,
        *_pages(view, start, len(page), len(found)),
    )


def _head(desk: Desk, view: View, found: int, repo: Repository) -> Section:
    counts = [(name, each, desk.counted(each)) for name, each in COUNTED]
    counted = [
        Button(
            say(f"desk-count-{name}", count=count),
            "mine.desk",
            each.subject,
            "primary" if each == view.first else "plain",
        )
        for name, each, count in counts
        if count or each == view.first
    ]
    tools = (
        Button(say("desk-narrow-button"), "mine.narrow", view.first.subject),
        Button(say("desk-find-button"), "mine.find"),
        Button(say("themes-button"), "themes"),
    )
    if not desk.every:
        return Section(say("waiting-title"), (Text(say("waiting-none")),), tools[1:], "head")
    chosen = (Text(_said(found)), *_narrowed(desk, view, repo))
    said = chosen if view.first != View() or not found else ()
    return Section(say("waiting-title"), said, (*counted, *tools), "head")


def _said(found: int) -> Words:
    """Says how many of those that are looked for there are."""
    return say("desk-found" if found else "desk-found-none", count=found)


def _narrowed(desk: Desk, view: View, repo: Repository) -> tuple[Block, ...]:
    """Says by what the list is narrowed, in the words by which that is chosen."""
    rows = tuple(
        (say(f"desk-{name}-label"), words)
        for name, options in _choices(desk, view, repo).items()
        for value, words in options
        if value and value == getattr(view, name)
    )
    return (Facts(rows),) if rows else ()


def _pages(view: View, start: int, shown: int, found: int) -> tuple[Section, ...]:
    if shown == found:
        return ()
    end = start + shown
    before = Button(say("desk-before"), "mine.desk", replace(view, page=view.page - 1).subject)
    after = Button(say("listed-see"), "mine.desk", replace(view, page=view.page + 1).subject)
    where = say("desk-page", first=start + 1, last=end, count=found)
    buttons = (*((before,) if start else ()), *((after,) if end < found else ()))
    return (Section(where, buttons=buttons),)


async def lines_of(
    page: Sequence[Waiting], reader: PersonId, repo: Repository
) -> tuple[Section, ...]:
    """Draws these as lines, in this order; what they show is read together."""
    threads = {t.id: t for t in await repo.lists.these([w.outline.id for w in page])}
    return tuple(
        [
            await _line(waiting, threads[waiting.outline.id], reader, repo)
            for waiting in page
            if waiting.outline.id in threads
        ]
    )


async def _line(waiting: Waiting, thread: Thread, reader: PersonId, repo: Repository) -> Section:
    listed = await entry_of(thread, kind_of(thread), reader, repo)
    marks = (
        *((Callout(say("desk-danger"), "urgent"),) if thread.danger else ()),
        *((Callout(say("desk-overdue"), "warn"),) if waiting.is_over else ()),
    )
    who = from_whom(thread, repo.partnership)
    sender = (Text(who),) if who is not None else ()
    where = _where(waiting, thread, repo)
    blocks = (*marks, *sender, *where, _state(waiting, thread, listed, reader))
    return as_line(replace(listed, blocks=blocks), Plain(short_code(thread.id)))


def _where(waiting: Waiting, thread: Thread, repo: Repository) -> tuple[Block, ...]:
    place = placed(thread, repo, say("desk-age", days=days_old(thread, repo)))
    if waiting.deadline is None:
        now = thread.danger and waiting.is_free
        return (Text(place), *([Text(say("desk-due-now"))] if now else []))
    due = by(_due_words(waiting, waiting.deadline, repo), over=waiting.is_over)
    return Text(place), Text(say("desk-due", day=due))


def _due_words(waiting: Waiting, deadline: Deadline, repo: Repository) -> Words:
    """Says by which day, and of what is due today also by which hour."""
    if deadline.exact and deadline.day == waiting.today and waiting.outline.agency:
        home = repo.partnership.agency(AgencyId(waiting.outline.agency))
        return at_words(deadline.at, home)
    return Day(deadline.day)


def _state(waiting: Waiting, thread: Thread, listed: Section, reader: PersonId) -> Text:
    if waiting.is_free and not waiting.outline.level:
        return Text(say("desk-unassigned"))
    if thread.picked_by == reader and waiting.outline.has_owner:
        return Text(say("desk-mine"))
    return next(block for block in listed.blocks if isinstance(block, Text))


async def show(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows one view of what waits for them, on a page of its own."""
    return [Ask(await desk_page(who, View.of(event), repo))]


async def desk_page(who: Named, view: View, repo: Repository) -> Form:
    """Makes the page of one view."""
    desk = await desk_of(await reader_of(who, repo), repo)
    sections = await desk_sections(desk, view, repo)
    return Form(
        say("waiting-title"), sections=sections, buttons=(MINE,), beside=beside(desk, view, repo)
    )


def beside(desk: Desk, view: View, repo: Repository) -> tuple[Form, ...]:
    """The forms that choose among what waits, for where they have room beside it."""
    return (narrow_form(desk, view, repo), find_form()) if desk.every else (find_form(),)


async def ask_narrow(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks what of the list to show, and in which order."""
    desk = await desk_of(await reader_of(who, repo), repo)
    return [Ask(narrow_form(desk, View.of(event), repo))]


def narrow_form(desk: Desk, view: View, repo: Repository) -> Form:
    """Asks what of the list to show; each answer says how many there are."""
    fields = (
        Choice(
            name,
            say(f"desk-{name}-label"),
            tuple(Option(value, words) for value, words in options),
            look="select",
            value=getattr(view, name),
            required=False,
        )
        for name, options in _choices(desk, view, repo).items()
    )
    return form("desk-narrow", "mine.narrow", "", *fields)


def _choices(
    desk: Desk, view: View, repo: Repository
) -> Mapping[str, tuple[tuple[str, Words], ...]]:
    """Lists what can be chosen of each: what is there now, and what was chosen before."""
    there = {w.outline.command for w in desk.every} | {view.kind}
    commands = [k for k in kinds() if k in there]
    agencies = sorted({*agencies_in(desk), *filter(None, (AgencyId(view.agency),))})
    every = ("", say("desk-every"))
    return {
        "kind": (every, *((k, say(f"desk-kind-{k}")) for k in commands)),
        "late": (every, *((late, say(f"desk-late-{late}")) for late in LATE)),
        "whose": (every, *((whose, say(f"desk-whose-{whose}")) for whose in WHOSE)),
        "state": (every, *((state, say(f"desk-state-{state}")) for state in STATES)),
        "agency": (every, *((id, agency_name(id, repo.partnership)) for id in agencies)),
        "sort": (("", say("desk-sort-pressing")), *((s, say(f"desk-sort-{s}")) for s in SORTS)),
    }


async def ask_find(_who: Named, _event: Event, _repo: Repository) -> Outcomes:
    """Asks for a reference."""
    return [Ask(find_form())]


def find_form() -> Form:
    """Asks for the reference of what is looked for, or the letters that stand beside it."""
    label, hint = say("desk-find-label"), say("desk-find-hint")
    line = Line("reference", label, hint=hint, required=True, most=REFERENCE_MOST)
    return form("desk-find", "mine.find", "", line)


async def find(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what bears this reference, of all that they may open; nothing of a search is kept."""
    typed = event.one("reference")
    if len(typed) < REFERENCE_LEAST:
        return [Refuse({"reference": say("desk-find-short")})]
    reader = await reader_of(who, repo)
    found = [waiting_of(outline, repo) for outline in await matching_threads(typed, reader, repo)]
    found.sort(key=lambda waiting: waiting.presses)
    lines = await lines_of(found[:MOST], who.person, repo)
    words = say("desk-found" if found else "desk-find-none", count=len(found))
    more = (Text(say("desk-find-more", count=MOST)),) if len(found) > MOST else ()
    again = Button(say("desk-find-button"), "mine.find")
    head = Section(say("desk-find-title"), (Text(words), *more), (again,), "head")
    return [Ask(Form(say("desk-find-title"), sections=(head, *lines), buttons=(MINE,)))]
