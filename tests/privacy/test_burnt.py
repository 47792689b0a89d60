"""Point 6: four answered, so nothing they wrote is shown; and nothing of it is left anywhere."""

import asyncio
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.base.metrics import exposition
from storage.crypto.errors import SealBrokenError
from storage.crypto.keys import Keys
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.handlers.pause.acts import TEN
from tests.peers.transcript import read
from tests.privacy.checks import SECRET
from tests.privacy.leaky_rounds import KeepingBallots, boxed
from tests.privacy.looks import Disk, files, is_sqlite, look, texts
from tests.privacy.traces import found
from tests.privacy.watching import Row, answers, begins, watching
from tests.privacy.world import logged

FOUR = dict(
    zip(TEN, ("qzline5elder", "qzline6hazel", "qzline7maple", "qzline8rowan"), strict=False)
)
CHANGED = "qzline9aspen"
"""What one of the four wrote first, and then replaced."""
MARKS = (*FOUR.values(), CHANGED)


@dataclass
class Left:
    """What a round of four leaves behind, and what a thief took while it was open."""

    stolen: Sequence[Row] = field(default=(), repr=False)
    """The answers' rows, while the round was open."""
    ring: Sequence[Row] = field(default=(), repr=False)
    """Every row of the keyring, after it."""
    places: dict[str, bytes] = field(default_factory=dict, repr=False)
    """Everything else after it: both stores' rows and files, messages, pages, counts, the log."""
    folder: Path = field(default_factory=Path)
    """The keys: while it was open, after it, and after the next night."""

    def opened(self, rows: Sequence[Row], moment: str) -> dict[str, bytes]:
        """What these rows say to whoever has the keys of this moment."""
        folder = self.folder / moment
        identity = Keys.load(folder / SECRET, folder).identity("anytown")
        said = {}
        for row in rows:
            sealed, version = row["sealed"], row["key_version"]
            assert isinstance(sealed, bytes)
            assert isinstance(version, int)
            try:
                body = identity.open_bytes(str(row["ref"]), str(row["kind"]), version, sealed)
                said[str(row["ref"])] = json.dumps(json.loads(body)).encode()
            except SealBrokenError:
                continue
        return said


async def _four(town: Town, stores: Stores, left: Left) -> None:
    disk = None if is_sqlite(stores.keyring_url) else Disk.begin(stores.keyring_url)
    pause = await begins(town)
    await answers(town, TEN[0], pause, "concerned", CHANGED)
    for who, line in FOUR.items():
        await answers(town, who, pause, "concerned", line)
    with watching(town, stores) as watcher:
        left.stolen = watcher.votes()
    _keep_keys(town, left, "open")
    await town.does("leila", "pause.show", pause)
    await town.core.ticks.drain()
    for who in ("sarah", TEN[0]):
        (await town.does(who, "pause.open", pause)).sees("Views are similar")
    _keep_keys(town, left, "shown")
    _gather(town, stores, left, disk)
    await town.core.ticks.rotate()
    _keep_keys(town, left, "night")


def _keep_keys(town: Town, left: Left, moment: str) -> None:
    shutil.copytree(town.core.settings.keys_folder, left.folder / moment)


def _gather(town: Town, stores: Stores, left: Left, disk: Disk | None) -> None:
    seen = look(stores.main_url, stores.keyring_url)
    left.ring = seen.ring["ring"]
    left.places = {**texts(seen.main, ()), **{f"ring {k}": v for k, v in texts(seen.ring).items()}}
    if disk is None:
        left.places |= {**files(stores.main_url), **files(stores.keyring_url)}
    else:
        left.places |= disk.read()
        left.places |= {f"main {k}": v for k, v in Disk.begin(stores.main_url).read().items()}
    pages = "\n".join(read(form) for form in town.shown)
    cards = "\n".join(read(card) for card in town.client.versions)
    left.places |= {"pages": pages.encode(), "messages": cards.encode(), "counts": exposition()}


def left_by(
    stores: Stores, folder: Path, altered: Callable[[Town], None] = lambda _town: None
) -> Left:
    """Four answer, the chair shows it, and a night passes; all at the most talkative log level."""
    left, kept = Left(folder=folder / "keys"), list[tuple[str, str]]()

    async def story() -> None:
        async with anytown(stores, folder / "data") as town:
            altered(town)
            await _four(town, stores, left)

    with logged(lambda said, overheard: kept.append((said, overheard)), force=True):
        asyncio.run(story())
    left.places["log"] = kept[0][0].encode()
    return left


def suspicions(left: Left) -> Mapping[str, list[str]]:
    """Where a word of the four is found, by what the thief needs for it."""
    return {
        "anywhere": found(MARKS, left.places),
        "with the keys of then": found(MARKS, left.opened(left.ring, "open")),
        "with the keys of now": found(MARKS, left.opened(left.ring, "shown")),
        "an old copy, after the night": found(MARKS, left.opened(left.stolen, "night")),
    }


def test_of_a_round_that_is_not_shown_no_word_is_left(stores: Stores, tmp_path: Path) -> None:
    left = left_by(stores, tmp_path)
    assert {where: hits for where, hits in suspicions(left).items() if hits} == {}
    # The words were there to be found while the round was open, by whoever had the keys too.
    said = found(MARKS, left.opened(left.stolen, "open"))
    assert {mark for mark in MARKS for hit in said if mark in hit} == set(FOUR.values())
    assert len({len(raw) for row in left.stolen if isinstance(raw := row["sealed"], bytes)}) == 1


def test_the_sealed_answers_are_gone_from_sqlites_files_and_on_postgresql_their_key(
    stores: Stores, tmp_path: Path
) -> None:
    left = left_by(stores, tmp_path)
    sealed = [raw for row in left.stolen if isinstance(raw := row["sealed"], bytes)]
    assert len(sealed) == len(FOUR)
    if stores.kind == "sqlite":
        raw = b"".join(left.places.values())
        assert [one for one in sealed if one[:16] in raw] == []
    else:
        assert left.opened(left.stolen, "shown") == {}


def test_answers_that_are_kept_after_the_result_are_found(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    left = left_by(sqlite_stores, tmp_path, lambda town: boxed(town, KeepingBallots))
    hits = suspicions(left)
    assert {mark for mark in MARKS for hit in hits["with the keys of now"] if mark in hit} == set(
        FOUR.values()
    )
