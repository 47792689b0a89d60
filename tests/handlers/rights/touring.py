"""The tour, once a test process, and what everybody else may of all that is done on it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.cli.demo import EXAMPLE
from storage.partnership.loading import read_written
from tests.conftest import STORES, Stores
from tests.core.anytown import Town, anytown
from tests.core.tour import tour
from tests.handlers.rights.moments import trial
from tests.handlers.rights.verbs import Rights, Row, Watched


async def toured(folder: Path, *, tries: bool) -> tuple[Town, Mapping[str, Row]]:
    """Goes on the tour; if others try, gives the row of each verb, too."""
    main, keyring = (f"sqlite+aiosqlite:///{folder / store}.db" for store in STORES)
    stores, file = Stores(main, keyring, "sqlite"), read_written(EXAMPLE)
    async with anytown(stores, folder / "data", partnership=file) as town:
        if not tries:
            await tour(town)
            return town, {}
        async with trial(town, folder, folder / "trial") as on_copies:
            rights = Rights(on_copies, folder)
            town.core = replace(town.core, dispatch=Watched(town, rights))
            await tour(town)
            await rights.finish()
        return town, rights.rows
