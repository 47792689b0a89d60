"""While a hidden person acts with a delay, or is reached, nothing moves.

Nothing of main, row by row with the transactions that wrote or locked it; on SQLite no byte of its
file and its journal; no count on either listener; no page of anybody before whom it lies.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.contract.outcomes import Ask
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, anytown
from tests.handlers.challenge.acts import CHALLENGE, code_on, sentence_of
from tests.handlers.second_opinion.acts import QUESTION
from tests.privacy.insider import Insider, Seen, differing, insider

LEADS = ("daniel", "amina")
"""Who has what is raised here; the other lead's pages show no more."""
RELEASES = ("soon", pytest.param("slot", marks=pytest.mark.thorough))
WHO = "leila"
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
Act = Callable[[], Awaitable[Page]]


@asynccontextmanager
async def watched(stores: Stores, folder: Path) -> AsyncIterator[Insider]:
    async with anytown(stores, folder) as town, insider(town, stores, LEADS) as watcher:
        await town.raises("kofi", release="now")  # so that there is something to look at
        await town.presses_card("grace", "I’ll pick this up")
        yield watcher


@pytest.fixture
async def watcher(stores: Stores, tmp_path: Path) -> AsyncIterator[Insider]:
    async with watched(stores, tmp_path / "data") as watcher:
        yield watcher


class Raiser:
    """Somebody hidden, each of whose acts is watched, and what reaches them."""

    def __init__(self, watcher: Insider, release: str, code: bool = False) -> None:
        self.watcher, self.town = watcher, watcher.town
        self.release, self._wants_code, self.code = release, code, ""
        self._before: Seen | None = None

    async def unmoved(self, act: Act) -> Page:
        """Does it, with what is due at once; nothing may move."""
        before = self._before or await self.watcher.sees()
        page = await act()
        assert isinstance(page.reply, Ask), page.text
        await self.town.core.ticks.drain()
        self._before = await self.watcher.sees()
        assert differing(before, self._before) == []
        return page

    async def released(self) -> None:
        """What they said enters main, at its time."""
        before, self._before = self.watcher.stored(), None
        await self.town.until(max(await self.town.waiting()))
        assert differing(before, self.watcher.stored())

    async def reached(self, messages: int = 1) -> None:
        """They get so many messages, at a moment at which nothing else is due."""
        due = max(await self.town.waiting())
        await self.town.until(due - SECOND)
        had, before = len(self.town.cards(WHO)), await self.watcher.sees()
        await self.town.until(due)
        self._before = await self.watcher.sees()
        assert differing(before, self._before) == []
        assert len(self.town.cards(WHO)) - had == messages

    async def raises(self, what: str) -> None:
        """From opening the form to the page that says that it is sent."""
        how = {"how": "anonymous", "release": self.release}
        forms: Mapping[str, Mapping[str, str | Sequence[str]]] = {
            "concern": {**CONCERN, **how},
            "challenge": {**CHALLENGE, **how, "replies": "receipt" if self._wants_code else "chat"},
            "second-opinion": {**QUESTION, **how, "role": "reviewer"},
        }
        answers = forms[what]
        form = await self.unmoved(lambda: self.town.does(WHO, what))
        page = await self.unmoved(lambda: form.fills(answers))
        if page.form.submit is not None:
            drafted = {**answers, "sentence": sentence_of(page)}
            page = await self.unmoved(lambda: page.fills(drafted))
        if self._wants_code:
            self.code = code_on(page)

    async def looks(self) -> Page:
        """At what they raised, as they find it."""
        if self.code:
            form = await self.unmoved(lambda: self.town.does(WHO, "receipt"))
            return await self.unmoved(lambda: form.fills(code=self.code))
        await self.unmoved(lambda: self.town.does(WHO, "mine"))
        quiet = await self.unmoved(lambda: self.town.does(WHO, "mine.quiet"))
        return await self.unmoved(lambda: quiet.presses("Open"))

    async def adds(self, text: str) -> None:
        """Some words."""
        page = await self.looks()
        form = await self.unmoved(lambda: page.presses("Add something"))
        await self.unmoved(lambda: form.fills(text=text))

    async def presses(self, words: str) -> Page:
        """A button of their page."""
        page = await self.looks()
        return await self.unmoved(lambda: page.presses(words))


@pytest.mark.parametrize("release", RELEASES)
async def test_from_sending_to_settling_nothing_moves_at_the_moment(
    watcher: Insider, release: str
) -> None:
    raiser, town = Raiser(watcher, release), watcher.town
    await raiser.raises("concern")
    await raiser.adds("There is more, before it has gone out.")
    await raiser.released()
    page = await town.presses_card("daniel", "I’ll pick this up")
    await raiser.reached()
    await (await page.presses("Ask a question")).fills(text="When was that?")
    await raiser.reached()
    await raiser.adds("On Friday.")
    await raiser.released()
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="We met again.")
    await raiser.reached()
    await raiser.presses("No, it is not settled")
    await raiser.released()
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="And again.")
    await raiser.reached()
    await raiser.presses("Yes, it is settled")
    await raiser.released()


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("code", [False, True], ids=["address", "code"])
async def test_nor_with_a_challenge_kept_by_an_address_or_by_a_code(
    watcher: Insider, release: str, code: bool
) -> None:
    raiser, town = Raiser(watcher, release, code), watcher.town
    await raiser.raises("challenge")
    await raiser.adds("There is more, before it has gone out.")
    await raiser.released()
    page = await town.presses_card("amina", "Answer")
    await page.fills(verdict="keep", text="It stays.")
    await raiser.reached(0 if code else 1)
    await raiser.adds("They were not seen.")
    await raiser.released()
    await raiser.looks()


async def test_nor_with_a_second_opinion(watcher: Insider) -> None:
    raiser = Raiser(watcher, "soon")
    await raiser.raises("second-opinion")
    await raiser.adds("There is more, before it has gone out.")
    await raiser.released()
    await raiser.adds("And now that it has.")
    await raiser.released()


@pytest.mark.parametrize("what", ["concern", "challenge"])
async def test_nor_as_it_is_taken_back_before_it_has_gone_out(watcher: Insider, what: str) -> None:
    raiser, town = Raiser(watcher, "slot"), watcher.town
    before, known = watcher.stored(), await town.core.keyring.refs()
    await raiser.raises(what)
    page = await raiser.looks()
    thread = page.form.buttons[0].subject
    form = await raiser.unmoved(lambda: town.does(WHO, "mine.takeback", thread))
    await raiser.unmoved(form.fills)
    assert await town.waiting() == []
    assert await town.core.keyring.refs() == known
    await town.passes(DAY)
    assert "table thread" not in differing(before, watcher.stored())
