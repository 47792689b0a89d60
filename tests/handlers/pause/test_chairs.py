"""Where the partnership names a chair, what it asks, and a look back afterwards."""

from datetime import timedelta
from pathlib import Path

from bot.core.delivery.absences import Absences
from handlers.contract.commands import Absence
from storage.partnership import PersonId
from storage.partnership.model import Meeting
from storage.partnership.settings import PauseSettings
from tests.conftest import Stores
from tests.core.anytown import Town, anytown, example
from tests.handlers.pause.acts import ROOM, ROUND, TEN, answers, card, looks, pause_in, pauses

FIVE = timedelta(minutes=5)


async def test_only_the_named_chair_starts_and_everybody_else_asks(
    stores: Stores, tmp_path: Path
) -> None:
    meeting = Meeting(place=ROOM.id, chairs=(PersonId("web:mei-chen"),))
    named = example().model_copy(update={"meetings": (meeting,)})
    async with anytown(stores, tmp_path, partnership=named) as town:
        town.place = ROOM
        asked = await (await town.does("kofi", "pause")).fills(how="anonymous")
        asked.sees("The chair has been asked")
        await town.core.ticks.drain()
        assert "Someone in the meeting asks" in town.cards("mei")[-1].text
        town.place = None
        form = await town.presses_card("mei", "Start a pause")
        await form.fills(kind="voices", what="The visits.", by="alone", minutes="2")
        await town.core.ticks.drain()
        assert "The meeting pauses" in card(town).text


async def test_whoever_chairs_after_they_answered_is_not_counted_among_the_others(
    stores: Stores, tmp_path: Path
) -> None:
    meeting = Meeting(
        place=ROOM.id, chairs=(PersonId("web:leila-haddad"), PersonId("web:mei-chen"))
    )
    named = example().model_copy(update={"meetings": (meeting,)})
    async with anytown(stores, tmp_path, partnership=named) as town:
        await pauses(town)
        pause = pause_in(town)
        for who in ("mei", *TEN[:4]):
            await answers(town, who, "stop" if who == "mei" else "comfortable")
        leila = Absence(town.actor("leila").person, gone=True)
        await Absences(town.core.transactions).move_on(pause, leila)
        await town.passes(ROUND)
        page = await town.does("mei", "pause.chair", pause)
        page.sees("At least one person asks to stop", "Views are similar")


async def test_a_partnership_puts_its_own_questions(stores: Stores, tmp_path: Path) -> None:
    own = PauseSettings(
        questions=({"en": "Who has seen the child?", "cy": "Pwy welodd y plentyn?"},)
    )
    asking = example().model_copy(update={"pauses": own})
    async with anytown(stores, tmp_path, partnership=asking) as town:
        await pauses(town)
        assert "Who has seen the child?" in card(town).text


async def test_our_own_questions_come_three_at_a_time(town: Town) -> None:
    await pauses(town)
    text = card(town).text
    assert sum(line.endswith("?") for line in text.splitlines()) == 3


async def _decided(town: Town) -> None:
    await pauses(town)
    await town.passes(ROUND)
    form = await town.does("leila", "pause.decide", pause_in(town))
    await form.fills(decision="go")
    await town.core.ticks.drain()


async def test_a_look_back_is_offered_once_and_shown_together(town: Town) -> None:
    await _decided(town)
    over = pause_in(town)
    chair = await town.does("leila", "pause.chair", over)
    form = await chair.presses("Offer a look back")
    form.sees("never for investigating anyone", "STOP5")
    (await town.does("leila", "debrief.offer", over)).refused("offered already")
    await form.fills(what="The meeting of today.", by="alone", minutes="5")
    await town.core.ticks.drain()
    assert "A look back" in card(town).text
    for who in TEN[:5]:
        form = await town.does(who, "pause.answer", pause_in(town))
        await form.fills(well="", hard=f"{who} was cold", change="", next="A list")
    empty = await town.does(TEN[5], "pause.answer", pause_in(town))
    (await empty.fills(well="", hard="")).refused("Please", "well")
    (await looks(town)).sees_not("was cold")
    await town.passes(FIVE)
    page = (await looks(town)).sees("What was hard?", "kofi was cold", "What next?", "A list")
    page.sees_not("What went well?")
    form = await (await town.does("leila", "pause.chair", pause_in(town))).presses(
        "End the look back"
    )
    await form.fills(why="")
    await town.core.ticks.drain()
    assert "It is over. Thank you." in card(town).text
    ended = await town.does("leila", "pause.chair", pause_in(town))
    assert "Offer a look back" not in ended.pressable


async def test_of_four_who_look_back_nothing_is_shown_or_kept(town: Town) -> None:
    town.place = ROOM
    form = await town.does("leila", "debrief")
    await form.fills(what="A hard day.", by="alone", minutes="5")
    await town.core.ticks.drain()
    for who in TEN[:4]:
        answer = await town.does(who, "pause.answer", pause_in(town))
        await answer.fills(well="", hard=f"{who} was cold", change="", next="")
    await town.passes(FIVE)
    (await looks(town)).sees("Too few people answered").sees_not("was cold")


async def test_somebody_who_chairs_no_more_still_finds_the_pause_among_theirs(town: Town) -> None:
    await _decided(town)
    (await town.mine("leila")).sees("the decision: go on")


async def test_a_pause_that_goes_on_is_open_and_nobody_is_called_unreached(town: Town) -> None:
    await pauses(town)
    town.place = None
    page = (await town.does("leila", "mine")).sees("Pause that you chair", "Still open")
    page.sees_not("still trying to reach")


async def test_a_chair_who_is_late_is_told_that_it_is_over_and_not_that_they_do_not_chair(
    town: Town,
) -> None:
    await _decided(town)
    over = pause_in(town)
    for verb in ("pause.codes", "pause.card"):
        (await town.does("leila", verb, over)).refused("This pause is over")
        (await town.does("priya", verb, over)).refused("Only the chair can do that")
    (await town.does("priya", "pause.decide", over)).refused("Only the chair can do that")
