"""Pages of a pause: what everybody in the room reads, and what the chair can do."""

from collections.abc import Sequence

from handlers.pause.cards import picture, questions_of, stop_first, told, until
from handlers.pause.results import LOOKING_BACK, Result
from handlers.pause.results import Line as Written
from handlers.pause.rounds import MOST_LONGER, ROUNDS, results_in
from prompts.shapes import Block, Button, Callout, Facts, Form, Said, Section, Text
from prompts.words import Plain, Words, say
from storage.content import Spoken
from storage.partnership import Partnership, Thresholds
from storage.repository import Repository
from storage.schema import Pause, Thread
from storage.schema.values import State

MOST_TOGETHER = 2000
DECISIONS = ("go", "change", "stop")


async def room_page(
    thread: Thread, pause: Pause, repo: Repository, note: Words | None = None
) -> Form:
    """For everybody: what is on the table, and where it stands. The same for each of them."""
    said = await repo.said(thread, "room")
    every = results_in(said)
    blocks = [Callout(note, "done")] if note else []
    return Form(
        title=say(f"{pause.kind}-page"),
        blocks=(*blocks, *_where(thread, pause, every, said, repo)),
        sections=_sections(pause, every),
        buttons=_voices_buttons(thread, pause),
    )


def _where(
    thread: Thread, pause: Pause, every: list[Result], said: list[Spoken], repo: Repository
) -> tuple[Block, ...]:
    table = on_the_table(said)
    if pause.ballot is not None:
        asked = (Text(words) for words in questions_of(pause, repo.partnership))
        now = Callout(until(thread, pause, repo.partnership), "note")
        return (*table, *asked, now, *before(pause, repo.partnership.thresholds))
    return (*table, *_decided(pause, said), *(_latest(pause, every)))


def answered_page(thread: Thread, pause: Pause, partnership: Partnership) -> Form:
    """After an answer, whoever gave it. Many come at once: nothing more is read for it."""
    return Form(
        title=say(f"{pause.kind}-page"),
        blocks=(
            Callout(say("pause-answered"), "done"),
            Callout(until(thread, pause, partnership), "note"),
        ),
        buttons=_voices_buttons(thread, pause),
    )


def on_the_table(said: Sequence[Spoken]) -> list[Block]:
    """What it is about, in the chair's words."""
    return [Said(say("pause-about"), s.text) for s in said if s.kind == "raised" and s.text]


def before(pause: Pause, least: Thresholds) -> list[Block]:
    """What people are told before they answer: what will be shown, and of how few it isn't."""
    told = say(f"{pause.kind}-before", picture=least.picture_from, views=least.views_from)
    words: list[Block] = [Text(say("pause-by-name") if pause.by_name else told)]
    if not pause.by_name and pause.kind == "voices":
        words.append(Text(say("pause-before-stop")))
    if pause.codes:
        words.append(Text(say("pause-before-codes", codes=pause.codes)))
    return words


def _latest(pause: Pause, every: list[Result]) -> list[Block]:
    if not every:
        return []
    result, earlier = every[-1], every[-2] if len(every) > 1 else None
    chair = [Text(say("pause-stop-chair"))] if result.stop else []
    words = [] if pause.decided else told(pause.kind, result)
    shown = [*words, *picture(result, earlier)]
    return [*stop_first(result), *chair, *shown]


def _decided(pause: Pause, said: list[Spoken]) -> list[Block]:
    if not pause.decided:
        return []
    why = [Said(say("pause-why"), s.text) for s in said if s.kind == "decided" and s.text]
    return [Callout(say(f"pause-decided-{pause.decided}"), "done"), *why]


def _sections(pause: Pause, every: list[Result]) -> tuple[Section, ...]:
    """What people wrote, round by round, the newest first."""
    return tuple(
        section
        for result in reversed(every)
        if pause.ballot is None or result.round < pause.round
        for section in written(pause, result)
    )


def written(pause: Pause, result: Result) -> list[Section]:
    """The lines of one round: by question in a debrief, by name where the round was by name."""
    if pause.kind == "debrief":
        parts = [(say(f"debrief-{q}"), [x for x in result.lines if x.about == q])
                 for q in LOOKING_BACK]  # fmt: skip
    else:
        parts = [(say(f"{pause.kind}-lines", round=result.round), list(result.lines))]
    return [Section(title, _lines(lines)) for title, lines in parts if lines]


def _lines(lines: list[Written]) -> tuple[Block, ...]:
    if any(line.name for line in lines):
        return tuple(_line(line) for line in lines)
    return together([line.text for line in lines])


def together(texts: Sequence[str]) -> tuple[Block, ...]:
    """What people wrote, in mixed order, in parts that every platform has room for."""
    parts = [""]
    for text in texts:
        line = "• " + " ".join(text.split())
        if parts[-1] and len(parts[-1]) + len(line) > MOST_TOGETHER:
            parts.append("")
        parts[-1] += f"\n{line}" if parts[-1] else line
    return tuple(Said(say("pause-mixed"), part) for part in parts)


def _line(line: Written) -> Block:
    who: Words = Plain(line.name)
    if line.answer:
        who = say("pause-named-answer", name=who, answer=say(f"pause-{line.answer}"))
    return Said(who, line.text) if line.text else Text(who)


def _voices_buttons(thread: Thread, pause: Pause) -> tuple[Button, ...]:
    look = Button(say("pause-look"), "pause.open", thread.id)
    if pause.ballot is None:
        return () if thread.state == State.CLOSED else (look,)
    return (
        Button(say("pause-answer-button"), "pause.answer", thread.id, "primary"),
        Button(say("pause-time-button"), "pause.time", thread.id),
        look,
    )


async def chair_page(
    thread: Thread, pause: Pause, repo: Repository, note: Words | None = None
) -> Form:
    """For the chair: the same, and what can be done now."""
    said = await repo.said(thread, "room")
    every = results_in(said)
    blocks: list[Block] = [Callout(note, "done")] if note else []
    blocks += _where(thread, pause, every, said, repo)
    if thread.state != State.CLOSED:
        blocks.append(Facts(((say("pause-word"), Plain(pause.word)),)))
        if pause.ballot is not None:
            blocks.append(Text(say("pause-chair-hint")))
        if await repo.pauses.rooms(thread):
            blocks.append(Text(say("pause-no-card")))
    return Form(
        title=say(f"{pause.kind}-chair"),
        blocks=tuple(blocks),
        sections=_sections(pause, every),
        buttons=_chair_buttons(thread, pause, every),
    )


def _chair_buttons(thread: Thread, pause: Pause, every: list[Result]) -> tuple[Button, ...]:
    refer = Button(say("pause-refer"), "pause.to.referral", thread.id)
    if thread.state == State.CLOSED:
        offer = Button(say("debrief-offer"), "debrief.offer", thread.id)
        offered = pause.debriefed or pause.kind == "debrief"
        return (refer,) if offered else (refer, offer)
    codes = Button(say("pause-codes-button"), "pause.codes", thread.id)
    look = Button(say("pause-look"), "pause.chair", thread.id)
    card = Button(say("pause-card-again"), "pause.card", thread.id)
    if pause.ballot is not None:
        longer = Button(say("pause-longer"), "pause.longer", thread.id)
        return (
            Button(say("pause-answer-mine"), "pause.answer", thread.id, "primary"),
            *((longer,) if pause.longer < MOST_LONGER else ()),
            Button(say("pause-show"), "pause.show", thread.id),
            card,
            codes,
            look,
        )
    decide = Button(say(f"{pause.kind}-decide"), "pause.decide", thread.id, "primary")
    again = Button(say("pause-again"), "pause.again", thread.id)
    group = Button(say("pause-group"), "pause.group", thread.id)
    ask = Button(say("pause-opinion"), "pause.to.opinion", thread.id)
    lines = pause.kind == "premortem" and bool(every and every[-1].lines)
    return (
        decide,
        *((again,) if pause.kind == "voices" and pause.round < ROUNDS else ()),
        *((group,) if lines else ()),
        refer,
        *((ask,) if pause.kind != "debrief" else ()),
        card,
        codes,
    )
