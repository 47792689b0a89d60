"""A story is told only with a yes, in its lead's own words, and read by everybody afterwards."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown
from tests.handlers.challenge.acts import challenges, settled

TOLD = {"said": "A visit was put off again and again.", "did": "A second team now covers leave."}
NEW_YEAR = datetime(2027, 1, 3, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """The server has run since November."""
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        assert await town.core.ticks.publish_figures() == 0
        yield town


async def _answered(town: Town, how: str, tell: str = "yes") -> Page:
    await town.raises("leila", how=how, release="now" if how == "named" else "soon")
    await town.passes(DAY)
    page = await town.presses_card("grace", "I’ll pick this up")
    form = await page.presses("Give the final answer")
    await form.fills(outcome="acted", text="We changed the rota.", tell=tell)
    await town.passes(DAY)
    return page


async def _published(town: Town) -> Page:
    town.clock.set(NEW_YEAR)
    assert await town.core.ticks.publish_figures()
    return await town.does("daniel", "leaders")


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_what_a_raiser_allows_is_written_and_published_with_the_quarter(
    town: Town, how: str
) -> None:
    await _answered(town, how)
    (await town.does("grace", "story")).sees("nothing here now")
    mine = await town.mine("leila")
    mine.sees("May we tell this story", "something was done")
    (await mine.presses("Yes, this may be told")).sees("change your mind on this page")
    await town.passes(DAY)
    (await town.opens("grace")).sees("says: yes, this story may be told")
    await settled(town, "leila")
    await town.passes(DAY)
    listed = await town.does("grace", "story")
    listed.sees("isn’t written yet")
    form = await listed.presses("Write the story")
    form.sees("Leave out names", "We changed the rota.")
    (await form.fills(TOLD)).sees("goes out with this quarter’s numbers")
    (await town.does("grace", "story")).sees("It is written")
    # Whoever raised it reads it first, on its page; somebody hidden as long as that is there.
    if how == "named":
        (await town.mine("leila")).sees("everyone will read", TOLD["said"], TOLD["did"])
    (await town.does("daniel", "leaders")).sees_not(TOLD["said"])
    (await _published(town)).sees("You said, we did", TOLD["said"], TOLD["did"])
    (await town.does("grace", "story")).sees("nothing here now")


async def test_without_a_yes_nothing_can_be_told(town: Town) -> None:
    page = await _answered(town, "named", tell="")
    thread = page.form.buttons[0].subject
    (await town.does("grace", "story.write", thread)).refused("hasn’t said yes")
    (await town.does("leila", "story.yes", thread)).refused("")  # nobody asked
    reading = await town.does("grace", "thread.open", thread)
    (await reading.presses("Ask if this story may be told")).sees("on its way")
    (await town.does("grace", "story.ask", thread)).sees("asked this here already")
    await (await town.mine("leila")).presses("No, please don’t tell it")
    (await town.does("grace", "story.write.send", thread, TOLD)).refused("hasn’t said yes")
    for stranger in ("daniel", "leila", "tom"):
        (await town.does(stranger, "story.write.send", thread, TOLD)).refused("")
    assert await town.column("story_draft", "tag") == []


async def test_a_yes_is_taken_back_until_it_is_published(town: Town) -> None:
    page = await _answered(town, "named")
    thread = page.form.buttons[0].subject
    await (await town.mine("leila")).presses("Yes, this may be told")
    form = await (await town.does("grace", "thread.open", thread)).presses("Write the story")
    await form.fills(TOLD)
    reading = await town.does("grace", "thread.open", thread)
    (await reading.presses("Change the story")).sees("Leave out names")
    await settled(town, "leila")
    await (await town.does("leila", "mine.open", thread)).presses("Take my yes back")
    assert await town.column("story_draft", "tag") == []
    (await town.does("grace", "story.write", thread)).refused("has taken it back")
    (await town.does("leila", "story.yes", thread)).refused("")
    (await _published(town)).sees_not(TOLD["said"])


async def test_somebody_hidden_takes_it_back_at_the_time_of_their_words(town: Town) -> None:
    page = await _answered(town, "anonymous")
    thread = page.form.buttons[0].subject
    await (await town.mine("leila")).presses("Yes, this may be told")
    await town.passes(DAY)
    await (await town.does("grace", "story.write", thread)).fills(TOLD)
    before = await town.dump()
    own = await town.mine("leila")
    await own.sees("everyone will read", TOLD["said"], TOLD["did"]).presses("Take my yes back")
    assert {k: v for k, v in (await town.dump()).items() if k not in ("waiting", "ring")} == {
        k: v for k, v in before.items() if k not in ("waiting", "ring")
    }
    await town.passes(DAY)
    assert await town.column("story_draft", "tag") == []


async def test_what_is_told_stays_told(town: Town) -> None:
    page = await _answered(town, "named")
    thread = page.form.buttons[0].subject
    await (await town.mine("leila")).presses("Yes, this may be told")
    await (await town.does("grace", "story.write", thread)).fills(TOLD)
    await _published(town)
    (await town.does("leila", "story.no", thread)).sees("out already")
    (await town.does("grace", "story.write.send", thread, TOLD)).refused("told already")
    assert len(await town.column("story", "said")) == 1


async def test_what_may_tell_who_it_was_is_pointed_out_once(town: Town) -> None:
    page = await _answered(town, "named")
    thread = page.form.buttons[0].subject
    await (await town.mine("leila")).presses("Yes, this may be told")
    form = await town.does("grace", "story.write", thread)
    (await form.fills(said="", did="x")).refused("in a sentence", "said")
    careless = {**TOLD, "said": "Betty Marsh said so."}
    asked = await form.fills(careless)
    asked.sees("“Betty Marsh”", "Send it as it is")
    (await asked.fills({**careless, "anyway": "yes"})).sees("kept")
    listed = await town.does("grace", "story")
    (await listed.presses("Throw it away")).sees("thrown away")
    assert await town.column("story_draft", "tag") == []


async def test_whoever_made_a_decision_tells_of_being_challenged(town: Town) -> None:
    await challenges(town, "leila", how="anonymous")
    form = await town.presses_card("amina", "Answer")
    await form.fills(verdict="change", text="You are right.", tell="yes")
    await (await town.mine("leila")).presses("Yes, this may be told")
    await town.core.ticks.drain()
    page = await town.opens("amina")
    await (await page.presses("Write the story")).fills(TOLD)
    (await _published(town)).sees(TOLD["did"])


async def test_no_agency_no_reference_and_nobodys_own_words_go_out(town: Town) -> None:
    theirs = "The school closed the door on her mother again."
    await town.raises("leila", how="named", reference="Elm House SCH-118", what=theirs)
    page = await town.presses_card("grace", "I’ll pick this up")
    form = await page.presses("Give the final answer")
    await form.fills(outcome="acted", text="We changed the rota.", tell="yes")
    await town.passes(DAY)
    await (await town.mine("leila")).presses("Yes, this may be told")
    await town.passes(DAY)
    form = await (await town.does("grace", "story")).presses("Write the story")
    for traced in (
        *("SCH-118", "elm house", "Elm House SCH-118", "Anytown Community School"),
        *("Leila Haddad", "leila haddad", "30 November 2026", "30/11/2026", "3 June", "June 3rd"),
    ):
        asked = {"said": f"So it was at {traced} for weeks.", "anyway": "yes"}
        refused = await form.fills(TOLD | asked)
        refused.refused(f"“{traced}”. No name, date, agency or reference", "said")
    again = await form.fills(TOLD | {"did": "The school closed the door on her, so we opened it."})
    again.sees("The school closed the door on her", "words of whoever raised it")
    (await form.fills(TOLD)).sees("goes out with this quarter’s numbers")
