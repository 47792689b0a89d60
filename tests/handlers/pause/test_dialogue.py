"""A meeting pauses: what each person in the room sees, and what nobody does."""

from datetime import timedelta

import pytest

from prompts.words import speak
from tests.core.anytown import Town
from tests.handlers.pause.acts import (
    CALM,
    ELSEWHERE,
    ROOM,
    ROUND,
    TEN,
    all_answer,
    answers,
    bars,
    card,
    looks,
    pause_in,
    pauses,
)


async def test_a_pause_from_its_card_to_the_decision(town: Town) -> None:
    page = await pauses(town)
    page.sees("We want to end the weekly visits.", "Silent until 11:02:00")
    assert "The meeting pauses" in card(town).text
    assert "weekly visits" not in card(town).text  # no case detail in a channel
    await all_answer(town, *CALM)
    await town.passes(ROUND)
    shown = await looks(town)
    assert [count for count, _ in bars(shown)] == [6, 4, 0, 0]
    shown.sees("We want to end the weekly visits.", "kofi says comfortable", "6 of 10")
    assert "This is how you answered" in card(town).text
    assert "says" not in card(town).text
    chair = await town.does("leila", "pause.chair", pause_in(town))
    form = await chair.presses("Record the decision")
    await form.fills(decision="change", why="We go on every second week.")
    await town.core.ticks.drain()
    assert "the decision: change it" in card(town).text
    (await looks(town)).sees("We go on every second week.")


async def test_a_second_round_shows_how_views_moved(town: Town) -> None:
    await pauses(town)
    await all_answer(town, *CALM)
    await town.passes(ROUND)
    await (await town.does("leila", "pause.chair", pause_in(town))).presses("Second round")
    await town.core.ticks.drain()
    first, second = town.client.to("meeting")
    assert "This is how you answered" in first.text
    assert "A second round" in second.text
    await all_answer(town, *("concerned",) * 7, *("uncomfortable",) * 3)
    await town.passes(ROUND)
    shown = await looks(town)
    assert bars(shown) == [(0, 6), (7, 4), (3, 0), (0, 0)]
    shown.sees("before: 6")
    third = await town.does("leila", "pause.again", pause_in(town))
    third.refused("two rounds")


async def test_the_last_answer_of_somebody_counts_and_only_that(town: Town) -> None:
    await pauses(town)
    await all_answer(town, *("comfortable",) * 5)
    await answers(town, TEN[0], "uncomfortable", "I have thought again")
    await town.passes(ROUND)
    page = (await looks(town)).sees("I have thought again").sees_not("priya says")
    assert [count for count, _ in bars(page)] == [4, 0, 1, 0]


async def test_until_the_end_everybody_sees_the_same_whether_or_not_they_answered(
    town: Town,
) -> None:
    await pauses(town)
    before = (await looks(town)).text
    stood = card(town).changed
    await all_answer(town, *CALM)
    assert (await looks(town)).text == before
    assert (await looks(town, TEN[0])).text == before
    form = await town.does(TEN[0], "pause.answer", pause_in(town))
    assert "says" not in form.text
    assert card(town).changed == stood
    page = await town.does("leila", "pause.chair", pause_in(town))
    page.sees("Fewer than five people have answered so far").sees_not("At least")


async def test_after_the_end_nothing_is_taken(town: Town) -> None:
    await pauses(town)
    form = await town.does("kofi", "pause.answer", pause_in(town))
    await town.passes(ROUND)
    late = await form.fills(answer="stop")
    late.refused("This round is over")
    (await looks(town)).sees_not("asks to stop")


async def test_somebody_asks_for_more_time_and_the_chair_gives_it(town: Town) -> None:
    await pauses(town)
    for who in ("kofi", "amina"):
        (await town.does(who, "pause.time", pause_in(town))).sees("has been asked")
    await town.core.ticks.drain()
    asked = [sent for sent in town.cards("leila") if "needs a little more time" in sent.text]
    assert len(asked) == 1
    assert "Kofi" not in asked[0].text
    await town.presses_card("leila", "One more minute")
    assert "Silent until 11:03:00" in card(town).text
    await town.passes(ROUND)
    assert "Silent until 11:03:00" in card(town).text
    await town.passes(timedelta(minutes=1))
    assert "too few answers" in card(town).text


async def test_a_card_that_did_not_come_is_sent_again(town: Town) -> None:
    town.client.gone.add("meeting")  # Upstander isn't in the channel yet
    page = await pauses(town)
    assert town.client.to("meeting") == []
    town.client.gone.clear()
    (await page.presses("Send the card again")).sees("on its way")
    await town.core.ticks.drain()
    await answers(town, "kofi", "stop")
    await town.passes(ROUND)
    assert "asks to stop" in card(town).text


async def test_only_the_chair_chairs(town: Town) -> None:
    await pauses(town)
    verbs = ("chair", "longer", "show", "codes", "again", "decide")
    for verb in (f"pause.{each}" for each in verbs):
        (await town.does("kofi", verb, pause_in(town))).refused("Only the chair")
    (await town.does("guest", "pause.open", pause_in(town))).refused("agency")


async def test_a_round_by_name_is_shown_at_once_when_all_have_answered(town: Town) -> None:
    await pauses(town, by="named", many="3")
    await answers(town, "kofi", "concerned", "Who saw her last?")
    await answers(town, "amina", "stop")
    (await looks(town)).sees("This round is by name").sees_not("Who saw her last?")
    await answers(town, "mei", "comfortable")
    await town.core.ticks.drain()
    page = await looks(town)
    page.sees("Kofi Mensah: I am concerned", "Who saw her last?", "Amina Yusuf: Stop")


async def test_half_are_elsewhere_and_there_is_one_result(town: Town) -> None:
    page = await pauses(town)
    word = next(line for line in page.text.split() if len(line) == 9 and line[4] == "-")
    town.place = ELSEWHERE
    (await (await town.does("mei", "pause.join")).fills(word="0000-0000")).refused(
        "No pause has that join code", "word"
    )
    await (await town.does("mei", "pause.join")).fills(word=word.lower().replace("-", " "))
    await town.core.ticks.drain()
    assert pause_in(town, "annexe") == pause_in(town)
    await all_answer(town, *CALM)
    await town.passes(ROUND)
    assert card(town, "annexe").card == card(town).card
    assert "This is how you answered" in card(town, "annexe").text


@pytest.mark.parametrize("how", ["named", "anonymous"])
async def test_somebody_asks_the_chair_for_a_pause_in_private(town: Town, how: str) -> None:
    town.place = ROOM
    form = await (await town.does("kofi", "pause")).presses("I am not the chair: ask for a pause")
    form.sees("may give you away")
    done = await form.fills(agency="school", owner="Leila", how=how)
    done.sees("The chair has been asked")
    await town.core.ticks.drain()
    asked = town.cards("leila")[-1]
    assert "Kofi" not in asked.text
    assert ("Who asks" in asked.text) == (how == "named")
    if how == "named":
        (await town.presses_card("leila", "Who asks")).sees("Kofi Mensah asks for a pause")
        [who] = [b.subject for b in asked.card.buttons if b.verb == "pause.who"]
        (await town.does("amina", "pause.who", who)).refused("")
        # It is in no list of his, but he may know its id and make up the press.
        (await town.does("kofi", "mine.open", who)).sees("Kofi Mensah asks for a pause")
    town.place = None  # the chair presses it in their own conversation
    page = await (await town.presses_card("leila", "Start a pause")).fills(
        kind="voices", what="The visits.", by="alone", minutes="2"
    )
    page.sees("The visits.")
    await town.core.ticks.drain()
    assert "The meeting pauses" in card(town).text


async def test_a_premortem_is_written_alone_and_put_together_by_people(town: Town) -> None:
    await pauses(town, kind="premortem", minutes="5")
    reasons = ("Nobody visited", "We did not ask her", "No visits", "Money", "He lied")
    for who, reason in zip(TEN, reasons, strict=False):
        form = await town.does(who, "pause.answer", pause_in(town))
        await form.fills(line=reason)
    await town.passes(timedelta(minutes=5))
    (await looks(town)).sees("Why it failed", *reasons)
    chair = await town.does("leila", "pause.chair", pause_in(town))
    form = await chair.presses("Sort the reasons")
    labels = {f.name: speak(f.label, "en") for f in form.form.fields}
    names = {name: "Visits" if "isit" in reason else "" for name, reason in labels.items()}
    page = await form.fills(names)
    page.sees("Visits", "Not grouped")


async def test_a_pause_can_not_begin_twice_in_one_room(town: Town) -> None:
    await pauses(town)
    (await town.does("mei", "pause")).refused("There is a pause here already")


async def test_a_round_survives_a_restart_and_a_pause_left_open_closes(town: Town) -> None:
    await pauses(town)
    await all_answer(town, *CALM)
    await town.core.ticks.sweep()  # as at every start
    await town.passes(ROUND)
    assert [count for count, _ in bars(await looks(town))] == [6, 4, 0, 0]
    await town.passes(timedelta(days=8))
    assert "ring" in await town.dump()
    assert (await town.dump())["ring"] == []


async def test_the_answers_are_burnt_once_they_are_counted(town: Town) -> None:
    await pauses(town)
    await all_answer(town, *CALM)
    held = (await town.dump())["ring"]
    assert len(held) == len(CALM) + 3  # the pause's own key, the round's gate, the chair's count
    await town.passes(ROUND)
    assert len((await town.dump())["ring"]) == 1
