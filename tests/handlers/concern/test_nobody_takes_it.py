"""Nobody takes it: the leads are nudged, others are asked, and whoever raised it is told."""

from datetime import UTC, datetime, timedelta

from tests.core.anytown import Town

HOUR = timedelta(hours=1)
FRIDAY_AT_FOUR = datetime(2026, 11, 27, 16, 0, tzinfo=UTC)
SATURDAY_NIGHT = datetime(2026, 11, 28, 2, 0, tzinfo=UTC)
NUDGE, SECOND = "Nobody has picked this up yet. Can you?", "Still nobody has picked this up."


def _notes(town: Town, who: str) -> list[bool]:
    texts = [sent.text for sent in town.cards(who)]
    return [any(note in text for text in texts) for note in (NUDGE, SECOND)]


async def test_one_after_another_in_working_time(town: Town) -> None:
    await town.raises("leila")
    await town.passes(2 * HOUR - timedelta(minutes=1))
    assert _notes(town, "grace") == [False, False]
    await town.passes(timedelta(minutes=1))
    assert _notes(town, "grace") == _notes(town, "daniel") == [True, False]
    assert town.cards("amina") == []
    await town.passes(2 * HOUR)
    assert len(town.cards("amina")) == 1  # who stands in
    assert _notes(town, "daniel") == [True, True]
    assert town.cards("ruth") == []
    # Eight working hours after eleven o'clock are half past nine on the next morning.
    await town.until(datetime(2026, 11, 24, 9, 59, tzinfo=UTC))
    assert town.cards("ruth") == []
    assert town.cards("leila") == []
    await town.until(datetime(2026, 11, 24, 10, 0, tzinfo=UTC))
    assert len(town.cards("ruth")) == 1
    assert len(town.cards("leila")) == 1
    mine = await town.mine("leila")
    mine.sees("Nobody has picked this up yet. We have asked again.", "0800 028 0285")


async def test_a_friday_afternoon_goes_on_on_monday(town: Town) -> None:
    town.clock.set(FRIDAY_AT_FOUR)
    await town.raises("leila")
    await town.until(datetime(2026, 11, 30, 8, 59, tzinfo=UTC))
    assert _notes(town, "grace") == [False, False]
    await town.until(datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    assert _notes(town, "grace") == [True, False]


async def test_nobody_is_nudged_at_the_minute_they_go_home(town: Town) -> None:
    town.clock.set(datetime(2026, 11, 27, 15, 30, tzinfo=UTC))
    await town.raises("leila")
    await town.until(datetime(2026, 11, 30, 8, 29, tzinfo=UTC))
    assert _notes(town, "grace") == [False, False]
    await town.until(datetime(2026, 11, 30, 8, 30, tzinfo=UTC))
    assert _notes(town, "grace") == [True, False]


async def test_danger_does_not_wait_for_the_morning(town: Town) -> None:
    town.clock.set(SATURDAY_NIGHT)
    await town.raises("leila", danger="yes", how="anonymous", release="slot")
    assert len(town.cards("grace")) == 1
    await town.passes(timedelta(minutes=5))
    assert _notes(town, "grace") == [True, False]
    await town.passes(timedelta(minutes=5))
    assert len(town.cards("amina")) == 1
    await town.passes(timedelta(minutes=5))
    # Of somebody hidden nobody may learn who they are from who was asked: two from outside.
    assert [len(town.cards(who)) for who in ("ruth", "fiona", "anne")] == [0, 1, 1]
    assert len(town.cards("leila")) == 1


async def test_once_somebody_has_it_nobody_is_asked_any_more(town: Town) -> None:
    await town.raises("leila")
    await town.presses_card("daniel", "I’ll pick this up")
    assert "Daniel Reid has picked this up" in town.cards("grace")[-1].text
    (await town.does("grace", "thread.pick", str((await town.column("thread", "id"))[0]))).refused(
        "already picked this up"
    )
    await town.passes(72 * HOUR)
    assert [len(town.cards(who)) for who in ("grace", "daniel", "amina", "ruth")] == [1, 1, 0, 0]


async def test_the_fallback_picks_it_up(town: Town) -> None:
    await town.raises("leila", how="confidence")
    await town.passes(48 * HOUR)
    assert town.cards("ruth") == []
    (await town.presses_card("fiona", "I’ll pick this up")).sees("Leila Haddad")
    (await town.mine("leila")).sees("Fiona Grant has picked this up", "Fiona Grant can now see")
    assert "Fiona Grant has picked this up" in town.cards("grace")[-1].text


async def test_whoever_it_is_about_is_left_out(town: Town) -> None:
    await town.raises("leila", left_out=["web:grace-okafor"])
    await town.passes(48 * HOUR)
    assert town.cards("grace") == []
    assert town.cards("daniel") != []
    (await town.does("grace", "mine")).sees("Nothing is waiting for you")


async def test_with_all_leads_left_out_the_fallback_has_it_at_once(town: Town) -> None:
    await town.raises("leila", left_out=["web:grace-okafor", "web:daniel-reid"])
    assert len(town.cards("ruth")) == 1
    assert town.cards("grace") == town.cards("daniel") == town.cards("leila") == []
    await town.passes(72 * HOUR)  # only then is it true that nobody has picked it up
    assert len(town.cards("leila")) == 1


async def test_a_lead_who_is_away_has_a_stand_in(town: Town) -> None:
    asked = await town.does("grace", "standin")
    page = await asked.fills(person="web:mei-chen", first="2026-11-23", last="2026-11-23")
    page.sees("Stand-in named")
    await town.raises("leila")
    assert len(town.cards("mei")) == 1
    (await town.presses_card("mei", "I’ll pick this up")).sees("Leila Haddad")
    await town.passes(24 * HOUR)
    await town.raises("leila")
    assert len(town.cards("mei")) == 1


async def test_an_answer_nobody_responds_to_closes_after_fourteen_days(town: Town) -> None:
    await town.raises("leila", how="confidence")
    page = await town.presses_card("daniel", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="no-change", text="It was decided in June.")
    await town.passes(timedelta(days=13))
    (await town.mine("leila")).sees("Is this settled")
    await town.passes(timedelta(days=2))
    assert await town.core.keyring.refs() == set()
    assert await town.column("thread", "state") == ["closed"]


async def test_a_word_from_the_raiser_keeps_it_open(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("daniel", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="no-change", text="It was decided in June.")
    await (await (await town.mine("leila")).presses("Add something")).fills(text="Not so.")
    await town.passes(timedelta(days=30))
    (await town.mine("leila")).sees("Daniel Reid has picked this up", "Not so.")
