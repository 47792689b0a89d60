"""`upstander greet`: does a message reach everybody whom the file names?"""

import asyncio
from pathlib import Path

import pytest

from bot.base.settings import Settings
from bot.ops.backup import current_core, migrate_both
from bot.ops.greeting import Greeted, greet
from storage.delivery.card_places import CardPlaces
from storage.delivery.outbox import OutboxMessage, OutboxStore
from tests.cli.operator import Operator
from tests.cli.test_init import ANSWERS
from tests.drill.server import HEAD, LEADS, serving, upstander
from tests.peers import fake_slack
from tests.peers.fake_slack import person
from tests.peers.slack_payloads import TEAM

LEAD, FALLBACK = "slack:T0123ABCD:U0123ABCD", "slack:T0123ABCD:U0456EFGH"


def test_without_a_server_it_says_that_nobody_took_it(operator: Operator) -> None:
    operator.types("init", answers=ANSWERS)
    operator.types("greet", "--wait", "0").refused("run upstander migrate first")
    operator.types("migrate").tells("up to date")
    said = operator.types("greet", "--wait", "0")
    said.refused(f"{LEAD}: waits (no server has taken it yet", "Not everybody got it")


async def _delivers(operator: Operator, given_up: str) -> Greeted:
    """A courier's hands: one card arrives, the other's person can't be reached."""
    file, data = operator.folder / "partnership.yaml", operator.folder / "data"
    settings = Settings(partnership=file, data_dir=data)
    await migrate_both(settings)
    told = asyncio.create_task(greet(settings, 20))
    async with current_core(settings) as core:
        outbox = OutboxStore(core.engine, core.partnership.id, CardPlaces(core.keys))
        found: list[OutboxMessage] = []
        while len(found) < 2:
            await asyncio.sleep(0.05)
            found += await outbox.claim(core.clock)
        for message in found:
            if message.person == given_up:
                async with core.transactions.begin() as work:
                    await outbox.dead_letter(message, "user_not_found", work.session)
            else:
                await outbox.acknowledge([(message, "")])
    return await told


def test_each_person_is_told_apart(operator: Operator) -> None:
    operator.types("init", answers=ANSWERS)
    told = asyncio.run(_delivers(operator, FALLBACK))
    assert told.lines == [f"{LEAD}: got it", f"{FALLBACK}: can't be reached (user_not_found)"]
    assert not told.reached
    all_of_them = asyncio.run(_delivers(operator, "nobody"))
    assert (all_of_them.reached, all_of_them.ending) == (True, "Everybody got it.")


def test_where_nobody_is_written_to_it_says_so_and_what_to_do(anytown: Operator) -> None:
    anytown.types("migrate")
    said = anytown.types("greet", "--wait", "0")
    said.refused("Nobody was written to", "no mail server is set up: give UPSTANDER_SMTP_HOST")
    assert "Everybody got it" not in said.text
    anytown.settings |= {
        "UPSTANDER_SMTP_HOST": "127.0.0.1", "UPSTANDER_SMTP_FROM": "upstander@school.example",
        "UPSTANDER_PUBLIC_URL": "https://upstander.example",
    }  # fmt: skip
    anytown.types("greet", "--wait", "0").refused("Nobody was written to", "is told by e-mail once")


@pytest.mark.thorough
async def test_beside_a_running_server_each_lead_reads_it_and_who_is_not_there_is_named(
    tmp_path: Path,
) -> None:
    async with (
        fake_slack.running([person(lead, "A Lead") for lead in LEADS]) as slack,
        serving(upstander(tmp_path, slack.api)) as server,
    ):
        told = await server.run_out("greet", "--wait", "20")
        after = await server.run_out("undelivered")
    lines = told.stdout.splitlines()
    assert [f"slack:{TEAM}:{lead}: got it" in lines for lead in LEADS] == [True, True]
    why = "waits (the bot hasn't met them: is the id right, and have they the app?)"
    assert f"slack:{TEAM}:{HEAD}: {why}" in lines
    assert (told.returncode, lines[-1]) == (1, "Not everybody got it: see docs/connect.md.")
    assert "a hello or a digest, since" in after.stdout
    assert HEAD not in after.stdout
    assert str(slack.posted).count("There is nothing to do now.") == len(LEADS)
