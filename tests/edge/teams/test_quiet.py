"""What this room keeps to itself: nothing of people in logs, and no SDK where Teams isn't used."""

import logging
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest

from bot.core.admission import Incoming
from bot.teams.app import quieten
from bot.teams.connector.tokens import MsalTokens, NoTokenError, StaticToken
from tests.edge.teams.fakes import LEADS, Here
from tests.peers.fake_teams import Trouble

SECRET = "words nobody may read in a log"
ROOT = Path(__file__).resolve().parents[3]


async def test_at_debug_no_person_conversation_or_content_is_logged(
    bot: Here, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    quieten()
    await bot.pat.install()
    await bot.pat.types("concern")
    dialog = await bot.pat.open(bot.teams.last(bot.pat.chat), "Raise a concern")
    await dialog.press("Send", danger="no", what=SECRET)
    bot.teams.troubles = [Trouble(500)]
    await bot.pat.types(SECRET)
    await bot.pat.post(bot.pat.activity("invoke", name="task/fetch", value=SECRET))
    await bot.pat.post(bot.pat.activity("message", text=SECRET), "Bearer not.a.token")
    await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")

    ours = [r for r in caplog.records if not r.name.startswith(("aiohttp", "asyncio"))]
    logged = repr([r.__dict__ for r in ours])
    assert "a launcher card in Teams failed" in logged
    for word in (SECRET, bot.pat.oid + "'", bot.pat.chat, bot.pat.user, "conversations"):
        assert word not in logged


async def test_a_fault_of_ours_is_logged_by_its_kind_and_answered_with_500(
    bot: Here, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Incoming) -> NoReturn:
        raise LookupError(SECRET)

    bot.dispatch.replies["concern"] = broken
    answer = await bot.pat.post(
        bot.pat.activity("invoke", name="task/fetch", value={"data": {"verb": "concern"}})
    )
    assert answer.status_code == 500
    logged = repr([r.__dict__ for r in caplog.records])
    assert "a Teams activity failed (LookupError" in logged
    assert SECRET not in logged
    assert SECRET not in answer.text


def test_where_teams_is_not_used_its_sdk_is_not_loaded() -> None:
    program = (
        "import sys, bot.wiring, bot.teams.package.manifest, bot.teams.render.cards;"
        "print([m for m in ('microsoft_teams', 'msal') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (ran.stdout.strip(), ran.stderr) == ("[]", "")


@dataclass
class Fixed(MsalTokens):
    """msal's place taken by something that notes where it is built."""

    answer: dict[str, str] = field(default_factory=lambda: {"access_token": "t"})
    threads: list[str] = field(default_factory=list)

    def _build(self) -> "Fixed":
        self.threads.append(threading.current_thread().name)
        return self

    def acquire_token_for_client(self, scopes: list[str]) -> dict[str, str]:
        assert scopes == ["https://api.botframework.com/.default"]
        return self.answer


async def test_msal_is_built_once_and_never_on_the_event_loop() -> None:
    tokens = Fixed("client", "tenant", "hidden")
    assert [await tokens.token() for _ in range(3)] == ["t", "t", "t"]
    assert len(tokens.threads) == 1
    assert tokens.threads != [threading.main_thread().name]
    assert "hidden" not in repr(tokens)
    assert "hidden" not in repr(StaticToken("hidden"))


@dataclass
class Unbuilt(Fixed):
    """msal where its first look at Microsoft fails."""

    error: Exception = field(default_factory=ValueError)

    def _build(self) -> NoReturn:
        raise self.error


async def test_a_tenant_nobody_knows_is_named() -> None:
    with pytest.raises(NoTokenError, match="Microsoft doesn't know TEAMS_TENANT_ID"):
        await Unbuilt("client", "tenant", "hidden").token()


async def test_a_proxys_page_in_place_of_microsofts_is_no_fault_of_the_settings() -> None:
    with pytest.raises(ConnectionError):
        await Unbuilt("client", "tenant", "hidden", error=RuntimeError(SECRET)).token()


async def test_a_refused_sign_in_says_what_to_do(caplog: pytest.LogCaptureFixture) -> None:
    refusal = {"error": "invalid_client", "error_description": SECRET}
    tokens = Fixed("client", "tenant", "hidden", answer=refusal)
    with pytest.raises(NoTokenError):
        await tokens.token()
    logged = repr([r.__dict__ for r in caplog.records])
    assert "TEAMS_CLIENT_SECRET is wrong or too old" in logged
    assert SECRET not in logged


def test_a_file_of_settings_that_lies_about_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LEFT_HERE=1")
    asked = "import os, bot.teams.app; print(os.environ.get('LEFT_HERE'))"
    command = [sys.executable, "-W", "default", "-c", asked]
    there = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=tmp_path, env=there, capture_output=True, text=True)
    assert (ran.stdout, "is in preview" in ran.stderr) == ("None\n", False)
