"""Answers that can't be taken: each is refused beside its question, and nothing is kept of it."""

import pytest

from handlers.contract.outcomes import Refuse
from prompts.words import speak
from tests.core.anytown import CONCERN, Town

LONG = "a" * 2501

CASES = [
    ({"danger": ""}, "danger", "in danger right now"),
    ({"topic": ""}, "topic", "what it is about"),
    ({"topic": "gossip"}, "topic", "what it is about"),
    ({"what": ""}, "what", "what you saw or heard"),
    ({"what": " \n\t "}, "what", "what you saw or heard"),
    ({"what": "\u200b\u2060\u202e\ufeff"}, "what", "what you saw or heard"),
    ({"what": "\u2800\u3164\u00a0\ufe0f"}, "what", "what you saw or heard"),
    ({"what": LONG}, "what", "at most 2,500"),
    ({"reference": "r" * 61}, "reference", "at most 60"),
    ({"agency": ""}, "agency", "choose an agency"),
    ({"agency": "nowhere"}, "agency", "choose an agency"),
    ({"how": ""}, "how", "by name, in confidence or anonymously"),
    ({"how": "shouting"}, "how", "by name, in confidence or anonymously"),
    ({"how": "anonymous", "release": ""}, "release", "when it should go out"),
    ({"left_out": ["web:nobody"]}, "left_out", "only people from the list"),
    (
        {"left_out": ["web:grace-okafor", "web:daniel-reid", "web:ruth-ellison"]},
        "left_out",
        "nobody there would hear it",
    ),
]


@pytest.mark.parametrize(("change", "field", "words"), CASES)
async def test_a_concern_that_is_not_complete(
    town: Town, change: dict[str, str | list[str]], field: str, words: str
) -> None:
    before = await town.dump()
    page = await (await town.does("leila", "concern")).fills({**CONCERN, **change})
    page.refused(words, field)
    assert await town.dump() == before


async def test_an_empty_form_is_refused_at_every_question_at_once(town: Town) -> None:
    page = await (await town.does("leila", "concern")).fills()
    assert isinstance(page.reply, Refuse)
    assert set(page.reply.errors) >= {"danger", "topic", "what", "agency", "how"}
    assert all(speak(words, "cy") for words in page.reply.errors.values())


TEXTS = [("", "a few words"), ("\u200b\u202e", "a few words"), (LONG, "at most 2,500")]


@pytest.mark.parametrize(("text", "words"), TEXTS)
async def test_what_a_lead_and_a_raiser_write_is_neither_empty_nor_endless(
    town: Town, text: str, words: str
) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    mine = await (await town.mine("leila")).presses("Add something")
    before = await town.dump()
    for button in ("Reply", "Ask a question", "Give the final answer", "Pass it on"):
        asked = await page.presses(button)
        refused = await asked.fills(text=text, outcome="acted", agency="police")
        refused.refused(words, "text")
    (await mine.fills(text=text)).refused(words, "text")
    assert await town.dump() == before


async def test_a_final_answer_and_passing_on_need_their_choice(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    closing = await page.presses("Give the final answer")
    (await closing.fills(text="Done.")).refused("what came of it", "outcome")
    passing = await page.presses("Pass it on")
    (await passing.fills(text="Yours.")).refused("choose an agency", "agency")
    own = await passing.fills(text="Yours.", agency="childrens-social-care")
    own.refused("choose an agency", "agency")


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"person": "", "first": "2026-11-23", "last": "2026-11-24"}, "person", "someone"),
        ({"person": "web:grace-okafor"}, "person", "someone"),
        ({"first": ""}, "first", "first day"),
        ({"first": "soon"}, "first", "a date like 24/12/2026"),
        ({"first": "31/02/2027"}, "first", "The calendar does not have that day"),
        ({"last": "31/02/2027"}, "last", "The calendar does not have that day"),
        ({"last": "2026-11-20"}, "last", "last day"),
        ({"first": "2026-11-20", "last": "2026-11-22"}, "last", "last day"),
        ({"last": "2036-11-24"}, "last", "within a year"),
    ],
)
async def test_a_stand_in_needs_a_person_and_days(
    town: Town, answers: dict[str, str], field: str, words: str
) -> None:
    sound = {"person": "web:amina-yusuf", "first": "2026-11-23", "last": "2026-11-24"}
    asked = await town.does("grace", "standin")
    (await asked.fills({**sound, **answers})).refused(words, field)


async def test_a_language_we_do_not_speak_is_refused(town: Town) -> None:
    asked = await town.does("leila", "language")
    (await asked.fills(language="tlh")).refused("from the list", "language")


async def test_halves_of_characters_are_kept_as_something_that_can_be_shown(town: Town) -> None:
    await town.raises("leila", what="A smile \ud83d broke.")
    assert "A smile ? broke." in (await town.opens("grace")).text


async def test_hidden_characters_are_not_kept(town: Town) -> None:
    await town.raises("leila", what="He \u202esaid\u202c it\u200b.\r\nTwice. 🏴󠁧󠁢󠁷󠁬󠁳󠁿 Sia\u0302n")
    assert "He said it.\nTwice. 🏴󠁧󠁢󠁷󠁬󠁳󠁿 Siân" in (await town.opens("grace")).text


async def test_a_form_without_its_token_is_too_old_to_be_sent(town: Town) -> None:
    page = await town.does("leila", "concern.send", answers=CONCERN, token="short")
    page.refused("cannot be sent any more")


async def test_something_that_was_never_there_is_refused_kindly(town: Town) -> None:
    (await town.does("leila", "concern.delete")).refused("try from there")


async def test_nobody_is_offered_a_form_that_would_be_refused(town: Town) -> None:
    await town.raises("leila", how="confidence")
    mine = (await town.mine("leila")).form
    thread = next(b.subject for b in mine.buttons if b.verb == "mine.answer")
    (await town.does("leila", "mine.withdraw", thread)).refused("There is no final answer yet")
