"""A form asked again: what people answered stays, and what is wrong is said beside it."""

import pytest

from bot.core.admission import Actor, Incoming
from bot.core.ask_again import answered, asked_again
from bot.core.dispatch import Reply
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from prompts.shapes import Choice, Form, Line, Long, Option, Several, Tick
from prompts.words import Plain
from storage.partnership import PersonId

OPTIONS = tuple(Option(value, Plain(value)) for value in ("a", "b"))
FORM = Form(
    Plain("Thanks"),
    verb="thanks.send",
    fields=(
        Choice("one", Plain("One"), OPTIONS, value="a"),
        Several("many", Plain("Many"), OPTIONS, values=("a",)),
        Line("line", Plain("Line"), value="own"),
        Long("long", Plain("Long"), value="drafted"),
        Tick("tick", Plain("Tick"), value=True),
    ),
    submit=Plain("Send"),
    token="new",
)
WRONG = Refuse({"line": Plain("Too long")})


class Desk:
    """Refuses what is sent, and asks for the form, if there is one."""

    def __init__(self, form: Form | None = FORM) -> None:
        self.form = form
        self.came: list[Event] = []

    async def handle(self, incoming: Incoming) -> Reply:
        """One form for everybody."""
        self.came.append(incoming.event)
        return Refuse({"": Plain("Gone")}) if self.form is None else Ask(self.form)


def sent(verb: str, **answers: str) -> Incoming:
    """What somebody sent."""
    actor = Actor(PersonId("web:pat"), "Pat", "en", None)
    return Incoming(actor, Event(verb, "t1", answers), "mine")


def values(form: Form) -> list[object]:
    """What stands in a form."""
    return [f.values if isinstance(f, Several) else f.value for f in form.fields]


def test_answers_take_the_place_of_what_a_form_came_with() -> None:
    given = {"one": "b", "many": ["a", "b"], "line": " typed ", "long": "", "tick": ""}
    assert values(answered(FORM, given)) == ["b", ("a", "b"), "typed", "", False]
    assert values(answered(FORM, {"tick": "yes", "many": "b"}))[1::3] == [("b",), True]


def test_a_question_without_an_answer_keeps_its_own_or_was_left_empty() -> None:
    assert values(answered(FORM, {"line": "x"})) == ["a", ("a",), "x", "drafted", True]
    assert values(answered(FORM, {"line": "x"}, whole=True)) == ["", (), "x", "", False]


async def test_a_form_that_was_refused_comes_back_with_answers_and_errors() -> None:
    desk = Desk()
    reply = await asked_again(desk.handle, sent("thanks.send", line="x"), WRONG)
    assert isinstance(reply, Ask)
    assert reply.form.errors == WRONG.errors
    assert reply.form.token == "mine"  # nothing was taken: the same form may be sent
    assert values(reply.form)[2] == "x"
    assert [(event.verb, event.subject) for event in desk.came] == [("thanks", "t1")]


@pytest.mark.parametrize(("verb", "form"), [("thanks.press", FORM), ("thanks.send", None)])
async def test_where_no_form_opens_the_refusal_stands(verb: str, form: Form | None) -> None:
    assert await asked_again(Desk(form).handle, sent(verb), WRONG) is WRONG
