"""Whatever is malformed gets a 4xx, leaves no word of itself in a log, and changes no row."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from storage.keyring.tables import keyring_metadata
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import Dump, rows
from tests.edge.malformed import MARK, Bad, at_health, at_slack, at_teams, at_web
from tests.privacy.hands import ORIGIN, TeamsHand
from tests.privacy.people import on
from tests.privacy.world import World, logged, world


def _slack(_world: World) -> Iterable[Bad]:
    return at_slack()


def _teams(here: World) -> Iterable[Bad]:
    hand = here.hand(on("teams")[0])
    assert isinstance(hand, TeamsHand)
    return at_teams(hand.person)


def _health(_world: World) -> Iterable[Bad]:
    return at_health()


def _web(_world: World) -> Iterable[Bad]:
    return at_web(ORIGIN, on("web")[0].bare)


DOORS = [_slack, _teams, _health, _web]


async def _rows(here: World) -> Dump:
    main = await rows(here.core.engine, main_metadata)
    return main | await rows(here.core.keyring.engine, keyring_metadata)


async def _not_refused(here: World, requests: Iterable[Bad]) -> list[str]:
    here.http.follow_redirects = False
    taken = []
    for bad in requests:
        answer = await here.http.request(
            bad.method, bad.path, content=bad.content, headers=bad.headers
        )
        if not bad.is_refused(answer.status_code):
            taken.append(f"{answer.status_code}: {bad.wrong}: {bad.content[:200]!r} {bad.path}")
    return taken


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__.strip("_"))
async def test_it_gets_a_4xx_and_leaves_no_trace(
    door: Callable[[World], Iterable[Bad]], sqlite_stores: Stores, tmp_path: Path
) -> None:
    heard: list[str] = []
    urls = {"database_url": sqlite_stores.main_url, "keyring_url": sqlite_stores.keyring_url}
    with logged(lambda said, overheard: heard.extend((said, overheard))):
        async with world(tmp_path, urls) as here:
            before = await _rows(here)
            assert await _not_refused(here, door(here)) == []
            assert await _rows(here) == before
            assert before["member"]
    assert heard
    assert MARK not in "".join(heard)
