"""Signing in with Slack and with Microsoft: people of the agencies' own, and nobody else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from tests.conftest import Stores
from tests.peers.openid import Json, OpenIdPeer, nobody_signs, stranger_signs
from tests.signin.coming_back import (
    CHECKED,
    ENTRA,
    MICROSOFT,
    NOT_KNOWN,
    OF_SLACK,
    SLACK,
    opened,
    refused,
    returns,
    to,
)
from tests.signin.town import TENANT, SignInTown


@pytest.fixture
def stores(sqlite_stores: Stores) -> Stores:
    return sqlite_stores


async def on_slack(town: SignInTown, agency: str | None = "police") -> None:
    """Siân is in the directory, as the bot was introduced to her."""
    placed = AgencyId(agency) if agency else None
    sian = Seen(PersonId("slack:T01:U01"), placed, "Siân", "cy", "{}")
    await town.core.members.remember([sian])


@pytest.mark.parametrize(("agency", "let_in"), [("police", True), (None, False)])
async def test_somebody_on_slack_is_themselves_here_and_a_guest_is_nobody(
    stores: Stores, tmp_path: Path, agency: str | None, let_in: bool
) -> None:
    peer = OpenIdPeer("https://slack.com")
    async with opened(stores, tmp_path, peer, **SLACK) as town:
        await on_slack(town, agency)
        sian = town.browser()
        await returns(sian, peer.signs_in(await to(sian, "slack"), **OF_SLACK))
        if let_in:
            sian.sees("Siân", "Allgofnodi")  # in her language
        else:
            await refused(sian)


@pytest.mark.parametrize(
    "claims",
    [
        OF_SLACK | {"https://slack.com/team_id": "T02"},
        OF_SLACK | {"https://slack.com/user_id": ""},
        OF_SLACK | {"https://slack.com/team_id": ["T01"]},
        CHECKED,
        CHECKED | {"https://slack.com/team_id": "T02", "https://slack.com/user_id": "U01"},
    ],
)
async def test_nobody_comes_in_by_another_workspace(
    stores: Stores, tmp_path: Path, claims: Json
) -> None:
    peer = OpenIdPeer("https://slack.com")
    async with opened(stores, tmp_path, peer, **SLACK) as town:
        await on_slack(town)
        browser = town.browser()
        await returns(browser, peer.signs_in(await to(browser, "slack"), **claims))
        await refused(browser)


def microsoft(**other: Any) -> OpenIdPeer:
    """Entra's shape: one place for all tenants, each of which issues its own tokens."""
    return OpenIdPeer(f"{MICROSOFT}/{{tenantid}}/v2.0", base=f"{MICROSOFT}/organizations", **other)


def of(tenant: str, person: str = "AAAA1111-0000-4000-8000-00000000abcd", **other: Any) -> Json:
    """What Entra says of somebody of that tenant."""
    return {"iss": f"{MICROSOFT}/{tenant}/v2.0", "tid": tenant, "oid": person, **other}


PERSON = PersonId(f"teams:{TENANT}:aaaa1111-0000-4000-8000-00000000abcd")
PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad"
ELSEWHERE = "11111111-0000-4000-8000-00000000abcd"


@pytest.mark.parametrize(
    ("claims", "let_in"),
    [
        (of(TENANT), True),
        (of(TENANT, idp=f"{MICROSOFT}/{TENANT}/v2.0", acct=0), True),
        (of(ELSEWHERE), False),
        (of(PERSONAL), False),
        (of(TENANT, idp=f"https://sts.windows.net/{ELSEWHERE}/"), False),
        (of(TENANT, idp="live.com"), False),
        (of(TENANT, acct=1), False),
        (of(ELSEWHERE, tid=TENANT), False),  # issued by one, and says that it is another's
        (of(TENANT, iss="https://evil.example/v2.0"), False),
        (of(TENANT, person="bbbb1111-0000-4000-8000-00000000abcd"), False),
        (of(TENANT, nonce="another"), False),
        (of(TENANT, aud="another-client"), False),
        (of(TENANT, exp=1), False),
    ],
)
async def test_people_of_the_agencies_tenants_come_in_and_no_guest(
    stores: Stores, tmp_path: Path, claims: Json, let_in: bool
) -> None:
    peer = microsoft()
    async with opened(stores, tmp_path, peer, **ENTRA) as town:
        tina = Seen(PERSON, AgencyId("health-trust"), "Tina Teams", "en", "{}")
        await town.core.members.remember([tina])
        browser = town.browser()
        await returns(browser, peer.signs_in(await to(browser, "microsoft"), **claims))
        if let_in:
            browser.sees("Tina Teams", "Sign out")
        else:
            browser.sees(NOT_KNOWN)
            await refused(browser)


@pytest.mark.parametrize("signs", [stranger_signs, nobody_signs])
async def test_microsofts_tokens_are_checked_here_since_msal_checks_none(
    stores: Stores, tmp_path: Path, signs: Callable[[Json], str]
) -> None:
    peer = microsoft(signs=signs)
    async with opened(stores, tmp_path, peer, **ENTRA) as town:
        tina = Seen(PERSON, AgencyId("health-trust"), "Tina Teams", "en", "{}")
        await town.core.members.remember([tina])
        browser = town.browser()
        await returns(browser, peer.signs_in(await to(browser, "microsoft"), **of(TENANT)))
        await refused(browser)
