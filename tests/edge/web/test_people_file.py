"""People from a file in a browser: all of it, seen before it holds, or nothing of it anywhere."""

import re

import httpx
import pytest

from bot.web.pages.people_file import MOST_BYTES
from tests.edge.web.fakes import tongue

HOME = "/as/ruth-ellison"
CSC = "childrens-social-care"


async def sends(visitor: httpx.AsyncClient, data: bytes, home: str = HOME) -> httpx.Response:
    """They choose a file and send it."""
    return await visitor.post(f"{home}/people", files={"file": ("p.csv", data, "text/csv")})


def lines(count: int, mark: str = ";") -> str:
    """A spreadsheet of so many people, as Excel writes it."""
    head = mark.join(("name", "agency", "title", "email"))
    rows = (mark.join((f"Siân {n}", CSC, "Nurse", f"s{n}@care.anytown.example"))
            for n in range(count))  # fmt: skip
    return "\r\n".join((head, *rows))


async def test_a_page_that_is_drawn_elsewhere_is_not_drawn_here(visitor: httpx.AsyncClient) -> None:
    _, sent = tongue((await sends(visitor, lines(3).encode())).text)
    for elsewhere in ("people-file", "referrals"):
        address = f"{HOME}/do/{elsewhere}/language"
        answer = await visitor.post(address, data={**sent, "_language": "en"})
        assert (answer.status_code, "3 new" in answer.text) == (200, False)


async def test_800_people_are_seen_first_and_hold_once_confirmed(
    visitor: httpx.AsyncClient,
) -> None:
    page = await visitor.get(f"{HOME}/do/administration.sheet")
    assert 'enctype="multipart/form-data"' in page.text
    shown = await sends(visitor, b"\xef\xbb\xbf" + lines(800).encode())
    assert shown.status_code == 200
    assert "800 new, 0 changed. Everyone else stays as they are." in shown.text
    assert "Siân 3" in shown.text
    assert "760 more changes are not shown here." in shown.text
    [id] = re.findall(r'confirm"><input type="hidden" name="_subject" value="([^"]+)"', shown.text)
    sent = {"_subject": id, "_token": "a" * 22}
    done = await visitor.post(f"{HOME}/do/administration.confirm", data=sent)
    assert "This is in force now, for everyone." in done.text
    assert "how it is already" in (await sends(visitor, lines(800).encode("cp1252"))).text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "choose a file"),
        (b"PK\x03\x04 a workbook", "not a CSV file"),
        (lines(1).encode()[:-5] + b"\x81\xff", "letters cannot be read"),
        (b"name;agency;title\r\nJo;moon;Nurse", "Line 2: "),
        (b"sep=;\r\n\r\nname;agency;title\r\nJo;police;Nurse\r\n;police;Nurse", "Line 4: "),
        (b"name,agency,title,email,email\nJo,police,T,j@x.example,k@y.example", "each once"),
        (b'name,agency,title\nA,police,T\n"Jo,police,T\nB,police,T\n', "Line 3: A quotation mark"),
        (b'name,agency,title\n"Jo,police,T\n"B",police,T', "Line 2: A quotation mark"),
        (b"x" * (MOST_BYTES + 20_000), "This file is too big"),
        (lines(5001).encode(), "more than"),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_of_it_stays(
    visitor: httpx.AsyncClient, data: bytes, words: str
) -> None:
    said = await sends(visitor, data)
    assert words in said.text
    assert "administration.confirm" not in said.text


async def test_what_came_of_a_file_is_read_in_the_other_language(
    visitor: httpx.AsyncClient,
) -> None:
    for data, english, welsh in (
        (lines(3).encode(), "3 new, 0 changed.", "3 newydd, 0 wedi newid."),
        (b"", "choose a file", "Dewiswch ffeil"),
        (b"name;agency;title\r\nJo;moon;Nurse", "Line 2: ", "Llinell 2: "),
    ):
        page = await sends(visitor, data)
        # There, and back again; nothing is sent once more for it.
        for chosen, words in (("cy", welsh), ("en", english)):
            action, brought = tongue(page.text)
            page = await visitor.post(action, data=brought | {"_language": chosen})
            assert words in page.text
        assert ("administration.confirm" in page.text) == (data != b"" and b"moon" not in data)


async def test_nobody_reads_what_came_of_anothers_file(visitor: httpx.AsyncClient) -> None:
    action, brought = tongue((await sends(visitor, b"")).text)
    for home, status in (("/as/leila-haddad", 403), ("/as/helen-ward", 200)):
        there = action.replace(HOME, home)
        theirs = await visitor.post(there, data=brought | {"_language": "en"})
        assert (theirs.status_code, "choose a file" in theirs.text) == (status, False)


async def test_it_is_for_administrators(visitor: httpx.AsyncClient) -> None:
    leila = "/as/leila-haddad"
    assert (await visitor.get(f"{leila}/do/administration.sheet")).status_code == 403
    sent = await sends(visitor, lines(1).encode(), leila)
    assert (sent.status_code, "for administrators" in sent.text) == (403, True)
    other = {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"}
    assert (await visitor.post(f"{HOME}/people", headers=other)).status_code == 403
