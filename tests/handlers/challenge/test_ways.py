"""A challenge over weeks: its stages, people who are away or pass it on, a server that was off."""

import asyncio
from pathlib import Path

from storage.partnership import Limit, Partnership, Stage
from storage.partnership.escalation import After, Answers
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example
from tests.handlers.challenge.acts import answers, challenges, not_settled
from tests.handlers.timing import (
    CARE,
    changed,
    dated,
    diary,
    london,
    off_until,
    office,
    outside_hours,
    sent_so_far,
)


def _staged(*stages: tuple[Answers, Limit, After]) -> Partnership:
    partnership = office()
    assert partnership.escalation is not None
    made = tuple(
        Stage.model_construct(name={"en": f"Stage {n}"}, answers=who, within=within, after=after)
        for n, (who, within, after) in enumerate(stages, 1)
    )
    policy = partnership.escalation.model_copy(update={"stages": made})
    return partnership.model_copy(update={"escalation": policy})


async def test_each_stage_counts_in_its_own_unit_from_its_own_beginning(
    stores: Stores, tmp_path: Path
) -> None:
    town_of = _staged(
        ("owner", Limit(24, "hour"), "raised"),
        ("manager", Limit(10, "calendar day"), "raised"),
        ("liaison_officer", Limit(12, "working day"), "previous"),
        ("chair", Limit(3, "working hour"), "stage"),
    )
    async with dated(stores, tmp_path, "2026-11-23 11:00", town_of) as town:
        await challenges(town, "leila", how="named")
        await town.until(london("2026-12-16 09:00"))
        assert diary(town, "amina") == [
            "2026-11-23 11:00 asked",
            "2026-11-24 09:00 nudge",
            "2026-11-24 11:00 due",
        ]
        assert diary(town, "ruth") == [
            "2026-11-25 09:00 stage",
            "2026-12-02 09:00 nudge",
            "2026-12-04 09:00 due",  # all of 3 December is theirs
            "2026-12-07 09:00 stage",
            "2026-12-10 15:00 nudge",
            "2026-12-14 09:00 due",  # twelve working days since 25 November
            "2026-12-15 09:00 stage",
            "2026-12-15 11:15 nudge",
            "2026-12-15 12:00 due",
            "2026-12-16 09:00 talk it over",
        ]
        assert outside_hours(town, CARE) == []


async def test_whoever_is_pointed_to_has_the_whole_time(stores: Stores, tmp_path: Path) -> None:
    town_of = changed(office(), "health-trust", nation="scotland")
    async with dated(stores, tmp_path, "2026-11-26 11:00", town_of) as town:
        await challenges(town, "leila", how="named")
        await town.until(london("2026-11-27 16:00"))
        asked = await (await town.opens("amina")).presses("Someone else can answer this")
        await asked.fills(agency="health-trust", owner="Mei Chen")
        await town.core.ticks.drain()
        before = diary(town, "amina")
        await town.until(london("2026-12-04 09:00"))
        assert diary(town, "mei") == [
            "2026-11-27 16:00 asked",
            "2026-12-02 12:45 nudge",
            "2026-12-03 09:00 due",  # not on St Andrew's Day: two working days of her own agency
        ]
        assert diary(town, "fiona") == ["2026-12-04 09:00 stage"]
        assert diary(town, "amina") == before


async def test_an_owner_who_is_away_has_somebody_stand_in(stores: Stores, tmp_path: Path) -> None:
    async with dated(stores, tmp_path, "2026-11-23 10:00") as town:
        form = await town.does("amina", "standin")
        await form.fills(person="web:ruth-ellison", first="2026-11-23", last="2026-11-25")
        await challenges(town, "leila")
        await town.until(london("2026-11-25 12:00"))
        both = ["2026-11-23 10:00 asked", "2026-11-25 11:15 nudge"]
        assert diary(town, "amina") == diary(town, "ruth") == both
        await answers(town, "ruth", text="I answer for her.")
        assert "It has been answered" in town.cards("amina")[-1].text
        (await town.mine("leila")).sees("Ruth Ellison has answered", "I answer for her.")

        await town.until(london("2026-11-26 10:00"))  # she is back
        since = sent_so_far(town)
        await challenges(town, "leila")
        assert diary(town, "amina", since) == ["2026-11-26 10:00 asked"]
        assert diary(town, "ruth", since) == []


async def test_words_on_their_way_are_heard_before_the_fourteen_days_are_over(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-11-23 10:00") as town:
        await challenges(town, "leila", release="slot")
        await town.until(london("2026-11-23 13:10"))
        await answers(town, "amina")
        await town.until(london("2026-12-07 13:05"))  # five minutes later, a fortnight is over
        await not_settled(town, "leila")
        await not_settled(town, "leila")  # and once more, since nothing seems to happen
        assert await town.column("challenge", "step") == ["owner"]
        await town.until(london("2026-12-07 16:00"))
        assert await town.column("challenge", "step") == ["reader"]
        assert await town.column("challenge", "rounds") == [1]
        assert diary(town, "fiona") == ["2026-12-07 16:00 read it"]


async def test_after_more_words_it_is_still_theirs_to_say_if_it_is_settled(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-11-23 10:00") as town:
        await challenges(town, "leila")
        await answers(town, "amina")
        await town.until(london("2026-11-30 10:00"))
        await (await (await town.mine("leila")).presses("Add something")).fills(text="By whom?")
        await town.core.ticks.drain()
        (await town.opens("amina")).sees("By whom?")
        await town.until(london("2026-12-14 09:59"))  # fourteen days from their last word
        (await town.mine("leila")).sees("Is this settled")
        await not_settled(town, "leila")
        assert diary(town, "fiona") == ["2026-12-14 09:59 read it"]


# A server that was off


async def test_after_three_days_off_it_stands_where_it_would_have_stood(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-11-23 11:00") as town:
        await challenges(town, "leila")
        await town.until(london("2026-11-27 12:00"))
        with_ticks = _stands(await town.column("challenge", "step"))
        await (await (await town.mine("leila")).presses("Withdraw it")).fills()
        await town.until(london("2026-11-30 11:00"))

        since = sent_so_far(town)
        await challenges(town, "leila")
        await town.until(london("2026-12-01 12:00"))
        await off_until(town, "2026-12-04 12:00")
        assert _stands(await town.column("challenge", "step")) == [*with_ticks, "adopt"]
        # Nobody gets a pile: the owner isn't asked when it is over, and the leads are asked once.
        assert diary(town, "amina", since) == ["2026-11-30 11:00 asked"]
        assert diary(town, "grace", since) == ["2026-12-04 12:00 adopt it"]
        assert diary(town, "leila", since) == ["2026-12-04 12:00 news"]
        await _nothing_more(town)
        # And from there it goes on in its own time.
        await town.until(london("2026-12-10 09:00"))
        assert diary(town, "grace", since) == [
            "2026-12-04 12:00 adopt it",
            "2026-12-08 11:45 nudge",
            "2026-12-09 09:00 due",
        ]
        assert diary(town, "ruth", since) == ["2026-12-10 09:00 talk it over"]


def _stands(rungs: list[object]) -> list[str]:
    return sorted(map(str, rungs))


async def _nothing_more(town: Town) -> None:
    before = sent_so_far(town)
    await town.core.ticks.drain()
    assert sent_so_far(town) == before


async def test_of_what_became_due_meanwhile_only_the_newest_is_said(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-11-23 11:00") as town:
        await challenges(town, "leila")
        await off_until(town, "2026-11-26 12:00")  # the nudge and the day itself went by
        await _nothing_more(town)
        await town.until(london("2026-11-27 09:00"))
        assert diary(town, "amina") == ["2026-11-23 11:00 asked", "2026-11-26 12:00 due"]
        assert diary(town, "grace") == ["2026-11-27 09:00 adopt it"]


async def test_a_server_that_comes_back_at_night_wakes_nobody(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-11-25 11:00") as town:
        await challenges(town, "leila")
        since = sent_so_far(town)
        await off_until(town, "2026-11-28 03:00")  # Saturday; it was due on Friday
        assert sent_so_far(town) == since
        await town.until(london("2026-12-02 09:00"))
        assert diary(town, "amina") == ["2026-11-25 11:00 asked", "2026-11-30 09:00 due"]
        assert diary(town, "grace")[0] == "2026-12-01 09:00 adopt it"


async def test_everything_else_that_fell_due_is_done_once_and_in_order(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-11-23 11:00") as town:
        for who in ("kofi", "fiona", "leila"):
            await challenges(town, who, keeps="yes" if who == "kofi" else "")
            await answers(town, "amina")
        await (await town.mine("kofi")).presses("Yes, it is settled")
        await town.until(london("2026-12-06 18:00"))
        await challenges(town, "james", release="slot")
        since = sent_so_far(town)
        await off_until(town, "2026-12-09 12:00")  # the slot, and two times fourteen days
        assert diary(town, "amina", since) == ["2026-12-09 12:00 asked"]
        assert sorted(map(str, await town.column("thread", "state"))) == [*3 * ["closed"], "open"]
        await town.until(london("2026-12-21 18:00"))
        since = sent_so_far(town)
        await off_until(town, "2026-12-24 12:00")  # thirty days after it was closed
        assert diary(town, "kofi", since) == ["2026-12-24 12:00 news"]
        await _nothing_more(town)


async def test_two_replicas_that_come_back_at_once_double_nothing(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-11-23 11:00", example()) as town:
        for danger in ("no", "yes", "no"):
            await challenges(town, "leila", danger=danger, sentence="Please look again.")
        later = FixedClock(london("2026-11-27 12:00"))
        async with anytown(stores, tmp_path / "data", later) as other:
            other.client = other.core.clients["web"] = town.client
            town.clock.set(later.now())
            since = sent_so_far(town)
            await asyncio.gather(town.core.ticks.drain(), other.core.ticks.drain())
            await asyncio.gather(town.core.ticks.drain(), other.core.ticks.drain())
        assert await town.column("challenge", "step") == 3 * ["adopt"]
        assert diary(town, "amina", since) == []
        assert diary(town, "grace", since) == 3 * ["2026-11-27 12:00 adopt it"]
