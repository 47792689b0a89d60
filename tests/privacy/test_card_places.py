"""A copy of main doesn't tell when a card came, though a platform names it by the microsecond."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.app import open_stores
from storage.crypto.errors import SealBrokenError
from storage.delivery.card_places import CardPlaces, card_sent
from tests.conftest import Stores
from tests.core.anytown import Town, anytown

SLACK_SAYS = '{"channel": "D0123", "ts": "1795928548.409657"}'


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        await town.raises("leila", how="anonymous")
        await town.passes(timedelta(days=1))
        yield town


async def _places(town: Town) -> list[str]:
    return [str(ref) for ref in await town.column("card_sent", "ref")]


async def test_where_cards_stand_is_sealed_and_of_one_length(town: Town) -> None:
    places = await _places(town)
    assert len(places) > 1
    assert all(re.fullmatch(r"sealed:[A-Za-z0-9+/=]+", place) for place in places)
    assert len({len(place) for place in places}) == 1
    assert len(set(places)) == len(places)


async def test_what_an_earlier_version_wrote_openly_is_sealed_at_a_start(town: Town) -> None:
    [thread] = set(await town.column("thread", "id"))
    async with town.core.engine.begin() as connection:
        await connection.execute(update(card_sent).values(ref=SLACK_SAYS))
    await open_stores(town.core)
    places = await _places(town)
    assert not any("1795928548" in place for place in places)
    opens = CardPlaces(town.core.keys).open
    assert {opens(str(thread), place) for place in places} == {SLACK_SAYS}
    with pytest.raises(SealBrokenError):
        opens("another-thread", places[0])


async def test_a_card_is_changed_where_it_stands(town: Town) -> None:
    [thread] = set(await town.column("thread", "id"))
    before = len(town.cards("grace"))
    await town.does("grace", "thread.pick", str(thread))
    await town.core.ticks.drain()
    assert len(town.cards("grace")) == before
    assert "card-yours" in str(town.cards("grace")[-1].card)
