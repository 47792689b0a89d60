"""A concern by name can be withdrawn until somebody picks it up; a hidden one never shows when."""

import pytest

from tests.core.anytown import Town

BUTTON = "Withdraw it"


async def test_by_name_it_is_withdrawn_and_every_lead_hears_of_it(town: Town) -> None:
    sent = await town.raises("leila", how="named")
    sent.sees("Until someone picks it up, you can withdraw it")
    asked = await (await town.mine("leila")).presses(BUTTON)
    (await asked.fills()).sees("You have withdrawn this")
    await town.core.ticks.drain()
    for lead in ("grace", "daniel"):
        assert "has withdrawn it" in town.cards(lead)[-1].text
    (await town.does("leila", "mine")).sees_not(BUTTON)


async def test_once_somebody_picked_it_up_it_is_theirs(town: Town) -> None:
    await town.raises("leila", how="named")
    asked = await (await town.mine("leila")).presses(BUTTON)
    await town.presses_card("grace", "I’ll pick this up")
    (await asked.fills()).refused("There is no final answer yet")
    assert BUTTON not in (await town.mine("leila")).pressable


@pytest.mark.parametrize("how", ["anonymous", "confidence"])
async def test_of_somebody_hidden_it_would_show_when_they_looked(town: Town, how: str) -> None:
    sent = await town.raises("leila", how=how, release="now")
    sent.sees_not("you can withdraw it")
    assert BUTTON not in (await town.mine("leila")).pressable
