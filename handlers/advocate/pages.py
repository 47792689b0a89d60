"""What a meeting's rota shows: whose turn it is next time, who takes turns, what can be done."""

from collections.abc import Iterator
from datetime import date

from handlers.advocate.rota import RotaCase
from handlers.contract.people import Event
from handlers.shared import questions
from prompts.shapes import Block, Button, Callout, Card, Choice, Form, Line, Option, Text
from prompts.words import Day, Plain, Words, say
from storage.partnership import PersonId

WEEKS = ("0", "1", "2", "4")


def begin_page() -> Form:
    """Says what it is, where a meeting has no rota yet."""
    join = Button(say("advocate-join"), "advocate.join", style="primary")
    return Form(say("advocate-title"), blocks=_about(), buttons=(join,))


def _about() -> tuple[Block, ...]:
    return Text(say("advocate-intro")), Callout(say("advocate-genuine"), "note")


async def rota_page(case: RotaCase, reader: PersonId, note: Words | None = None) -> Form:
    """Shows the rota to somebody of that meeting."""
    turn = await case.turn()
    names = await case.repo.people.names_of(case.rota.people)
    told: list[Block] = [Callout(note, "done")] if note else []
    told += [Text(await _whose(case, turn)), *_about()]
    listed = Plain(", ".join(names[p] for p in case.rota.people if p in names))
    return Form(
        say("advocate-title"),
        blocks=(*told, *((Text(say("advocate-people", names=listed)),) if listed.text else ())),
        buttons=tuple(_buttons(case, reader, turn)),
    )


async def _whose(case: RotaCase, turn: PersonId | None) -> Words:
    name = await case.repo.people.name_of(turn) if turn else None
    if not name:
        return say("advocate-nobody")
    if not case.rota.day:
        return say("advocate-turn-some-day", name=Plain(name))
    return say("advocate-turn", name=Plain(name), day=Day(date.fromisoformat(case.rota.day)))


def _buttons(case: RotaCase, reader: PersonId, turn: PersonId | None) -> Iterator[Button]:
    if turn == reader:
        yield Button(say("advocate-skip"), "advocate.skip", case.id, "primary")
    if reader in case.rota.people:
        yield Button(say("advocate-leave"), "advocate.leave", case.id)
    else:
        yield Button(say("advocate-join"), "advocate.join", case.id, "primary")
    yield Button(say("advocate-day-button"), "advocate.day", case.id)


def day_form(case: RotaCase, event: Event) -> Form:
    """Asks when the meeting is next, and how often it is."""
    day = event.one("day") or case.rota.day
    weeks = event.one("weeks") or str(case.rota.weeks)
    every = tuple(Option(w, say("advocate-weeks", weeks=int(w))) for w in WEEKS)
    return questions.form(
        "advocate-day",
        "advocate.day",
        case.id,
        Line("day", say("advocate-day-label"), value=day, required=True, kind="date"),
        Choice("weeks", say("advocate-weeks-label"), every, look="select", value=weeks),
    )


def turn_card(case: RotaCase) -> Card:
    """Tells somebody beforehand that it is their turn; one press declines."""
    day = Day(date.fromisoformat(case.rota.day))
    return Card(
        say("advocate-card"),
        (Text(say("advocate-yours", day=day)), Text(say("advocate-genuine"))),
        (
            Button(say("advocate-skip"), "advocate.skip", case.id),
            Button(say("advocate-look"), "advocate.open", case.id),
        ),
    )


def declined_card(case: RotaCase) -> Card:
    """Says on the same card that somebody else is asked."""
    look = Button(say("advocate-look"), "advocate.open", case.id)
    return Card(say("advocate-card"), (Callout(say("advocate-skipped"), "done"),), (look,))
