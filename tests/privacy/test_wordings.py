"""What the forms say before something hidden goes out, and what its wording would tell."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from handlers.challenge.drafting import ANEW, SENTENCE
from prompts.shapes import Choice, Line, Long
from prompts.words import LANGUAGES, speak
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, Town, anytown
from tests.handlers.challenge.acts import CHALLENGE
from tests.handlers.pause.acts import pauses
from tests.handlers.second_opinion.acts import QUESTION, asks

FEW = "Fewer than 5 other people could have sent this"
READ = "People have read these words"
TOLD = "Part of your sentence is our own wording"
ANEW_NOTE = "Your name is hidden now, so the wording is new"


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


def _values(page: Page) -> dict[str, str]:
    """What stands in a form, to be sent as it is."""
    kinds = (Line, Long, Choice)
    return {f.name: f.value for f in page.form.fields if isinstance(f, kinds) and f.value}


# Words that were read before


async def _turned(town: Town, how: str, into: str) -> Page:
    await asks(town, "leila", how=how)
    return await (await town.mine("leila")).presses(f"Make it a {into}")


async def _sends(page: Page, answers: Mapping[str, object], **chosen: str) -> Page:
    given = {**answers, **_values(page), SENTENCE: "Please look at it.", "anyway": "", **chosen}
    return await page.fills({name: str(value) for name, value in given.items()})


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
@pytest.mark.parametrize("into", ["concern", "challenge"])
async def test_words_brought_along_are_raised_as_they_were_said(
    town: Town, how: str, into: str
) -> None:
    page = await _turned(town, how, into)
    assert _values(page)["how"] == how
    page.sees("a name beside it" if how == "named" else "without your name")


@pytest.mark.parametrize(("into", "answers"), [("concern", CONCERN), ("challenge", CHALLENGE)])
@pytest.mark.parametrize("how", ["anonymous", "confidence"])
async def test_before_words_read_under_a_name_go_out_without_one_a_warning_stands(
    town: Town, into: str, answers: Mapping[str, object], how: str
) -> None:
    page = await _turned(town, "named", into)
    warned = await _sends(page, answers, how=how, release="now", replies="chat")
    warned.sees(READ, "with a name beside them", "Send it as it is")
    assert len(await town.column("thread", "id")) == 1
    again = await _sends(warned, answers, how=how, release="now", replies="chat")
    again.sees(READ)  # it is still known of the form that is asked again
    sent = await _sends(again, answers, how=how, release="now", replies="chat", anyway="yes")
    assert sent.form.submit is None
    assert len(await town.column("thread", "id")) == 2


@pytest.mark.parametrize(("into", "answers"), [("concern", CONCERN), ("challenge", CHALLENGE)])
async def test_by_name_again_nothing_is_asked_and_in_danger_nothing_waits(
    town: Town, into: str, answers: Mapping[str, object]
) -> None:
    await asks(town, "leila")
    question = await town.mine("leila")
    page = await question.presses(f"Make it a {into}")
    assert (await _sends(page, answers, how="named")).form.submit is None
    page = await question.presses(f"Make it a {into}")
    chosen = {"how": "anonymous", "release": "now", "replies": "chat", "danger": "yes"}
    assert (await _sends(page, answers, **chosen)).form.submit is None


async def test_before_words_read_without_a_name_get_one_a_warning_stands(town: Town) -> None:
    page = await _turned(town, "anonymous", "concern")
    (await _sends(page, CONCERN, how="named")).sees(READ, "without your name")
    page = await (await town.mine("leila")).presses("Make it a referral")
    page.sees("without your name")
    given = {"kind": "other", "due": "24/12/2026", "agency": "police", "role": "lead"}
    (await page.fills({**_values(page), **given})).sees(READ, "without your name")
    assert len(await town.column("thread", "id")) == 1


async def test_a_question_of_a_meeting_is_asked_outside_by_name_at_first(town: Town) -> None:
    await pauses(town, "leila")
    page = await town.does("leila", "pause.to.opinion", str((await _threads(town))[0]))
    assert _values(page)["how"] == "named"
    warned = await _sends(page, QUESTION, how="anonymous", release="now")
    warned.sees(READ, "with a name beside them")


async def _threads(town: Town) -> list[object]:
    return await town.column("thread", "id")


async def test_what_a_form_carries_is_one_of_our_own_marks(town: Town) -> None:
    for subject in ("brought-x", "brought-named-1", str(PersonId("web:leila-brooks"))):
        page = await town.does("leila", "concern", subject)
        assert page.form.subject == ""


# The language that somebody has on


async def _begun_by_name(town: Town) -> Page:
    answers = {**CHALLENGE, "how": "named"}
    page = await (await town.does("sian", "challenge")).fills(answers)
    assert "Nid wyf yn cytuno" in _values(page)[SENTENCE]
    return page


async def _said(town: Town) -> str:
    """What the owner of the decision reads."""
    await town.core.ticks.drain()
    return (await town.opens("amina")).text


async def test_what_was_drafted_by_name_goes_out_hidden_in_the_language_of_all(town: Town) -> None:
    page = await _begun_by_name(town)
    hidden = {**CHALLENGE, "how": "anonymous"}
    anew = await page.fills({**hidden, SENTENCE: _values(page)[SENTENCE]})
    anew.sees(ANEW_NOTE)
    # Slack keeps what stands in a question that it knows: this is another one.
    assert SENTENCE not in _values(anew)
    assert _values(anew)[ANEW].startswith("I do not agree with this decision")
    await anew.fills({**hidden, ANEW: _values(anew)[ANEW]})
    read = await _said(town)
    assert "I do not agree" in read
    assert "Nid wyf" not in read


@pytest.mark.parametrize("how", ["anonymous", "confidence"])
async def test_in_danger_too_and_nothing_waits_for_it(town: Town, how: str) -> None:
    page = await _begun_by_name(town)
    chosen = {**CHALLENGE, "how": how, "danger": "yes", SENTENCE: _values(page)[SENTENCE]}
    (await page.fills(chosen)).sees("goes out at once" if how == "anonymous" else "sent")
    assert "Nid wyf" not in await _said(town)


async def test_what_they_made_of_it_is_theirs_after_a_warning(town: Town) -> None:
    page = await _begun_by_name(town)
    own = _values(page)[SENTENCE] + " Diolch."
    warned = await page.fills({**CHALLENGE, "how": "anonymous", "anyway": "", SENTENCE: own})
    warned.sees(TOLD, "Send it as it is")
    assert _values(warned)[SENTENCE] == own
    sent = await warned.fills({**CHALLENGE, "how": "anonymous", SENTENCE: own, "anyway": "yes"})
    assert sent.form.submit is None


async def test_a_draft_of_all_is_no_warning(town: Town) -> None:
    hidden = {**CHALLENGE, "anyway": ""}
    page = await (await town.does("sian", "challenge")).fills(hidden)
    assert _values(page)[SENTENCE].startswith("I do not agree")
    page.sees_not(TOLD, ANEW_NOTE)
    sent = await page.fills({**hidden, SENTENCE: _values(page)[SENTENCE]})
    sent.sees_not(TOLD, ANEW_NOTE)
    assert sent.form.submit is None


# How many could have sent it


async def _joined(town: Town, count: int) -> None:
    """So many people of the school besides Leila and Anne, and its leads, whom it reaches."""
    await town.core.members.remember(
        [
            Seen(PersonId(f"web:teacher-{n}"), AgencyId("school"), f"T {n}", "en", "{}")
            for n in range(count)
        ]
    )


@pytest.mark.parametrize("others", [4, 5])
async def test_whoever_sends_it_is_not_one_of_those_who_could_have(town: Town, others: int) -> None:
    await _joined(town, others - 1)
    told = {**CONCERN, "how": "anonymous", "agency": "school", "tell_agency": "yes", "anyway": ""}
    page = await town.does("leila", "concern.send", answers=told)
    assert (FEW in page.text) is (others < 5), page.text


@pytest.mark.parametrize("out", [0, 1])
async def test_nor_is_whom_it_reaches_or_who_has_left(town: Town, out: int) -> None:
    await _joined(town, 4)
    left = PersonId("web:teacher-0")
    told = {**CONCERN, "how": "anonymous", "agency": "school", "tell_agency": "yes", "anyway": ""}
    async with town.core.transactions.begin() as work:
        asked = work.repo.people.others_who_could
        school = AgencyId("school")
        everybody = await asked(school, frozenset())
        assert await asked(school, frozenset({left})) == everybody - 1
        assert await asked(None, frozenset()) > everybody
    await town.core.members.forget([left] if out else [])
    page = await town.does("leila", "concern.send", answers=told)
    assert (FEW in page.text) is bool(out)


# What goes out at once


@pytest.mark.parametrize("verb", ["concern", "challenge", "second-opinion"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_form_says_beforehand_where_the_time_can_be_seen(
    town: Town, verb: str, language: str
) -> None:
    page = await town.does("leila", verb)
    choices = {f.name: f for f in page.form.fields if isinstance(f, Choice)}
    said = {"en": "time can be seen", "cy": "gweld yr amser"}[language]
    for name, value in (("how", "confidence"), ("release", "now")):
        shown = choices[name].reveals[value]
        assert said in speak(getattr(shown, "words"), language)  # noqa: B009
    hint = choices["danger"].hint
    assert hint is not None
    assert {"en": "can be seen", "cy": "gweld yr amser"}[language] in speak(hint, language)
