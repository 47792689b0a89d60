"""What an operator reads and does about letters that don't go out: no content, and no names."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.base.settings import Settings
from bot.core.delivery.answers import Misconfigured
from bot.ops.checking.mail import mail_mistakes
from bot.ops.undelivered import GIVEN_UP
from tests.conftest import Stores
from tests.core.anytown import CONCERN
from tests.core.by_mail import MailTown, mail_town
from tests.handlers.timing import london
from tests.peers.mail import mail_server


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[MailTown]:
    """On a working morning."""
    async with mail_town(sqlite_stores, tmp_path / "data", london("2026-11-24 10:02")) as town:
        yield town


def settings(given: dict[str, str]) -> Settings:
    """What an operator has set, but for the file and the stores."""
    return Settings(**{name.removeprefix("UPSTANDER_").lower(): v for name, v in given.items()})  # type: ignore[arg-type]


async def test_check_signs_in_to_the_mail_server_and_says_what_is_wrong(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as server:
        right = server.settings()
        assert await mail_mistakes(settings(right)) == []
        [said] = await mail_mistakes(settings({**right, "UPSTANDER_SMTP_PASSWORD": "another"}))
        assert "smtp535" in said
        assert server.letters == []
    [said] = await mail_mistakes(settings(right))
    assert "it can't be reached" in said
    assert await mail_mistakes(Settings()) == []


async def test_what_is_given_up_is_asked_of_others_at_once_and_listed_so(town: MailTown) -> None:
    town.post.trouble = [Misconfigured("authentication"), Misconfigured("authentication")]
    await (await town.does("leila", "concern")).fills(CONCERN)
    await town.core.courier.drain()
    waits = await town.core.undelivered.listed()
    assert {(e.agency, e.why, e.given_up) for e in waits} == {
        ("childrens-social-care", "authentication", False)
    }
    for message in await town.core.undelivered.failing([each.id for each in waits]):
        await town.core.unreached.give_up(message, GIVEN_UP)
    town.post.unknown = {"grace", "daniel"}
    await town.core.ticks.drain()
    listed = await town.core.undelivered.listed()
    assert {e.why for e in listed if e.kind == "concern" and e.given_up} == {GIVEN_UP}
    others = {who for who, _, _ in town.post.letters}
    assert others - {"leila"}
    assert await town.core.undelivered.failing([each.id for each in waits]) == []
