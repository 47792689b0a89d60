"""A referral from recording to done; one nobody owns; one that was taken and forgotten."""

from datetime import UTC, datetime, timedelta

from tests.core.anytown import Page, Town

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
REFERRAL = {
    "reference": "MASH-204",
    "kind": "referral-decision",
    "what": "A decision on the referral of Monday, please.",
    "agency": "childrens-social-care",
    "owner": "Amina Yusuf",
    "role": "lead",
    "anyway": "yes",
}


async def refers(town: Town, who: str, **more: str) -> Page:
    """Somebody records a referral; what is due at once is delivered."""
    page = await (await town.does(who, "referral")).fills({**REFERRAL, **more})
    await town.core.ticks.drain()
    return page


async def test_from_recording_to_done(town: Town) -> None:
    (await refers(town, "leila")).sees("We are asking Amina Yusuf, Anytown Children")
    card = town.cards("amina")[-1].text
    assert "MASH-204" in card
    assert "24 November 2026" in card
    (await town.presses_card("amina", "It’s mine")).sees("This is yours now")
    assert "Amina Yusuf has taken your referral" in town.cards("leila")[-1].text

    page = await town.presses_card("amina", "Done")
    (await page.fills(outcome="done", text="Assessment begins today.")).sees("Thank you")
    await town.core.ticks.drain()
    (await town.opens("leila")).sees("Assessment begins today.", "done as asked")
    (await town.presses_card("leila", "Yes, I have heard back")).sees("It is closed now")
    cards = len(town.cards("amina"))
    await town.passes(30 * DAY)
    assert len(town.cards("amina")) == cards
    assert await town.column("step", "id") == []


async def test_nobody_owns_it_and_it_goes_up_three_stages(town: Town) -> None:
    await refers(town, "leila", owner="")
    assert "waits for someone to take it" in town.cards("grace")[-1].text
    page = await town.does("daniel", "mine")
    page.sees("Unassigned: 1", "Referral MASH-204, Decide on", "due 24 November 2026")
    await town.until(datetime(2026, 11, 26, 8, 30, tzinfo=UTC))  # one working day over
    assert "Nobody below you" in town.cards("ruth")[-1].text
    assert "people further up are asked" in town.cards("leila")[-1].text
    await town.passes(60 * DAY)
    assert await town.column("referral", "level") == [4]
    assert len(town.cards("ruth")) <= 5 * 4
    assert await town.column("step", "id") == []


async def test_taken_and_forgotten_it_is_nobodys_again(town: Town) -> None:
    await refers(town, "leila", kind="information")
    await town.presses_card("amina", "It’s mine")
    await town.passes(8 * DAY)
    assert await town.column("thread", "state") == ["open"]
    assert await town.column("referral", "owner") == [None]
    (await town.opens("leila")).sees("there was no news since. It is unassigned again")
    assert "waits for someone to take it" in town.cards("grace")[-1].text


async def test_a_restart_leaves_it_as_it_was(town: Town) -> None:
    await refers(town, "leila")
    before = await town.dump()
    await town.core.ticks.sweep()
    assert await town.dump() == before
    await town.passes(2 * DAY)
    assert "Have you heard back?" in "\n".join(c.text for c in town.cards("leila"))


async def test_whoever_has_it_is_away_and_names_somebody(town: Town) -> None:
    form = await town.does("amina", "standin")
    (await form.fills(person="web:daniel-reid", first="2026-11-23", last="2026-11-30")).sees(
        "named"
    )
    await refers(town, "leila")
    for who in ("amina", "daniel"):
        assert "MASH-204" in town.cards(who)[-1].text
    (await town.presses_card("daniel", "It’s mine")).sees("This is yours now")


async def test_whoever_made_it_takes_it_further(town: Town) -> None:
    await refers(town, "leila")
    await town.passes(2 * DAY)
    assert "Have you heard back?" in "\n".join(c.text for c in town.cards("leila"))
    (await town.presses_card("leila", "No, take it further")).sees("asked now")
    assert "Nobody below you" in town.cards("ruth")[-1].text


async def test_it_is_not_mine_and_i_know_whose(town: Town) -> None:
    await refers(town, "leila")
    page = await town.presses_card("amina", "Not mine")
    (await page.fills(owner="Amina", text="Wrong team.")).refused("That is you", "owner")
    handed = await page.fills(owner="daniel", text="Wrong team.")
    handed.sees("Handed on", "We are asking Daniel")
    await town.core.ticks.drain()
    assert "There is nothing more you need to do" in town.cards("amina")[-1].text
    (await town.presses_card("daniel", "It’s mine")).sees("Wrong team.")


async def test_a_day_that_is_in_no_calendar_is_said_to_be_none(town: Town) -> None:
    await refers(town, "leila")
    page = await (await town.opens("amina")).presses("Ask me later")
    wrong = await page.fills(later="day", day="31/02/2027")
    wrong.refused("The calendar does not have that day. Enter a date like 24/12/2026.", "day")


async def test_asked_later_over_a_bank_holiday_weekend(town: Town) -> None:
    town.clock.set(datetime(2027, 3, 25, 16, 0, tzinfo=UTC))  # before Good Friday
    await refers(town, "leila", kind="information")
    await town.presses_card("amina", "It’s mine")
    page = await (await town.opens("amina")).presses("Ask me later")
    (await page.fills(later="tomorrow")).sees("We ask you again on 30 March 2027 at 08:30")
    cards = len(town.cards("amina"))
    await town.until(datetime(2027, 3, 30, 7, 29, tzinfo=UTC))
    assert len(town.cards("amina")) == cards
    await town.until(datetime(2027, 3, 30, 7, 30, tzinfo=UTC))  # 8:30, summer time
    assert len(town.cards("amina")) == cards + 1


async def test_help_is_asked_for_and_it_stays_theirs(town: Town) -> None:
    await refers(town, "leila")
    await town.presses_card("amina", "It’s mine")
    page = await (await town.opens("amina")).presses("I need help")
    (await page.fills(text="The family moved.")).sees("It stays yours")
    await town.core.ticks.drain()
    assert "Amina Yusuf needs help" in town.cards("ruth")[-1].text
    (await town.opens("ruth")).sees("The family moved.")


async def test_danger_does_not_wait_for_the_morning(town: Town) -> None:
    town.clock.set(datetime(2026, 11, 28, 20, 0, tzinfo=UTC))  # a Saturday night
    await refers(town, "leila", kind="safe-tonight")
    await town.passes(3 * HOUR)
    assert "Can you take it" in town.cards("amina")[-1].text
    await town.passes(2 * HOUR)
    assert "Nobody below you" in town.cards("ruth")[-1].text


async def test_what_is_missing_is_said(town: Town) -> None:
    page = await (await town.does("leila", "referral")).fills(kind="other", agency="police")
    page.refused("a reference that both agencies know", "reference")
    page.refused("the day by which you need it", "due")
    page = await (await town.does("leila", "referral")).fills({**REFERRAL, "owner": "Nobody"})
    page.refused("We do not know anyone of that name", "owner")
    page = await (await town.does("leila", "referral")).fills(
        {**REFERRAL, "anyway": "", "what": "Ring Mary Smith on 07700 900123."}
    )
    page.sees("This may show who someone is")
    assert await town.column("thread", "id") == []


async def test_either_side_sends_news_and_nothing_ends_or_moves_by_it(town: Town) -> None:
    await refers(town, "leila")
    await town.presses_card("amina", "It’s mine")
    before = await town.column("referral", "due_at"), await town.column("step", "due_at")
    page = await (await town.opens("amina")).presses("Send news")
    (await page.fills(text="The visit is on Friday.")).sees("It stays open")
    await town.core.ticks.drain()
    assert "Amina Yusuf has sent news about this." in town.cards("leila")[-1].text
    theirs = (await town.opens("leila")).sees("The visit is on Friday.")
    await (await theirs.presses("Send news")).fills(text="The brother will be there too.")
    await town.core.ticks.drain()
    assert "has added something" in town.cards("amina")[-1].text
    (await town.opens("amina")).sees("The brother will be there too.", "Added by the person who")
    after = await town.column("referral", "due_at"), await town.column("step", "due_at")
    assert after == before
    assert await town.column("thread", "state") == ["picked"]
    assert "Friday" not in town.cards("leila")[-1].text


async def test_nobody_else_sends_news_and_nobody_once_it_is_closed(town: Town) -> None:
    await refers(town, "leila")
    thread = str((await town.column("thread", "id"))[0])
    (await town.does("priya", "referral.update", thread)).refused("This is not waiting for you")
    await (await town.presses_card("amina", "Done")).fills(outcome="done", text="Decided.")
    await town.core.ticks.drain()
    await town.presses_card("leila", "Yes, I have heard back")
    (await town.does("leila", "referral.update", thread)).refused("This is not waiting for you")
