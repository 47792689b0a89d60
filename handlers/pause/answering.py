"""Answering in a round, each for themself. Nothing here knows who does; no reply tells it either:
whoever has answered sees what everybody else sees."""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, CastAnswer, Outcomes, Refuse, Send, ToPerson, no
from handlers.contract.people import Event
from handlers.pause.cards import more_time_card, room_card
from handlers.pause.case import PauseCase, in_room, in_round, in_round_locked
from handlers.pause.pages import about_what, answered_page, asked, room_page
from handlers.pause.practising.drawing import moment_of
from handlers.pause.results import COMFORT, LOOKING_BACK, SCALES
from handlers.shared import questions
from handlers.shared.scenarios.drawing import answers_of
from prompts.shapes import Choice, Field, Form, Long, Option
from prompts.words import Words, say

LINE_MOST = 200
REASON_MOST = 600
PART_MOST = 400
PARTS = {
    "voices": ("answer", "line"),
    "practice": ("answer", "line"),
    "premortem": ("line",),
    "debrief": LOOKING_BACK,
}
"""What an answer is made of, by the kind of pause."""


@in_room
async def look(case: PauseCase, _event: Event) -> Outcomes:
    """Shows what it is about and where it stands."""
    return [Ask(await room_page(case))]


@in_room
async def refresh(case: PauseCase, _event: Event) -> Outcomes:
    """Shows the room's card as it stands now, to one reader in their own language."""
    card = room_card(case, await case.latest())
    return [Ask(Form(title=card.title, blocks=card.blocks, buttons=card.buttons))]


@in_round
async def ask_answer(case: PauseCase, event: Event) -> Outcomes:
    """Shows the form of an answer: always empty, whoever asks for it."""
    if not case.has_voice(event.one("code")):
        return no("pause-code-next")
    form = Form(
        title=say(f"{case.kind}-answer-title"),
        verb="pause.answer.send",
        subject=case.id,
        blocks=(*about_what(await case.repo.said(case.thread, "room")), *asked(case)),
        fields=_fields(case),
        submit=say("pause-answer-submit"),
    )
    return [Ask(form)]


def _fields(case: PauseCase) -> tuple[Field, ...]:
    match case.kind:
        case "practice":
            return (
                Choice("answer", say("practice-say-label"), _said(case)),
                Long("line", say("practice-line-label"), hint=say("pause-line-hint"),
                     required=False, most=LINE_MOST),
            )  # fmt: skip
        case "premortem":
            return (Long("line", say("premortem-line-label"), most=REASON_MOST, says="premortem"),)
        case "debrief":
            return tuple(
                Long(name, say(f"debrief-{name}"), hint=say(f"debrief-{name}-hint"),
                     required=False, most=PART_MOST, says="debrief")
                for name in LOOKING_BACK
            )  # fmt: skip
        case _:
            return (
                Choice("answer", say("pause-answer-label"), questions.options("pause", COMFORT)),
                Long("line", say("pause-line-label"), hint=say("pause-line-hint"),
                     required=False, most=LINE_MOST, says="pause"),
            )  # fmt: skip


def _said(case: PauseCase) -> tuple[Option, ...]:
    moment = moment_of(case)
    return answers_of(moment) if moment else ()


@in_round
async def answer(case: PauseCase, event: Event) -> Outcomes:
    """Puts it into the ballot box; the page that follows is the same whatever was said."""
    if wrong := _wrong(case, event):
        return [Refuse(wrong)]
    if not case.has_voice(event.one("code")):
        return no("pause-code-next")
    pause = case.pause
    cast = CastAnswer(
        keeper=pause.keeper,
        ballot=pause.ballot or "",
        answer={name: event.one(name) for name in PARTS[pause.kind]},
        by_name=pause.by_name,
        full_at=pause.many,
        thread=case.id,
        alarms=event.one("answer") == "stop",
        size="line" if pause.kind in SCALES else "page",
    )
    return [Ask(answered_page(case)), cast]


def _wrong(case: PauseCase, event: Event) -> dict[str, Words]:
    match case.kind:
        case "practice":
            wrong = questions.too_long(event, {"line": LINE_MOST})
            known = {option.value for option in _said(case)}
            if event.one("answer") not in known:
                wrong["answer"] = say("practice-choose")
            return wrong
        case "premortem":
            wrong = questions.too_long(event, {"line": REASON_MOST})
            return wrong if event.one("line") else {"line": say("missing-text")}
        case "debrief":
            wrong = questions.too_long(event, dict.fromkeys(LOOKING_BACK, PART_MOST))
            some = any(event.one(name) for name in LOOKING_BACK)
            return wrong if some else {LOOKING_BACK[0]: say("missing-text")}
        case _:
            wrong = questions.not_chosen(event, {"answer": COMFORT})
            return wrong | questions.too_long(event, {"line": LINE_MOST})


@in_round_locked
async def ask_time(case: PauseCase, _event: Event) -> Outcomes:
    """Asks the chair for more time, once for all who need it."""
    page = Ask(await room_page(case, say("pause-time-done")))
    if case.pause.asked_longer:
        return [page]
    case.pause.asked_longer = True
    told = [Send(ToPerson(case.chair), more_time_card(case), thread=case.id)] if case.chair else []
    return [page, *told]


VERBS: Mapping[str, Verb] = {
    "pause.open": asks("participant", look),
    "pause.refresh": asks("participant", refresh),
    "pause.answer": asks("participant", ask_answer),
    "pause.answer.send": Verb("participant", answer),
    "pause.time": Verb("participant", ask_time),
}
