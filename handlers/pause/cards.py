"""Cards of a pause in its rooms and to its chair: what to do now, and nothing of the case."""

from collections.abc import Callable, Mapping
from functools import partial
from math import ceil

from handlers.contract.outcomes import Outcome, Send, ToRoom, Update
from handlers.pause.case import PauseCase
from handlers.pause.practising.drawing import spoken, titled
from handlers.pause.results import Result
from prompts.pictures import Bar, Bars
from prompts.shapes import Block, Button, Callout, Card, Text
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import Partnership, WorkingTime
from storage.schema.values import PauseKind

OURS = 9
"""Questions of our own, where the partnership has none."""


def question(number: int, partnership: Partnership) -> Words:
    """Finds one of the set from which each pause takes three."""
    own = partnership.pauses.questions
    return Labelled(dict(own[number % len(own)])) if own else say(f"pause-question-{number}")


def questions_of(case: PauseCase) -> tuple[Words, ...]:
    """Lists the questions that this pause puts."""
    numbers = [int(number) for number in case.pause.questions.split(",") if number]
    return tuple(question(number, case.partnership) for number in numbers)


def until(case: PauseCase) -> Words:
    """Says when the round ends, on the clock of the chair's agency."""
    local, ends = WorkingTime(case.home).local, case.pause.closes_at
    return say(f"{case.kind}-until", time=Plain(f"{local(ends):%H:%M:%S}" if ends else ""))


def until_then(case: PauseCase) -> Callout:
    """Says on a page when the round ends; where one can, it counts down."""
    ends = case.pause.closes_at or case.repo.now
    seconds = max(0, ceil((ends - case.repo.now).total_seconds()))
    return Callout(until(case), "note", seconds=seconds)


def room_card(case: PauseCase, result: Result | None) -> Card:
    """Shows in the channel the round, then what it came to, then what the chair decided."""
    if case.in_round():
        return _round_card(case)
    blocks: list[Block] = []
    if case.pause.decided:
        blocks.append(Callout(say(f"pause-decided-{case.pause.decided}"), "done"))
    elif result is not None:
        blocks += [
            *stop_first(result),
            *told(case.kind, result),
            *picture(result, None, called(case)),
        ]
        blocks += codes_out(case)
    look = Button(say("pause-see"), "pause.open", case.id, "primary")
    return Card(say(f"{case.kind}-over"), tuple(blocks), (look, *_for_the_chair(case)))


def _round_card(case: PauseCase) -> Card:
    numbered = "again" if case.pause.round > 1 else "round"
    return Card(
        say(f"{case.kind}-card"),
        (
            Text(say(f"{case.kind}-{numbered}")),
            *titled(case),
            *(Text(words) for words in questions_of(case)),
            Callout(until(case), "note"),
            Text(say("pause-by-name-card" if case.pause.by_name else f"{case.kind}-alone")),
            *codes_out(case),
        ),
        (
            Button(say("pause-answer-button"), "pause.answer", case.id, "primary"),
            Button(say("pause-open-button"), "pause.open", case.id),
            Button(say("pause-time-button"), "pause.time", case.id),
            *_for_the_chair(case),
        ),
    )


def codes_out(case: PauseCase) -> list[Block]:
    """Tells everybody of the codes: how many, from when they count, and what becomes of answers
    by them."""
    counting, later = case.pause.counting, case.pause.codes - case.pause.counting
    if not case.pause.codes:
        return []
    least = case.partnership.thresholds.picture_from
    what = (
        say("pause-codes-named") if case.pause.by_name else say(f"{case.kind}-codes", picture=least)
    )
    return [
        *([Text(say("pause-codes-now", codes=counting))] if counting else []),
        *([Text(say("pause-codes-later", codes=later))] if later else []),
        Text(what),
    ]


def _for_the_chair(case: PauseCase) -> tuple[Button, ...]:
    return (Button(say("pause-chair"), "pause.chair", case.id),) if case.is_open() else ()


def stop_first(result: Result) -> list[Block]:
    """Shows that somebody says "stop", even one alone, with what the chair does then."""
    return [Callout(say("pause-stop-asked"), "urgent")] if result.stop else []


def told(kind: str, result: Result) -> list[Block]:
    """Tells what the round came to, in a sentence; and asks back, where all agreed fast."""
    if result.shows == "picture":
        words = say(f"{kind}-result")
    elif result.shows == "views":
        words = say("pause-differ" if result.differ else "pause-similar")
    else:
        words = say("pause-others") if result.shows == "others" else say(f"{kind}-few")
    quick: list[Block] = [Callout(say("pause-quick"), "warn")] if result.quick else []
    return [Callout(words, "note"), *quick]


def _comfort(answer: str) -> Words:
    return say(f"pause-{answer}")


def called(case: PauseCase) -> Callable[[str], Words]:
    """Gives what answers are called in this pause."""
    return partial(spoken, case) if case.kind == PauseKind.PRACTICE else _comfort


def picture(
    result: Result, before: Result | None, called: Callable[[str], Words] = _comfort
) -> list[Block]:
    """Draws how many gave which answer, beside the round before."""
    if not result.counts:
        return []
    earlier = before.counts if before else {}
    rows = tuple(
        _bar(called(answer), answer, result.counts, earlier.get(answer)) for answer in result.counts
    )
    return [Bars(say("pause-bars"), rows)]


def _bar(label: Words, answer: str, counts: Mapping[str, int], before: int | None) -> Bar:
    count, many = counts[answer], sum(counts.values())
    words = say("pause-bar", count=count, many=many)
    if before is not None:
        words = say("pause-bar-moved", count=count, many=many, before=before)
    return Bar(label, count, words, before)


async def update_cards(case: PauseCase, result: Result | None = None) -> list[Outcome]:
    """Changes what stands in every room."""
    card = room_card(case, result)
    return [Update(room, case.key, card) for room in await case.rooms()]


async def post_cards(case: PauseCase, result: Result | None = None) -> list[Outcome]:
    """Sends a new card into every room."""
    card = room_card(case, result)
    return [Send(ToRoom(room), card, key=case.key) for room in await case.rooms()]


async def tell_rooms(case: PauseCase, *words: Words) -> list[Outcome]:
    """Sends words about it into every room, beside its card."""
    look = Button(say("pause-open-button"), "pause.open", case.id)
    card = Card(say(f"{case.kind}-card"), tuple(Callout(each, "note") for each in words), (look,))
    return [Send(ToRoom(room), card) for room in await case.rooms()]


def more_time_card(case: PauseCase) -> Card:
    """Tells the chair that somebody needs more time; who, nobody is told."""
    longer = Button(say("pause-longer"), "pause.longer", case.id, "primary")
    return Card(say("pause-time-asked"), (), (longer, *_for_the_chair(case)))


def over_card(case: PauseCase) -> Card:
    """Tells the chair that the round is over."""
    look = Button(say("pause-chair"), "pause.chair", case.id, "primary")
    return Card(say(f"{case.kind}-over"), (), (look,))


def chair_card(case: PauseCase) -> Card:
    """Tells somebody that they chair this now, as whoever did has left."""
    look = Button(say("pause-chair"), "pause.chair", case.id, "primary")
    return Card(say(f"{case.kind}-card"), (Callout(say("pause-chair-you"), "note"),), (look,))
