"""E-mail to people on the web: one letter says that something waits, at its time, and once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.core.delivery.answers import Misconfigured, TryAgain
from bot.health import stuck_seconds
from storage.delivery.mailboxes import BETWEEN
from storage.partnership import AgencyId
from tests.conftest import Stores
from tests.core.anytown import CONCERN
from tests.core.by_mail import MailTown, mail_town
from tests.core.clocks import leases_run
from tests.handlers.timing import CARE, LONDON, london

MINUTE = timedelta(minutes=1)
TUESDAY = london("2026-11-24 10:02")


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[MailTown]:
    """On a working morning."""
    async with mail_town(sqlite_stores, tmp_path, TUESDAY) as town:
        yield town


async def raised(town: MailTown, **answers: str) -> None:
    """A concern that is for Grace and Daniel."""
    await (await town.does("leila", "concern")).fills({**CONCERN, **answers})


async def drained(town: MailTown, wait: timedelta = timedelta()) -> None:
    """Time passes, and what is due goes out."""
    town.clock.set(town.clock.now() + wait)
    while await town.core.courier.drain():
        pass


async def until(town: MailTown, moment: datetime) -> None:
    """Minute by minute the clock does its work."""
    while town.clock.now() < moment:
        await town.core.ticks.digests()
        await town.core.ticks.steps()
        await drained(town, MINUTE)


def shown(times: list[datetime]) -> list[str]:
    """Those times on London's clocks."""
    return [f"{at.astimezone(LONDON):%a %H:%M}" for at in times]


async def test_one_letter_says_it_for_all_that_waits_and_the_next_is_half_an_hour_away(
    town: MailTown,
) -> None:
    for _ in range(3):
        await raised(town)
    await drained(town)
    assert [town.post.letters.count((who, "en", TUESDAY)) for who in ("grace", "daniel")] == [1, 1]
    assert len(town.cards("grace")) == 3
    for _ in range(4):
        await raised(town)
        await drained(town, 6 * MINUTE)
    assert len(town.post.to("grace")) == 1
    await drained(town, 11 * MINUTE)
    first, second = town.post.to("grace")
    assert BETWEEN <= second - first <= BETWEEN + 5 * MINUTE
    assert len(town.cards("grace")) == 7
    await drained(town, 60 * MINUTE)
    assert len(town.post.to("grace")) == 2
    assert await town.core.outbox.waiting() == 0


@pytest.mark.parametrize(
    ("written", "comes"),
    [
        ("2026-07-28 00:30", "Tue 08:30"),  # in summer time: it is still Monday in UTC
        ("2026-10-25 00:30", "Mon 08:30"),  # before the hour that comes twice; closed on Sunday
        ("2026-10-25 03:30", "Mon 08:30"),
        ("2026-03-28 23:30", "Mon 08:30"),  # the night before an hour is left out
        ("2026-03-29 00:30", "Mon 08:30"),
    ],
)
async def test_at_night_it_waits_for_the_agencys_morning_and_comes_with_its_list(
    sqlite_stores: Stores, tmp_path: Path, written: str, comes: str
) -> None:
    async with mail_town(sqlite_stores, tmp_path, london(written)) as town:
        await raised(town)
        await drained(town)
        opens = town.core.partnership.agency(AgencyId(CARE)).hours.opens
        day = "Tue" if comes.startswith("Tue") else "Mon"
        morning = next(
            at
            for n in range(60 * 60)
            if f"{(at := town.clock.now() + n * MINUTE).astimezone(LONDON):%a}" == day
            and at.astimezone(LONDON).time().replace(second=0) == opens
        )
        town.clock.set(morning - MINUTE)
        await until(town, morning + 25 * MINUTE)
        [at] = town.post.to("grace")
        assert morning <= at <= morning + 3 * MINUTE
        assert shown([morning]) == [comes]
        assert "Good morning" in town.cards("grace")[-1].text + town.cards("grace")[0].text


@pytest.mark.parametrize("written", ["2026-07-28 00:30", "2026-11-24 10:02"])
async def test_while_a_letter_waits_for_its_time_the_raiser_reads_that_it_is_with_them(
    stores: Stores, tmp_path: Path, written: str
) -> None:
    async with mail_town(stores, tmp_path, london(written)) as town:
        await raised(town)
        await drained(town)
        await raised(town)  # by day the next letter has to wait for half an hour
        await drained(town, 5 * MINUTE)
        assert await town.core.outbox.waiting() > 0
        (await town.does("grace", "mine")).sees("Unassigned: 2")
        page = (await town.does("leila", "mine")).sees("Nobody has picked it up yet")
        page.sees_not("still trying to reach")


async def test_what_waits_for_the_morning_does_not_tell_when_it_was_written(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with mail_town(sqlite_stores, tmp_path, london("2026-11-24 22:17")) as town:
        await raised(town)
        await drained(town)
        kept = await town.column("outbox", "since") + await town.column("outbox", "due_at")
        assert set(kept) == {london("2026-11-25 08:33")}
        assert await stuck_seconds(town.core) == 0


async def test_danger_is_told_at_once_by_night_and_within_the_half_hour(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with mail_town(sqlite_stores, tmp_path, london("2026-07-28 00:30")) as town:
        await raised(town)
        await drained(town)
        assert town.post.letters == []
        for _ in range(2):
            await raised(town, danger="yes")
            await drained(town, MINUTE)
        assert shown(town.post.to("grace")) == ["Tue 00:31", "Tue 00:32"]
        assert len(town.cards("grace")) == 2


async def test_it_is_in_their_own_language(town: MailTown) -> None:
    await town.does("grace", "language.send", answers={"language": "cy"})
    await raised(town)
    await drained(town)
    assert {(who, language) for who, language, _ in town.post.letters} == {
        ("grace", "cy"), ("daniel", "en"),
    }  # fmt: skip


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_whoever_is_hidden_gets_no_letter_and_whoever_gave_their_name_does(
    town: MailTown, how: str
) -> None:
    await raised(town, how=how, release="now")
    await drained(town)
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Reply")).fills(text="Thank you. We spoke with them.")
    await town.passes(timedelta(hours=3))
    assert bool(town.cards("leila"))  # it stands on her page
    assert bool(town.post.to("leila")) == (how == "named")


async def test_danger_to_somebody_hidden_is_no_letter_either(town: MailTown) -> None:
    await raised(town, how="anonymous", danger="yes")
    await drained(town)
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Reply")).fills(text="A colleague is on the way.")
    await town.passes(timedelta(hours=3))
    assert town.cards("leila")
    assert town.post.to("leila") == []


async def test_a_mailbox_that_is_not_there_is_theirs_and_others_are_asked(town: MailTown) -> None:
    town.post.unknown = {"grace", "daniel"}
    await raised(town)
    await town.core.ticks.drain()
    given_up = [each for each in await town.core.undelivered.listed() if each.given_up]
    assert {each.why for each in given_up} == {"smtp550"}
    assert {each.agency for each in given_up if each.kind} == {"childrens-social-care"}
    told = {who for who, _, _ in town.post.letters}
    assert told - {"grace", "daniel", "leila"}  # the fallback
    [subject] = await town.column("thread", "id")
    (await town.does("leila", "mine.open", str(subject))).sees("with")
    assert await town.core.outbox.waiting() == 0


async def test_a_busy_mail_server_is_asked_again_and_nothing_is_lost(town: MailTown) -> None:
    await raised(town)
    await raised(town)
    town.post.trouble = [TryAgain(), TryAgain(), TryAgain()]
    for _ in range(40):
        await drained(town, timedelta(seconds=5))
    assert [len(town.post.to(who)) for who in ("grace", "daniel")] == [1, 1]
    assert [len(town.cards(who)) for who in ("grace", "daniel")] == [2, 2]
    assert await town.core.outbox.waiting() == 0


async def test_a_fault_of_ours_is_told_until_it_is_mended_whatever_stands_on_pages(
    town: MailTown,
) -> None:
    await raised(town)
    town.post.trouble = [Misconfigured("authentication") for _ in range(500)]
    for _ in range(30):
        await drained(town, MINUTE)
    assert town.core.faults.now() == {"mail": "authentication"}
    assert await stuck_seconds(town.core) > 600
    assert town.post.asked < 60  # nobody is knocked at all the time
    [subject] = await town.column("thread", "id")
    (await town.does("leila", "mine.open", str(subject))).sees("still trying to reach")
    town.post.trouble.clear()
    await drained(town, 5 * MINUTE)
    assert [len(town.post.to(who)) for who in ("grace", "daniel")] == [1, 1]
    assert town.core.faults.now() == {}
    assert await stuck_seconds(town.core) == 0
    (await town.does("leila", "mine.open", str(subject))).sees_not("still trying to reach")


async def test_a_letter_whose_answer_is_lost_is_sent_once_more_and_not_before_half_an_hour(
    town: MailTown,
) -> None:
    town.post.lost = {"grace"}
    await raised(town)
    for _ in range(150):
        await drained(town, MINUTE)
    first, second = town.post.to("grace")
    assert second - first >= BETWEEN
    assert [e.why for e in await town.core.undelivered.listed()] == ["it may have arrived"]


async def test_a_server_that_dies_with_a_letter_sent_sends_none_again_within_half_an_hour(
    town: MailTown,
) -> None:
    await raised(town)

    async def dies() -> None:
        courier.cancel()
        await asyncio.Future()

    town.post.meanwhile = dies
    courier = asyncio.ensure_future(town.core.courier.drain())
    await asyncio.gather(courier, return_exceptions=True)
    first = len(town.post.letters)
    assert first > 0
    town.post.meanwhile = None
    await leases_run(town, 91)
    await town.core.ticks.free_all()
    for _ in range(25):
        await drained(town, MINUTE)
    once = {who for who, _, at in town.post.letters if at == TUESDAY}
    assert all(len(town.post.to(who)) == 1 for who in once)
    await drained(town, 15 * MINUTE)
    assert await town.core.outbox.waiting() == 0
    assert all(len(town.post.to(who)) <= 2 for who in once)


@pytest.mark.postgres
async def test_two_replicas_send_one_letter_between_them(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    async with mail_town(postgres_stores, tmp_path, TUESDAY) as town:
        post = town.post
        async with mail_town(postgres_stores, tmp_path, TUESDAY, post) as replica:
            post.meanwhile = lambda: asyncio.sleep(0.05)
            for danger in ("no", "yes"):
                for _ in range(6):
                    await raised(town, danger=danger)
                for _ in range(8):
                    couriers = [core.courier for core in (town.core, replica.core)] * 2
                    await asyncio.gather(*(courier.drain() for courier in couriers))
                    town.clock.set(town.clock.now() + timedelta(seconds=2))
            assert len(post.to("grace")) == len(post.to("daniel")) == 2
            assert await town.core.outbox.waiting() == 0


async def test_once_its_time_is_over_no_row_tells_that_somebody_was_written_to(
    town: MailTown,
) -> None:
    await raised(town)
    await drained(town)
    assert await town.column("mailbox", "next_at") == [london("2026-11-24 10:35")] * 2
    town.clock.set(TUESDAY + 40 * MINUTE)
    await town.core.ticks.tidy()
    assert await town.column("mailbox", "person") == []
