"""Referrals as files in Chromium: without scripts, and looked over by axe."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.e2e.demo import LANGUAGES, Inspector, serving, window

HEAD = "reference,kind,what,agency\n"
GOOD = "CASE-1,information,The minutes please.,police\n"
NAMED = "CASE-2,information,He rang Mary Smith.,police\n"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_file_with_mistakes_is_mended_and_recorded(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "referrals.csv"
    async with (
        serving() as address,
        window(browser, address, "grace-okafor", language, script=False) as here,
    ):
        await here.press("import-link")
        for text, words in ((GOOD.replace("police", "moon"), "web-problem"), (NAMED, "")):
            file.write_text(HEAD + text, "utf-8")
            await here.page.set_input_files("#file", file)
            await here.press("import-submit")
            await here.reads(here.words(words or "import-doubts-mend"))
        await here.page.set_input_files("#file", file)
        await here.tick("anyway")
        await here.press("import-submit")
        await here.reads(here.words("web-tone-done"))
        async with here.page.expect_download() as taken:
            await here.page.get_by_role("link", name=here.words("export-own-ics")).click()
        saved = Path(await (await taken.value).path())
        assert "CASE-2" in saved.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_on_the_page_keeps_anybody_out(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    inspector, file = Inspector(), tmp_path / "referrals.csv"
    file.write_text(HEAD + NAMED + GOOD.replace("police", "moon"), "utf-8")
    async with (
        serving() as address,
        window(browser, address, "grace-okafor", language, after=inspector.look) as here,
    ):
        await here.press("import-link")
        await here.page.set_input_files("#file", file)
        await here.press("import-submit")
        await here.reads(here.words("import-doubts-mend"))
        file.write_text(HEAD + "".join(GOOD.replace("-1", f"-{n}") for n in range(600)), "utf-8")
        await here.page.set_input_files("#file", file)
        await here.press("import-submit")
        await here.reads(here.words("web-tone-done"))
        so_far = here.page.get_by_role("log", name=here.words("import-so-far"))
        assert (await so_far.inner_text()).count("500") == 3
    assert inspector.found == []
