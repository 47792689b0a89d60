"""The operator's page: what can't be delivered and for whose agency, and nothing that was said."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.base.credentials.expiring import expiring
from bot.core.delivery.answers import Misconfigured, TryAgain
from tests.conftest import Stores
from tests.core.anytown import CONCERN
from tests.signin.town import KOFI, OPERATOR, SignInTown, sign_in_town

PLACE = "/me/operating"
WORDS = str(CONCERN["what"])


class Refusing:
    """A platform that doesn't know us any more, until that is mended."""

    def __init__(self, real: object, error: Exception | None = None) -> None:
        self.real = real
        self.error = error or Misconfigured("invalid_auth")

    async def introduce(self, person: object) -> None:
        """Meets nobody."""

    async def send(self, *_: object) -> str:
        """Takes nothing of ours."""
        raise self.error


async def _raised(town: SignInTown) -> None:
    kofi = await town.signed_in(KOFI)
    await kofi.goes("/me/do/concern")
    asked = {k: str(v) for k, v in CONCERN.items()} | {"release": "now", "how": "anonymous"}
    await kofi.presses("Send", **asked)
    await town.core.ticks.drain()


async def test_an_operator_sends_again_and_gives_up_and_reads_nothing(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    soon = "SLACK_CLIENT_SECRET=2026-12-01, UPSTANDER_SMTP_PASSWORD=2028-01-01"
    async with sign_in_town(
        sqlite_stores, tmp_path, expires=soon, slack_client_id="1.2", slack_client_secret="hush"
    ) as town:
        web = town.core.clients["web"]
        town.core.clients["web"] = Refusing(web)  # type: ignore[assignment]
        await _raised(town)
        operator = await town.signed_in(OPERATOR)
        operator.sees("Running Upstander")
        await operator.goes(PLACE)
        operator.sees(
            "Anytown Children's Social Care", "A concern, since 23 November 2026", "invalid_auth",
            "It waits", "It takes what people send.", "SLACK_CLIENT_SECRET : ends on 1 December",
            "Make a new one now.", "0 cases", "No backup was made",
        )  # fmt: skip
        for told in (WORDS, "Kofi", "kofi-mensah", "11:00"):
            assert told not in operator.answer.text
        (await operator.presses("Give up")).sees("It was given up, and others are asked.")
        town.core.clients["web"] = web
        town.clock.set(town.clock.now() + timedelta(hours=1))  # an e-mail has gone meanwhile
        operator = await town.signed_in(OPERATOR, 2)
        await operator.goes(PLACE)
        (await operator.presses("Send all again")).sees("It goes out again now.")
        await town.core.ticks.drain()
        (await operator.goes(PLACE)).sees("Everything has arrived.")


async def test_a_platform_that_is_busy_is_told_in_words(town: SignInTown) -> None:
    web = town.core.clients["web"]
    town.core.clients["web"] = Refusing(web, TryAgain())  # type: ignore[assignment]
    await _raised(town)
    operator = await town.signed_in(OPERATOR)
    (await operator.goes(PLACE)).sees("Its platform is busy or away.")


async def test_for_anybody_else_there_is_no_such_page(town: SignInTown) -> None:
    kofi = await town.signed_in(KOFI)
    assert "operating" not in (await kofi.goes("/me")).answer.text
    assert (await kofi.goes(PLACE)).answer.status_code == 404
    form = {"_csrf": (await kofi.goes("/me")).page.forms[0].fields["_csrf"], "_all": "yes"}
    assert (await kofi.sends(PLACE, form)).answer.status_code == 404
    assert (await town.browser().goes(PLACE)).where == "/"


async def test_what_is_sent_again_is_what_stands_there(town: SignInTown) -> None:
    operator = await town.signed_in(OPERATOR)
    (await operator.goes(PLACE)).sees("Everything has arrived.")
    token = operator.page.forms[0].fields["_csrf"]
    for odd, status in (({}, 400), ({"_again": "../x"}, 400), ({"_end": "nothing"}, 200)):
        await operator.sends(PLACE, {"_csrf": token, **odd})
        assert operator.answer.status_code == status
    operator.sees("Nothing has changed")
    town.clock.set(town.clock.now() + timedelta(hours=13))  # their session has ended meanwhile
    form = {"_csrf": token, "_all": "yes"}
    (await operator.sends(PLACE, form)).sees("Please sign in again")
    assert operator.answer.status_code == 401


@pytest.mark.parametrize("wrong", ["X=2027-01-01", "TEAMS_CLIENT_SECRET", "TEAMS_CLIENT_SECRET=1"])
def test_a_day_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="UPSTANDER_EXPIRES"):
        expiring(wrong)
