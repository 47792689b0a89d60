"""Codes that the chair of a pause hands out to people who have neither Slack nor Teams."""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event
from handlers.pause.case import PauseCase, as_chair_while_open
from handlers.shared import questions
from prompts.shapes import Block, Button, Callout, Choice, Field, Form, Said, Text
from prompts.words import say

CODES = (5, 10, 20, 40)
"""So many in all can be handed out."""


@as_chair_while_open
async def ask_codes(case: PauseCase, _event: Event) -> Outcomes:
    """Asks how many codes are wanted, and shows those handed out already."""
    more = _more(case)
    options = questions.options("pause-codes", more)
    asked = (Choice("codes", say("pause-codes-label"), options, look="select"),) if more else ()
    given = _given(case) if case.pause.codes else ()
    return [Ask(_page(case, (Text(say("pause-codes-intro")), *given), asked))]


@as_chair_while_open
async def give_codes(case: PauseCase, event: Event) -> Outcomes:
    """Hands out so many; everybody in the room is told how many."""
    if event.one("codes") not in _more(case):
        return [Refuse({"codes": say("missing-codes")})]
    case.pause.codes = int(event.one("codes"))
    return [Ask(_page(case, (Callout(say("pause-codes-once"), "note"), *_given(case))))]


def _more(case: PauseCase) -> tuple[str, ...]:
    return tuple(str(number) for number in CODES if number > case.pause.codes)


def _given(case: PauseCase) -> tuple[Said]:
    codes = (case.repo.pauses.code(case.id, number) for number in range(case.pause.codes))
    return (Said(say("pause-codes-given"), "\n".join(codes)),)


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
