"""Pages on which a concern is read: by its lead, and by whoever raised it."""

from handlers.contract.commands import Listed
from handlers.contract.people import Event
from handlers.shared.brought import may_be_opened
from handlers.shared.labels import agency_name
from prompts.shapes import Block, Button, Callout, Facts, Form, Link, Said, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.content import Spoken
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.held import APART
from storage.schema import Thread
from storage.schema.values import How, Release, Side, State

ASIDE = "-r"
"""Ends the kind of what a reviewer says in a diverted thread; its owner isn't shown that."""

KEPT = ("moderate-why", "view")
"""Kinds of what stays where it is, and is not on its way to anybody."""

TO_RAISER = ("reply", "ask")
"""Kinds of what a lead says to whoever raised it, who knows already who picked it up."""

MINE = Button(say("mine-button"), "mine")

QUIET = Button(say("quiet-button"), "mine.quiet")
"""The same for everybody: what one raised without showing one's name stands behind it."""

STORY = "story"
"""The part of something said that asks whether a story may be told, or answers that."""

LOOK_BACK = Button(say("debrief-button"), "debrief")
"""Offered once: on the page that says that something has come to its end."""


def listed_by_day(id: str) -> Listed:
    """Makes the line in a list of what is told apart by its day alone."""

    async def listed(
        thread: Thread, _name: str, _reader: PersonId | None, _repo: Repository
    ) -> Section:
        return Section(say(id, day=Day(thread.day)))

    return listed


def done(title: str, words: str | Words, *more: Button) -> Form:
    """Says that something is done."""
    said = say(words) if isinstance(words, str) else words
    return Form(say(title), blocks=(Callout(said, "done"),), buttons=(MINE, *more))


def text_wrong(text: str, most: int) -> dict[str, Words]:
    """Finds what is wrong with a text that somebody typed into the field `text`, if anything."""
    if not text:
        return {"text": say("missing-text")}
    return {"text": say("too-long", most=most)} if len(text) > most else {}


async def conversation(
    thread: Thread,
    reader: Side,
    repo: Repository,
    *,
    raised: str = "raised",
    diverted_after: int | None = None,
) -> tuple[Block, ...]:
    """Shows what was said, for one side; `raised` is what the first words are called.

    The owner of a diverted thread sees it as it stood then.
    """
    said = await repo.said(thread, reader)
    if diverted_after is not None:
        said = [s for s in said if not _aside(s, diverted_after)]
    # What reviewers say of a question stands apart, side by side.
    said = [s for s in said if s.side != "reviewer"]
    spoken = (block for each in said for block in _spoken(each, thread, reader, raised, repo))
    alone = reader == "raiser" and (thread.state == State.WAITING or any(map(_waits, said)))
    return (*spoken, *([Text(say("waits-alone"))] if alone else ()))


def _waits(spoken: Spoken) -> bool:
    return spoken.held and spoken.kind not in KEPT


def _aside(spoken: Spoken, diverted_after: int) -> bool:
    theirs = spoken.side == "raiser" and spoken.kind != "unsettled"
    return spoken.kind.endswith(ASIDE) or (theirs and spoken.number > diverted_after)


def _spoken(
    spoken: Spoken, thread: Thread, reader: Side, raised: str, repo: Repository
) -> list[Block]:
    if spoken.side == "bot":
        if spoken.text == APART and reader != "raiser":
            return []
        agency = agency_name(thread.home, repo.partnership)
        mine = "" if reader == "raiser" else "-lead"
        name, day = Plain(spoken.text), Day(spoken.day)
        return [Text(say(f"bot-{spoken.kind}{mine}", name=name, agency=agency, day=day))]
    you = "you" if spoken.side == reader else "other"
    kind = spoken.kind.removesuffix(ASIDE)
    kind = raised if kind == "raised" else kind
    heading: Words = say(f"said-{kind}-{you}", day=Day(spoken.day))
    story = spoken.parts.get(STORY)
    of_story = [Text(say(f"said-story-{story}-{you}", day=Day(spoken.day)))] if story else []
    if story and not spoken.text:
        return [*of_story, *_on_its_way(spoken)]
    if spoken.by and (reader != "raiser" or kind in TO_RAISER):
        heading = say("said-by", what=heading, name=Plain(spoken.by))
    said = {name: text for name, text in spoken.parts.items() if text and name != STORY}
    parts = [Said(say(f"part-{n}"), text) for n, text in said.items()]
    blocks: list[Block] = [*parts, Said(heading, spoken.text) if spoken.text else Text(heading)]
    if spoken.reference and raised != "referred":  # there it stands on top
        blocks.append(Facts(((say("fact-reference"), Plain(spoken.reference)),)))
    if may_be_opened(spoken.link):
        blocks.append(Link(say("flagged-link"), spoken.link))
    return [*blocks, *of_story, *_on_its_way(spoken)]


def _on_its_way(spoken: Spoken) -> list[Block]:
    return [Text(say("said-held"))] if _waits(spoken) else []


async def own_thread(event: Event, repo: Repository) -> Thread:
    """Finds what somebody raised and acts on; the dispatcher admits nobody else."""
    thread = await repo.thread(event.subject, lock=False)
    if thread is None:
        raise LookupError("The dispatcher admits only whoever raised an existing thread.")
    later = thread.how == How.ANONYMOUS and thread.release != Release.NOW
    if later or thread.state == State.CLOSED:
        return thread  # a lock would be a trace in PostgreSQL's journal of when they came
    return await repo.thread(thread.id) or thread


async def live_thread(event: Event, repo: Repository) -> Thread | None:
    """Finds what somebody acts on, if it has gone out and isn't closed."""
    thread = await repo.thread(event.subject)
    return None if thread is None or thread.state in (State.WAITING, State.CLOSED) else thread


def danger_note(thread: Thread) -> tuple[Callout, ...]:
    """Says that somebody may be in danger, where that is so and it isn't over."""
    now = thread.danger and thread.state != State.CLOSED
    return (Callout(say("urgency-danger"), "urgent"),) if now else ()
