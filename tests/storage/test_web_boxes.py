"""What lies on people's pages: it outlasts a restart, and its rows name nobody and no moment."""

from datetime import timedelta
from pathlib import Path

from storage.crypto.keys import Keys
from storage.crypto.secrets_file import create_secret
from storage.delivery.web_boxes import KEPT, MOST, WebBoxes
from storage.engine.database import make_engine, opened
from storage.engine.migrate import migrate
from tests.conftest import Stores
from tests.core.anytown import MONDAY
from tests.privacy.traces import found

WORDS = "Grace Okafor thanks you"


async def test_a_box_outlasts_a_restart_and_says_nothing_of_whose_it_is(
    stores: Stores, tmp_path: Path
) -> None:
    create_secret(tmp_path / "secret.key")
    keys = Keys.load(tmp_path / "secret.key", tmp_path)
    async with opened(make_engine(stores.main_url)) as engine:
        await migrate(engine, "main")
        boxes = WebBoxes(engine, "anytown", keys)
        first = await boxes.put("kofi-mensah", WORDS, MONDAY)
        await boxes.put("kofi-mensah", "Later", MONDAY - timedelta(hours=1))  # a clock went back
        await boxes.put("grace-okafor", "Hers", MONDAY)
    async with opened(make_engine(stores.main_url)) as engine:
        boxes = WebBoxes(engine, "anytown", keys)
        assert await boxes.lying("kofi-mensah") == ["Later", WORDS]
        await boxes.replace("kofi-mensah", first, f"{WORDS} again")
        await boxes.replace("grace-okafor", first, "not hers")
        assert await boxes.lying("kofi-mensah") == ["Later", f"{WORDS} again"]
        assert await boxes.lying("grace-okafor") == ["Hers"]
        async with engine.connect() as connection:
            rows = (await connection.exec_driver_sql("SELECT * FROM web_message")).all()
        columns = {f"{number}": repr(row).encode() for number, row in enumerate(rows)}
        assert found(("kofi-mensah", "grace-okafor", WORDS, "Hers", "09:00"), columns) == []
        assert len({len(row.sealed) for row in rows}) == 1
        for number in range(MOST):
            await boxes.put("kofi-mensah", str(number), MONDAY)
        assert await boxes.lying("kofi-mensah") == [str(n) for n in reversed(range(MOST))]
        await boxes.clear(["kofi-mensah"])
        assert await boxes.lying("kofi-mensah") == []
        await boxes.tidy((MONDAY + KEPT).date())
        assert await boxes.lying("grace-okafor") == ["Hers"]
        await boxes.tidy((MONDAY + KEPT).date() + timedelta(days=1))
        assert await boxes.lying("grace-okafor") == []
