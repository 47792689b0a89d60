"""A keyring that is lost takes along what waited in it, and whoever reads about it was told."""

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.base.settings import Settings
from bot.cli.demo import EXAMPLE
from bot.ops.joining import joined
from prompts.words import say, speak
from storage.maintenance.pairing import StoresApartError
from tests.conftest import Stores
from tests.core.anytown import CONCERN, anytown
from tests.drill.server import ROOT

HIDDEN = {**CONCERN, "how": "anonymous"}


async def test_what_waited_in_a_lost_keyring_is_lost_and_both_guides_say_so(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    async with anytown(sqlite_stores, folder) as town:
        await town.raises("leila")
        await town.does("leila", "concern.send", "", HIDDEN)
        page = await (await town.does("leila", "mine")).presses("Raised without showing my name")
        page = await page.presses("Open")
        page.sees("has not gone to Anytown Children's Social Care yet", "without a copy")
        page.sees("If that place were lost, your words would be lost too", "please send it again")
        assert "heb gopi" in speak(say("waits-alone"), "cy")
        subject = page.form.buttons[0].subject
    for left in Path(make_url(sqlite_stores.keyring_url).database or "").parent.glob("keyring*"):
        left.unlink()
    with pytest.raises(StoresApartError):
        async with anytown(sqlite_stores, folder):
            pass
    await joined(
        Settings(
            data_dir=folder, partnership=EXAMPLE,
            database_url=sqlite_stores.main_url, keyring_url=sqlite_stores.keyring_url,
        )
    )  # fmt: skip
    async with anytown(sqlite_stores, folder) as town:
        (await town.does("leila", "mine.open", subject)).refused("You can raise a new concern")
        assert await town.waiting() == []
        sent = await town.does("leila", "concern.send", "", HIDDEN)
        sent.sees("We have your")
    guide = " ".join((ROOT / "docs" / "running.md").read_text("utf-8").split())
    assert (
        "concerns, challenges and questions that were sent anonymously and had not gone out"
        in guide
    )
