"""What was to be done by now says so in words, wherever it is shown, and in both languages."""

from datetime import UTC, date, datetime, time, timedelta

from bot.files.exporting import Exporting
from tests.core.anytown import Town
from tests.handlers.challenge.acts import challenges
from tests.handlers.referral.test_dialogue import refers
from tests.peers.transcript import read

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


async def test_a_referral_says_that_it_is_overdue_on_page_list_card_and_in_files(
    town: Town,
) -> None:
    await refers(town, "leila")
    core = town.core
    files = Exporting(core.engine, core.keys, core.partnership, core.clock)
    amina, leila = town.actor("amina").person, town.actor("leila").person
    (await town.opens("amina")).sees_not("overdue")
    assert "overdue" not in await files.own(leila, "csv", "en")
    await town.until(town.clock.now() + 2 * DAY)
    for who in ("amina", "leila"):
        (await town.opens(who)).sees("24 November 2026, 17:30 – overdue")
        assert "24 November 2026, 17:30 – overdue" in town.cards(who)[-1].text
        (await town.does(who, "mine")).sees("due 24 November 2026 – overdue")
        assert "– yn hwyr" in read((await town.opens(who)).form, "cy")
    assert "This is overdue." in await files.own(amina, "csv", "en")
    assert "Mae hyn yn hwyr." in await files.own(amina, "csv", "cy")
    assert "SUMMARY:Overdue: " in await files.own(amina, "ics", "en")
    assert "SUMMARY:Yn hwyr: " in await files.own(amina, "ics", "cy")


async def test_what_is_done_is_not_overdue(town: Town) -> None:
    await refers(town, "leila")
    page = await town.presses_card("amina", "Done")
    await page.fills(outcome="done", text="Assessment begins today.")
    await town.until(town.clock.now() + 2 * DAY)
    (await town.opens("leila")).sees_not("overdue")


async def test_a_challenge_says_so_from_the_first_minute_of_the_next_day(town: Town) -> None:
    await challenges(town, "leila", how="named")
    [due] = await town.column("challenge", "due")
    assert isinstance(due, date)
    last = datetime.combine(due, time(23, 30), UTC)
    for at, over in ((last, False), (last + HOUR, True)):
        await town.until(at)
        page = await town.reads("amina")
        for shown in (page, await town.mine("leila"), await town.does("amina", "mine")):
            assert ("– overdue" in shown.text) is over
