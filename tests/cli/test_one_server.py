"""Two servers on one SQLite database: the second stops, and says why in words."""

from pathlib import Path

import aiohttp

from tests.conftest import Stores
from tests.drill.server import Process, upstander
from tests.peers import fake_slack, free_port


def _beside(first: Process, log: Path) -> Process:
    """A second server on the same stores, at a port of its own."""
    second = Process(first.command, dict(first.settings), log, free_port())
    second.settings["UPSTANDER_PORT"] = str(second.port)
    second.settings["UPSTANDER_METRICS_PORT"] = str(second.metrics_port)
    return second


async def test_a_second_server_stops_and_starts_once_the_first_was_killed(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with fake_slack.running() as slack:
        first = upstander(tmp_path, slack.api, sqlite_stores.main_url, sqlite_stores.keyring_url)
        second = _beside(first, tmp_path / "second.log")
        try:
            await first.start()
            refused = await second.run_out()
            assert refused.returncode not in (0, None)
            assert "Another Upstander already serves from" in refused.stdout
            assert "end the other one first" in refused.stdout
            assert "Traceback" not in refused.stdout
            assert (await second.run_out("purge")).stdout == "Purged 0.\n"
            async with aiohttp.ClientSession() as http, http.get(f"{first.url}/readyz") as answer:
                assert answer.status == 200
            await first.kill()
            await second.start()
        finally:
            await first.kill()
            await second.kill()
