"""A concern that belongs with another agency: it goes there, and a name only if they agree."""

from datetime import timedelta

import pytest

from tests.core.anytown import Page, Town
from tests.handlers.shared.test_recipients import OUT, READ, choose

NAME = "Leila Haddad"


async def _passed(town: Town, how: str) -> None:
    await town.raises("leila", how=how, release="now")
    page = await town.presses_card("grace", "I’ll pick this up")
    asked = await page.presses("Pass it on")
    await asked.fills(agency="police", text="It happened on the street.")
    await town.core.ticks.drain()


async def test_its_new_leads_hear_it_and_the_old_cards_say_so(town: Town) -> None:
    await _passed(town, "named")
    for who in ("priya", "tom"):
        assert "A concern for Anytown Police" in town.cards(who)[-1].text
    for who in ("grace", "daniel"):
        assert "passed on to Anytown Police" in town.cards(who)[-1].text
    (await town.mine("leila")).sees("This is with Anytown Police", "It happened on the street.")


async def test_a_name_given_by_name_waits_for_a_yes(town: Town) -> None:
    await _passed(town, "named")
    (await town.opens("priya")).sees("The name has not been passed on").sees_not(NAME)
    mine = (await town.mine("leila")).sees("Your name stays behind", "May your name go along?")
    (await mine.presses("Keep my name back")).sees("Your name has not gone along")
    (await town.opens("priya")).sees_not(NAME)
    await (await town.mine("leila")).presses("My name may go along")
    (await town.opens("priya")).sees(NAME, "Anytown Community School")


async def test_in_confidence_the_new_lead_learns_the_name_only_after_a_yes(town: Town) -> None:
    await _passed(town, "confidence")
    (await town.presses_card("priya", "I’ll pick this up")).sees_not(NAME)
    mine = await (await town.mine("leila")).presses("My name may go along")
    mine.sees("Priya Nair can now see your name")
    (await town.opens("priya")).sees(NAME)
    (await town.reads("tom")).sees_not(NAME)
    assert (await town.column("audit", "what")).count("name shown to the lead") == 2


async def test_a_yes_before_anyone_has_it_is_for_whoever_picks_it_up(town: Town) -> None:
    await _passed(town, "confidence")
    await (await town.mine("leila")).presses("My name may go along")
    (await town.opens("tom")).sees_not(NAME)
    (await town.presses_card("tom", "I’ll pick this up")).sees(NAME)


async def test_anonymously_there_is_no_name_to_ask_for(town: Town) -> None:
    await _passed(town, "anonymous")
    mine = await town.mine("leila")
    assert "My name may go along" not in mine.pressable
    (await town.presses_card("priya", "I’ll pick this up")).sees("Someone who stays anonymous")


async def test_the_lead_who_has_it_can_pass_it_on_and_no_other(town: Town) -> None:
    await town.raises("leila")
    await town.presses_card("grace", "I’ll pick this up")
    [subject] = await town.column("thread", "id")
    (await town.does("daniel", "thread.pass", str(subject))).refused("already picked this up")


async def test_it_is_not_passed_to_where_nobody_would_hear_it(town: Town) -> None:
    everyone = ["web:priya-nair", "web:tom-barker", "web:helen-ward"]
    await town.raises("leila", left_out=everyone)
    asked = await town.presses_card("grace", "Pass it on")
    refused = await asked.fills(agency="police", text="It happened on the street.")
    refused.refused("nobody there would hear it", "agency")


async def _passing_what_names_priya(town: Town, how: str) -> Page:
    await town.raises("leila", how=how, release="now", what="Nair’s report left half of it out.")
    page = await (await town.presses_card("grace", "I’ll pick this up")).presses("Pass it on")
    before = await town.dump()
    asked = await page.fills(agency="police", text="It is yours.")
    asked.sees("Is it about Priya Nair?", "Nothing has gone out yet")
    assert await town.dump() == before
    return asked


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_whoever_would_hear_it_there_and_is_named_is_left_out(town: Town, how: str) -> None:
    asked = await _passing_what_names_priya(town, how)
    sent = await asked.fills(agency="police", text="It is yours.", **choose(asked, OUT))
    sent.sees("Their leads are being asked now")
    await town.passes(timedelta(days=4))
    assert town.cards("priya") == []
    assert "A concern for Anytown Police" in town.cards("tom")[0].text
    [subject] = await town.column("thread", "id")
    (await town.does("priya", "thread.open", str(subject))).refused("not open to you")


async def test_whoever_is_named_there_may_read_it_if_it_is_not_about_them(town: Town) -> None:
    asked = await _passing_what_names_priya(town, "named")
    await asked.fills(agency="police", text="It is yours.", **choose(asked, READ))
    await town.core.ticks.drain()
    assert "A concern for Anytown Police" in town.cards("priya")[-1].text


async def test_whoever_is_left_out_stays_so_when_it_is_passed_on_again(town: Town) -> None:
    asked = await _passing_what_names_priya(town, "named")
    await asked.fills(agency="police", text="It is yours.", **choose(asked, OUT))
    await town.core.ticks.drain()
    for who, agency in (("tom", "childrens-social-care"), ("grace", "police")):
        page = await town.presses_card(who, "Pass it on")
        (await page.fills(agency=agency, text="No, yours.")).sees("Their leads are being asked now")
        await town.core.ticks.drain()
    assert town.cards("priya") == []


async def test_why_it_is_passed_on_may_name_somebody_there_too(town: Town) -> None:
    await town.raises("leila")
    page = await (await town.presses_card("grace", "I’ll pick this up")).presses("Pass it on")
    why = {"agency": "police", "text": "Priya Nair was there, I think."}
    asked = (await page.fills(why)).sees("Is it about Priya Nair?")
    await asked.fills({**why, **choose(asked, OUT)})
    await town.core.ticks.drain()
    assert town.cards("priya") == []
    assert town.cards("tom")
