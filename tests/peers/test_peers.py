import asyncio
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from aiohttp import web
from playwright.async_api import Page
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.keyring.tables import keyring_metadata
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.peers import free_port, local_slack
from tests.peers.browser import axe

GOOD = """<!doctype html><html lang="cy"><head><title>Pryder</title></head><body><main>
<h1>Pryder</h1><label>Beth? <input name="what"></label></main></body></html>"""


@pytest.mark.unmigrated
@pytest.mark.parametrize("turn", [1, 2])
async def test_each_test_gets_two_empty_databases_apart_from_each_other(
    stores: Stores, turn: int
) -> None:
    for url in (stores.main_url, stores.keyring_url):
        engine = create_async_engine(url)
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TABLE only_once (turn INTEGER)"))
            await connection.execute(text("INSERT INTO only_once VALUES (:turn)"), {"turn": turn})
            rows = (await connection.execute(text("SELECT turn FROM only_once"))).scalars().all()
        await engine.dispose()
        assert rows == [turn]


@pytest.mark.parametrize("turn", [1, 2])
async def test_in_each_test_every_table_is_there_and_none_has_a_row(
    stores: Stores, tmp_path: Path, turn: int
) -> None:
    for url, tables in ((stores.main_url, main_metadata), (stores.keyring_url, keyring_metadata)):
        engine = create_async_engine(url)
        async with engine.connect() as connection:
            for table in tables.sorted_tables:
                found = await connection.scalar(select(func.count()).select_from(table))
                assert (table.name, found) == (table.name, 0)
        await engine.dispose()
    async with anytown(stores, tmp_path / "data") as town:
        await town.raises("leila")  # for the next one not to find


async def test_the_browser_shows_a_page_and_axe_finds_nothing_on_a_good_one(page: Page) -> None:
    await page.set_content(GOOD)
    await page.get_by_label("Beth?").fill("rhywbeth")
    assert await page.get_by_label("Beth?").input_value() == "rhywbeth"
    assert await axe(page) == []


async def test_axe_names_what_keeps_people_out(page: Page) -> None:
    await page.set_content(GOOD.replace("<label>Beth? ", "<label>").replace(' lang="cy"', ""))
    found = {line.split(":")[0] for line in await axe(page)}
    assert {"label", "html-has-lang"} <= found


async def test_nothing_outside_this_machine_can_be_reached() -> None:
    with pytest.warns(UserWarning, match=r"192\.0\.2\.1"), pytest.raises(RuntimeError):
        socket.create_connection(("192.0.2.1", 443), timeout=1)


@pytest.mark.slack_peer
async def test_a_slash_command_typed_in_local_slack_reaches_a_server_beside_it(
    tmp_path: Path,
) -> None:
    heard: asyncio.Queue[dict[str, list[str]]] = asyncio.Queue()

    async def echo(request: web.Request) -> web.Response:
        await heard.put(parse_qs(await request.text()))
        return web.json_response({"response_type": "ephemeral", "text": "heard"})

    app, port = web.Application(), free_port()
    app.router.add_post("/slack/events", echo)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    address = f"http://127.0.0.1:{port}/slack/events"
    async with local_slack.running(tmp_path, request_url=address) as slack:
        await slack.command("/concern", user=local_slack.TEACHER)
        command = await asyncio.wait_for(heard.get(), 5)
        answered = await slack.shown("message")
        log = await slack.log()
    await runner.cleanup()
    assert command["command"] == ["/concern"]
    assert command["user_id"] == [local_slack.TEACHER]
    assert answered["message"]["text"] == "heard"
    assert [entry["kind"] for entry in log["log"]] == ["slash_commands", "slash_commands"]
    assert json.loads(log["log"][-1]["detail"])["text"] == "heard"


def test_a_skip_is_a_failure_where_nothing_may_be_skipped(tmp_path: Path) -> None:
    skips = "import pytest\n\ndef test_skips():\n    pytest.skip('no')\n"
    (tmp_path / "test_skips.py").write_text(skips)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-c", "pyproject.toml", "-p", "tests.conftest",
         "-p", "no:cacheprovider", tmp_path],
        env=os.environ | {"UPSTANDER_TESTS_NO_SKIP": "1"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )  # fmt: skip
    assert ran.returncode == 1, ran.stdout
    assert "NO_SKIP=1 refuses that" in ran.stdout
