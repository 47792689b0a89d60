"""The page of who can help through HTTP: no account, no person, no database."""

import pytest

from tests.edge.web.fakes import Demo
from tests.edge.web.receipt_alone import Alone


@pytest.mark.parametrize("language", ["en", "cy"])
async def test_it_needs_no_account_and_asks_nobody(language: str) -> None:
    alone = Alone()
    async with alone.at() as browser:
        page = await browser.get("/help", params={"lang": language})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    assert '<a href="tel:999">999</a>' in page.text
    assert "<form" not in page.text
    assert 'href="/receipt?lang=' in page.text
    assert not any(name in page.text for name in ("Carys", "Owain", "Tom Okafor"))
    assert alone.dispatch.came == []
    assert page.headers["x-robots-tag"] == "noindex"


async def test_nothing_is_sent_there() -> None:
    async with Alone().at() as browser:
        assert (await browser.post("/help", data={"_verb": "concern"})).status_code == 405


async def test_the_demo_has_it_too() -> None:
    async with Demo().browsing() as browser:
        assert "Who can help" in (await browser.get("/help")).text
