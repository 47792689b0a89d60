"""What is kept of a form that was sent, in case it comes twice, tells nobody what was answered."""

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from sqlalchemy import update

from prompts.shapes import Form
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, Town, anytown
from tests.core.tour_opinions import QUESTION
from tests.handlers.challenge.acts import CHALLENGE, code_on
from tests.handlers.pause.acts import CALM, PAUSE, ROUND, all_answer, pause_in, pauses

TOKEN = "a-form-that-is-sent-twice"
SENTENCE = "Please see them alone."


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def _challenges(town: Town, token: str, **chosen: str) -> Page:
    answers = {**CHALLENGE, "sentence": SENTENCE, **chosen}
    return await town.does("leila", "challenge.send", answers=answers, token=token)


async def test_nobody_can_tell_a_code_from_an_address_nor_when_it_goes_out(town: Town) -> None:
    ways = list(product(("chat", "receipt"), ("soon", "slot", "now"), ("no", "yes")))
    for at, (replies, release, danger) in enumerate(ways):
        token = f"a-form-of-its-own-{at}"
        page = await _challenges(town, token, replies=replies, release=release, danger=danger)
        assert page.form.submit is None
        await town.passes(timedelta(hours=1))
    for how, danger in product(("named", "confidence", "anonymous"), ("no", "yes")):
        more = {"how": how, "danger": danger, "anyway": "yes"}
        for verb, answers in (("concern", CONCERN), ("second-opinion", QUESTION)):
            page = await town.does("owen", f"{verb}.send", answers={**answers, **more})
            assert page.form.submit is None, page.text
    await town.passes(timedelta(days=1))  # what waited is in the main database by now
    kept = [str(reply) for reply in await town.column("submission", "reply")]
    assert len(kept) == len(ways) + 12
    assert len({len(reply) for reply in kept}) == 1, sorted(map(len, kept))
    assert not [r for r in kept if "{" in r or "sent" in r or "receipt" in r]


async def test_no_page_of_a_meeting_is_kept_readable(town: Town) -> None:
    await pauses(town, "leila")
    await all_answer(town, *CALM)
    await town.passes(ROUND)
    page = await town.does(
        "leila", "pause.decide.send", pause_in(town), {"decision": "go", "why": "As before."}
    )
    page.sees(PAUSE["what"])
    kept = " ".join(str(reply) for reply in await town.column("submission", "reply"))
    assert kept
    assert PAUSE["what"] not in kept


async def test_who_sends_the_same_form_again_sees_their_code_again(town: Town) -> None:
    first = await _challenges(town, TOKEN, replies="receipt")
    again = await _challenges(town, TOKEN, replies="receipt")
    assert again.reply == first.reply
    assert len(code_on(again)) == 23
    assert len(await town.column("thread", "id")) == 1


async def test_the_form_of_before_is_answered_for_its_two_days(town: Town) -> None:
    """A reply that an earlier version kept, in plain JSON."""
    first = await _challenges(town, TOKEN)
    plain = TypeAdapter(Form).dump_json(first.form).decode()
    async with town.core.engine.begin() as connection:
        await connection.execute(update(main_metadata.tables["submission"]).values(reply=plain))
    assert (await _challenges(town, TOKEN)).text == first.text
