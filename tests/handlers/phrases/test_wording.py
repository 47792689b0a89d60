"""Words that wound: a hint before something goes out, and then it goes."""

import pytest

from bot.core.ask_again import answered
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from prompts.folding import is_closed
from prompts.shapes import Answers, Tick
from prompts.words import speak
from tests.core.anytown import CONCERN, Page, Town
from tests.handlers.challenge.acts import CHALLENGE
from tests.peers.transcript import words_of

BLAMING = "She puts herself at risk every weekend."


def as_they_are(page: Page) -> dict[str, str]:
    """The tick below a hinted box, which nobody has set yet."""
    ticks = [f for f in page.form.fields if isinstance(f, Tick) and f.name.startswith("wording")]
    assert [tick.value for tick in ticks] == [False]
    return {ticks[0].name: "yes"}


async def test_a_hint_says_why_and_offers_other_words(town: Town) -> None:
    before = await town.dump()
    asked = await town.does("leila", "concern")
    again = await asked.fills({**CONCERN, "what": BLAMING})
    again.sees("“puts herself at risk”", "made by whoever hurts them", "Say who or what puts them")
    assert again.form.token == asked.form.token
    assert await town.dump() == before
    names = [field.name for field in again.form.fields]
    assert names.index("what") + 1 == names.index(
        next(iter(as_they_are(again)))
    )  # it stands at the words
    assert list(again.form.warnings) == ["what"]
    sent = await again.fills({**CONCERN, "what": f"{BLAMING}\n", **as_they_are(again)})
    assert "We have your concern" in speak(sent.form.title, "en")


async def test_what_is_ticked_lets_no_later_words_through(town: Town) -> None:
    again = await (await town.does("leila", "concern")).fills({**CONCERN, "what": BLAMING})
    ticked, later = as_they_are(again), f"{BLAMING} She is manipulative."
    anew = await again.fills({**CONCERN, "what": later, **ticked})
    anew.sees("“manipulative”")
    assert as_they_are(anew) != ticked
    unticked = await anew.fills({**CONCERN, "what": later})
    sent = await unticked.fills({**CONCERN, "what": later, **as_they_are(unticked)})
    assert "We have your concern" in speak(sent.form.title, "en")


async def test_it_stays_ticked_while_something_else_is_wrong(town: Town) -> None:
    again = await (await town.does("leila", "concern")).fills({**CONCERN, "what": BLAMING})
    answers = {**CONCERN, "what": BLAMING, **as_they_are(again), "topic": ""}
    (await again.fills(answers)).refused("what it is about", "topic")
    event = Event("concern.send", "", answers)
    fields = answered((await town.does("leila", "concern")).form, event.answers).fields
    kept = [f for f in fields if isinstance(f, Tick) and f.name in as_they_are(again)]
    assert [tick.value for tick in kept] == [True]


@pytest.mark.parametrize(
    "answers",
    [
        {"what": "Two people called her manipulative."},
        {"what": BLAMING, "danger": "yes"},
    ],
)
async def test_there_is_none_for_harmless_words_nor_in_danger(
    town: Town, answers: dict[str, str]
) -> None:
    sent = await (await town.does("leila", "concern")).fills({**CONCERN, **answers})
    assert "We have your concern" in speak(sent.form.title, "en")


async def test_it_stands_beside_what_else_is_to_be_thought_of(town: Town) -> None:
    asked = await town.does("leila", "concern")
    words = {**CONCERN, "anyway": "", "how": "anonymous", "what": f"{BLAMING} Ring 07700 900123."}
    again = await asked.fills(words)
    again.sees("“puts herself at risk”", "07700 900123")
    sent = await again.fills({**words, "anyway": "yes", **as_they_are(again)})
    assert "We have your concern" in speak(sent.form.title, "en")


async def test_nobody_has_to_open_anything_to_read_it(town: Town) -> None:
    asked = await town.does("leila", "challenge")
    drafted = await asked.fills({**CHALLENGE, "how": "named", "what": BLAMING})
    drafted.sees("“puts herself at risk”")
    [box] = (field for field in drafted.form.fields if field.name == "what")
    assert not is_closed(drafted.form, box)


async def test_a_lead_who_answers_is_hinted_at_too(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    asked = await page.presses("Reply")
    again = await asked.fills(text="The family failed to engage.")
    again.sees("“failed to engage”", "our help didn’t fit")
    done = await again.fills({"text": "The family failed to engage.", **as_they_are(again)})
    assert isinstance(done.reply, Ask)
    assert done.form.submit is None


async def test_welsh_words_of_ours_that_were_put_in_by_name_are_told_to_whoever_hides_since(
    town: Town,
) -> None:
    words = "Beth sydd wedi dod yn fwy diogel ers i ni ddechrau?"
    answers = {**CONCERN, "what": words}
    again = await (await town.does("sian", "concern")).fills({**answers, "how": "anonymous"})
    again.sees("may tell something about you")
    named = await (await town.does("sian", "concern")).fills({**answers, "how": "named"})
    assert "We have your concern" in speak(named.form.title, "en")


async def _shown(town: Town, who: str, answers: Answers) -> list[str]:
    page = await (await town.does(who, "concern")).fills(answers)
    return [speak(words, "en") for words in words_of(page.form)]


async def test_everybody_is_shown_the_same_and_nothing_is_kept(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    before = await town.dump()
    answers = {**CONCERN, "how": "anonymous", "what": BLAMING}
    assert await _shown(town, "kofi", answers) == await _shown(town, "kofi", answers)
    assert await town.dump() == before
    logged = repr([r.__dict__ for r in caplog.records if r.name.partition(".")[0] != "aiosqlite"])
    assert [w for w in ("kofi", "herself", "wording") if w in logged] == []
