"""The list of what waits for somebody as they see it: counts that choose, lines, and pages."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

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
from handlers.inbox.lists import as_line, reader_of
from handlers.registry import kind_of, kinds
from handlers.shared.labels import agency_name, by, short_code
from handlers.shared.pages import MINE
from handlers.shared.questions import REFERENCE_MOST, form
from prompts.shapes import Block, Button, Callout, Choice, Form, Line, Option, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.partnership import PersonId
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
    return (_head(desk, view, len(found)), *lines, *_pages(view, start, len(page), len(found)))


def _head(desk: Desk, view: View, found: int) -> Section:
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
    )
    if not desk.every:
        return Section(say("waiting-title"), (Text(say("waiting-none")),), tools[1:], "head")
    said = (Text(_said(found)),) if view.first != View() or not found else ()
    return Section(say("waiting-title"), said, (*counted, *tools), "head")


def _said(found: int) -> Words:
    """Says how many of those that are looked for there are."""
    return say("desk-found" if found else "desk-found-none", count=found)


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
    kind = kind_of(thread)
    listed = await kind.listed(thread, "waiting", reader, repo)
    what = await kind.named(thread, repo) if kind.named else listed.title
    marks = (
        *((Callout(say("desk-danger"), "urgent"),) if thread.danger else ()),
        *((Callout(say("desk-overdue"), "warn"),) if waiting.is_over else ()),
    )
    blocks = (*marks, *_where(waiting, thread, repo), _state(waiting, thread, listed, reader))
    return as_line(replace(listed, title=what, blocks=blocks), Plain(short_code(thread.id)))


def _where(waiting: Waiting, thread: Thread, repo: Repository) -> tuple[Block, ...]:
    age = say("desk-age", days=(waiting.today - thread.day).days)
    agency = agency_name(thread.agency, repo.partnership) if thread.agency else None
    place = say("desk-where", agency=agency, age=age) if agency else age
    if waiting.deadline is None:
        return (Text(place),)
    due = by(Day(waiting.deadline.day), over=waiting.is_over)
    return Text(place), Text(say("desk-due", day=due))


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
    commands = [k for k in kinds() if any(w.outline.command == k for w in desk.every)]
    agencies = ((id, agency_name(id, repo.partnership)) for id in agencies_in(desk))
    every = ("", say("desk-every"))
    asked = {
        "kind": (every, *((k, say(f"desk-kind-{k}")) for k in commands)),
        "late": (every, *((late, say(f"desk-late-{late}")) for late in LATE)),
        "whose": (every, *((whose, say(f"desk-whose-{whose}")) for whose in WHOSE)),
        "state": (every, *((state, say(f"desk-state-{state}")) for state in STATES)),
        "agency": (every, *agencies),
        "sort": (("", say("desk-sort-pressing")), *((s, say(f"desk-sort-{s}")) for s in SORTS)),
    }
    fields = (
        Choice(
            name,
            say(f"desk-{name}-label"),
            tuple(Option(value, words) for value, words in options),
            look="select",
            value=getattr(view, name),
            required=False,
        )
        for name, options in asked.items()
    )
    return form("desk-narrow", "mine.narrow", "", *fields)


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
