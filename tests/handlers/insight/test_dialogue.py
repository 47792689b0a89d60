"""What the numbers say: what happened in a quarter, and nothing that tells of one person."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.jobs.insight import InsightFigures
from storage.schema import main_metadata
from tests.core.anytown import Town
from tests.handlers.challenge.acts import answers, challenges, settled
from tests.handlers.referral.test_dialogue import refers

Q4 = "2026-Q4"
NEW_YEAR = datetime(2027, 1, 3, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
async def begun(town: Town) -> None:
    """The server has run since November."""
    assert await town.core.ticks.publish_figures() == 0


async def published(town: Town) -> None:
    """The quarter is over."""
    town.clock.set(NEW_YEAR)
    assert await town.core.ticks.publish_figures()


async def raised(town: Town, count: int, **answers: str) -> None:
    """So many concerns by name, each on an hour of its own, so that nobody is held up."""
    for _ in range(count):
        town.clock.set(town.clock.now() + timedelta(minutes=10))
        (await town.raises("leila", **{"release": "now", **answers})).sees("We have your concern")


async def test_before_the_first_quarter_is_over_it_says_when_the_first_numbers_come(
    town: Town,
) -> None:
    (await town.does("leila", "insight")).sees("no numbers yet", "3 January 2027")
    assert await town.column("figure", "count") == [0]  # since when it counts


async def test_everybody_reads_the_same_rounded_numbers_now_and_for_good(town: Town) -> None:
    await raised(town, 8)
    town.clock.set(NEW_YEAR)
    replicas = (town.core.ticks.publish_figures() for _ in range(3))
    assert sorted(map(bool, await asyncio.gather(*replicas))) == [False, False, True]
    page = await town.does("leila", "insight")
    page.sees("Oct–Dec 2026", "Concerns raised", "about 10", "Decisions challenged", "under 8")
    assert (await town.does("daniel", "insight")).text == page.text
    [concerns, *_] = [s for s in page.form.sections if s.look == "line"]
    shown = await town.does("leila", concerns.buttons[0].verb, concerns.buttons[0].subject)
    shown.sees("Did people give their name?", "Oct–Dec 2026: 10", "By name", "Oct–Dec 2026: *")
    text = await shown.presses("Take them along for a spreadsheet")
    text.sees("2026-Q4,Concerns raised,,,10", "2026-Q4,Concerns raised,Did people give their name?")

    before = (await town.dump())["figure"]
    await raised(town, 2)
    town.clock.set(datetime(2027, 3, 31, 12, tzinfo=UTC))
    assert await town.core.ticks.publish_figures() == 0
    assert (await town.dump())["figure"] == before


async def test_what_is_published_holds_no_small_count_and_nothing_of_a_thread(town: Town) -> None:
    await challenges(town, "leila")
    await answers(town, "amina", "change")
    await settled(town, "leila")
    await raised(town, 3, how="anonymous")
    await published(town)
    columns = {column.name for column in main_metadata.tables["figure"].columns}
    assert columns == {"partnership_id", "quarter", "group", "question", "part", "count"}
    rows = (await town.dump())["figure"]
    assert {row[-1] for row in rows if row[2]} == {None}
    assert {row[1] for row in rows if row[2]} == {Q4}


async def test_what_people_did_is_what_is_counted(town: Town) -> None:
    await raised(town, 1)
    picked = await (await town.opens("daniel")).presses("I’ll pick this up")
    await (await picked.presses("Give the final answer")).fills(outcome="acted", text="We met.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    await challenges(town, "sarah", how="named")
    await town.passes(timedelta(days=7))
    await refers(town, "leila")
    await town.passes(timedelta(days=21))
    counts = await InsightFigures(town.core.transactions, town.core.ticks.count_fared).count(Q4)
    assert {group for group, many in counts.totals.items() if many} == {
        *("concern", "concern-picked", "concern-answered", "concern-closed"),
        *("challenge", "stage-1", "stage-2", "stage-3", "referral", "referral-due"),
    }
    assert counts.parts["concern-picked", "wait", "same"] == 1
    assert counts.parts["concern-answered", "outcome", "acted"] == 1
    assert counts.parts["concern-closed", "end", "settled"] == 1
    assert counts.parts["stage-1", "reply", "silence"] == 1
    assert counts.parts["referral", "taken", "not-yet"] == 1
    assert counts.parts["referral-due", "done", "overdue"] == 1


@pytest.mark.parametrize("subject", ["", "nobody", "stage-99"])
async def test_a_group_that_is_not_there_is_refused_with_the_way_back(
    town: Town, subject: str
) -> None:
    (await town.does("leila", "insight.group", subject)).refused("choose from there")
