"""When a challenge goes out, and by when it is answered: on each nation's own working days."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from storage.partnership import Escalation, Hours, Limit, Slots, Stage
from tests.conftest import Stores
from tests.core.anytown import Town, example
from tests.handlers.challenge.acts import answers, challenges, not_settled, settled
from tests.handlers.timing import (
    CARE,
    changed,
    dated,
    diary,
    london,
    office,
    outside_hours,
    sent_so_far,
)

DAY = timedelta(days=1)
ALWAYS = Hours(days=tuple(range(7)), opens=time(0), closes=time(0), open_on_bank_holidays=True)
TO_MIDNIGHT = ALWAYS.model_copy(update={"opens": time(8)})
OWNERS = {
    "scotland": ("police", "Kofi Mensah", "priya"),
    "england": (CARE, "Amina Yusuf", "grace"),
    "northern_ireland": ("health-trust", "Mei Chen", "owen"),
    "wales": ("school", "James Holt", "sarah"),
}
"""An agency of each nation, who owns the decision there, and a lead who could adopt it."""


async def test_each_nation_keeps_its_own_bank_holidays(stores: Stores, tmp_path: Path) -> None:
    town_of = example()
    for nation, (agency, _, _) in OWNERS.items():
        town_of = changed(town_of, agency, nation=nation)
    async with dated(stores, tmp_path, "2025-12-31 11:00", town_of) as town:
        # 2 January is kept in Scotland, where the second working day is a day later.
        await _keeps(town, "england", "2025-12-31", "2026-01-05", "2026-01-06", "2026-01-07")
        await _keeps(town, "scotland", "2025-12-31", "2026-01-06", "2026-01-07", "2026-01-08")
        # St Patrick's Day
        await _keeps(town, "wales", "2026-03-16", "2026-03-18", "2026-03-19", "2026-03-20")
        await _keeps(
            town, "northern_ireland", "2026-03-16", "2026-03-19", "2026-03-20", "2026-03-23"
        )
        # Easter Monday is a working day in Scotland.
        await _keeps(town, "wales", "2026-04-02", "2026-04-08", "2026-04-09", "2026-04-10")
        await _keeps(town, "scotland", "2026-04-02", "2026-04-07", "2026-04-08", "2026-04-09")
        # The Battle of the Boyne, 12 July, is a Sunday, and kept on Monday.
        await _keeps(town, "england", "2026-07-10", "2026-07-14", "2026-07-15", "2026-07-16")
        await _keeps(
            town, "northern_ireland", "2026-07-10", "2026-07-15", "2026-07-16", "2026-07-17"
        )
        # St Andrew's Day
        await _keeps(town, "wales", "2026-11-27", "2026-12-01", "2026-12-02", "2026-12-03")
        await _keeps(town, "scotland", "2026-11-27", "2026-12-02", "2026-12-03", "2026-12-04")


async def _keeps(town: Town, nation: str, start: str, last: str, due: str, silent: str) -> None:
    agency, owner, lead = OWNERS[nation]
    who, since = owner.split()[0].lower(), sent_so_far(town)
    town.clock.set(london(f"{start} 11:00"))
    await challenges(town, "leila", agency=agency, owner=owner)
    day = f"{int(last[-2:])} {london(f'{last} 12:00'):%B %Y}"
    assert day in town.cards(who)[-1].text
    await town.until(london(f"{silent} 09:00"))
    assert diary(town, who, since)[:3] == [
        f"{start} 11:00 asked",
        f"{last} 11:30 nudge",
        f"{due} 09:00 due",
    ]
    assert f"{silent} 09:00 adopt it" in diary(town, lead, since)
    await (await (await town.mine("leila")).presses("Withdraw it")).fills()


FRIDAY = "2026-03-27 15:00"  # in winter time; on Sunday the clocks go forward
OCTOBER = "2026-10-23 15:00"  # and here back
Said = tuple[str, str, str, str]
DEADLINES = [
    pytest.param(FRIDAY, Limit(2, "working day"), Hours(), (
        "31 March 2026", "2026-03-31 12:30", "2026-04-01 09:00", "2026-04-02 09:00"
    ), id="working days into summer"),
    pytest.param(OCTOBER, Limit(2, "working day"), Hours(), (
        "27 October 2026", "2026-10-27 12:30", "2026-10-28 09:00", "2026-10-29 09:00"
    ), id="working days into winter"),
    pytest.param(FRIDAY, Limit(72, "hour"), Hours(), (
        "30 March 2026", "2026-03-30 09:00", "2026-03-30 16:00", "2026-03-31 09:00"
    ), id="three days and nights are an hour later on the clock"),
    pytest.param(FRIDAY, Limit(3, "calendar day"), Hours(), (
        "30 March 2026", "2026-03-30 09:00", "2026-03-30 15:00", "2026-03-31 09:00"
    ), id="three calendar days aren't"),
    pytest.param(OCTOBER, Limit(20, "working hour"), Hours(), (
        "28 October 2026", "2026-10-27 14:00", "2026-10-28 11:00", "2026-10-29 09:00"
    ), id="working hours into winter"),
    pytest.param("2028-02-28 11:00", Limit(2, "working day"), Hours(), (
        "1 March 2028", "2028-03-01 11:30", "2028-03-02 09:00", "2028-03-03 09:00"
    ), id="a leap day is a working day"),
    pytest.param("2028-02-28 11:00", Limit(1, "calendar day"), Hours(), (
        "29 February 2028", "2028-02-29 09:00", "2028-02-29 11:00", "2028-03-01 09:00"
    ), id="due on a leap day"),
    pytest.param("2026-11-23 11:00", Limit(2, "working day"), TO_MIDNIGHT, (
        "25 November 2026", "2026-11-25 12:45", "2026-11-26 08:00", "2026-11-27 08:00"
    ), id="midnight ends the day before"),
    pytest.param("2026-11-23 11:00", Limit(2, "working day"), ALWAYS, (
        "25 November 2026", "2026-11-25 08:45", "2026-11-26 00:00", "2026-11-27 00:00"
    ), id="an agency that never closes"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "within", "hours", "said"), DEADLINES)
async def test_the_owner_is_nudged_and_it_is_due(
    start: str, within: Limit, hours: Hours, said: Said, stores: Stores, tmp_path: Path
) -> None:
    day, nudge, due, silent = said
    town_of = changed(office(answer=within), CARE, hours=hours)
    async with dated(stores, tmp_path, start, town_of) as town:
        await challenges(town, "leila")
        assert day in town.cards("amina")[-1].text
        (await town.mine("leila")).sees("Answer due by", day)
        await town.until(london(silent) - timedelta(seconds=1))
        assert diary(town, "amina") == [f"{start} asked", f"{nudge} nudge", f"{due} due"]
        assert day in town.cards("amina")[-1].text
        assert diary(town, "grace") == []
        await town.until(london(silent))
        assert diary(town, "grace") == [f"{silent} adopt it"]
        assert outside_hours(town, CARE, "leila") == []


async def test_a_nudge_that_would_come_with_the_due_card_is_left_out(
    stores: Stores, tmp_path: Path
) -> None:
    day = Limit(1, "calendar day")
    async with dated(stores, tmp_path, "2026-11-20 16:00", office(answer=day)) as town:
        await challenges(town, "leila")
        await town.until(london("2026-11-24 09:00"))
        assert diary(town, "amina") == ["2026-11-20 16:00 asked", "2026-11-23 09:00 due"]
        assert diary(town, "grace") == ["2026-11-24 09:00 adopt it"]


async def test_a_slot_lets_go_at_its_hour_while_the_agency_works(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-11-23 09:15") as town:
        for start, let_go in (
            ("2026-11-23 09:15", "2026-11-23 10:00"),
            ("2026-11-23 11:00", "2026-11-23 13:00"),
            ("2026-11-23 13:00", "2026-11-23 16:00"),
            ("2026-11-23 16:30", "2026-11-24 10:00"),
            ("2026-11-27 18:00", "2026-11-30 10:00"),
            ("2026-12-25 12:00", "2026-12-29 10:00"),  # Boxing Day is kept on Monday
        ):
            await town.until(london(start))
            since = sent_so_far(town)
            await challenges(town, "leila", release="slot")
            await town.until(london(let_go) - timedelta(seconds=1))
            assert f"{let_go} asked" not in diary(town, "amina", since)
            await town.until(london(let_go))
            assert f"{let_go} asked" in diary(town, "amina", since)
            await (await (await town.mine("leila")).presses("Withdraw it")).fills()


async def test_the_hour_that_happens_twice_has_one_slot(stores: Stores, tmp_path: Path) -> None:
    slots = Slots(times=(time(1, 30), time(13)))
    town_of = changed(example(), CARE, hours=ALWAYS).model_copy(update={"slots": slots})
    async with dated(stores, tmp_path, london("2026-10-25 00:40"), town_of) as town:
        await challenges(town, "leila", release="slot")
        town.clock.set(london("2026-10-25 01:40"))
        await town.core.ticks.drain()
        assert len(town.cards("amina")) == 1
        await challenges(town, "leila", release="slot")
        town.clock.set(london("2026-10-25 01:40", fold=1))
        await town.core.ticks.drain()
        assert len(town.cards("amina")) == 1
        await town.until(london("2026-10-25 13:00"))
        assert len(town.cards("amina")) == 2


async def test_danger_counts_hours_at_night_and_over_the_weekend(
    stores: Stores, tmp_path: Path
) -> None:
    # Saturday night: between asking and the deadline the clocks go back.
    async with dated(stores, tmp_path, london("2026-10-25 00:30")) as town:
        await challenges(town, "leila", danger="yes", sentence="Keep her safe.")
        await town.until(london("2026-10-25 01:30", fold=1) - timedelta(seconds=1))
        assert diary(town, "amina") == ["2026-10-25 00:30 asked", "2026-10-25 01:00 nudge"]
        assert diary(town, "grace") == []
        await town.until(london("2026-10-25 04:00"))
        assert diary(town, "grace") == ["2026-10-25 01:30 adopt it", "2026-10-25 03:00 nudge"]
        assert diary(town, "ruth") == ["2026-10-25 03:30 talk it over"]
        # Nobody is told of a next working day that isn't waited for.
        assert "due" not in " ".join(diary(town, "amina") + diary(town, "grace"))


async def test_fourteen_days_and_the_questions_are_days_whatever_the_clocks_do(
    stores: Stores, tmp_path: Path
) -> None:
    async with dated(stores, tmp_path, "2026-03-16 11:00") as town:
        await challenges(town, "leila", keeps="yes")
        await answers(town, "amina")
        await town.until(london("2026-03-31 00:00") - timedelta(seconds=1))
        (await town.mine("leila")).sees("Is this settled")
        await town.until(london("2026-03-31 00:00"))
        (await town.mine("leila")).sees("This is closed").sees_not("Is this settled")
        assert len(await town.core.keyring.refs()) == 1

        since = sent_so_far(town)
        await town.until(london("2026-10-01 12:00"))
        assert diary(town, "leila", since) == ["2026-04-30 10:00 news", "2026-06-29 10:00 news"]
        assert await town.core.keyring.refs() == set()


async def test_questions_into_winter(stores: Stores, tmp_path: Path) -> None:
    async with dated(stores, tmp_path, "2026-10-12 11:00") as town:
        await challenges(town, "leila", keeps="yes")
        await answers(town, "amina")
        await settled(town, "leila")
        since = sent_so_far(town)
        for moment in ("2026-11-11 10:00", "2027-01-10 10:00"):
            await town.until(london(moment))
            page = await (await town.mine("leila")).presses("Answer two questions")
            (await page.fills(worse="no", again="yes")).sees("Thank you")
        assert diary(town, "leila", since) == ["2026-11-11 10:00 news", "2027-01-10 10:00 news"]
        await town.passes(timedelta(days=15))
        assert await town.core.keyring.refs() == set()
        assert await town.column("step", "id") == []


async def test_a_slot_after_midnight_is_of_the_agencys_next_day(
    stores: Stores, tmp_path: Path
) -> None:
    """In summer, when that midnight isn't UTC's: its two days count from when it goes out."""
    town_of = changed(example(), CARE, hours=ALWAYS).model_copy(
        update={"slots": Slots(times=(time(0, 15),))}
    )
    async with dated(stores, tmp_path, "2026-07-01 23:50", town_of) as town:
        await challenges(town, "leila", release="slot")
        await town.until(london("2026-07-02 00:15") - timedelta(seconds=1))
        assert diary(town, "amina") == []
        await town.until(london("2026-07-02 00:15"))
        assert diary(town, "amina") == ["2026-07-02 00:15 asked"]
        assert await town.column("challenge", "released") == [date(2026, 7, 2)]
        assert await town.column("challenge", "due") == [date(2026, 7, 4)]
        assert "4 July 2026" in town.cards("amina")[-1].text
        await town.until(london("2026-07-04 23:59"))
        assert "overdue" not in (await town.opens("amina")).text
        await town.until(london("2026-07-05 00:01"))
        (await town.opens("amina")).sees("4 July 2026 – overdue")


@pytest.mark.parametrize(("adopted", "day"), [("2026-07-01 23:50", 1), ("2026-07-02 00:10", 2)])
async def test_a_stage_begins_on_the_agencys_day_on_either_side_of_midnight(
    stores: Stores, tmp_path: Path, adopted: str, day: int
) -> None:
    within = [Stage(name={"en": "Talk"}, answers="owner", within=Limit(2, "working day"))]
    ladder = Escalation(policy={"en": "Ours"}, stages=tuple(within))
    town_of = changed(office(), CARE, hours=ALWAYS).model_copy(update={"escalation": ladder})
    async with dated(stores, tmp_path, "2026-06-29 11:00", town_of) as town:
        await challenges(town, "leila")
        await town.until(london("2026-07-01 11:00"))
        await answers(town, "amina")
        await not_settled(town, "leila")
        await answers(town, "fiona")
        await not_settled(town, "leila")
        await town.until(london(adopted))
        await town.presses_card("grace", "I carry it on in my name")
        assert await town.column("challenge", "stage_day") == [date(2026, 7, day)]
        assert await town.column("challenge", "due") == [date(2026, 7, day + 2)]
