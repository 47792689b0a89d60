"""The sheet of codes to print: each QR code leads where it says, and nothing is looked up."""

import asyncio
import re
from itertools import pairwise

import httpx
import pytest
import segno
from pydantic import ValidationError
from starlette.applications import Starlette

from bot.base.settings import Settings
from bot.web.public_routes import public_routes
from tests.edge.web.fakes import HERE, ORIGIN, Demo, partnership
from tests.edge.web.receipt_alone import Alone

CODES = ("7KQM-2XFP", "0ABC-DEFG", "ZZZZ-9999")
QUIET = 4
DRAWN = (
    r'viewBox="0 0 (\d+) \1"><path fill="#fff" d="M0 0h\1v\1h-\1z"/>'
    r'<path stroke="#000" d="([^"]*)"/></svg>'
)


def runs(path: str) -> list[tuple[int, int, int]]:
    """Where each line of a path begins, and its length, by the rules of SVG."""
    found, x, y = [], 0.0, 0.0
    for move, right, down, wide in re.findall(r"([Mm])([-\d.]+) ([-\d.]+)h(\d+)", path):
        x, y = (x + float(right), y + float(down)) if move == "m" else (float(right), float(down))
        assert (x % 1, y % 1) == (0, 0.5)  # a line lies in the middle of its row of modules
        found.append((int(x), int(y), int(wide)))
        x += int(wide)
    return found


def matrix(path: str, side: int) -> list[list[int]]:
    """The modules that a path draws, without the quiet zone."""
    drawn = [[0] * side for _ in range(side)]
    for x, y, wide in runs(path):
        for at in range(x, x + wide):
            drawn[y][at] = 1
    edge = [*drawn[:QUIET], *drawn[-QUIET:], *(r[:QUIET] + r[-QUIET:] for r in drawn)]
    assert not any(any(row) for row in edge)
    return [row[QUIET:-QUIET] for row in drawn[QUIET:-QUIET]]


def expected(url: str) -> list[list[int]]:
    """The QR code of this address."""
    return [list(row) for row in segno.make(url, error="m", micro=False).matrix]


def drawn(page: httpx.Response) -> list[list[list[int]]]:
    """All QR codes of a page."""
    found = re.findall(DRAWN, page.text)
    return [matrix(path, int(side)) for side, path in found]


async def sheet(typed: str, **headers: str) -> httpx.Response:
    """What the chair sees who pastes this."""
    async with Alone().at() as browser:
        return await browser.post("/pause/sheet", data={"codes": typed}, headers=headers)


async def test_the_chair_pastes_codes_and_gets_a_ticket_for_each() -> None:
    alone = Alone()
    async with alone.at() as browser:
        form = await browser.get("/pause/sheet")
        page = await browser.post("/pause/sheet", data={"codes": f"\n{CODES[0]}, 0abc-defg\t"})
    assert '<textarea id="codes" name="codes"' in form.text
    assert "Up to 40, with a space" in form.text
    assert page.status_code == 200
    assert drawn(page) == [expected(f"https://bot.example/pause?code={code}") for code in CODES[:2]]
    assert [f'<p class="code">{code}</p>' in page.text for code in CODES] == [True, True, False]
    assert "type the code at bot.example/pause." in page.text
    assert f'role="img" aria-label="QR code that opens {CODES[0]}"' in page.text
    assert alone.dispatch.came == []


async def test_the_dark_modules_are_runs_that_leave_no_hairline() -> None:
    page = await sheet(CODES[0])
    ((_, path),) = re.findall(DRAWN, page.text)
    assert runs(path)
    for (x, y, wide), (after, below, _) in pairwise(runs(path)):
        assert y != below or x + wide < after


async def test_where_the_public_address_is_set_the_codes_lead_there() -> None:
    alone = Alone()
    alone.app = Starlette(
        routes=public_routes(
            alone.dispatch, alone.clock, partnership(), "https://upstander.example/"
        )
    )
    async with alone.at() as browser:
        page = await browser.post("/pause/sheet", data={"codes": CODES[0]})
    assert drawn(page) == [expected(f"https://upstander.example/pause?code={CODES[0]}")]
    assert "upstander.example/pause." in page.text


async def test_in_the_demo_they_lead_to_the_demo_in_the_language_of_the_page() -> None:
    async with Demo().browsing() as browser:
        data = {"codes": CODES[0], "_lang": "cy"}
        page = await browser.post("/pause/sheet", data=data, headers=HERE)
    assert drawn(page) == [expected(f"{ORIGIN}/pause?code={CODES[0]}")]
    assert "Pwyntiwch eich camera" in page.text


async def test_a_code_pasted_twice_is_one_ticket_and_forty_are_a_sheet() -> None:
    assert len(drawn(await sheet(f"{CODES[0]} {CODES[0].lower()}"))) == 1
    many = [f"0000-00{number:02d}" for number in range(41)]
    assert len(drawn(await sheet(" ".join(many[:40])))) == 40
    too_many = await sheet(" ".join(many))
    assert too_many.status_code == 422
    assert "no more than 40 codes" in too_many.text


@pytest.mark.parametrize(
    "typed",
    [
        "7KQM-2XFP 0ABC-DEFG",
        "1. 7KQM-2XFP\r\n2. 0ABC-DEFG",
        "• 7kqm 2xfp\n• 0abc defg",
        "“7KQM–2XFP”, ‘OABC–DEFG’",
        "\u200b7KQM-2XFP;\u00a00ABC-DEFG\ufeff",
    ],
)
async def test_codes_are_pasted_as_they_come(typed: str) -> None:
    page = await sheet(typed)
    assert page.status_code == 200
    assert all(code in page.text for code in CODES[:2])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Please paste at least one code."),
        (" ,\n;", "Please paste at least one code."),
        (f"{CODES[0]} hello", "“hello” does not look like a code."),
        ("<b>x</b>", "“&lt;b&gt;x&lt;/b&gt;” does not look like a code."),
        ("x" * 2001, "no more than 40 codes"),
    ],
)
async def test_what_is_no_code_is_told_and_what_was_pasted_stays(typed: str, told: str) -> None:
    page = await sheet(typed)
    assert page.status_code == 422
    assert told in page.text
    assert "<svg" not in page.text
    assert "<b>" not in page.text
    assert CODES[0] not in typed or f"{CODES[0]} hello</textarea>" in page.text


async def test_the_sheet_obeys_the_policy_and_is_kept_nowhere() -> None:
    page = await sheet(CODES[0])
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src")
    assert page.headers["cache-control"] == "no-store"
    for never in ("<script", "style=", "<style", "xlink", "http-equiv", '<img src="data'):
        assert never not in page.text
    async with Alone().at() as browser:
        css = await browser.get("/web/sheet.css")
    assert "@media print" in css.text
    assert css.headers["content-type"].startswith("text/css")


async def test_neither_another_site_nor_an_endless_host_gets_a_sheet() -> None:
    for site in ("cross-site", "same-site"):
        assert (await sheet(CODES[0], **{"sec-fetch-site": site})).status_code == 403
    assert (await sheet(CODES[0], host="b" * 300)).status_code == 400


async def test_sheets_are_drawn_one_at_a_time_and_what_was_drawn_is_not_counted() -> None:
    alone = Alone()
    async with alone.at() as browser, alone.at("8.8.4.4") as elsewhere:
        data = {"codes": CODES[0]}
        found = [(await browser.post("/pause/sheet", data=data)).status_code for _ in range(100)]
        assert set(found) == {200}
        full = {"codes": " ".join(f"0000-00{number:02d}" for number in range(40))}
        many = [browser.post("/pause/sheet", data=full) for _ in range(12)]
        *flood, other = await asyncio.gather(*many, elsewhere.post("/pause/sheet", data=data))
        assert sorted(page.status_code for page in flood) == [200] * 8 + [429] * 4
        resting = next(page for page in flood if page.status_code == 429)
        assert "0000-0000" in resting.text  # what was pasted stays
        assert other.status_code == 200
        assert (await browser.post("/pause/sheet", data=data)).status_code == 200


@pytest.mark.parametrize(
    "url",
    [
        "upstander.example",
        "ftp://upstander.example",
        "javascript://upstander.example",
        "https://",
        "https://me:hush@upstander.example",
        "https://upstander.example/bot",
        "https://upstander.example?x",
    ],
)
def test_a_public_address_that_is_none_is_refused_at_start(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_PUBLIC_URL", url)
    with pytest.raises(ValidationError, match="UPSTANDER_PUBLIC_URL must be") as refused:
        Settings()
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize("url", ["", "https://upstander.example", "http://[::1]:8750/"])
def test_a_public_address_of_this_server_is_taken(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_PUBLIC_URL", url)
    assert Settings().public_url == url
