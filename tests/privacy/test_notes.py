"""What leads note for each other moves nothing that whoever raised it sees, or who watches them."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from storage.keyring.tables import keyring_metadata
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown, rows
from tests.handlers.challenge.acts import answers, challenges, code_on
from tests.peers.transcript import read
from tests.privacy.owners_view import drawn, health

HIDDEN = ("anonymous", "confidence", "with a code")
NOTE = "Quinces were counted on Thursday."
DAY = timedelta(days=1)


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


class Case:
    """Something that somebody hidden raised, before a lead, with nothing on its way any more."""

    def __init__(self, town: Town, how: str) -> None:
        self.town, self.how, self.code = town, how, ""
        self.kind = "challenge" if how == "with a code" else "thread"

    async def begins(self) -> str:
        """It is raised and heard; gives the thread."""
        if self.kind == "challenge":
            self.code = code_on(await challenges(self.town, "leila", replies="receipt"))
            for who in ("amina", "fiona"):
                await answers(self.town, who)
                await (await self.theirs()).presses("No, it is not settled")
                await self.town.core.ticks.drain()
        else:
            await self.town.raises("leila", how=self.how, release="now")
            await self.town.presses_card("grace", "I’ll pick this up")
        await self.town.passes(DAY)
        [thread] = await self.town.column("thread", "id")
        return str(thread)

    async def theirs(self) -> Page:
        """Their own page, as they find it."""
        if not self.code:
            return await self.town.mine("leila")
        return await (await self.town.does("leila", "receipt")).fills(code=self.code)


def shown(page: Page) -> dict[str, bytes]:
    """A page on every platform; the pass of a code, new each time, is masked."""
    subject = page.form.buttons[0].subject.encode()
    raw = drawn("page", page.form)
    return {n: text.replace(subject, b"PASS") if subject else text for n, text in raw.items()}


@pytest.mark.parametrize("how", HIDDEN)
async def test_a_note_moves_nothing_of_whoever_raised_it(town: Town, how: str) -> None:
    case = Case(town, how)
    thread = await case.begins()
    theirs, lists = await case.theirs(), await town.does("leila", "mine")
    ring = await rows(town.core.keyring.engine, keyring_metadata)
    main, sent = await town.dump(), len(town.client.messages)
    ready, counts = await health(town)

    noted = await town.does("grace", f"{case.kind}.note.send", thread, {"text": NOTE})
    noted.sees("Your note is kept")
    await town.core.ticks.drain()

    assert await rows(town.core.keyring.engine, keyring_metadata) == ring
    after = await town.dump()
    assert {n for n in after if after[n] != main[n]} == {"message", "audit", "submission"}
    assert NOTE not in repr(after)
    assert len(town.client.messages) == sent
    assert await health(town) == (ready, counts)
    assert shown(await case.theirs()) == shown(theirs)
    assert shown(await town.does("leila", "mine")) == shown(lists)
    await town.passes(DAY)
    assert len(town.client.messages) == sent
    (await town.does("grace", f"{case.kind}.open", thread)).sees(NOTE)


async def test_whoever_it_is_about_reads_neither_it_nor_a_note_on_it(town: Town) -> None:
    await town.raises("leila", left_out=["web:daniel-reid"], how="anonymous", release="now")
    page = await town.opens("grace")
    thread = page.form.buttons[0].subject
    await (await page.presses("Add a note")).fills(text=NOTE)
    for verb in ("thread.open", "thread.note"):
        (await town.does("daniel", verb, thread)).refused("not open to you")


@pytest.mark.parametrize("how", HIDDEN)
async def test_the_page_of_a_case_tells_days_and_no_hours(town: Town, how: str) -> None:
    case = Case(town, how)
    thread = await case.begins()
    await town.does("grace", f"{case.kind}.note.send", thread, {"text": NOTE})
    page = await town.does("grace", f"{case.kind}.open", thread)
    page.sees("November 2026", "Who did what, and when", NOTE)
    assert re.findall(r"\b\d{1,2}[:.]\d{2}\b", page.text) == []


async def test_who_did_what_tells_nothing_of_whoever_raised_it(town: Town) -> None:
    case = Case(town, "with a code")
    thread = await case.begins()
    before = await done(town, thread)
    added = await (await case.theirs()).presses("Add something")
    await added.fills(text="They moved in May.")
    await town.passes(DAY)
    (await town.does("grace", "challenge.open", thread)).sees("They moved in May.")
    assert await done(town, thread) == before
    assert "Gave an answer (Amina Yusuf)" in before


async def done(town: Town, thread: str) -> str:
    """Who did what, as a lead reads it."""
    page = await town.does("grace", "challenge.open", thread)
    return read(page.form.sections[-1])
