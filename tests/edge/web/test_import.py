"""Referrals as files in a browser: no script, every mistake on the page, nothing half done."""

import re
from functools import partial
from random import Random

import httpx
import pytest
from starlette.applications import Starlette

from bot.files.exporting import Exporting
from bot.files.importing import Imported, Importing, Tell
from bot.web.context import Web
from bot.web.routes import web_routes
from handlers.contract.people import Named
from handlers.referral.files.rows import EVERY
from handlers.referral.files.spreadsheet import MOST_BYTES
from tests.edge.web.fakes import HERE, ORIGIN, Demo, partnership, stored_rows, tongue

HEAD = "reference,kind,what,agency,owner,role,due\n"
GOOD = HEAD + "CASE-1,information,The minutes please.,childrens-social-care,Amina Yusuf,,\n"
PAGE = "/as/leila-haddad/referrals"


def many_names() -> str:
    """Doubts in more words than a page brings along."""
    letters = partial(Random(1).choices, "abcdefghijklmnopqrstuvwxyz", k=9)
    rows = []
    for number in range(100):
        names = (f"Mary {''.join(letters()).title()}" for _ in range(40))
        rows.append(f"C-{number},information,He rang {' and '.join(names)}.,police,,,\n")
    return HEAD + "".join(rows)


async def sends(visitor: httpx.AsyncClient, text: str | bytes, **ticked: str) -> httpx.Response:
    """They choose a file and send it."""
    data = text.encode() if isinstance(text, str) else text
    return await visitor.post(PAGE, files={"file": ("mine.csv", data, "text/csv")}, data=ticked)


async def test_a_file_is_recorded_and_whoever_has_it_is_told(visitor: httpx.AsyncClient) -> None:
    assert f'href="{PAGE}"' in (await visitor.get("/as/leila-haddad")).text
    page = await visitor.get(PAGE)
    assert 'enctype="multipart/form-data"' in page.text
    assert "<script" not in page.text
    sent = await sends(visitor, GOOD)
    assert sent.status_code == 200
    assert "One referral is recorded." in sent.text
    home = (await visitor.get("/as/amina-yusuf")).text
    assert "There is something new for you" in home
    assert "Waiting for me" in home


async def test_every_wrong_row_stands_on_the_page(visitor: httpx.AsyncClient) -> None:
    sent = await sends(visitor, GOOD + "<b>x,wish,=1,police,,,\n" * 2)
    assert sent.status_code == 422
    assert "<title>Error: Referrals as files" in sent.text
    assert "4 things need fixing. Nothing was recorded." in sent.text
    assert "Row 3, kind: We do not know this kind." in sent.text
    assert "<b>x" not in sent.text
    many = await sends(visitor, HEAD + "a,wish,b,police,,,\n" * 120)
    assert many.text.count(", kind: We do not") == 100
    assert "And 20 more. Fix these first." in many.text


async def test_what_may_be_a_name_is_ticked_first(visitor: httpx.AsyncClient) -> None:
    text = HEAD + "C-1,information,He rang Mary Smith.,police,,,\n"
    asked = await sends(visitor, text)
    assert asked.status_code == 422
    assert "Row 2: This may show who someone is: “Mary Smith”" in asked.text
    assert 'type="checkbox" id="anyway"' in asked.text
    assert "One referral is recorded." in (await sends(visitor, text, anyway="yes")).text


async def test_no_file_or_a_huge_one_or_something_else(visitor: httpx.AsyncClient) -> None:
    assert "Please choose a file." in (await sends(visitor, b"")).text
    assert "This file is too big." in (await sends(visitor, b"x" * (MOST_BYTES + 20_000))).text
    assert (await visitor.post(PAGE, data={"file": "a"})).status_code == 415
    odd = {"content-type": "multipart/form-data"}
    assert (await visitor.post(PAGE, content=b"garbage", headers=odd)).status_code == 400
    odd = {"content-type": "multipart/form-data; boundary=x"}
    assert (await visitor.post(PAGE, content=b"garbage", headers=odd)).status_code == 400
    elsewhere = {"origin": "https://evil.example"}
    assert (await visitor.post(PAGE, content=b"", headers=elsewhere)).status_code == 403


async def test_files_to_take_along(visitor: httpx.AsyncClient) -> None:
    await sends(visitor, GOOD)
    own = await visitor.get(f"{PAGE}/own.csv")
    assert own.headers["content-disposition"] == 'attachment; filename="referrals-own.csv"'
    assert own.headers["content-type"] == "text/csv; charset=utf-8"
    assert "The minutes please." in own.text
    due = await visitor.get(f"{PAGE}/own.ics")
    assert due.headers["content-type"].startswith("text/calendar")
    assert due.text.count("BEGIN:VEVENT") == 1
    assert "agency.csv" not in (await visitor.get(PAGE)).text
    assert (await visitor.get(f"{PAGE}/agency.csv")).status_code == 403
    assert (await visitor.get(f"{PAGE}/own.exe")).status_code == 404
    assert (await visitor.get(f"{PAGE}/else.csv")).status_code == 404
    lead = await visitor.get("/as/grace-okafor/referrals/agency.csv")
    assert "CASE-1" in lead.text
    assert "The minutes please." not in lead.text


async def test_the_numbers_of_the_partnership_are_a_file_in_a_browser(
    visitor: httpx.AsyncClient,
) -> None:
    given = await visitor.get("/as/sian-morgan/do/insight.text")
    assert given.headers["content-type"] == "text/csv; charset=utf-8"
    assert given.headers["content-disposition"] == 'attachment; filename="insight.csv"'
    assert given.text == "\ufeffChwarter,Beth,Cwestiwn,Rhan,Faint\n"  # nothing is published yet


async def test_the_page_is_in_welsh_for_who_reads_welsh(visitor: httpx.AsyncClient) -> None:
    page = await visitor.get("/as/sian-morgan/referrals")
    assert '<html lang="cy">' in page.text
    assert "Cofnodi llawer ar unwaith" in page.text


@pytest.mark.parametrize(
    ("text", "english", "welsh"),
    [
        (GOOD, "One referral is recorded.", "Cofnodwyd un atgyfeiriad."),
        (HEAD + "a,wish,b,police,,,\n" * 120, "Row 2, kind: ", "Rhes 2, kind: "),
        (HEAD + "C,information,He rang Mary Smith.,police,,,\n", "Mary Smith", "Mary Smith"),
        (many_names(), "100 rows may show who someone is.", "Gallai 100 o resi ddangos"),
        (HEAD, "nothing in this file", "Does dim byd yn y ffeil hon."),
        ("", "choose a file", "Dewiswch ffeil."),
        (
            HEAD + "".join(f"C-{n},information,Please.,police,,,\n" for n in range(EVERY)),
            *("500 referrals are recorded.", "Cofnodwyd 500 o atgyfeiriadau."),
        ),
    ],
)
async def test_what_came_of_a_file_is_read_in_the_other_language(
    visitor: httpx.AsyncClient, text: str, english: str, welsh: str
) -> None:
    page = await sends(visitor, text)
    for chosen, words in (("cy", welsh), ("en", english)):
        before, (action, brought) = page.text, tongue(page.text)
        late = re.findall(r'name="_page" value="([^"]+)" form="tongue"', page.text)
        brought |= {"_page": late[-1]} if late else {}
        page = await visitor.post(action, data=brought | {"_language": chosen})
        assert words in page.text
        assert ('id="anyway"' in page.text) == ('id="anyway"' in before)
    # Nothing was taken once more for it.
    own = (await visitor.get(f"{PAGE}/own.csv")).text
    assert own.count("The minutes please.") == (text == GOOD)


async def test_while_a_long_file_is_gone_through_the_other_language_says_so(
    visitor: httpx.AsyncClient,
) -> None:
    rows = (f"C-{n},information,Please.,police,,,\n" for n in range(EVERY))
    page = await sends(visitor, HEAD + "".join(rows))
    action, brought = tongue(page.text.partition("<main")[0])
    said = await visitor.post(action, data=brought | {"_language": "cy"})
    assert "Eir drwy eich ffeil i’w diwedd" in said.text


async def test_the_page_of_a_long_file_shows_how_far_it_is(visitor: httpx.AsyncClient) -> None:
    rows = [f"C-{n},information,Please.,police,,,\n" for n in range(1200)]
    sent = await sends(visitor, HEAD + "".join(rows))
    assert sent.status_code == 200
    told = [
        f"<p>{done} of 1,200 rows are {step}.</p>"
        for step in ("checked", "prepared", "written")
        for done in ("500", "1,000")
    ]
    assert [line for line in told if line not in sent.text] == []
    assert sent.text.index(told[0]) < sent.text.index(told[-1])
    assert sent.text.index(told[-1]) < sent.text.index("1,200 referrals are recorded.")
    assert sent.text.endswith("</html>\n")
    assert sent.text.count("<h1>") == 1
    again = await sends(visitor, HEAD + "".join(rows))
    assert "1,200 things need fixing. Nothing was recorded." in again.text
    assert "1,200 of 1,200 rows are written" not in again.text


class GoneHalfWay(Importing):
    """Checks a part of a file, and then its database is gone."""

    def __init__(self) -> None:
        """Needs nothing to fail."""

    async def take(
        self, who: Named, data: bytes, anyway: bool = False, tell: Tell = lambda *_: None
    ) -> Imported:
        """Fails half way; a short file before it is told of."""
        tell("checked", EVERY, data.count(b"\n"))
        raise OSError("a password would stand here")


class NoFiles(Exporting):
    """Isn't asked for any."""

    def __init__(self) -> None:
        """Needs nothing."""


async def test_what_fails_half_way_is_told_and_only_its_kind_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    around = Demo()
    web = Web(
        around.dispatch, partnership(), around.clock, around.settle, stored_rows, around.client,
        files=(GoneHalfWay(), NoFiles()),
    )  # fmt: skip
    transport = httpx.ASGITransport(Starlette(routes=web_routes(web)), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=HERE) as visitor:
        long, short = [
            await visitor.post(
                "/as/carys/referrals", files={"file": ("a.csv", b"x\n" * rows, "text/csv")}
            )
            for rows in (EVERY, 3)
        ]
    assert (long.status_code, short.status_code) == (200, 500)
    assert "500 of 500 rows are checked." in long.text
    assert "Something went wrong on our side. Please choose the file again" in long.text
    assert long.text.endswith("</html>\n")
    said = [str(vars(record).get("upstander_said")) for record in caplog.records]
    assert [line.partition(" at ")[0][:40] for line in said if "importing" in line] != []
    assert "password" not in " ".join(said)
