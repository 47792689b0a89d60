"""A referral in Teams alone: taken, put off, done and heard of; or passed on and up."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from prompts.words import say, speak
from tests.e2e.partnerships import following
from tests.e2e.passing import monday, passes
from tests.e2e.teams_town import Anytown, anytown, opened, said, school
from tests.e2e.test_teams_path import raised
from tests.peers.fake_teams import Sent
from tests.peers.teams_person import Dialog, Json, Person, everything, texts

DAY = timedelta(days=1)
WHAT = "A decision on what we sent you, please."
ANSWERS = {"reference": "MASH-204", "kind": "information", "what": WHAT, "agency": "school"}
COMPOSE = ("composeExtension/fetchTask", "composeExtension/submitAction")


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, following(school()), monday()) as town:
        yield town


def message(town: Anytown, who: Person, *words: str) -> Sent:
    """The newest message of somebody's that says this."""
    for sent in reversed(town.teams.to(who.chat)):
        if all(word in texts(sent.card) for word in words):
            return sent
    raise AssertionError(f"{who.name} has no card that says {words}")


def card(town: Anytown, who: Person, *words: str) -> Json:
    """The card in it."""
    return message(town, who, *words).card


def above(page: Json, question: str) -> str:
    """What stands right above a question."""
    parts = everything(page)
    for items in (part.get("body") or part.get("items") or [] for part in parts):
        for before, part in pairwise(items):
            if part.get("id") == question:
                return texts(before)
    raise AssertionError(f"Nothing stands above {question!r}.")


async def does(town: Anytown, who: Person, card: Json, words: str) -> Dialog:
    """A button of a card is pressed; what follows from it arrives."""
    page = await who.open(card, said(words))
    await town.deliver()
    return page


async def sends(town: Anytown, form: Dialog, words: str, **answers: str) -> str:
    """A form is sent; gives what they read then."""
    page = await form.press(said(words), **answers)
    await town.deliver()
    return texts(page.card)


async def recorded(town: Anytown) -> None:
    """The typed word, the form, what is wrong, and then all of it."""
    form = await opened(town.rae, "referral", said("teams-open-referral"))
    wrong = {**ANSWERS, "reference": " ", "owner": "Nobody"}
    again = await form.press(said("referral-submit"), **wrong)
    assert said("missing-referral-reference") in above(again.card, "reference")
    again = await again.press(said("referral-submit"), reference="MASH-204")
    assert said("referral-owner-unknown") in above(again.card, "owner")
    assert said("referral-sent-role") in await sends(town, again, "referral-submit", owner="")


async def taken(town: Anytown) -> Json:
    """Lee takes it: the cards that both leads have change where they stand."""
    asked = message(town, town.lee, said("referral-card-unowned"), "MASH-204")
    assert WHAT not in texts(asked.card)
    page = await does(town, town.lee, asked.card, "button-mine")
    assert said("referral-yours") in texts(page.card)
    assert WHAT in texts(page.card)
    assert said("referral-card-owned") in texts(asked.card)
    assert asked.edits == 1
    assert message(town, town.lou, said("card-taken", name="Lee")).edits == 1
    message(town, town.rae, said("referral-taken", name="Lee"))
    return asked.card


async def helped_and_put_off(town: Anytown, mine: Json) -> None:
    """Whoever has it asks for help, and to be asked tomorrow; it stays theirs."""
    form = await does(town, town.lee, mine, "button-help")
    again = await form.press(said("referral-help-submit"), text=" ")
    assert said("missing-text") in above(again.card, "text")
    assert said("referral-helped") in await sends(
        town, again, "referral-help-submit", text="They have moved."
    )
    message(town, town.lou, said("referral-help-wanted", name="Lee"))
    message(town, town.rae, said("referral-in-the-way"))

    page = await does(town, town.lee, mine, "button-open")
    form = await page.press(said("button-later"))
    again = await form.press(said("referral-later-submit"), later="day")
    assert said("referral-later-which") in above(again.card, "day")
    read = await sends(town, again, "referral-later-submit", later="tomorrow")
    assert "at 09:00" in read
    await passes(town.core, DAY)
    nudge = card(town, town.lee, said("referral-nudge"))
    page = await does(town, town.lee, nudge, "button-mine")
    assert said("referral-still-yours") in texts(page.card)


async def is_done(town: Anytown, due: Json) -> None:
    """Whoever has it says what came of it."""
    form = await does(town, town.lee, due, "button-done")
    again = await form.press(said("referral-done-submit"), outcome="done", text=" ")
    assert said("missing-text") in above(again.card, "text")
    read = await sends(town, again, "referral-done-submit", text="It is decided.")
    assert said("referral-finished") in read
    for sent in town.teams.to(town.lee.chat):
        assert said("referral-is-done") in texts(sent.card)
        assert sent.edits > 0


async def lists(town: Anytown, who: Person) -> str:
    """What stands in somebody's personal chat."""
    return texts((await opened(who, "mine", said("teams-open-mine"))).card)


async def test_from_a_typed_word_to_done_and_heard_of(town: Anytown) -> None:
    rae, lee = town.rae, town.lee
    await recorded(town)
    assert said("desk-unassigned") in await lists(town, town.lou)
    await helped_and_put_off(town, await taken(town))
    await passes(town.core, 6 * DAY)
    due = card(town, lee, said("referral-due"))
    message(town, rae, said("referral-heard-back"))
    await is_done(town, due)

    listed = await lists(town, rae)
    assert said("referred-title") in listed
    assert "MASH-204" in listed
    came = card(town, rae, said("referral-came-of-it", name="Lee"))
    assert "It is decided." in texts((await does(town, rae, came, "button-open")).card)
    page = await does(town, rae, came, "button-heard")
    assert said("referral-closed") in texts(page.card)
    written = repr([sent.activity for sent in town.teams.sent])
    assert WHAT not in written
    assert "It is decided." not in written

    page = await does(town, lee, due, "button-notmine")
    assert said("referral-not-for-you") in texts(page.card)
    page = await does(town, rae, came, "button-further")
    assert said("referral-not-yours") in texts(page.card)
    assert await town.core.ticks.next_due() is None


async def taken_by_one(town: Anytown) -> tuple[Person, Person]:
    """Both leads press at the same moment; gives who has it, and who hasn't."""
    asked = [message(town, who, said("referral-card-unowned")) for who in (town.lee, town.lou)]
    pressed = (
        who.open(sent.card, said("button-mine"))
        for who, sent in zip((town.lee, town.lou), asked, strict=True)
    )
    read = [texts(page.card) for page in await asyncio.gather(*pressed)]
    await town.deliver()
    assert sum(said("referral-yours") in page for page in read) == 1
    assert sum(said("referral-not-for-you") in page for page in read) == 1
    has, hasnt = (town.lee, town.lou) if said("referral-yours") in read[0] else (town.lou, town.lee)
    message(town, has, said("referral-card-owned"))
    message(town, hasnt, said("card-taken", name=has.name))
    return has, hasnt


async def passed_on(town: Anytown, has: Person, to: Person) -> None:
    """It isn't theirs, and they know whose it is."""
    mine = message(town, has, said("referral-card-owned"))
    form = await does(town, has, mine.card, "button-notmine")
    why = {"owner": "Nobody", "text": "Not my class."}
    again = await form.press(said("referral-notmine-submit"), **why)
    assert said("referral-owner-unknown") in above(again.card, "owner")
    read = await sends(town, again, "referral-notmine-submit", owner=to.name)
    assert said("referral-handed-to", name=f"{to.name}, Anytown School") in read
    assert said("referral-handed-on") in texts(mine.card)
    page = await does(town, to, town.teams.last(to.chat), "button-open")
    assert "Not my class." in texts(page.card)


def welsh(words: str, **values: str) -> str:
    """What is read by whoever has chosen Welsh."""
    return speak(say(words, **values), "cy")


async def records_in_welsh(town: Anytown) -> None:
    """Rae chooses Welsh, and records a referral beside the compose box."""
    form = await opened(town.rae, "language", said("teams-open-language"))
    await form.press(said("language-submit"), language="cy")
    chosen = {"commandId": "referral", "commandContext": "compose", "data": {}}
    form = await town.rae.dialog(COMPOSE[0], chosen, COMPOSE[1], None)
    page = await form.press(welsh("referral-submit"), **ANSWERS)
    assert welsh("referral-sent-role") in texts(page.card)
    await town.deliver()


async def test_a_concerns_page_leads_to_the_form(town: Anytown) -> None:
    await raised(town, "named", release="now")
    page = await does(town, town.lee, town.teams.last(town.lee.chat), "button-open")
    form = await page.press(said("referral-button"))
    assert said("referral-intro") in texts(form.card)


async def test_two_take_it_at_once_it_is_passed_on_and_goes_up(town: Anytown) -> None:
    """And whoever recorded it reads Welsh."""
    rae = town.rae
    await records_in_welsh(town)
    has, hasnt = await taken_by_one(town)
    message(town, rae, welsh("referral-taken", name=has.name))
    await passed_on(town, has, hasnt)
    message(town, rae, welsh("referral-moved-on"))

    await passes(town.core, 4 * DAY)  # three quarters of the time are gone
    message(town, hasnt, said("referral-nudge-nobody"))
    await passes(town.core, 4 * DAY)  # due on Friday evening; a working day over on Monday evening
    waits = card(town, rae, welsh("referral-heard-back"))
    message(town, rae, welsh("referral-went-up"))
    message(town, town.lou, said("referral-at-level"))
    page = await rae.open(waits, welsh("button-further"))
    assert welsh("referral-further") in texts(page.card)
    await town.deliver()
    message(town, town.lou, said("referral-at-fallback"))
    page = await rae.open(waits, welsh("button-further"))
    assert welsh("referral-already-further") in texts(page.card)
