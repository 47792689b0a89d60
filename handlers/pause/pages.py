"""Pages of a pause: what everybody in the room reads, and what the chair can do."""

from collections.abc import Sequence

from handlers.pause.cards import (
    called,
    codes_out,
    picture,
    questions_of,
    stop_first,
    told,
    until_then,
)
from handlers.pause.case import PauseCase
from handlers.pause.practising.drawing import notes, scene, strengths, titled
from handlers.pause.results import LOOKING_BACK, Remark, Result, results_in
from handlers.shared.agreed import agreed
from handlers.shared.desk.notes import notes_of
from handlers.shared.desk.timeline import PAUSE, UNDECIDED, timeline
from prompts.shapes import Block, Button, Callout, Facts, Form, Said, Section, Text
from prompts.words import Plain, Words, say
from storage.content import Spoken
from storage.schema.values import Decision, PauseKind

MOST_TOGETHER = 2000
OVER = Callout(say("pause-decided-done"), "done")
DECISIONS = (Decision.GO, Decision.CHANGE, Decision.STOP)


async def room_page(case: PauseCase, note: Words | None = None) -> Form:
    """Shows everybody what it is about, and where it stands. The same for each of them."""
    said = await case.repo.said(case.thread, "room")
    every = results_in(said)
    blocks = [Callout(note, "done")] if note else []
    return Form(
        title=say(f"{case.kind}-page"),
        blocks=(*blocks, *_where(case, every, said)),
        sections=_sections(case, every),
        buttons=_room_buttons(case),
    )


def _where(case: PauseCase, every: list[Result], said: list[Spoken]) -> tuple[Block, ...]:
    table = about_what(said)
    if case.in_round():
        return (*table, *asked(case))
    return (*table, *_decided(case, said), *_latest(case, every), *codes_out(case))


def answered_page(case: PauseCase) -> Form:
    """Thanks whoever has answered. Many come at once: nothing more is read for it."""
    return Form(
        title=say(f"{case.kind}-page"),
        blocks=(Callout(say("pause-answered"), "done"), *_stops(case), until_then(case)),
        buttons=_room_buttons(case),
    )


def _stops(case: PauseCase) -> tuple[Text, ...]:
    return (Text(say("pause-answered-stop")),) if case.kind == PauseKind.VOICES else ()


def about_what(said: Sequence[Spoken]) -> list[Block]:
    """Shows what it is about, in the chair's words."""
    return [Said(say("pause-about"), s.text) for s in said if s.kind == "raised" and s.text]


def asked(case: PauseCase) -> list[Block]:
    """Shows what is asked and until when, what will be shown, and of how few it isn't."""
    pause, least = case.pause, case.partnership.thresholds
    told = say(f"{case.kind}-before", picture=least.picture_from, views=least.views_from)
    words: list[Block] = [*agreed(case.partnership), *map(Text, questions_of(case))]
    if case.kind == PauseKind.PRACTICE:
        words += [*titled(case), *scene(case)]
    words.append(until_then(case))
    words.append(Text(say("pause-by-name") if pause.by_name else told))
    if not pause.by_name and pause.kind == "voices":
        words.append(Text(say("pause-before-stop")))
    return [*words, *codes_out(case)]


def _latest(case: PauseCase, every: list[Result]) -> list[Block]:
    if not every:
        return []
    result, earlier = every[-1], every[-2] if len(every) > 1 else None
    chair = [Text(say("pause-stop-chair"))] if result.stop else []
    words = [] if case.pause.decided else told(case.kind, result)
    return [*stop_first(result), *chair, *words, *picture(result, earlier, called(case))]


def _decided(case: PauseCase, said: list[Spoken]) -> list[Block]:
    if not case.pause.decided:
        return []
    what = say("practice-taken" if case.kind == PauseKind.PRACTICE else "pause-why")
    why = [Said(what, s.text) for s in said if s.kind == "decided" and s.text]
    return [Callout(say(f"pause-decided-{case.pause.decided}"), "done"), *why]


def _sections(case: PauseCase, every: list[Result]) -> tuple[Section, ...]:
    """Shows what people wrote, round by round, the newest first; of a scenario what it teaches."""
    told = strengths(case) if case.kind == PauseKind.PRACTICE and every else ()
    written_by_round = (
        section
        for result in reversed(every)
        if not case.in_round() or result.round < case.pause.round
        for section in written(case.kind, result)
    )
    return (*written_by_round, *told)


def written(kind: str, result: Result) -> list[Section]:
    """Shows the remarks of one round: by question in a debrief, by name where it was by name."""
    if kind == "debrief":
        parts = [(say(f"debrief-{q}"), [x for x in result.lines if x.about == q])
                 for q in LOOKING_BACK]  # fmt: skip
    else:
        parts = [(say(f"{kind}-lines", round=result.round), list(result.lines))]
    shown = _by_name if result.by_name else _mixed
    return [Section(title, shown(remarks)) for title, remarks in parts if remarks]


def _by_name(remarks: Sequence[Remark]) -> tuple[Block, ...]:
    return tuple(_named(remark) for remark in remarks)


def _mixed(remarks: Sequence[Remark]) -> tuple[Block, ...]:
    return together([remark.text for remark in remarks])


def together(texts: Sequence[str]) -> tuple[Block, ...]:
    """Shows what people wrote, in random order, in parts that every platform has room for."""
    parts = [""]
    for text in texts:
        line = "• " + " ".join(text.split())
        if parts[-1] and len(parts[-1]) + len(line) > MOST_TOGETHER:
            parts.append("")
        parts[-1] += f"\n{line}" if parts[-1] else line
    return tuple(Said(say("pause-mixed"), part) for part in parts)


def _named(remark: Remark) -> Block:
    who: Words = Plain(remark.name) if remark.name else say("pause-by-code")
    if remark.answer:
        who = say("pause-named-answer", name=who, answer=say(f"pause-{remark.answer}"))
    return Said(who, remark.text) if remark.text else Text(who)


def _room_buttons(case: PauseCase) -> tuple[Button, ...]:
    look = Button(say("pause-look"), "pause.open", case.id)
    if not case.in_round():
        return (look,) if case.is_open() else ()
    return (
        Button(say("pause-answer-button"), "pause.answer", case.id, "primary"),
        Button(say("pause-time-button"), "pause.time", case.id),
        look,
    )


async def chair_page(case: PauseCase, note: Words | None = None) -> Form:
    """Shows the chair the same, and what can be done now."""
    said = await case.repo.said(case.thread, "room")
    every = results_in(said)
    blocks: list[Block] = [Callout(note, "done")] if note else []
    now = await _round_now(case) if case.in_round() else _where(case, every, said)
    blocks += [block for block in now if note is None or block != OVER]  # the note says so, too
    if case.is_open():
        blocks.append(Facts(((say("pause-word"), Plain(case.pause.word)),)))
        if await case.rooms():
            blocks.append(Text(say("pause-no-card")))
    return Form(
        title=say(f"{case.kind}-chair"),
        blocks=tuple(blocks),
        sections=(
            *(_read_by_all(case, said) if case.in_round() else ()),
            *_sections(case, every),
            *_notes(case),
            *await notes_of(case.thread, case.repo, "pause"),
            await timeline(case.thread, UNDECIDED if case.decides_nothing() else PAUSE, case.repo),
        ),
        buttons=tuple(_chair_buttons(case, every)),
    )


async def _round_now(case: PauseCase) -> list[Block]:
    """Shows first what a chair looks for in a round: how long, and how many have answered."""
    return [until_then(case), await _answered(case), Text(say("pause-chair-hint"))]


def _read_by_all(case: PauseCase, said: list[Spoken]) -> tuple[Section, ...]:
    """Shows below it what everybody reads; how long it takes stands above already."""
    words = (*about_what(said), *(b for b in asked(case) if b != until_then(case)))
    return (Section(say("pause-read-by-all"), words),)


def _notes(case: PauseCase) -> list[Section]:
    return notes(case) if case.kind == PauseKind.PRACTICE and case.is_open() else []


async def _answered(case: PauseCase) -> Block:
    many = await case.answered()
    words = say("pause-answered-many", many=many) if many else say("pause-answered-few")
    return Callout(words, "note", live=True)


def _chair_buttons(case: PauseCase, every: list[Result]) -> list[Button]:
    refer = Button(say("pause-refer"), "pause.to.referral", case.id)
    if not case.is_open():
        offer = Button(say("debrief-offer"), "debrief.offer", case.id)
        if case.kind == PauseKind.PRACTICE:
            return []
        return [refer, *([offer] if case.may_be_debriefed() else [])]
    card = Button(say("pause-card-again"), "pause.card", case.id)
    handing_out = case.pause.codes > 0 or case.has_round_left()
    button = Button(say("pause-codes-button"), "pause.codes", case.id)
    codes = [button] if handing_out else []
    if not case.in_round():
        return [*_deciding_buttons(case, every, refer), card, *codes]
    longer = Button(say("pause-longer"), "pause.longer", case.id)
    return [
        Button(say("pause-answer-mine"), "pause.answer", case.id, "primary"),
        *([longer] if case.may_last_longer() else []),
        Button(say("pause-show"), "pause.show", case.id),
        card,
        *codes,
        Button(say("pause-look"), "pause.chair", case.id),
    ]


def _deciding_buttons(case: PauseCase, every: list[Result], refer: Button) -> list[Button]:
    again = Button(say("pause-again"), "pause.again", case.id)
    group = Button(say("pause-group"), "pause.group", case.id)
    opinion = Button(say("pause-opinion"), "pause.to.opinion", case.id)
    return [
        Button(say(f"{case.kind}-decide"), "pause.decide", case.id, "primary"),
        *([again] if case.has_round_left() else []),
        *([group] if case.kind == "premortem" and every and every[-1].lines else []),
        *([refer] if case.kind != PauseKind.PRACTICE else []),
        *([opinion] if not case.decides_nothing() else []),
    ]
