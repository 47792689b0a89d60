"""Cards of a pause in its rooms and to its chair: what to do now, and nothing of the case."""

from handlers.contract import Outcome, Send, ToRoom, Update
from handlers.pause.results import VOICES, Result
from prompts.shapes import Bar, Bars, Block, Button, Callout, Card, Text
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import AgencyId, Partnership, WorkingTime
from storage.repository import Repository
from storage.schema import Pause, Thread
from storage.schema.values import State

OURS = 9
"""Questions of our own, where the partnership has none."""


def question(number: int, partnership: Partnership) -> Words:
    """One of the set from which each pause takes three."""
    own = partnership.pauses.questions
    return Labelled(dict(own[number % len(own)])) if own else say(f"pause-question-{number}")


def questions_of(pause: Pause, partnership: Partnership) -> tuple[Words, ...]:
    """The questions that this pause puts."""
    numbers = [int(number) for number in pause.questions.split(",") if number]
    return tuple(question(number, partnership) for number in numbers)


def until(thread: Thread, pause: Pause, partnership: Partnership) -> Words:
    """When the round ends, on the clock of the chair's agency."""
    local = WorkingTime(partnership.agency(AgencyId(thread.agency))).local
    time = f"{local(pause.closes_at):%H:%M:%S}" if pause.closes_at else ""
    return say(f"{pause.kind}-until", time=Plain(time))


def room_card(
    thread: Thread, pause: Pause, result: Result | None, partnership: Partnership
) -> Card:
    """What stands in the channel: the round, then what it came to, then what the chair decided."""
    if pause.ballot is not None:
        return _round_card(thread, pause, partnership)
    blocks: list[Block] = []
    if pause.decided:
        blocks.append(Callout(say(f"pause-decided-{pause.decided}"), "done"))
    elif result is not None:
        blocks += [*stop_first(result), *told(pause.kind, result), *picture(result, None)]
    look = Button(say("pause-see"), "pause.open", thread.id, "primary")
    return Card(say(f"{pause.kind}-over"), tuple(blocks), (look, *_for_the_chair(thread)))


def _round_card(thread: Thread, pause: Pause, partnership: Partnership) -> Card:
    numbered = "again" if pause.round > 1 else "round"
    return Card(
        say(f"{pause.kind}-card"),
        (
            Text(say(f"{pause.kind}-{numbered}")),
            *(Text(words) for words in questions_of(pause, partnership)),
            Callout(until(thread, pause, partnership), "note"),
            Text(say("pause-by-name-card" if pause.by_name else f"{pause.kind}-alone")),
        ),
        (
            Button(say("pause-answer-button"), "pause.answer", thread.id, "primary"),
            Button(say("pause-open-button"), "pause.open", thread.id),
            Button(say("pause-time-button"), "pause.time", thread.id),
            *_for_the_chair(thread),
        ),
    )


def _for_the_chair(thread: Thread) -> tuple[Button, ...]:
    return (
        ()
        if thread.state == State.CLOSED
        else (Button(say("pause-chair"), "pause.chair", thread.id),)
    )


def stop_first(result: Result) -> list[Block]:
    """One "stop" is always shown, with what the chair does then."""
    return [Callout(say("pause-stop-asked"), "urgent")] if result.stop else []


def told(kind: str, result: Result) -> list[Block]:
    """What the round came to, in a sentence; and a question, where all agreed fast."""
    if result.shows == "picture":
        words = say(f"{kind}-result")
    elif result.shows == "views":
        words = say("pause-differ" if result.differ else "pause-similar")
    else:
        words = say("pause-others") if result.shows == "others" else say(f"{kind}-few")
    quick: list[Block] = [Callout(say("pause-quick"), "warn")] if result.quick else []
    return [Callout(words, "note"), *quick]


def picture(result: Result, before: Result | None) -> list[Block]:
    """How many gave which answer, beside the round before."""
    if not result.counts:
        return []
    many = sum(result.counts.values())
    return [
        Bars(
            say("pause-bars"),
            tuple(
                Bar(
                    say(f"pause-{answer}"),
                    result.counts[answer],
                    _said(result.counts[answer], many, before, answer),
                    before.counts[answer] if before and before.counts else None,
                )
                for answer in VOICES
            ),
        )
    ]


def _said(count: int, many: int, before: Result | None, answer: str) -> Words:
    if before is None or not before.counts:
        return say("pause-bar", count=count, many=many)
    return say("pause-bar-moved", count=count, many=many, before=before.counts[answer])


def key_of(thread: Thread, pause: Pause) -> str:
    """Names the cards of one round: what the next one brings leaves them as they are."""
    return f"{thread.id}:{pause.round}"


async def to_rooms(thread: Thread, pause: Pause, card: Card, repo: Repository) -> list[Outcome]:
    """Changes what stands in every room."""
    key = key_of(thread, pause)
    return [Update(room, key, card) for room in await repo.pauses.rooms(thread)]


async def into_rooms(thread: Thread, pause: Pause, card: Card, repo: Repository) -> list[Outcome]:
    """A new card in every room."""
    key = key_of(thread, pause)
    return [Send(ToRoom(room), card, key=key) for room in await repo.pauses.rooms(thread)]


def more_time_card(thread: Thread) -> Card:
    """Somebody needs more time; who, nobody is told."""
    return Card(
        say("pause-time-asked"),
        (),
        (
            Button(say("pause-longer"), "pause.longer", thread.id, "primary"),
            Button(say("pause-chair"), "pause.chair", thread.id),
        ),
    )


def over_card(thread: Thread, pause: Pause) -> Card:
    """To the chair: the round is over."""
    look = Button(say("pause-chair"), "pause.chair", thread.id, "primary")
    return Card(say(f"{pause.kind}-over"), (), (look,))
