"""Answering in a round, each for themself. Nothing here knows who does; no reply tells it either:
whoever has answered sees what everybody else sees."""

from collections.abc import Mapping

from handlers.contract import (
    Ask,
    CastAnswer,
    Event,
    Outcomes,
    Refuse,
    Send,
    ToPerson,
    Verb,
    asks,
    no,
)
from handlers.contract import Participant as Somebody
from handlers.pause.cards import more_time_card, questions_of, room_card, until
from handlers.pause.pages import answered_page, before, on_the_table, room_page
from handlers.pause.results import LOOKING_BACK, VOICES
from handlers.pause.rounds import latest
from handlers.shared import questions
from prompts.shapes import Callout, Choice, Field, Form, Long, Text
from prompts.words import Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Pause, Thread

LINE_MOST = 200
REASON_MOST = 600
PART_MOST = 400
PARTS = {"voices": ("answer", "line"), "premortem": ("line",), "debrief": LOOKING_BACK}
"""What an answer is made of, by the kind of pause."""


async def _there(
    event: Event, repo: Repository, *, hold: bool = False
) -> tuple[Thread, Pause] | None:
    # Many answer at once, and none waits for another: what ends a round is the ballot box's gate.
    thread = await repo.thread(event.subject, hold=hold)
    if thread is None or thread.command not in ("pause", "debrief"):
        return None
    return thread, await repo.pauses.of(thread)


async def look(_who: Somebody, event: Event, repo: Repository) -> Outcomes:
    """What is on the table and where it stands."""
    found = await _there(event, repo)
    return no("pause-gone") if found is None else [Ask(await room_page(*found, repo))]


async def refresh(_who: Somebody, event: Event, repo: Repository) -> Outcomes:
    """The room's card as it stands now, for one reader in their own language."""
    found = await _there(event, repo)
    if found is None:
        return no("pause-gone")
    thread, pause = found
    card = room_card(thread, pause, await latest(thread, repo), repo.partnership)
    return [Ask(Form(title=card.title, blocks=card.blocks, buttons=card.buttons))]


async def ask_answer(_who: Somebody, event: Event, repo: Repository) -> Outcomes:
    """The form of an answer: always empty, whoever asks for it."""
    found = await _there(event, repo)
    if found is None or found[1].ballot is None:
        return no("pause-round-over")
    thread, pause = found
    asked = (Text(words) for words in questions_of(pause, repo.partnership))
    said = on_the_table(await repo.said(thread, "room"))
    form = Form(
        title=say(f"{pause.kind}-answer-title"),
        verb="pause.answer.send",
        subject=thread.id,
        blocks=(
            *said,
            *asked,
            Callout(until(thread, pause, repo.partnership), "note"),
            *before(pause, repo.partnership.thresholds),
        ),
        fields=_fields(pause),
        submit=say("pause-answer-submit"),
    )
    return [Ask(form)]


def _fields(pause: Pause) -> tuple[Field, ...]:
    match pause.kind:
        case "premortem":
            return (Long("line", say("premortem-line-label"), most=REASON_MOST),)
        case "debrief":
            return tuple(
                Long(name, say(f"debrief-{name}"), hint=say(f"debrief-{name}-hint"),
                     required=False, most=PART_MOST)
                for name in LOOKING_BACK
            )  # fmt: skip
        case _:
            return (
                Choice("answer", say("pause-answer-label"), questions.options("pause", VOICES)),
                Long("line", say("pause-line-label"), hint=say("pause-line-hint"),
                     required=False, most=LINE_MOST),
            )  # fmt: skip


async def answer(_who: Somebody, event: Event, repo: Repository) -> Outcomes:
    """Into the ballot box; the page that follows is the same whatever was said."""
    found = await _there(event, repo)
    if found is None or found[1].ballot is None:
        return no("pause-round-over")
    thread, pause = found
    if wrong := _wrong(pause, event):
        return [Refuse(wrong)]
    cast = CastAnswer(
        keeper=pause.keeper,
        ballot=pause.ballot or "",
        answer={name: event.one(name) for name in PARTS[pause.kind]},
        by_name=pause.by_name,
        full_at=pause.many,
        thread=thread.id,
        chair=thread.raiser or "",
        size="line" if pause.kind == "voices" else "page",
    )
    return [Ask(answered_page(thread, pause, repo.partnership)), cast]


def _wrong(pause: Pause, event: Event) -> dict[str, Words]:
    match pause.kind:
        case "premortem":
            wrong = questions.too_long(event, {"line": REASON_MOST})
            return wrong if event.one("line") else {"line": say("missing-text")}
        case "debrief":
            wrong = questions.too_long(event, dict.fromkeys(LOOKING_BACK, PART_MOST))
            some = any(event.one(name) for name in LOOKING_BACK)
            return wrong if some else {LOOKING_BACK[0]: say("missing-text")}
        case _:
            wrong = questions.not_chosen(event, {"answer": VOICES})
            return wrong | questions.too_long(event, {"line": LINE_MOST})


async def ask_time(_who: Somebody, event: Event, repo: Repository) -> Outcomes:
    """Somebody needs more time: the chair is asked, once for all who do."""
    found = await _there(event, repo, hold=True)
    if found is None or found[1].ballot is None:
        return no("pause-round-over")
    thread, pause = found
    page = Ask(await room_page(thread, pause, repo, say("pause-time-done")))
    if pause.asked_longer:
        return [page]
    pause.asked_longer = True
    return [page, Send(ToPerson(PersonId(thread.raiser or "")), more_time_card(thread))]


VERBS: Mapping[str, Verb] = {
    "pause.open": asks("participant", look),
    "pause.refresh": asks("participant", refresh),
    "pause.answer": asks("participant", ask_answer),
    "pause.answer.send": Verb("participant", answer),
    "pause.time": Verb("participant", ask_time),
}
