"""A walk through everything that can be done in a pause, and in a look back."""

from datetime import timedelta

from handlers.contract.people import Place
from tests.core.anytown import Page, Town

MINUTE = timedelta(minutes=1)
HERE = Place("web:meeting", '{"slug": "meeting"}')
THERE = Place("web:annexe", '{"slug": "annexe"}')
PEOPLE = ("priya", "tom", "helen", "kofi", "grace", "daniel", "amina")
PAUSE = {"kind": "voices", "what": "We want to end the visits.", "by": "alone", "minutes": "2"}


def _pause(town: Town) -> str:
    return town.client.to("meeting")[-1].card.buttons[0].subject


async def _begins(town: Town, **more: str) -> Page:
    page = await (await town.does("leila", "pause")).fills({**PAUSE, **more})
    await town.core.ticks.drain()
    return page


async def _chair(town: Town) -> Page:
    return await town.does("leila", "pause.chair", _pause(town))


async def _answer(town: Town, *given: str) -> None:
    for who, answer in zip(PEOPLE, given, strict=False):
        form = await town.does(who, "pause.answer", _pause(town))
        await form.fills(answer=answer, line=f"I am {answer}.")


async def _decides(town: Town, decision: str) -> None:
    form = await (await _chair(town)).presses("Record the decision")
    await form.fills(decision=decision, why="We have thought about it.")
    await town.core.ticks.drain()


async def tour_pauses(town: Town) -> None:
    """Two rounds with codes and a second room; few answers; by name; a premortem; a look back."""
    town.place = HERE
    await _asked_for(town)
    await _two_rounds(town)
    await _few(town)
    await _by_name(town)
    await _premortem(town)
    await _look_back(town)
    town.place = None


async def _asked_for(town: Town) -> None:
    await town.does("kofi", "pause.ask")
    for how in ("named", "anonymous"):
        form = await town.does("kofi", "pause.ask")
        await form.fills(agency="school", owner="Leila", how=how)
        await town.core.ticks.drain()
    await town.presses_card("leila", "Who asks")


async def _two_rounds(town: Town) -> None:
    page = await _begins(town, codes="5")
    word = next(line for line in page.text.split() if len(line) == 9 and line[4] == "-")
    form = await (await _chair(town)).presses("Codes for those without Slack or Teams")
    await form.fills(codes="10")
    await town.core.ticks.drain()
    await town.does("leila", "pause.codes", _pause(town))
    town.place = THERE
    await (await town.does("mei", "pause.join")).fills(word=word)
    town.place = HERE
    await town.does("kofi", "pause.time", _pause(town))
    await town.core.ticks.drain()
    await (await _chair(town)).presses("One more minute")
    await (await (await _chair(town)).presses("Add a note")).fills(text="I know the family.")
    await (await _chair(town)).presses("Send the card again")
    await town.core.ticks.drain()
    await _answer(town, *("comfortable",) * 6, "stop")
    await town.does("kofi", "pause.refresh", _pause(town))
    await town.passes(3 * MINUTE)
    await town.does("kofi", "pause.open", _pause(town))
    await (await _chair(town)).presses("Second round")
    await town.core.ticks.drain()
    await _answer(town, *("comfortable",) * 7)
    await (await _chair(town)).presses("End the round and show it")
    await town.core.ticks.drain()
    await (await _chair(town)).presses("Ask people from outside")
    await _decides(town, "stop")
    await (await _chair(town)).presses("An action: make it a referral")


async def _few(town: Town) -> None:
    for given in (("comfortable", "comfortable", "concerned"), ("comfortable", "stop", "stop"), ()):
        await _begins(town)
        await _answer(town, *given)
        await town.passes(2 * MINUTE)
        await town.does("kofi", "pause.open", _pause(town))
        await _decides(town, "go")
    await _begins(town)
    await _answer(town, *("comfortable",) * 6)
    await town.passes(2 * MINUTE)
    await town.does("leila", "pause.again", _pause(town))
    await _answer(town, *("comfortable",) * 5)
    await town.passes(2 * MINUTE)
    await town.does("kofi", "pause.open", _pause(town))
    await _decides(town, "change")


async def _by_name(town: Town) -> None:
    await _begins(town, by="named", many="3")
    await _answer(town, "comfortable", "concerned", "stop")
    await town.core.ticks.drain()
    await town.does("kofi", "pause.open", _pause(town))
    await _decides(town, "change")


async def _premortem(town: Town) -> None:
    await _begins(town, kind="premortem", minutes="5")
    await town.does("kofi", "pause.open", _pause(town))
    for who in PEOPLE:
        form = await town.does(who, "pause.answer", _pause(town))
        await form.fills(line=f"Nobody asked {who}.")
    await town.passes(5 * MINUTE)
    form = await (await _chair(town)).presses("Sort the reasons")
    await form.fills({"group-1": "People", "group-2": "People"})
    await town.does("kofi", "pause.open", _pause(town))
    await _decides(town, "change")
    await _begins(town, kind="premortem", minutes="1")
    await town.passes(MINUTE)
    await _decides(town, "go")


async def _look_back(town: Town) -> None:
    form = await (await _chair(town)).presses("Offer a look back")
    await form.fills(what="The meeting.", by="alone", minutes="5")
    await town.core.ticks.drain()
    for who in PEOPLE:
        form = await town.does(who, "pause.answer", _pause(town))
        await form.fills(well="We paused.", hard="The noise.", change="", next="A list.")
    await _chair(town)
    await town.passes(5 * MINUTE)
    await town.does("kofi", "pause.open", _pause(town))
    await (await (await _chair(town)).presses("End the look back")).fills(why="Thank you.")
    await town.core.ticks.drain()
    await (await town.does("leila", "debrief")).fills(what="A day.", by="alone", minutes="5")
    await town.passes(5 * MINUTE)
    await town.does("kofi", "pause.open", _pause(town))
    await town.does("leila", "mine")
    await town.mine("leila")
