"""Second opinions: asked in a minute, answered alone, shown to all at once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from prompts.shapes import Line, Long
from tests.core.anytown import Page, Town
from tests.handlers.second_opinion.acts import QUESTION, answers, asked, asks

DAY = timedelta(days=1)


async def test_from_asking_to_what_was_decided(town: Town) -> None:
    (await asks(town, "leila")).sees("We have your question", "We are asking them now")
    first, second = asked(town)
    page = await town.presses_card(first, "Open")
    page.sees("Please answer on your own", QUESTION["what"], "CASE-77")
    page.sees_not("I think so.")
    (await answers(town, first, "agree", "It is the rule here.", "A visit.")).sees("Thank you")

    page = await town.opens(first)
    page.sees("You have answered", "It is the rule here.").sees_not("Give my opinion")
    (await town.opens(second)).sees_not("It is the rule here.")
    (await town.mine("leila")).sees("They have been asked", "I think so.").sees_not("the rule")

    await answers(town, second, "disagree", "Not by itself.")
    for who in (first, second):
        page = await town.presses_card(who, "Open")
        page.sees("They see it differently", "It is the rule here.", "Not by itself.", "A visit.")
        page.sees_not("I think so.")
    page = await town.mine("leila")
    page.sees("They see it differently", "I agree", "I disagree", "Not by itself.")
    form = await page.presses("Record what was decided")
    (await form.fills(text="It stays open.", why="Nobody saw her.")).sees("Recorded")
    await town.core.ticks.drain()
    (await town.presses_card(first, "Open")).sees("It stays open.", "Nobody saw her.")
    assert await town.column("thread", "state") == ["closed"]
    assert await town.column("step", "id") == []


async def test_whoever_cannot_says_so_and_the_next_is_asked(town: Town) -> None:
    await asks(town, "leila", wanted="1")
    [first] = asked(town)
    (await town.presses_card(first, "I can’t")).sees("Someone else is asked now")
    await town.core.ticks.drain()
    [second] = asked(town)
    assert second != first
    (await town.opens(first)).sees("not asked about this any more").sees_not("Give my opinion")


async def test_everybody_declines_and_whoever_asked_is_told(town: Town) -> None:
    await asks(town, "leila", wanted="1", agency="school")
    while people := asked(town):
        await town.presses_card(people[0], "I can’t")
        await town.core.ticks.drain()
    (await town.mine("leila")).sees("Nobody answered in time")


async def test_time_is_up_and_what_there_is_is_shown(town: Town) -> None:
    await asks(town, "leila", agency="childrens-social-care")
    first, second = asked(town)
    await answers(town, first, "unsure", "Who saw her last?")
    await town.until(datetime(2026, 11, 24, 16, tzinfo=UTC))
    assert "Much of the time is gone" in town.cards(second)[-1].text
    assert len(town.cards(first)) == 1
    await town.passes(DAY * 3)
    assert len(town.cards(second)) == 2
    assert "The time is up" in town.cards(second)[-1].text
    (await town.mine("leila")).sees("This is one opinion", "Who saw her last?")
    [thread] = await town.column("thread", "id")
    form = await town.does(second, "opinion.answer", str(thread))
    form.refused("You cannot answer this any more")


async def test_nobody_is_asked_about_their_own_question(town: Town) -> None:
    await asks(town, "grace", agency="childrens-social-care", wanted="3")
    assert asked(town) == ["daniel"]


@pytest.mark.parametrize("how", ["anonymous", "confidence"])
async def test_whom_is_asked_does_not_tell_the_agency_of_somebody_hidden(
    town: Town, how: str
) -> None:
    own = {"sarah", "james"}  # the leads of Leila's school
    for _ in range(8):
        await asks(town, "leila", how=how, wanted="3")
    assert own <= set(asked(town))


async def test_by_name_their_own_agency_is_asked_last(town: Town) -> None:
    for _ in range(2):
        await asks(town, "leila", wanted="3")
    assert not {"sarah", "james"} & set(asked(town))


async def test_nobody_can_be_asked(town: Town) -> None:
    page = await asks(town, "grace", agency="childrens-social-care", left_out=("web:daniel-reid",))
    page.refused("Nobody there can be asked just now", "role")
    assert await town.column("thread", "id") == []


@pytest.mark.parametrize("how", ["anonymous", "confidence"])
async def test_hidden_it_is_answered_and_nobody_learns_who_asked(town: Town, how: str) -> None:
    await asks(town, "leila", how=how)
    first, second = asked(town)
    page = await town.presses_card(first, "Open")
    page.sees_not("Leila", "Haddad", "I think so.", "From: Anonymously", "From: In confidence")
    page.sees("Someone who asks in confidence" if how == "confidence" else "Someone who stays")
    await answers(town, first, "agree", "It is.")
    await answers(town, second, "agree", "So it is.")
    home = await town.does("leila", "mine.quiet")
    page = await home.presses("Open")
    page.sees("They see it alike", "So it is.", "I think so.")
    form = await page.presses("Record what was decided")
    await form.fills(text="It stays open.", why="Both said so.")
    await town.core.ticks.drain()
    (await town.presses_card(second, "Open")).sees("It stays open.")
    stored = await town.dump()
    stored.pop("member")
    assert "leila" not in str(stored).lower()


async def test_what_is_said_is_in_no_message_and_sealed_in_every_row(town: Town) -> None:
    await asks(town, "leila", how="anonymous")
    first, second = asked(town)
    await answers(town, first, "agree", "It is the rule here.", "A visit.")
    stored = str(await town.dump())
    messages = "".join(card.text for who in (first, second) for card in town.cards(who))
    for words in (QUESTION["what"], QUESTION["view"], "CASE-77", "the rule here", "A visit"):
        assert words not in stored
        assert words not in messages


async def test_it_becomes_a_challenge_in_one_press(town: Town) -> None:
    await asks(town, "leila")
    page = await town.mine("leila")
    for what in ("challenge", "referral", "concern"):
        form = (await page.presses(f"Make it a {what}")).form
        filled = {f.name: f.value for f in form.fields if isinstance(f, Line | Long)}
        assert filled["what"] == f"{QUESTION['what']}\n\n{QUESTION['proposal']}"
        assert filled["reference"] == "CASE-77"
        assert form.verb == f"{what}.send"


async def test_what_it_becomes_knows_the_decision_and_how_many_agreed(town: Town) -> None:
    await asks(town, "leila")
    first, second = asked(town)
    await answers(town, first, "agree", "The rule says so.")
    await answers(town, second, "disagree", "Ask first.")
    form = await (await town.mine("leila")).presses("Record what was decided")
    await form.fills(text="It stays open.", why="One of two said so.")
    form = await (await town.mine("leila")).presses("Make it a challenge")
    filled = {f.name: f.value for f in form.form.fields if isinstance(f, Line | Long)}
    assert filled["decision"] == "It stays open."
    for words in (QUESTION["what"], "One of two said so.", "I agree: 1", "I disagree: 1"):
        assert words in filled["what"]
    assert "The rule says so." not in filled["what"]


async def test_what_is_missing_is_said(town: Town) -> None:
    page = await asks(town, "leila", what="", wanted="7")
    page.refused("Please write your question.", "what")
    page.refused("Please choose how many", "wanted")


async def test_one_that_lost_its_time_is_shown_all_the_same(town: Town) -> None:
    await asks(town, "leila", agency="childrens-social-care")
    async with town.core.engine.begin() as connection:
        await connection.execute(text("DELETE FROM step"))
    assert await town.core.ticks.audit() == 1
    assert await town.core.ticks.audit() == 0
    await town.passes(DAY * 3)
    (await town.mine("leila")).sees("Nobody answered in time")


async def test_whoever_goes_away_after_being_asked_is_stood_in_for(town: Town) -> None:
    await asks(town, "leila", wanted="1", agency="police", soon="days")
    [first] = asked(town)
    form = await town.does(first, "standin")
    other = next(o.value for f in form.form.fields for o in getattr(f, "options", ()))
    await form.fills(person=other, first="2026-11-24", last="2026-12-01")
    await town.passes(3 * DAY)
    short = other.partition(":")[2].partition("-")[0]
    assert asked(town) == [short]
    (await town.opens(first)).sees("You are not asked about this any more")
    await answers(town, short, "agree", "I stand in for them.")
    (await town.mine("leila")).sees("I stand in for them.")


MORE = "Her aunt has seen her on Sunday."


async def test_whoever_asked_adds_something_and_all_who_are_asked_read_it(town: Town) -> None:
    await asks(town, "leila", agency="childrens-social-care")
    first, second = asked(town)
    await answers(town, first, "agree", "It is the rule here.")
    form = await (await town.mine("leila")).presses("Add something")
    (await form.fills(text=MORE)).sees("Added")
    await town.core.ticks.drain()
    for who in (first, second):
        assert "The person who asks has added something." in town.cards(who)[-1].text
        (await town.presses_card(who, "Open")).sees(MORE)
    # Whoever was still to answer can, and nothing else has moved.
    (await town.opens(second)).sees("Give my opinion").sees_not("the rule here")
    (await answers(town, second, "disagree", "Then it can wait.")).sees("Thank you")
    page = await town.mine("leila")
    page.sees(MORE, "They see it differently", "Record what was decided", "Add something")


async def test_added_once_all_is_shown_it_is_read_and_closes_nothing(town: Town) -> None:
    await asks(town, "leila", wanted="1")
    [one] = asked(town)
    await answers(town, one, "unsure", "Who saw her last?")
    await (await (await town.mine("leila")).presses("Add something")).fills(text=MORE)
    await town.core.ticks.drain()
    (await town.presses_card(one, "Open")).sees(MORE)
    assert await town.column("thread", "state") == ["answered"]


async def test_what_somebody_hidden_adds_keeps_their_release_and_is_heard_before_the_end(
    town: Town,
) -> None:
    care = "childrens-social-care"
    await asks(town, "leila", how="anonymous", release="soon", wanted="1", agency=care)
    await town.passes(timedelta(minutes=30))
    [one] = asked(town)
    await answers(town, one, "unsure", "Who saw her last?")
    await town.passes(timedelta(minutes=30))
    await (await (await hers(town)).presses("Add something")).fills(text=MORE)
    before = len(town.cards(one))
    form = await (await hers(town)).presses("Record what was decided")
    await form.fills(text="Open.", why="So.")
    await town.core.ticks.drain()
    assert len(town.cards(one)) == before
    await town.passes(timedelta(hours=1))
    told = "".join(sent.text for sent in town.cards(one)[before:])
    assert "has added something" in told
    assert "what was decided" in told
    (await town.presses_card(one, "Open")).sees(MORE, "Open.")
    assert await town.column("thread", "state") == ["closed"]


async def hers(town: Town) -> Page:
    """The page of what leila asked without her name."""
    return await (await town.does("leila", "mine.quiet")).presses("Open")


@pytest.mark.parametrize("verb", ["settled", "unsettled", "withdraw", "name.yes", "name.no"])
async def test_adding_is_all_that_it_has_of_a_concerns_conversation(town: Town, verb: str) -> None:
    await asks(town, "leila")
    [thread] = map(str, await town.column("thread", "id"))
    (await town.does("leila", f"mine.{verb}", thread)).refused("")


async def test_whoever_is_asked_agrees_or_not_with_what_is_proposed(town: Town) -> None:
    page = await asks(town, "leila", proposal="")
    page.refused("what you propose", "proposal")
    await asks(town, "leila", wanted="1")
    [who] = asked(town)
    page = await town.presses_card(who, "Open")
    page.sees("The decision stays with Leila Haddad", QUESTION["proposal"])
    form = await page.presses("Give my opinion")
    form.sees("Do you agree with what is proposed?", QUESTION["proposal"], "I can’t say")


async def test_of_somebody_hidden_it_is_said_only_that_the_decision_stays_theirs(
    town: Town,
) -> None:
    await asks(town, "leila", how="anonymous", wanted="1")
    [who] = asked(town)
    page = await town.presses_card(who, "Open")
    page.sees("The decision stays with whoever asks").sees_not("Leila")
