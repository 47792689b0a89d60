"""What the clock left undone is seen, and set right: here somebody deletes rows by hand."""

import logging
from datetime import datetime, timedelta

import httpx
import pytest
from sqlalchemy import text

from bot.app import build_app
from bot.base import metrics
from bot.jobs.readiness import STOPPED
from bot.wiring import Platforms
from tests.core.anytown import Page, Town
from tests.handlers.challenge.acts import challenges
from tests.handlers.referral.test_dialogue import refers

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


async def by_hand(town: Town, statement: str) -> None:
    async with town.core.engine.begin() as connection:
        await connection.execute(text(statement))


async def steps(town: Town) -> list[str]:
    return sorted(str(name) for name in await town.column("step", "name"))


async def readyz(town: Town) -> httpx.Response:
    transport = httpx.ASGITransport(app=build_app(town.core, Platforms(None, None)))
    async with httpx.AsyncClient(transport=transport, base_url="http://here.example:8751") as http:
        return await http.get("/readyz")


async def loses_every_step(town: Town) -> None:
    await by_hand(town, "DELETE FROM step")
    assert await town.core.ticks.audit() == 1
    assert await town.core.ticks.audit() == 0


async def test_nothing_is_healed_where_nothing_is_amiss(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="slot")
    await town.raises("leila", how="named", release="now")
    await refers(town, "leila")
    before = await town.dump()
    for _ in range(3):
        assert await town.core.ticks.audit() == 0
    assert await town.dump() == before


async def test_a_referral_that_lost_its_turn_is_asked_about_again(town: Town) -> None:
    await refers(town, "leila")
    await loses_every_step(town)
    assert await steps(town) == ["nudge"]
    await town.passes(2 * DAY)
    assert "This is due now" in "\n".join(card.text for card in town.cards("amina"))


async def test_one_that_is_over_is_asked_about_at_once(town: Town) -> None:
    await refers(town, "leila")
    await by_hand(town, "DELETE FROM step")
    town.clock.set(town.clock.now() + 30 * DAY)
    assert await town.core.ticks.audit() == 1
    await town.core.ticks.drain()
    assert "This is due now" in town.cards("amina")[-1].text


async def test_an_anonymous_concern_that_would_never_go_out_does(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="soon")
    [due] = await town.waiting()
    town.clock.set(due)
    await town.core.ticks.release()
    await loses_every_step(town)
    assert await steps(town) == ["release"]
    assert not town.cards("grace")
    await town.passes(DAY)
    assert town.cards("grace")


async def test_what_is_answered_closes_in_the_end(town: Town) -> None:
    await refers(town, "leila")
    await town.presses_card("amina", "It’s mine")
    page: Page = await town.presses_card("amina", "Done")
    await page.fills(outcome="done", text="Done.")
    await loses_every_step(town)
    await town.passes(20 * DAY)
    assert await town.column("thread", "state") == ["closed"]


async def test_what_is_said_to_be_settled_and_held_back_needs_nothing_else(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="slot")
    await town.passes(3 * timedelta(hours=1))
    answers = {"outcome": "acted", "text": "We met again."}
    [subject] = map(str, await town.column("thread", "id"))
    await town.does("grace", "thread.pick", subject)
    await town.does("grace", "thread.close.send", subject, answers)
    await town.passes(DAY)
    await town.does("leila", "mine.settled", subject)
    assert await steps(town) == ["forget"]
    assert await town.core.ticks.audit() == 0
    await town.passes(DAY)
    assert await town.column("thread", "state") == ["closed"]


async def test_a_challenge_without_a_clock_goes_on(town: Town) -> None:
    await challenges(town, "leila")
    await town.core.ticks.drain()
    await loses_every_step(town)
    assert await steps(town) == ["silent"]
    before = await town.column("challenge", "step")
    await town.passes(8 * DAY)
    assert await town.column("challenge", "step") != before


async def test_steps_that_nobody_takes_are_counted(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    await refers(town, "leila")
    [due] = await town.column("step", "due_at")
    assert isinstance(due, datetime)
    town.clock.set(due + 10 * MINUTE)
    assert (await town.core.ticks.late()).count == 0
    town.clock.set(due + 11 * MINUTE)
    late = await town.core.ticks.late()
    with caplog.at_level(logging.INFO, logger="upstander"):
        await town.core.ticks.audit()
    said = [getattr(record, "upstander_said", "") for record in caplog.records]
    assert "steps are late count=1 oldest_seconds=660.0" in said
    assert (late.count, late.oldest) == (1, 11 * MINUTE)
    answer = await readyz(town)
    assert answer.status_code == 200
    assert (answer.json()["late_steps"], answer.json()["oldest_overdue_seconds"]) == (1, 660)


async def test_one_that_fails_each_time_is_late_too(town: Town) -> None:
    await refers(town, "leila")
    await by_hand(town, "UPDATE step SET attempts = 9")
    assert (await town.core.ticks.late()).count == 1


async def test_a_process_whose_clock_stopped_is_not_ready(town: Town) -> None:
    assert (await readyz(town)).status_code == 200
    town.core.ticks.ran_at -= STOPPED + 1
    assert (await readyz(town)).status_code == 503
    await town.core.ticks.steps()
    assert (await readyz(town)).status_code == 200


async def test_healing_is_counted(town: Town) -> None:
    def healed() -> float:
        return metrics.REGISTRY.get_sample_value("upstander_healed_total") or 0.0

    before = healed()
    await refers(town, "leila")
    await loses_every_step(town)
    assert healed() == before + 1
    assert b"upstander_late_steps" in metrics.exposition()
