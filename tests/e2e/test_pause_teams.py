"""A pause in a Teams chat alone: each reader's card in their own language, and without that."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.passing import arrives, passes
from tests.e2e.pausing_rooms import (
    CHAT,
    HALF_IN_TEAMS,
    PAUSE,
    ROUND,
    TABLE,
    InTeams,
    counted,
    said,
    words_of,
)
from tests.peers.teams_person import Dialog, Person, texts
from tests.privacy.people import LEADS
from tests.privacy.world import World, world

CHAIR = LEADS["teams"][0]


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path, {}) as here:
        yield here


async def pauses(form: Dialog) -> Dialog:
    """The chair fills in the form; gives the page that they then see."""
    again = await form.press(said("pause-submit"), **{**PAUSE, "what": "  "})
    assert said("missing-about-to-decide") in texts(again.card)
    page = await again.press(said("pause-submit"), **PAUSE)
    assert said("voices-chair") in texts(page.card)
    return page


async def chaired(here: World) -> InTeams:
    """The chair pauses the chat by a typed word; its card stands there."""
    chair = InTeams(here, CHAIR, CHAT)
    chair.comes()
    await pauses(await chair.types("pause", said("teams-open-pause")))
    await arrives(here.core)
    assert said("voices-card") in texts(chair.card)
    assert TABLE not in json.dumps(chair.card)
    return chair


async def answer(here: World, *given: str) -> None:
    """One after another, with the card as it was sent."""
    for who, voice in zip(HALF_IN_TEAMS, given, strict=True):
        form = await InTeams(here, who, CHAT).presses(said("pause-answer-button"))
        page = await form.press(said("pause-answer-submit"), answer=voice, line=f"It is {voice}")
        assert said("pause-answered") in texts(page.card)


async def test_two_rounds_more_time_and_a_decision(here: World) -> None:
    chair = await chaired(here)
    await InTeams(here, HALF_IN_TEAMS[0], CHAT).presses(said("pause-time-button"))
    await arrives(here.core)
    asked = here.peers.teams.last(chair.person.chat)
    assert said("pause-time-asked") in texts(asked)
    assert HALF_IN_TEAMS[0].name not in json.dumps(asked)
    await chair.person.open(asked, said("pause-longer"))  # in their own chat, not in the meeting's
    await answer(here, *("comfortable",) * 5, "concerned")
    await passes(here.core, ROUND)
    assert said("pause-answer-button") in json.dumps(chair.card, ensure_ascii=False)
    await passes(here.core, ROUND / 2)
    assert counted(chair.card) == ["5 / 6", "1 / 6", "0 / 6", "0 / 6"]

    over = here.peers.teams.last(chair.person.chat)
    page = await chair.person.open(over, said("pause-chair"))
    await page.press(said("pause-again"))
    await arrives(here.core)
    assert said("voices-again") in texts(chair.card)
    await answer(here, *("concerned",) * 4, *("uncomfortable",) * 2)
    await passes(here.core, ROUND)
    page = await chair.presses(said("pause-see"))
    assert counted(page.card) == ["0 / 6", "4 / 6", "2 / 6", "0 / 6"]
    assert "before: 5" in words_of(page.card)

    form = await (await chair.presses(said("pause-chair"))).press(said("voices-decide"))
    done = await form.press(said("pause-decide-submit"), decision="go", why="With one more visit.")
    assert said("pause-decided-recorded") in texts(done.card)
    await arrives(here.core)
    assert said("pause-decided-go") in texts(chair.card)
    written = json.dumps([sent.activity for sent in here.peers.teams.sent])
    for content in (TABLE, "It is ", "With one more visit."):
        assert content not in written


async def test_each_reads_the_card_in_their_own_language_and_as_it_stands(here: World) -> None:
    chair = await chaired(here)
    nesta = InTeams(here, HALF_IN_TEAMS[0], CHAT)
    nesta.person.locale = "cy-GB"
    await nesta.person.install()
    assert texts(await chair.refreshed()) == texts(chair.card)
    card = await nesta.refreshed()
    assert said("voices-alone", "cy") in texts(card)
    form = await nesta.presses(said("pause-answer-button", "cy"), card)
    assert form.title == said("voices-answer-title", "cy")
    page = await form.press(said("pause-answer-submit", "cy"), answer="concerned")
    assert said("pause-answered", "cy") in texts(page.card)
    # Where Teams can't ask, the card as it was sent works for them too.
    form = await nesta.presses(said("pause-answer-button"))
    assert form.title == said("voices-answer-title", "cy")

    nesta.person.locale = "en-GB"  # known by now, whatever this device speaks
    for who in HALF_IN_TEAMS[1:]:
        form = await InTeams(here, who, CHAT).presses(said("pause-answer-button"))
        await form.press(said("pause-answer-submit"), answer="comfortable")
    await passes(here.core, ROUND)
    shown = await nesta.refreshed()
    assert said("voices-result", "cy") in texts(shown)
    assert said("voices-result") in texts(chair.card)
    assert counted(shown) == counted(chair.card) == ["5 / 6", "1 / 6", "0 / 6", "0 / 6"]
    page = await nesta.presses(said("pause-see", "cy"), shown)
    assert said("voices-result", "cy") in texts(page.card)


async def from_the_compose_box(here: World) -> tuple[InTeams, Dialog]:
    """The chair pauses by the action beside the box in which messages are written."""
    chair = InTeams(here, CHAIR, CHAT)
    value = {"commandId": "pause", "commandContext": "compose"}
    submit = "composeExtension/submitAction"
    opens = chair.person.dialog("composeExtension/fetchTask", value, submit, dict(CHAT))
    page = await pauses(await opens)
    await arrives(here.core)
    return chair, page


async def test_somebody_without_an_account_is_told_of_codes(here: World) -> None:
    InTeams(here, CHAIR, CHAT).comes()
    chair, _ = await from_the_compose_box(here)
    guest = Person(here.http, here.peers.teams, name="Guest", oid="")
    told = await guest.open(chair.card, said("pause-answer-button"), dict(CHAT))
    assert said("teams-no-agency") in texts(told.card)


async def test_where_nobody_has_added_the_app_the_chair_reads_what_to_do(here: World) -> None:
    _, page = await from_the_compose_box(here)
    assert here.peers.teams.to(CHAT["id"]) == []
    assert said("pause-no-card") in texts(page.card)
