"""Who looks for words leaves nothing: no row, no log line, no metric, no file that grew."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.base.metrics import exposition
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Town, anytown
from tests.handlers.phrases.test_dialogue import presses, presses_help


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        yield town


async def test_looking_for_words_leaves_no_trace(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    await town.raises("leila")
    rows, metrics = await town.dump(), exposition()
    caplog.clear()
    caplog.set_level("DEBUG")
    await (await town.does("kofi", "phrases")).fills(topic="bullying")
    asked = await town.does("kofi", "concern")
    for how in ("named", "anonymous", "confidence"):
        typed = {**CONCERN, "how": how, "what": "A marked sentence."}
        shown = await presses_help(asked, "what", typed)
        await presses_help(shown, next(iter(presses(shown.form).values())), typed)
    assert await town.dump() == rows
    assert exposition() == metrics
    ours = [r for r in caplog.records if r.name.partition(".")[0] not in {"aiosqlite", "asyncio"}]
    logged = repr([r.__dict__ for r in ours]).lower()
    assert [w for w in ("kofi", "phrases", "bullying", "marked", "probe") if w in logged] == []


async def test_the_same_press_sends_the_same_whoever_presses_it(town: Town) -> None:
    shown = []
    for who in ("kofi", "leila", "sian"):
        asked = await town.does(who, "concern")
        page = await presses_help(asked, "what", {"how": "anonymous", "topic": "delay"})
        shown.append(presses(page.form))
    assert shown[0] == shown[1] == shown[2]
