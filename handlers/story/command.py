"""Stories that may be told: `/story`. What was said and what was done, in the lead's own words.

Without a yes of whoever raised it nothing is told. What is written waits sealed, and is published
with the quarter's numbers: no day, no reference, no agency, nobody's name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared.cases import Case, acts_on
from handlers.shared.desk.said import in_sight
from handlers.shared.desk.telling import ASKED, may_be_told, was_asked
from handlers.shared.identifying.words import identifiers
from handlers.shared.pages import conversation, done
from handlers.shared.people.standing import part_of
from handlers.shared.questions import form, too_long
from handlers.shared.release import speak
from handlers.shared.steps.warnings import ANYWAY, Warnings, beside, to_check, warned
from handlers.story import raiser
from handlers.story.leading_back import Traces, repeated_in
from handlers.story.listing import BACK, show
from prompts.shapes import Block, Callout, Form, Long
from prompts.words import say
from storage.content import Spoken
from storage.repository import Repository
from storage.repository.published.stories import Told
from storage.schema.values import State

MOST = 600
"""Letters of each half: a story is told in a minute."""
WRITTEN = ("said", "did")
TOLD_OF = ("concern", "challenge")


@dataclass(frozen=True)
class Answered(Case):
    """A concern or challenge as whoever gave the last answer to it acts on its story."""

    who: Named

    @classmethod
    async def find_for(cls, who: Named, event: Event, repo: Repository) -> Self | None:
        """Finds it, closed or not. Nothing is locked: in a journal that would lead back to it."""
        thread = await repo.thread(event.subject, lock=False)
        if thread is None or thread.command not in TOLD_OF:
            return None
        over = thread.state in (State.ANSWERED, State.CLOSED)
        mine = over and thread.picked_by == who.person
        return cls(thread, repo, who) if mine and await part_of(who, thread, repo) else None


as_answered = acts_on(Answered.find_for, "not-for-you")
"""Hands a handler what this person answered."""


@as_answered
async def ask(case: Answered, _event: Event) -> Outcomes:
    """Asks whoever raised it, once, whether the story may be told."""
    if case.thread.state != State.ANSWERED:
        return no("story-ask-closed")
    if was_asked(await case.repo.said(case.thread, "lead")):
        return [Ask(done("story-title", "story-asked-already", BACK))]
    sent = await speak(case.thread, "ask", "", case.repo, case.who.name, ASKED)
    noted = "lead: ask" if case.thread.command == "concern" else "said: ask"
    case.repo.note(case.id, noted, case.who.person)
    return [Ask(done("story-title", "story-asked", BACK)), *sent]


@as_answered
async def ask_words(case: Answered, event: Event) -> Outcomes:
    """Asks for the story, with what was said in sight."""
    return await _not_now(case) or [Ask(await _form(case, event))]


@as_answered
async def keep(case: Answered, event: Event) -> Outcomes:
    """Keeps the story for the quarter; what may tell who somebody is, is pointed out once."""
    if refused := await _not_now(case):
        return refused
    wrong = too_long(event, dict.fromkeys(WRITTEN, MOST))
    wrong |= {name: say(f"missing-story-{name}") for name in WRITTEN if not event.one(name)}
    said = await case.repo.said(case.thread, "lead")
    traces = Traces.of(case.thread, said, _people(case), case.partnership)
    for name in WRITTEN:  # whoever raised it was told that none of this goes along
        if traced := traces.found_in(event.one(name)):
            wrong |= {name: say("story-names-it", words=traced)}
    if wrong:
        return [Refuse(wrong)]
    if warnings := {} if event.one(ANYWAY) else _doubts(case, event, said):
        return [Ask(to_check(beside(await _form(case, event), warnings, event), *WRITTEN))]
    await case.repo.stories.keep(case.id, Told(event.one("said"), event.one("did")))
    return [Ask(done("story-title", "story-kept", BACK))]


@as_answered
async def drop(case: Answered, _event: Event) -> Outcomes:
    """Throws away what was written, as long as it isn't published."""
    if refused := await _not_now(case):
        return refused
    await case.repo.stories.take_back(case.id)
    return [Ask(done("story-title", "story-dropped", BACK))]


async def _not_now(case: Answered) -> Outcomes:
    if await case.repo.stories.is_told(case.id):
        return no("story-told-before")
    return [] if await may_be_told(case.thread, case.repo) else no("story-no-yes")


def _people(case: Answered) -> tuple[str, ...]:
    """Lists whom we know by name: everybody of the partnership, and whoever took part."""
    theirs = filter(None, (case.thread.raiser_name, case.thread.picked_name))
    return (*(member.name for member in case.partnership.members), *theirs)


def _doubts(case: Answered, event: Event, said: Sequence[Spoken]) -> Warnings:
    names, partnership = _people(case), case.partnership
    found: Warnings = {}
    for name in WRITTEN:
        text = event.one(name)
        shown = identifiers(text, names, partnership, case.repo.today_at(None))
        again = repeated_in(text, said)
        found |= warned(
            name,
            *([say("doubt-identifies", words=shown)] if shown else []),
            *([say("story-their-words", words=again)] if again else []),
        )
    return found


async def _form(case: Answered, event: Event) -> Form:
    kept = await case.repo.stories.draft_of(case.id)
    now = {"said": kept.said, "did": kept.did} if kept else {}
    texts = (
        Long(
            name,
            say(f"story-{name}-label"),
            say(f"story-{name}-hint"),
            event.one(name) or now.get(name, ""),
            most=MOST,
        )
        for name in WRITTEN
    )
    heard = in_sight(await conversation(case.thread, "lead", case.repo))
    blocks: tuple[Block, ...] = (Callout(say("story-careful"), "warn"), *heard)
    return form("story", "story.write", case.id, *texts, blocks=blocks)


COMMAND = Command(
    name="story",
    menu=Menu(87, frozenset({"help"})),
    verbs={
        "story": asks("person", show),
        "story.ask": Verb("person", ask),
        "story.write": asks("person", ask_words),
        "story.write.send": Verb("person", keep),
        "story.drop": Verb("person", drop),
        **raiser.VERBS,
    },
)
