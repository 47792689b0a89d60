"""Who stands in for a lead: they see it, and end it when they are back."""

from datetime import date, timedelta

from storage.partnership import PersonId
from tests.core.anytown import MONDAY, Town

TODAY = MONDAY.date()


async def _names(town: Town, last: date) -> None:
    days = {"first": TODAY.isoformat(), "last": last.isoformat()}
    await town.does("grace", "standin.send", "", {"person": "web:priya-nair", **days})


async def test_the_form_says_who_stands_in_and_until_when(town: Town) -> None:
    page = await town.does("grace", "standin")
    page.sees("what is said in confidence").sees_not("I am back", "Standing in for you")
    await _names(town, TODAY + timedelta(days=3))
    page = await town.does("grace", "standin")
    page.sees("from 23 November 2026 to 26 November 2026: Priya Nair")
    values = {field.name: getattr(field, "value", "") for field in page.form.fields}
    assert values["person"] == "web:priya-nair"
    assert (values["first"], values["last"]) == ("2026-11-23", "2026-11-26")


async def test_whoever_is_back_hears_it_alone_again(town: Town) -> None:
    await _names(town, TODAY + timedelta(days=3))
    await town.raises("leila", how="confidence")
    assert len(town.cards("priya")) == 1
    page = await (await town.does("grace", "standin")).fills(back="yes")
    page.sees("You are back", "comes to you alone again")
    await town.raises("leila", how="confidence")
    assert len(town.cards("priya")) == 1
    (await town.does("grace", "standin")).sees_not("I am back")


async def test_what_is_over_is_not_said_to_hold(town: Town) -> None:
    await _names(town, TODAY)
    await town.passes(timedelta(days=1))
    (await town.does("grace", "standin")).sees_not("I am back")


async def test_that_whoever_was_named_has_left_is_said(town: Town) -> None:
    await _names(town, TODAY + timedelta(days=3))
    await town.core.members.forget([PersonId("web:priya-nair")])
    (await town.does("grace", "standin")).sees("nobody stands in for you", "I am back")


async def test_whoever_raises_something_reads_that_somebody_may_stand_in(town: Town) -> None:
    (await town.does("leila", "concern")).sees(
        "leads or stand-ins of", "perhaps from another agency"
    )
