"""Sessions lie in the browser alone: how they end, and what can't be done with one."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from storage.partnership import PersonId
from tests.conftest import Stores
from tests.core.anytown import FixedClock
from tests.signin.browsing import HERE, ORIGIN, Browser, set_cookies
from tests.signin.town import GRACE, KOFI, SignInTown, sign_in_town

SESSION = "__Host-upstander"
WORDS = "The meeting ended before the health visitor could speak."


def routes_of(app: ASGIApp) -> Iterator[Route]:
    """Every route below the mount of the pages for people, whatever is wrapped around it."""
    inner: object = app
    while not (routes := getattr(inner, "routes", None)):
        inner = getattr(inner, "_app", None) or getattr(inner, "app", None)
        if inner is None:
            return
    found: list[BaseRoute] = routes
    for route in found:
        if isinstance(route, Mount):
            yield from routes_of(route.app)
        elif isinstance(route, Route):
            yield route


def sending(town: SignInTown) -> list[str]:
    """Every address of these pages to which a form can be sent."""
    mount = next(route for route in town.app.routes if isinstance(route, Mount))
    filled = {"verb": "concern.send"}
    return sorted(
        re.sub(r"\{(\w+)\}", lambda name: filled[name[1]], route.path)
        for route in routes_of(mount.app)
        if "POST" in (route.methods or ())
    )


async def test_a_cookie_is_this_hosts_alone_and_no_scripts(town: SignInTown) -> None:
    browser = await town.browser().goes("/")
    (start,) = set_cookies(browser.answer)
    kofi = await town.signed_in()
    before = kofi.cookie(SESSION)
    town.clock.set(town.clock.now() + timedelta(minutes=2))
    await kofi.goes("/me")
    (renewed,) = set_cookies(kofi.answer)
    for cookie in (start, renewed):
        assert cookie.endswith("; Path=/; Secure; HttpOnly; SameSite=Lax")
        assert cookie.startswith("__Host-upstander")
    assert len(kofi.cookie(SESSION)) == len(before)
    assert kofi.cookie(SESSION) != before
    assert "kofi" not in before


async def test_nobody_fixes_a_session_for_somebody_else(town: SignInTown) -> None:
    attacker = await town.signed_in(GRACE)
    kofi = town.browser()
    kofi.steals(attacker)  # planted before Kofi signs in
    await kofi.goes("/me/sign-out")
    planted = kofi.cookie(SESSION)
    kofi.client.cookies.delete(SESSION)
    await kofi.goes("/")
    await kofi.presses("Send me a link", email=KOFI)
    await kofi.goes(await town.link(KOFI))
    kofi.client.cookies.set(SESSION, planted, domain="upstander.example")
    # With another's session, its forms' token is another too: the link stays closed.
    await kofi.presses("Sign in")
    assert kofi.answer.status_code == 403
    again = await town.signed_in(KOFI, 2)
    assert again.cookie(SESSION) != planted
    assert again.cookie("__Host-upstander-start") == ""
    (await attacker.goes("/me")).sees("Grace Okafor")


async def test_a_session_ends_after_half_an_hour_in_which_nothing_is_done(town: SignInTown) -> None:
    kofi = await town.signed_in()
    for _ in range(3):
        town.clock.set(town.clock.now() + timedelta(minutes=29))
        assert (await kofi.goes("/me")).where == "/me"
    town.clock.set(town.clock.now() + timedelta(minutes=31))
    assert (await kofi.goes("/me")).where == "/"
    assert kofi.cookie(SESSION) == ""


async def test_a_session_ends_after_twelve_hours_whatever_is_done(town: SignInTown) -> None:
    kofi = await town.signed_in()
    for _ in range(35):
        town.clock.set(town.clock.now() + timedelta(minutes=20))
        assert (await kofi.goes("/me/sign-out")).where == "/me/sign-out"
    town.clock.set(town.clock.now() + timedelta(minutes=20))
    assert (await kofi.goes("/me/sign-out")).where == "/"


async def test_whoever_signs_out_is_out_and_so_is_a_copy_of_their_cookie(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    clock = FixedClock()
    async with sign_in_town(sqlite_stores, tmp_path, clock) as town:
        thief = await _signs_out_of_what_was_stolen(town)
    async with sign_in_town(sqlite_stores, tmp_path, clock) as town:  # another server, or later
        late = town.browser()
        late.steals(thief)
        assert (await late.goes("/me")).where == "/"


async def _signs_out_of_what_was_stolen(town: SignInTown) -> Browser:
    kofi, thief, kept = await town.signed_in(), town.browser(), town.browser()
    thief.steals(kofi)
    kept.steals(kofi)
    await kofi.goes("/me/sign-out")
    await kofi.presses("Sign out here")
    kofi.sees("You are signed out.", "Your work e-mail address")
    assert kofi.answer.headers["clear-site-data"] == '"cache", "storage"'
    assert (await kofi.goes("/me")).where == "/"
    assert (await thief.goes("/me")).where == "/"
    return kept


async def test_a_page_that_looks_again_by_itself_keeps_nobody_signed_in(town: SignInTown) -> None:
    kofi = await town.signed_in()
    before, minutes = kofi.cookie(SESSION), timedelta(minutes=2)
    for headers in ({"sec-fetch-dest": "empty"}, {"upstander-by-itself": "1"}):
        town.clock.set(town.clock.now() + minutes)
        assert (await kofi.goes("/me", **headers)).where == "/me"
        assert kofi.cookie(SESSION) == before
    await kofi.goes("/me")
    assert kofi.cookie(SESSION) != before


async def test_a_stolen_cookie_is_worth_nothing_after_signing_out_everywhere(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    clock = FixedClock()
    async with sign_in_town(sqlite_stores, tmp_path, clock) as town:
        stolen, kofi, grace = town.browser(), await town.signed_in(), await town.signed_in(GRACE)
        stolen.steals(kofi)
        (await stolen.goes("/me")).sees("Kofi Mensah")
        elsewhere = await town.signed_in(KOFI, 2)
        await elsewhere.goes("/me/sign-out")
        await elsewhere.presses("Sign out everywhere")
        for browser in (stolen, kofi, elsewhere):
            browser.client.cookies.set(SESSION, kofi.cookie(SESSION), domain="upstander.example")
            assert (await browser.goes("/me")).where == "/"
        (await grace.goes("/me")).sees("Grace Okafor")
        (await town.signed_in(KOFI, 3)).sees("Kofi Mensah")
    async with sign_in_town(sqlite_stores, tmp_path, clock) as town:  # another server
        late = town.browser()
        late.steals(stolen)
        assert (await late.goes("/me")).where == "/"


async def test_whoever_is_taken_out_is_out_at_once(town: SignInTown) -> None:
    kofi = await town.signed_in()
    person = PersonId("web:kofi-mensah")
    await town.core.members.forget([person])
    assert (await kofi.goes("/me")).where == "/"


async def test_no_form_does_anything_without_its_token(town: SignInTown) -> None:
    kofi, grace = await town.signed_in(), await town.signed_in(GRACE)
    await grace.goes("/me")
    others = grace.page.forms[0].fields["_csrf"]
    everywhere = sending(town)
    assert {"/sign-in", "/sign-in/link", "/me/sign-out", "/me/do/concern.send", "/me/clear",
            "/me/language", "/me/referrals", "/me/people"} <= set(everywhere)  # fmt: skip
    before = kofi.cookie(SESSION)
    for path in everywhere:
        for token in ("", others, "0" * 64):
            values = {"_csrf": token, "what": WORDS, "everywhere": "yes", "language": "cy"}
            if path.endswith(("referrals", "people")):
                files = {"file": ("a.csv", b"reference\n1\n", "text/csv")}
                answer = await kofi.client.post(path, data=values, files=files, headers=HERE)
            else:
                answer = await kofi.client.post(path, data=values, headers=HERE)
            assert answer.status_code == 403, path
    await kofi.goes("/me")
    kofi.sees("Kofi Mensah", "My concerns")  # still signed in, in English
    assert kofi.cookie(SESSION) == before


async def test_every_form_on_a_page_has_its_token(town: SignInTown) -> None:
    kofi = await town.signed_in()
    token = (await kofi.goes("/me")).page.forms[0].fields["_csrf"]
    pages = ("/me", "/me/do/concern", "/me/do/challenge", "/me/referrals", "/me/sign-out",
             "/me/do/standin", "/me/do/language")  # fmt: skip
    for path in pages:
        forms = (await kofi.goes(path)).page.forms
        assert kofi.answer.status_code == 200, path
        posted = [form for form in forms if form.method == "post"]
        assert posted, path
        assert {form.fields.get("_csrf") for form in posted} == {token}, path


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "https://evil.example"},
        {"origin": ORIGIN.replace("https", "http")},
        {"origin": f"{ORIGIN}.evil.example"},
        {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
        {"origin": ORIGIN, "sec-fetch-site": "same-site"},
    ],
)
async def test_a_form_from_another_site_does_nothing(
    town: SignInTown, headers: dict[str, str]
) -> None:
    kofi = await town.signed_in()
    await kofi.goes("/me/sign-out")
    form, values = kofi.page.form_with("Sign out here")
    assert (await kofi.client.post(form.action, data=values, headers=headers)).status_code == 403
    (await kofi.goes("/me")).sees("Kofi Mensah")


async def test_no_page_is_framed_kept_or_shown_under_another_name(town: SignInTown) -> None:
    kofi = await town.signed_in()
    for path in ("/", "/me", "/me/do/concern", "/me/sign-out", "/nowhere", "/sign-in/link?code=x"):
        headers = (await kofi.client.get(path)).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in policy
        # Ours alone, and below their own address alone: no page at which somebody signs in has one.
        script = "; script-src 'self'" if path.startswith("/me") else ""
        assert policy.partition("frame-ancestors 'none'")[2] == script
        assert (headers["x-frame-options"], headers["cache-control"]) == ("DENY", "no-store")
        assert headers["strict-transport-security"].startswith("max-age=")
        renamed = await kofi.client.get(path, headers={"host": "evil.example"})
        assert renamed.status_code == 403


@pytest.mark.parametrize(
    "path", ["/as/kofi-mensah", "/as/grace-okafor/do/mine", "/stored", "/demo/clock", "/meeting"]
)
async def test_nobody_becomes_somebody_else_here(town: SignInTown, path: str) -> None:
    for browser in (town.browser(), await town.signed_in()):
        await browser.goes(path)
        assert browser.answer.status_code == 404
        assert "Grace" not in browser.answer.text


@pytest.mark.parametrize("cookie", ["", "x", "AAAA" * 300, "é", "x" * 9000])
async def test_a_made_up_cookie_is_nobodys(town: SignInTown, cookie: str) -> None:
    browser = Browser(town.browser().client)
    answer = await browser.client.get("/me", headers={b"cookie": f"{SESSION}={cookie}".encode()})
    assert answer.headers["location"] == "/"


async def test_a_cookie_that_was_cut_moved_or_changed_is_nobodys(town: SignInTown) -> None:
    kofi = await town.signed_in()
    good = kofi.cookie(SESSION)
    start = (await town.browser().goes("/")).cookie("__Host-upstander-start")
    flipped = good[:40] + ("A" if good[40] != "A" else "B") + good[41:]
    for cookie in (good[:-4], flipped, start, good[4:]):
        kofi.client.cookies.set(SESSION, cookie, domain="upstander.example")
        assert (await kofi.goes("/me")).where == "/"
