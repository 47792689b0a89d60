"""Signing in with a provider of one's own: whom it names, and what may be wrong with it."""

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import Stores
from tests.peers.openid import CLIENT, Json, OpenIdPeer, nobody_signs, stranger_signs
from tests.signin.browsing import LED
from tests.signin.coming_back import (
    CHECKED,
    ISSUER,
    NOT_KNOWN,
    OF_SLACK,
    OWN,
    SLACK,
    opened,
    refused,
    returns,
    to,
)
from tests.signin.town import KOFI


@pytest.fixture
def stores(sqlite_stores: Stores) -> Stores:
    return sqlite_stores


async def test_a_provider_of_ones_own_lets_somebody_in(stores: Stores, tmp_path: Path) -> None:
    peer = OpenIdPeer(ISSUER)
    async with opened(stores, tmp_path, peer, **OWN) as town:
        kofi = await town.browser().goes("/")
        kofi.sees("Sign in with Anytown Council")
        await returns(kofi, peer.signs_in(await to(kofi), **CHECKED))
        kofi.sees("Kofi Mensah", "Anytown Police")
        assert kofi.cookie("__Host-upstander-start") == ""
        (asked,) = peer.asked
    assert len(asked["code_challenge"]) == 43
    assert asked["redirect_uri"] == "https://upstander.example/sign-in/back/openid"


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email": KOFI},
        {"email": KOFI, "email_verified": False},
        {"email": KOFI, "email_verified": "no"},
        {"email": "nobody@police.example", "email_verified": True},
        {"email": "", "email_verified": True},
    ],
)
async def test_nobody_comes_in_by_an_address_that_is_not_theirs(
    stores: Stores, tmp_path: Path, claims: Json
) -> None:
    peer = OpenIdPeer(ISSUER)
    async with opened(stores, tmp_path, peer, **OWN) as town:
        browser = town.browser()
        await returns(browser, peer.signs_in(await to(browser), **claims))
        browser.sees(NOT_KNOWN)
        await refused(browser)


WRONG: dict[str, Callable[[Json], Json]] = {
    "another issuer": lambda c: c | {"iss": "https://evil.example"},
    "another audience": lambda c: c | {"aud": "another-client"},
    "several audiences, and for another": lambda c: c | {"aud": [CLIENT, "b"], "azp": "b"},
    "several audiences, and for nobody": lambda c: c | {"aud": [CLIENT, "b"]},
    "another nonce": lambda c: c | {"nonce": "another"},
    "no nonce": lambda c: {k: v for k, v in c.items() if k != "nonce"},
    "expired": lambda c: c | {"exp": int(time.time()) - 600},
    "no end": lambda c: {k: v for k, v in c.items() if k != "exp"},
    "nobody": lambda c: {k: v for k, v in c.items() if k != "sub"},
    "not yet": lambda c: c | {"nbf": int(time.time()) + 600},
}


SIGNS: dict[str, Callable[[Json], str]] = {
    "a stranger's key": stranger_signs,
    "unsigned": nobody_signs,
    "no token": lambda _claims: "",
}


@pytest.mark.parametrize("wrong", [*WRONG, *SIGNS])
async def test_a_token_that_is_wrong_lets_nobody_in(
    stores: Stores, tmp_path: Path, wrong: str
) -> None:
    signs: dict[str, Callable[[Json], str]] = {
        "a stranger's key": stranger_signs,
        "unsigned": nobody_signs,
        "no token": str,
    }
    peer = OpenIdPeer(ISSUER, spoils=WRONG.get(wrong, dict), signs=signs.get(wrong))
    async with opened(stores, tmp_path, peer, **OWN) as town:
        browser = town.browser()
        await returns(browser, peer.signs_in(await to(browser), **CHECKED))
        await refused(browser)


CHANGED: list[Callable[[str], str]] = [
    lambda address: address.replace("state=", "state=x"),
    lambda address: address.partition("&state")[0],
    lambda address: address.replace("code=", "cod="),
    lambda address: f"{address}&iss=https://evil.example",
    lambda address: address.replace("code=", "error=access_denied&cod="),
]


async def test_what_comes_back_must_have_begun_here(stores: Stores, tmp_path: Path) -> None:
    peer = OpenIdPeer(ISSUER)
    async with opened(stores, tmp_path, peer, **OWN) as town:
        kofi, attacker = town.browser(), town.browser()
        theirs = peer.signs_in(await to(attacker), **CHECKED)
        # Somebody else's way back, in a browser that began nothing, or something else.
        await refused(await returns(town.browser(), theirs))
        await to(kofi)
        await refused(await returns(kofi, theirs))
        for changed in CHANGED:
            await refused(await returns(kofi, changed(peer.signs_in(await to(kofi), **CHECKED))))
        # A code of the attacker's own in Kofi's browser: its proof of who began lies elsewhere.
        state = urlsplit(await to(kofi)).query.partition("state=")[2].partition("&")[0]
        injected = theirs.partition("&state")[0] + f"&state={state}"
        await refused(await returns(kofi, injected))
        assert peer.used == set()


async def test_a_way_back_leads_in_once(stores: Stores, tmp_path: Path) -> None:
    peer = OpenIdPeer(ISSUER)
    async with opened(stores, tmp_path, peer, **OWN) as town:
        kofi, thief = town.browser(), town.browser()
        address = peer.signs_in(await to(kofi), **CHECKED)
        thief.steals(kofi)
        (await returns(kofi, address)).sees("Kofi Mensah")
        peer.used.clear()  # a provider that takes a code again
        await refused(await returns(thief, address))


async def test_providers_are_not_mixed_up(stores: Stores, tmp_path: Path) -> None:
    peer = OpenIdPeer(ISSUER)
    async with opened(stores, tmp_path, peer, **OWN, **SLACK) as town:
        browser = town.browser()
        address = peer.signs_in(await to(browser), **CHECKED, **OF_SLACK)
        before = list(peer.heard)
        await refused(await returns(browser, address.replace("/openid?", "/slack?")))
        assert peer.heard == before  # no code of one's goes to the other
    other = OpenIdPeer(ISSUER, told={"issuer": "https://evil.example"})
    async with opened(stores, tmp_path, other, **OWN) as town:
        answer = await town.browser().goes("/sign-in/with/openid")
        assert answer.answer.status_code == 503


async def test_nobody_else_begins_it_for_them(stores: Stores, tmp_path: Path) -> None:
    async with opened(stores, tmp_path, OpenIdPeer(ISSUER), **OWN) as town:
        browser = await town.browser().goes("/sign-in/with/openid", **LED)
        assert browser.answer.status_code == 403
        assert (await browser.goes("/sign-in/with/nobody")).answer.status_code == 404


async def test_a_provider_that_is_away_is_said(stores: Stores, tmp_path: Path) -> None:
    peer = OpenIdPeer(ISSUER)
    async with opened(stores, tmp_path, peer, **OWN) as town:
        browser = town.browser()
        address = peer.signs_in(await to(browser), **CHECKED)
        peer.away = True
        (await returns(browser, address)).sees("We can’t reach the place where you sign in.")
        await refused(browser, 503)
