"""No row leads from a story that was told to the thread that it comes from."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import Dump, Town, anytown

TOLD = {"said": "A visit was put off again and again.", "did": "A second team covers leave."}
ASKED = "Ask if this story may be told"


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        await town.core.ticks.publish_figures()
        yield town


def _but(dump: Dump, *tables: str) -> Dump:
    return {name: rows for name, rows in dump.items() if name not in tables}


async def test_writing_and_publishing_touch_no_thread_and_leave_no_mark_of_it(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="soon")
    await town.passes(timedelta(days=1))
    page = await town.presses_card("grace", "I’ll pick this up")
    form = await page.presses("Give the final answer")
    await form.fills(outcome="acted", text="We changed the rota.", tell="yes")
    await town.passes(timedelta(days=1))
    await (await town.mine("leila")).presses("Yes, this may be told")
    await town.passes(timedelta(days=1))
    thread = page.form.buttons[-1].subject

    kinds = {row[4] for row in (await town.dump())["message"]}
    assert not [kind for kind in kinds if "story" in str(kind)]

    form = await town.does("grace", "story.write", thread)
    before = await town.dump()
    await form.fills(TOLD)
    written = await town.dump()
    assert _but(written, "story_draft", "submission") == _but(before, "story_draft", "submission")
    [draft] = written["story_draft"]
    assert thread not in repr(draft)
    assert TOLD["said"] not in repr(written)

    async with town.core.transactions.begin() as work:
        await work.repo.stories.publish("2026-Q4")
    after = await town.dump()
    assert _but(after, "story_draft", "story") == _but(written, "story_draft", "story")
    [story] = after["story"]
    assert set(story[3:]) == set(TOLD.values())
    assert story[1] == "2026-Q4"
    [mark] = after["story_draft"]
    assert mark[2:] == (None, None)
    assert str(mark[1]) not in repr(_but(after, "story_draft"))
    town.clock.set(datetime(2027, 2, 1, 12, tzinfo=UTC))
    (await town.does("grace", "story")).sees("nothing here now")


@pytest.mark.parametrize("answer", ["Yes, this may be told", "No, please don’t tell it"])
async def test_what_a_backup_shows_of_an_answer_is_that_something_was_added(
    town: Town, answer: str
) -> None:
    await town.raises("leila", how="anonymous", release="soon")
    await town.passes(timedelta(days=1))
    page = await town.presses_card("grace", "I’ll pick this up")
    form = await page.presses("Give the final answer")
    await form.fills(outcome="acted", text="We changed the rota.", tell="yes")
    await town.passes(timedelta(days=1))
    before = await town.dump()
    await (await town.mine("leila")).presses(answer)
    assert _but(await town.dump(), "waiting", "ring") == _but(before, "waiting", "ring")
    await town.passes(timedelta(days=1))
    rows = (await town.dump())["message"]
    [new] = [row for row in rows if row not in before["message"]]
    assert new[3:5] == ("raiser", "answer")
    [state] = await town.column("thread", "state")
    assert state == "answered"
