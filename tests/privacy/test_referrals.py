"""A referral is by name from the start: who and between whom is known, what was said is sealed."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo import EXAMPLE
from bot.ops.retention import purge_closed
from tests.core.anytown import FixedClock
from tests.peers.postgres import Postgres
from tests.privacy.checks import in_logs, in_rows
from tests.privacy.looks import look, texts
from tests.privacy.people import HOME, OWNERS, RAISERS
from tests.privacy.traces import found
from tests.privacy.world import Evidence, World, logged, world

REFERRER, OWNER = RAISERS["slack", "named"], OWNERS["teams"]
REFERENCE = "QXMASH-40277"
SAID = ("Quince marmalade was promised by Monday.", "Zebras were counted twice over.")


async def told(here: World) -> None:
    """Recorded in Slack, taken and done in Teams, heard back and closed in Slack."""
    owner = here.hand(OWNER)
    day = (here.core.clock.now() + timedelta(days=9)).date().isoformat()
    form = {"reference": REFERENCE, "kind": "other", "due": day, "what": SAID[0], "role": "lead"}
    answers = {**form, "agency": HOME["teams"], "owner": OWNER.name, "anyway": "yes"}
    await here.does(REFERRER, "referral", **answers)
    await here.core.ticks.drain()
    thread = owner.subject(owner.messages()[-1], "referral.mine")
    assert SAID[0] in await here.does(OWNER, "referral.open", thread)
    await here.does(OWNER, "referral.mine", thread)
    await here.does(OWNER, "referral.done", thread, outcome="done", text=SAID[1])
    await here.core.ticks.drain()
    here.look("open")
    assert SAID[1] in await here.does(REFERRER, "referral.open", thread)
    await here.does(REFERRER, "referral.heard", thread)
    await here.later()
    here.look("closed")
    await here.gather()


def witnessed(folder: Path, **urls: str) -> Evidence:
    """All of it, and what is left once it is purged."""
    kept: list[tuple[str, str]] = []

    async def story() -> Evidence:
        async with world(folder, urls) as here:
            await told(here)
            end = here.core.clock.now() + timedelta(days=400)
        settings = here.evidence.settings
        # A file of the same partnership: for how long it keeps things is all that is asked of it.
        by_file = settings.model_copy(update={"partnership": EXAMPLE})
        await purge_closed(by_file, FixedClock(end))
        here.evidence.looks["purged"] = look(settings.main_url, settings.ring_url)
        return here.evidence

    with logged(lambda said, overheard: kept.append((said, overheard))):
        evidence = asyncio.run(story())
    evidence.said, evidence.overheard = kept[0]
    return evidence


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """The story on SQLite."""
    return witnessed(tmp_path_factory.mktemp("referral-sqlite"))


@pytest.fixture(scope="module")
def on_postgres(
    tmp_path_factory: pytest.TempPathFactory, postgres_server: Postgres
) -> Iterator[Evidence]:
    """The story on PostgreSQL."""
    folder = tmp_path_factory.mktemp("referral-postgres")
    with postgres_server.database("main") as main, postgres_server.database("keyring") as ring:
        yield witnessed(folder, database_url=main, keyring_url=ring)


ON_ITS_WAY = "table outbox"


def test_what_is_said_in_a_referral_and_its_reference_are_sealed(evidence: Evidence) -> None:
    for moment, seen in evidence.looks.items():
        rows = texts(seen.main)
        assert found(SAID, rows) == []
        # A card carries the reference; until it is delivered it waits in the main database.
        waiting = {ON_ITS_WAY: rows.pop(ON_ITS_WAY)}
        assert found([REFERENCE], rows) == []
        assert found([REFERENCE], waiting) == [] or moment == "open"


def test_nothing_that_is_said_in_a_referral_is_in_a_message_or_a_log(evidence: Evidence) -> None:
    shown = {
        f"{number}, to {who.id}": text.encode()
        for number, (who, text) in enumerate(evidence.messages)
    }
    assert found(SAID, shown) == []
    assert any(REFERENCE in text for _, text in evidence.messages)
    heard = {"log": evidence.said.encode(), "overheard": evidence.overheard.encode()}
    assert found((*SAID, REFERENCE), heard) == []
    for who in (REFERRER, OWNER):
        assert in_logs(evidence, who) == []
        assert found(who.marks, {"metrics": evidence.metrics}) == []


def test_who_records_a_referral_and_who_has_it_stand_in_its_rows_and_nowhere_else(
    evidence: Evidence,
) -> None:
    named = {
        REFERRER: {"table thread", "table card_sent"},
        OWNER: {"table thread", "table referral", "table audience", "table card_sent"},
    }
    for who, tables in named.items():
        seen = {
            where.split(": ")[1] for where in in_rows(evidence, who, "main") if ": plain" in where
        }
        assert "table thread" in seen
        assert seen - {ON_ITS_WAY} <= tables


def test_a_referral_has_no_way_back_to_keep(evidence: Evidence) -> None:
    for seen in evidence.looks.values():
        assert seen.ring["ring"] == []
        assert found((*REFERRER.marks, *OWNER.marks), texts(seen.ring)) == []


def test_a_referral_that_is_purged_leaves_nobody_behind(evidence: Evidence) -> None:
    left = evidence.looks["purged"].main
    for who in (REFERRER, OWNER):
        assert found(who.marks, texts(left)) == []
    assert [left[table] for table in ("thread", "referral", "message", "thread_key")] == [[]] * 4
