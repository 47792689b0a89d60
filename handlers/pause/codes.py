"""Codes that the chair of a pause hands out to people who have neither Slack nor Teams.

Whoever hands them out knows them all. So those handed out while people answer count from the next
round only, and every change stands on everybody's card.
"""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event
from handlers.pause.cards import tell_rooms, update_cards
from handlers.pause.case import PauseCase, as_chair_while_open
from handlers.pause.form import CODES
from handlers.shared import questions
from prompts.shapes import Block, Button, Callout, Choice, Field, Form, Link, Said, Text
from prompts.words import say


@as_chair_while_open
async def ask_codes(case: PauseCase, _event: Event) -> Outcomes:
    """Asks how many codes are wanted, and shows those handed out already."""
    more = _more(case)
    options = questions.options("pause-codes", more)
    asked = (Choice("codes", say("pause-codes-label"), options, look="select"),) if more else ()
    when = say("pause-codes-next" if case.has_round_left() else "pause-codes-closed")
    given = _given(case) if case.pause.codes else ()
    blocks = (Text(say("pause-codes-intro", kind=case.kind)), Callout(when, "note"), *given)
    return [Ask(_page(case, blocks, asked))]


@as_chair_while_open
async def give_codes(case: PauseCase, event: Event) -> Outcomes:
    """Hands out so many, which count from the next round; every room is told of it."""
    if not case.has_round_left():
        return no("pause-codes-closed")
    if event.one("codes") not in _more(case):
        return [Refuse({"codes": say("missing-codes")})]
    case.pause.codes = int(event.one("codes"))
    words = say("pause-codes-changed", codes=case.pause.codes)
    told = [*await update_cards(case, await case.latest()), *await tell_rooms(case, words)]
    page = _page(case, (Callout(say("pause-codes-next"), "note"), *_given(case)))
    return [Ask(page), *told]


def _more(case: PauseCase) -> tuple[str, ...]:
    """Lists how many there could be; none where no round is left in which they could count."""
    left = case.has_round_left()
    return tuple(number for number in CODES if left and int(number) > case.pause.codes)


def _given(case: PauseCase) -> tuple[Block, ...]:
    codes = (case.repo.pauses.code(case.id, number) for number in range(case.pause.codes))
    how = Text(say("pause-codes-once"))
    given = Said(say("pause-codes-given"), "\n".join(codes))
    pages = Link(say("codes-page"), "/pause"), Link(say("codes-to-sheet"), "/pause/sheet")
    return (how, given, *pages)


def _page(case: PauseCase, blocks: tuple[Block, ...], asked: tuple[Field, ...] = ()) -> Form:
    return Form(
        title=say("pause-codes-title"),
        verb="pause.codes.send" if asked else "",
        subject=case.id if asked else "",
        blocks=blocks,
        fields=asked,
        buttons=(Button(say("pause-chair"), "pause.chair", case.id),),
        submit=say("pause-codes-submit") if asked else None,
    )


VERBS: Mapping[str, Verb] = {
    "pause.codes": asks("person", ask_codes),
    "pause.codes.send": Verb("person", give_codes),
}
