"""A concern raised in confidence: only the lead who has it learns the name."""

from tests.core.anytown import Town
from tests.handlers.challenge.acts import challenges

NAME = "Leila Haddad"


async def test_only_the_lead_who_picks_it_up_learns_the_name(town: Town) -> None:
    await town.raises("leila", how="confidence")
    for lead in ("grace", "daniel"):
        opened = await town.opens(lead)
        opened.sees("Only the lead who picks this up").sees_not(NAME, "Anytown Community School")
    picked = await town.presses_card("daniel", "I’ll pick this up")
    picked.sees(NAME, "Anytown Community School", "Daniel Reid can now see who raised this")
    (await town.opens("daniel")).sees(NAME)
    (await town.reads("grace")).sees_not(NAME, "shown only to you")


async def test_the_raiser_is_told_and_it_is_on_record(town: Town) -> None:
    await town.raises("leila", how="confidence")
    await town.presses_card("daniel", "I’ll pick this up")
    assert town.cards("leila")[-1].text == "There is something new for you\nSee what is new"
    (await town.mine("leila")).sees("Daniel Reid can now see your name")
    assert "name shown to the lead" in await town.column("audit", "what")


async def test_whoever_it_is_about_is_not_asked_to_open_the_name(town: Town) -> None:
    await town.raises("leila", how="confidence", left_out=["web:ruth-ellison"])
    glass = await (await town.opens("grace")).presses("Ask for the name")
    (await glass.fills(text="We need it.", tell="no")).refused("no second person who could agree")
    await town.core.ticks.drain()
    assert town.cards("ruth") == []
    [subject] = await town.column("thread", "id")
    (await town.does("ruth", "glass", str(subject))).refused("There is no name to open here")


async def test_no_row_of_the_main_database_knows_the_name(town: Town) -> None:
    await town.raises("leila", how="confidence")
    page = await town.presses_card("daniel", "I’ll pick this up")
    await (await page.presses("Reply")).fills(text="Thank you.")
    stored = await town.dump()
    stored.pop("member")
    assert NAME not in str(stored)
    assert "leila" not in str(stored)
    assert not any("leila" in str(ref) for ref in stored["card_sent"])


async def test_it_stands_behind_the_constant_button_only(town: Town) -> None:
    before = await town.does("leila", "mine")
    await town.raises("leila", how="confidence")
    home = await town.does("leila", "mine")
    assert home.reply == before.reply
    quiet = await home.presses("Raised without showing my name")
    (await quiet.presses("Open")).sees("The meeting ended")
    unassigned = await town.does("anne", "mine.quiet")
    unassigned.sees("There is nothing here")


async def test_the_way_back_is_destroyed_when_it_is_settled(town: Town) -> None:
    await town.raises("leila", how="confidence")
    page = await town.presses_card("daniel", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="explained", text="Here is why.")
    mine = (await town.mine("leila")).sees("Here is why.")
    (await mine.presses("Yes, it is settled")).sees("It is closed")
    await town.core.ticks.drain()
    assert await town.core.keyring.refs() == set()
    assert "says that it is settled" in town.cards("daniel")[-1].text
    (await town.does("leila", "mine.quiet")).sees("There is nothing here")
    assert await town.core.outbox.dead() == await town.core.outbox.waiting() == 0


async def test_in_danger_no_row_of_the_main_database_knows_their_agency(town: Town) -> None:
    await town.raises("kofi", how="confidence", danger="yes")
    await challenges(town, "kofi", how="confidence", danger="yes")
    # The urgent route of the police, which is Kofi's agency and no other's.
    assert "01632 960101" not in str(await town.dump())
