"""Every leak that was reproduced once, closed for good: one test each.

Those that need the whole story stand in test_search, test_keyring, test_pairs and test_leaks; the
table in docs/anonymity.md names the test of each.
"""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.app import OneStoreError, open_stores
from bot.base.logs import log
from bot.base.settings import Settings
from bot.jobs.scheduler import start_clock
from bot.slack.app import QUIET
from bot.wiring import build_core
from storage.engine.database import make_engine
from storage.partnership import Partnership
from tests.conftest import Stores
from tests.core.anytown import Town, anytown, example
from tests.peers import slack_payloads as slack_says
from tests.privacy.hands import SlackHand, TeamsHand
from tests.privacy.people import RAISERS
from tests.privacy.world import World, logged, world

SECRET = "Leila Haddad of Oak School"
ANNIE, ANWEN = RAISERS["slack", "anonymous"], RAISERS["teams", "anonymous"]


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        yield town


class Heard:
    """What was logged, and what any handler on the root logger could overhear."""

    said = overheard = ""

    def __call__(self, said: str, overheard: str) -> None:
        self.said, self.overheard = said, overheard

    def marks(self, *marks: str) -> list[str]:
        """Which of these were heard."""
        return [mark for mark in marks if mark in self.said + self.overheard]


async def _refused(engine: AsyncEngine) -> DBAPIError:
    """What a database says to a row that it can't take: it comes twice."""
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE IF EXISTS twice"))
        await connection.execute(text("CREATE TABLE twice (tag TEXT PRIMARY KEY)"))
        await connection.execute(text("INSERT INTO twice VALUES (:tag)"), {"tag": SECRET})
    with pytest.raises(DBAPIError) as refused:
        async with engine.begin() as connection:
            await connection.execute(text("INSERT INTO twice VALUES (:tag)"), {"tag": SECRET})
    return refused.value


async def test_an_error_of_the_database_shows_no_parameters(stores: Stores) -> None:
    for url in (stores.main_url, stores.keyring_url):
        engine = make_engine(url)
        said = str(await _refused(engine)).partition("DETAIL:")
        await engine.dispose()
        assert "hide_parameters" in said[2] + said[0]
        assert SECRET not in said[0]


@pytest.mark.postgres
async def test_what_postgresql_adds_in_detail_is_not_logged(postgres_stores: Stores) -> None:
    engine, heard = make_engine(postgres_stores.main_url), Heard()
    with logged(heard):
        error = await _refused(engine)
        log.failed("delivery", error)
        logging.getLogger("storage").error("could not keep it", exc_info=error)
    await engine.dispose()
    # PostgreSQL does say it: what keeps it out of the log is that no error's text is ever logged.
    assert SECRET in str(error)
    assert "delivery failed" in heard.said
    assert "a message of storage, withheld (IntegrityError" in heard.said
    assert SECRET not in heard.said


def test_an_error_about_settings_shows_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPSTANDER_DATABASE_URL", f"not a url {SECRET}")
    monkeypatch.setenv("UPSTANDER_PORT", SECRET)
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert SECRET not in str(refused.value)


def test_an_error_about_the_partnership_shows_no_value() -> None:
    wrong = {**example().model_dump(), "languages": [SECRET], "agencies": [{"id": SECRET}]}
    with pytest.raises(ValidationError) as refused:
        Partnership.model_validate(wrong)
    assert SECRET not in str(refused.value)


async def _busy(here: World) -> None:
    """Both platforms' ways in, with sound, unknown and broken payloads."""
    slack, teams = here.hand(ANNIE), here.hand(ANWEN)
    assert isinstance(slack, SlackHand)
    assert isinstance(teams, TeamsHand)
    await slack.press("mine")
    unknown = slack_says.press(ANNIE.bare, {"action_id": "nobody-knows", "text": {}, "value": "x"})
    strange = {**unknown, "type": "workflow_step_edit", "callback_id": "strange"}
    for body in (slack_says.form(unknown), slack_says.form(strange)):
        headers = slack_says.signed(body, slack_says.FORM)
        await here.http.post("/slack/events", content=body, headers=headers)
    await teams.press("mine")
    broken = teams.person.activity("invoke", name="task/fetch", value={"data": 7})
    for activity in (broken, {**broken, "type": "nonsense"}, {**broken, "from": 3}):
        await teams.person.post(activity)


async def test_at_debug_no_platform_library_says_who_came(tmp_path: Path) -> None:
    """slack_sdk's DEBUG, Bolt's WARNING, the Teams SDK's DEBUG and ERROR, httpx' INFO."""
    heard = Heard()
    with logged(heard):
        async with world(tmp_path, {}) as here:
            await _busy(here)
    chat = f"a:1-{ANWEN.bare}"
    assert heard.marks(ANNIE.key, ANNIE.bare, ANWEN.key, ANWEN.name, chat) == []


def test_httpx_would_say_which_conversation_and_does_not() -> None:
    heard, urls = Heard(), []
    with logged(heard):
        transport = httpx.MockTransport(lambda request: httpx.Response(200))
        with httpx.Client(transport=transport) as client:
            urls.append(str(client.get(f"http://127.0.0.1/v3/conversations/{ANWEN.key}").url))
    assert ANWEN.key in urls[0]
    assert heard.marks(ANWEN.key) == []


def test_slack_is_given_a_logger_that_cannot_be_made_to_speak() -> None:
    heard = Heard()
    with logged(heard, force=True):
        for level in (logging.DEBUG, logging.WARNING, logging.CRITICAL):
            QUIET.log(level, "a whole body of %s", SECRET)
    assert heard.marks(SECRET) == []


def test_what_nobody_waited_for_is_not_told() -> None:
    """asyncio's "exception was never retrieved" prints the exception and its locals."""
    heard = Heard()

    async def died() -> None:
        raise RuntimeError(SECRET)

    async def forgotten() -> None:
        task = asyncio.ensure_future(died())
        while not task.done():
            await asyncio.sleep(0)
        del task
        gc.collect()

    with logged(heard):
        asyncio.run(forgotten())
    assert "a message of asyncio, withheld" in heard.said
    assert SECRET not in heard.said


async def test_the_scheduler_keeps_nothing_but_four_names(town: Town) -> None:
    scheduler = start_clock(town.core.ticks)
    jobs = scheduler.get_jobs()
    stores = [type(store).__name__ for store in scheduler._jobstores.values()]
    await scheduler.stop()
    assert stores == ["MemoryJobStore"]
    assert jobs
    assert [(job.args, job.kwargs) for job in jobs] == [((), {})] * len(jobs)


async def test_one_database_for_both_stores_is_refused(stores: Stores, tmp_path: Path) -> None:
    url = stores.main_url
    core = build_core(
        Settings(data_dir=tmp_path, database_url=url, keyring_url=url), None, example()
    )
    with pytest.raises(OneStoreError):
        await open_stores(core)
    await core.close()


async def test_installing_and_writing_for_the_first_time_add_no_row_of_a_person(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        before = (await town.dump())["member"]
        await town.raises("kofi", how="anonymous", release="now")
        assert (await town.dump())["member"] == before


async def test_in_no_table_is_a_row_made_for_a_conversation(stores: Stores, tmp_path: Path) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        counts = {table: len(rows) for table, rows in (await town.dump()).items()}
        await town.does("kofi", "mine")
        await town.does("kofi", "concern")
        after = {table: len(rows) for table, rows in (await town.dump()).items()}
        assert after == counts
