"""Notes among those who answer a thread: whoever raised it reads none, and is told of none."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, Protocol, TypeVar

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named
from handlers.shared.pages import MINE, text_wrong
from handlers.shared.questions import form
from prompts.shapes import Button, Callout, Form, Long, Said, Section, Text
from prompts.words import Day, Plain, say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How

NOTE_MOST = 2500
OWN: Final[Mapping[str, str]] = {"opinion": "opinion-", "pause": "pause-"}
"""What the words begin with of kinds that the words of all others don't fit."""


class Answered(Protocol):
    """A case as somebody who answers it acts on it."""

    @property
    def thread(self) -> Thread: ...
    @property
    def repo(self) -> Repository: ...
    @property
    def who(self) -> Named: ...


C = TypeVar("C", bound=Answered)
Handle = Callable[[C, Event], Awaitable[Outcomes]]
Of = Callable[[Named, Event, Repository], Awaitable[Outcomes]]


async def notes_of(
    thread: Thread, repo: Repository, kind: str, *, after: int = 0, adds: bool = True
) -> tuple[Section, ...]:
    """Shows what was noted after the message of this number; whoever `adds` can note more."""
    shown = [note for note in await repo.desk.notes(thread) if note.number > after]
    if not shown and not adds:
        return ()
    said = (Said(say("note-by", name=Plain(n.by), day=Day(n.day)), n.text) for n in shown)
    button = Button(say("button-note"), f"{kind}.note", thread.id)
    own = OWN.get(kind, "")
    none = () if shown else (Text(say(f"{own}notes-none")),)
    return (Section(say(f"{own}notes-title"), (*said, *none), (button,) if adds else ()),)


def noting(
    kind: str, as_noting: Callable[[Handle[C]], Of], *, page: str = "open"
) -> Mapping[str, Verb]:
    """Makes the verbs by which those whom `as_noting` lets through note something.

    They read it on the `page` of that kind.
    """
    own = OWN.get(kind, "")

    @as_noting
    async def ask(case: C, _event: Event) -> Outcomes:
        hidden = case.thread.how != How.NAMED
        blocks = (Callout(say("note-hidden"), "warn"),) if hidden else ()
        label, hint = say(f"{own}note-label"), say(f"{own}note-hint")
        text = Long("text", label, hint, most=NOTE_MOST, says="note")
        return [Ask(form("note", f"{kind}.note", case.thread.id, text, blocks=blocks))]

    @as_noting
    async def take(case: C, event: Event) -> Outcomes:
        if wrong := text_wrong(event.one("text"), NOTE_MOST):
            return [Refuse(wrong)]
        thread, repo = case.thread, case.repo
        await repo.say(thread, "note", "note", event.one("text"), by=case.who.name)
        repo.note(thread.id, "noted", case.who.person)
        words = Callout(say(f"{own}note-done"), "done")
        back = back_to(thread, kind, page)
        return [Ask(Form(say("note-done-title"), blocks=(words,), buttons=(MINE, back)))]

    return {f"{kind}.note": asks("person", ask), f"{kind}.note.send": Verb("person", take)}


def back_to(thread: Thread, kind: str, page: str = "open") -> Button:
    """Offers the way back to the page on which those who answer read a thread."""
    return Button(say("button-back-to-case"), f"{kind}.{page}", thread.id, "primary")
