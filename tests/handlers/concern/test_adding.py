"""What is added to a concern is looked at as the concern was: whom it names, and what may tell."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest

from tests.core.anytown import Page, Town
from tests.handlers.shared.test_recipients import OUT, READ, choose

WORDS = "Helen Ward was there, and laughed."
"""She is asked in the end, by another agency, where whoever raised it is hidden."""
WAIT = timedelta(days=8)


async def _raises(town: Town, how: str, release: str = "now") -> None:
    await town.raises("kofi", agency="school", how=how, release=release)


async def _adds(town: Town, text: str) -> Page:
    return await (await (await town.mine("kofi")).presses("Add something")).fills(text=text)


def _again(text: str, **more: str | Sequence[str]) -> Mapping[str, str | Sequence[str]]:
    return {"text": text, **more}


@pytest.mark.parametrize(("how", "release"), [
    ("confidence", "now"), ("anonymous", "now"), ("anonymous", "soon"), ("anonymous", "slot"),
])  # fmt: skip
@pytest.mark.parametrize("answer", [OUT, READ])
async def test_whoever_would_hear_of_it_and_is_named_is_asked_about_first(
    town: Town, how: str, release: str, answer: str
) -> None:
    await _raises(town, how, release)
    before = await town.dump()
    page = (await _adds(town, WORDS)).sees("Is it about Helen Ward?", "Nothing has gone out yet")
    assert await town.dump() == before
    again = await page.fills(_again(WORDS, anyway="yes", **choose(page, answer)))
    again.sees("Your words are on their way")
    await town.passes(WAIT)
    assert bool(town.cards("helen")) is (answer == READ)
    assert town.cards("ruth")  # the other who is asked in the end


async def test_whoever_reads_it_already_is_told_of_before_they_read_more(town: Town) -> None:
    await _raises(town, "confidence")
    words = "Sarah Lloyd and James Holt laughed."
    page = await _adds(town, words)
    page.sees("Already reads this", "James Holt and Sarah Lloyd", "raise it anew")
    page.sees_not("Is it about")
    (await page.fills(_again(words, anyway="yes"))).sees("Your words are on their way")
    (await town.opens("sarah")).sees(words)


async def test_what_may_tell_who_somebody_is_is_pointed_out(town: Town) -> None:
    await _raises(town, "anonymous")
    page = (await _adds(town, "Ring me on 07700 900123.")).sees("This may show who someone is")
    (await page.fills(_again("Ring the office."))).sees("Your words are on their way")


async def test_words_that_name_nobody_go_at_once(town: Town) -> None:
    await _raises(town, "anonymous")
    (await _adds(town, "It was at night.")).sees("Your words are on their way")
