"""Help me say it: what somebody reads alone, and what two presses put into a box."""

import ast
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.admission import Incoming
from bot.core.helping import helped
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from prompts.shapes import Answers, Form, Long
from prompts.words import speak
from tests.core.anytown import CONCERN, Page, Town


async def presses_help(page: Page, pressed: str, answers: Answers | None = None) -> Page:
    """They press something below a box of the form that stands before them."""
    form, given = page.form, answers or {}
    town, who = page.town, page.who
    event = Event(form.verb, form.subject, given)
    incoming = Incoming(town.actor(who), event, form.token)
    reply = await helped(town.core.dispatch.handle, incoming, pressed)
    return Page(town, who, reply)


def box_of(form: Form, name: str = "what") -> Long:
    return next(f for f in form.fields if isinstance(f, Long) and f.name == name)


def presses(form: Form, name: str = "what") -> dict[str, str]:
    """What can be put into a box, by its words."""
    shown = box_of(form, name).suggestions
    assert shown is not None
    return {speak(row.words, "en"): row.press for group in shown.groups for row in group.rows}


async def test_somebody_reads_sentences_about_one_thing(town: Town) -> None:
    asked = await town.does("leila", "phrases")
    page = await asked.fills(topic="closure")
    page.sees("What is it about?\nA case closed too soon")
    page.sees(
        "What has got safer since we began?", "Please keep it open until", "I am concerned that",
        "What came before:", "Ask the chair in private", "Raise a concern",
    )  # fmt: skip
    page.sees_not("Can you help me to understand")  # what is about closing stands in its place
    (await asked.fills(topic="gossip")).refused("what it is about", "topic")


async def test_whoever_was_asked_reads_how_to_answer(town: Town) -> None:
    page = await (await town.does("grace", "phrases")).fills(topic="answer")
    page.sees("You changed my mind", "I need a little longer").sees_not("Ask the chair in private")


async def test_two_presses_put_words_for_this_topic_into_the_box(town: Town) -> None:
    before = await town.dump()
    asked = await town.does("leila", "concern")
    typed = {**CONCERN, "what": "The case was closed on Friday."}
    shown = await presses_help(asked, "what", {**typed, "topic": "closure"})
    offered = presses(shown.form)
    words = "What has got safer since we began?"
    assert words in offered
    done = await presses_help(shown, offered[words], typed)
    box = box_of(done.form)
    assert box.value == f"The case was closed on Friday.\n\n{words}"
    assert box.suggestions is None
    assert done.form.token == asked.form.token
    assert await town.dump() == before
    # What else was answered stands there still, and it can be sent as it is.
    sent = await done.fills({**typed, "what": box.value})
    assert "We have your concern" in speak(sent.form.title, "en")


async def test_it_can_be_closed_again_and_nothing_typed_is_lost(town: Town) -> None:
    asked = await town.does("leila", "concern")
    shown = await presses_help(asked, "what", {"what": "Mine."})
    closed = await presses_help(shown, "what close", {"what": "Mine."})
    assert box_of(closed.form) == replace(box_of(asked.form), value="Mine.")


async def test_words_that_have_no_room_are_said_to_be_too_long(town: Town) -> None:
    asked = await town.does("leila", "concern")
    full = "a" * 2490
    shown = await presses_help(asked, "what", {"what": full})
    press = next(iter(presses(shown.form).values()))
    done = await presses_help(shown, press, {"what": full})
    assert box_of(done.form).value == full
    assert "at most 2,500" in speak(done.form.errors["what"], "en")


async def test_without_a_name_everybody_starts_from_the_same_language(town: Town) -> None:
    asked = await town.does("sian", "concern")
    hidden = await presses_help(asked, "what", {"how": "anonymous"})
    assert any("worried" in words for words in presses(hidden.form))
    welsh = await presses_help(hidden, "what cy", {"how": "anonymous"})
    assert any("poeni" in words for words in presses(welsh.form))
    shown = box_of(welsh.form).suggestions
    assert shown is not None
    assert "may tell something about you" in speak(shown.notes[0], "en")


async def test_in_ones_own_name_it_is_ones_own_language(town: Town) -> None:
    actor = town.actor("sian")
    assert actor.language == "cy"
    shown = await presses_help(await town.does("sian", "concern"), "what", {"how": "named"})
    assert any("poeni" in words for words in presses(shown.form))


async def test_a_reply_and_a_leads_answer_have_words_of_their_own(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    for button in ("Reply", "Ask a question", "Give the final answer"):
        shown = await presses_help(await page.presses(button), "text")
        assert any("Thank you for saying this" in words for words in presses(shown.form, "text"))
    adding = await (await town.mine("leila")).presses("Add something")
    shown = await presses_help(adding, "text")
    assert any("still worried" in words for words in presses(shown.form, "text"))


SILENT = {
    "handlers/administration/hours.py": 1,  # days and a table, to nobody
    "handlers/administration/people/many.py": 1,
    "handlers/break_glass/command.py": 1,  # why a name is opened goes on record, and to nobody
    "handlers/insight/card.py": 2,  # it begins with words: the leaders' page has them
    "handlers/story/command.py": 1,  # told about what came of it, and to nobody in particular
    "handlers/pause/answering.py": 1,  # here and on the next one practises saying it oneself
    "handlers/practice/pages.py": 1,
    "handlers/pause/debrief.py": 1,  # which meeting it was
    "handlers/phrases/beside.py": 1,  # it shows what to start from
}
"""How many boxes have no words to start from, by file, and why."""


def test_every_box_in_which_something_is_said_has_words_to_start_from() -> None:
    found = Counter(
        str(file)
        for file in Path("handlers").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Long"
        if "says" not in {word.arg for word in call.keywords}
    )
    assert found == SILENT


async def test_a_note_an_opinion_and_a_referral_have_words_of_their_own(town: Town) -> None:
    opinion = await presses_help(await town.does("leila", "second-opinion"), "view")
    assert any("we agree too fast" in words for words in presses(opinion.form, "view"))
    referral = await presses_help(await town.does("leila", "referral"), "what")
    assert any("What we have done" in words for words in presses(referral.form))
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    note = await presses_help(await page.presses("Add a note"), "text")
    assert any("What I only think" in words for words in presses(note.form, "text"))


@pytest.mark.parametrize(
    "pressed", ["", "nothing", "danger", "what en nothing", "what xx", "a b c d e", "what close x"]
)
async def test_a_press_that_is_none_of_ours_changes_nothing(town: Town, pressed: str) -> None:
    asked = await town.does("leila", "concern")
    again = await presses_help(asked, pressed, {"what": "Mine."})
    assert isinstance(again.reply, Ask)
    assert box_of(again.form).value == "Mine."
