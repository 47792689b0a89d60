"""Somebody is thanked: by name, or through the thread by whoever answers what they raised."""

from datetime import timedelta

import pytest

from tests.core.anytown import Page, Town
from tests.handlers.challenge.acts import challenges

KOFI = "web:kofi-mensah"


async def _thanks(town: Town, **more: str) -> Page:
    form = await town.does("leila", "thanks")
    asked = {"why": "spoke", "owner": "Kofi Mensah", **more}
    page = await form.fills(asked)
    await town.core.ticks.drain()
    return page


@pytest.mark.parametrize(
    ("why", "words"),
    [("spoke", "You spoke up"), ("minded", "You were challenged, and you changed your mind.")],
)
async def test_by_name_who_thanks_is_read_only_by_who_is_thanked(
    town: Town, why: str, words: str
) -> None:
    (await _thanks(town, why=why)).sees("on their way to Kofi Mensah, Anytown Police")
    [sent] = town.cards("kofi")
    assert "Someone thanks you" in sent.text
    assert "Leila" not in sent.text
    (await town.presses_card("kofi", "Open")).sees("Leila Haddad thanks you.", words)
    [thread] = await town.column("thread", "id")
    (await town.does("tom", "thanks.open", str(thread))).refused("")
    assert "thanks" not in (await town.does("kofi", "mine")).text.casefold()


async def test_whoever_may_not_be_meant_is_asked_for_again(town: Town) -> None:
    (await _thanks(town, owner="Nobody Known")).refused("do not know anyone", "owner")
    (await _thanks(town, owner="Leila Haddad")).refused("Only you", "owner")
    (await _thanks(town, why="rich")).refused("choose what for", "why")
    assert await town.column("thread", "id") == []
    which = (await _thanks(town, owner="Kofi")).sees("Kofi Mensah, Anytown Police")
    (await which.fills(why="spoke", owner="Kofi", owner_id=KOFI)).sees("on their way")


async def test_one_person_thanks_another_once_a_day(town: Town) -> None:
    await _thanks(town)
    before = await town.dump()
    (await _thanks(town, why="minded")).refused("Once a day is enough", "owner")
    after = await town.dump()
    assert {name for name in after if after[name] != before[name]} <= {"submission"}
    assert len(town.cards("kofi")) == 1
    (await _thanks(town, owner="Grace Okafor")).sees("on their way")
    town.clock.set(town.clock.now() + timedelta(days=1))
    (await _thanks(town)).sees("on their way")


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_a_lead_thanks_whoever_raised_it_once(town: Town, how: str) -> None:
    await town.raises("leila", how=how, release="now")
    page = await town.presses_card("grace", "I’ll pick this up")
    (await page.presses("Say thank you")).sees("on their way")
    (await page.presses("Say thank you")).sees("nothing more is sent")
    (await town.mine("leila")).sees("Thank you for speaking up. It helped that you said it.")
    (await town.does("grace", "thread.open", page.form.buttons[0].subject)).sees(
        "Grace Okafor", "Thanks for speaking up"
    )


@pytest.mark.parametrize(("thank", "count"), [("yes", 1), ("", 0)])
async def test_thanks_go_along_with_the_final_answer_if_that_is_ticked(
    town: Town, thank: str, count: int
) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    form = await page.presses("Give the final answer")
    await form.fills(outcome="acted", text="We changed it.", thank=thank)
    assert (await town.mine("leila")).text.count("Thank you for speaking up.") == count
    again = await town.does("grace", "thread.open", page.form.buttons[0].subject)
    assert ("Say thank you" in again.pressable) is (count == 0)
    asked = (await again.presses("Give the final answer")).form
    assert ("thank" in {field.name for field in asked.fields}) is (count == 0)


async def test_whoever_made_the_decision_thanks_for_being_challenged(town: Town) -> None:
    await challenges(town, "leila", how="anonymous")
    await town.core.ticks.drain()
    page = await town.opens("amina")
    form = await page.presses("Answer")
    await form.fills(verdict="change", text="You are right.", thank="yes")
    assert "Say thank you" not in (await town.opens("amina")).pressable
    (await page.presses("Say thank you")).sees("nothing more is sent")
    (await town.mine("leila")).sees("You are right.", "Thank you for speaking up.")


@pytest.mark.parametrize("how", ["named", "anonymous"])
async def test_whoever_challenged_thanks_those_who_changed_their_mind_once(
    town: Town, how: str
) -> None:
    await challenges(town, "leila", how=how)
    await town.core.ticks.drain()
    form = await (await town.opens("amina")).presses("Answer")
    await form.fills(verdict="change", text="You are right.")
    page = await (await town.mine("leila")).presses("Thank them")
    page.sees("It goes out the way everything goes")
    assert "Thank them" not in page.pressable
    (await town.does("leila", "mine.thanks", page.form.buttons[0].subject)).sees("Once is enough")
    hidden = how == "anonymous"
    await town.passes(timedelta(days=1))
    (await town.opens("amina")).sees("Thank you for listening").sees_not("Leila" if hidden else "~")
    (await town.mine("leila")).sees("You thanked those who answered", "You are right.")


async def test_a_concern_stays_answered_when_its_lead_is_thanked(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    form = await page.presses("Give the final answer")
    await form.fills(outcome="acted", text="We changed it.")
    await (await town.mine("leila")).presses("Thank them")
    (await town.mine("leila")).sees("We changed it.")
    assert "Yes, it is settled" in (await town.mine("leila")).pressable
