"""Whoever sends something and is signed out by then: told why, and none of their words is lost."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.web.render import pages
from bot.web.render.shapes import typed
from prompts.shapes import Choice, Form, Line, Long, Option, Tick
from prompts.words import Plain
from storage.partnership import PersonId
from tests.signin.browsing import Browser, browser_of
from tests.signin.town import KOFI, SignInTown


async def test_what_somebody_wrote_is_not_lost_with_their_session(town: SignInTown) -> None:
    kofi = await town.signed_in()
    await kofi.goes("/me/do/concern")
    town.clock.set(town.clock.now() + timedelta(minutes=31))
    await kofi.presses("Send", what="He hit her.", agency="childrens-social-care", how="named")
    assert kofi.answer.status_code == 401
    # In both languages: no link to the other one leaves the words behind.
    kofi.sees("You are signed out", "You wrote He hit her. Sign in again", "Mewngofnodi eto")
    assert "hreflang" not in kofi.answer.text
    # What was chosen nobody wrote.
    assert kofi.page.text.count("You wrote") == 1
    assert "childrens-social-care" not in kofi.page.text


async def test_nothing_typed_is_lost_while_nobody_can_be_looked_up(town: SignInTown) -> None:
    kofi = await town.signed_in()
    await kofi.goes("/me/do/concern")
    async with town.core.engine.begin() as there:
        await there.execute(text("ALTER TABLE session_mark RENAME TO elsewhere"))
    await kofi.presses("Send", what="He hit her.", how="named")
    assert kofi.answer.status_code == 503
    kofi.sees("Something went wrong", "You wrote He hit her.", "Aeth rhywbeth o’i le")
    assert "hreflang" not in kofi.answer.text
    assert "Sign in again" not in kofi.page.text


async def test_a_form_from_before_one_signed_in_anew_keeps_what_was_typed(town: SignInTown) -> None:
    kofi = await town.signed_in()
    await kofi.goes("/me/do/concern")
    form, values = kofi.page.form_with("Send")
    kofi.steals(await town.signed_in(KOFI, 2))  # in another tab of the same browser
    await kofi.sends(form.action, values | {"what": "He hit her."})
    assert kofi.answer.status_code == 403
    kofi.sees("This page is too old", "was not sent", "You wrote He hit her.", "rhy hen")


async def test_whoever_meets_our_mistake_keeps_their_words_and_looks_before_sending_again(
    town: SignInTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    kofi = browser_of(town.app, raising=False)
    kofi.steals(await town.signed_in())
    await kofi.goes("/me/do/concern")

    def fails(*_: object, **__: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(pages, "page", fails)
    await kofi.presses("Send", what="He hit her.", agency="childrens-social-care", how="named")
    assert kofi.answer.status_code == 500
    kofi.sees("Something went wrong", "It may have been sent", "You wrote He hit her.")


async def test_why_somebody_is_signed_out_is_said_alike_to_everybody(town: SignInTown) -> None:
    said = set()
    for number, ends in enumerate((_waits, _signs_out, _is_taken_out), 1):
        kofi = await town.signed_in(KOFI, number)
        await kofi.goes("/me/do/concern")
        form, values = kofi.page.form_with("Send")
        await ends(town, kofi)
        await kofi.sends(form.action, values | {"what": "He hit her."})
        said.add(kofi.page.text)
    stranger, typed_in = town.browser(), {"_typed": "what", "what": "He hit her."}
    await stranger.sends("/me/do/concern.send", typed_in)
    assert said == {stranger.page.text}
    stranger.sees("half an hour", "twelve hours", "sign out here", "no longer in the partnership")


async def _waits(town: SignInTown, _kofi: Browser) -> None:
    town.clock.set(town.clock.now() + timedelta(minutes=31))


async def _signs_out(_town: SignInTown, kofi: Browser) -> None:
    await kofi.goes("/me/sign-out")
    await kofi.presses("Sign out here")


async def _is_taken_out(town: SignInTown, _kofi: Browser) -> None:
    await town.core.members.forget([PersonId("web:kofi-mensah")])


async def test_after_signing_out_the_other_language_can_be_chosen(town: SignInTown) -> None:
    kofi = await town.signed_in()
    await _signs_out(town, kofi)
    assert 'href="?lang=cy"' in kofi.answer.text
    assert (await kofi.goes("/me/sign-out?lang=cy")).where == "/?lang=cy"
    assert (await kofi.goes("/me/sign-out?lang=//evil.example")).where == "/"


def test_a_page_names_the_boxes_into_which_somebody_types() -> None:
    words = Plain("What?")
    fields = (
        *(Long("what", words), Line("reference", words), Line("day", words, kind="date")),
        *(Choice("how", words, (Option("named", words),)), Tick("anyway", words)),
    )
    assert typed(Form(words, fields=fields)) == "what reference"


async def test_nothing_typed_is_lost_where_what_it_is_about_is_gone(town: SignInTown) -> None:
    kofi = await town.signed_in()
    await kofi.goes("/me/do/concern")
    _, values = kofi.page.form_with("Send")
    gone = {"_subject": "gone", "_typed": "text", "text": "He hit her."}
    await kofi.sends("/me/do/thread.answer.send", values | gone)
    assert kofi.answer.status_code == 403
    kofi.sees("This is what you wrote", "You wrote He hit her.", "Kofi Mensah", "Dyma’r hyn")
    assert 'class="tongue"' not in kofi.answer.text
