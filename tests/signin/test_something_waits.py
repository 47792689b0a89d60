"""A lead in the browser: an e-mail says that something waits, and it is there once they sign in."""

from datetime import timedelta

from tests.signin.browsing import ORIGIN, Browser
from tests.signin.town import GRACE, KOFI, SignInTown


async def _raises(kofi: Browser, danger: str = "no") -> None:
    await kofi.goes("/me/do/concern")
    await kofi.presses(
        "Send", danger=danger, about="decision", topic="threshold", agency="childrens-social-care",
        what="The meeting ended before the health visitor spoke.", how="named", release="now",
        anyway="yes",
    )  # fmt: skip
    kofi.sees("sent")


async def test_a_lead_is_told_signs_in_and_turns_it_off_but_in_danger(town: SignInTown) -> None:
    kofi = await town.signed_in(KOFI)
    await _raises(kofi)
    await town.core.ticks.drain()
    [notice] = town.notices(GRACE)
    assert f"{ORIGIN}/\n" in notice.get_content().replace("\r\n", "\n")
    grace = await town.signed_in(GRACE)
    grace.sees("Waiting for me", "Concern: A decision", "E-mail", "never brings you an e-mail")
    (await grace.goes("/me/do/email")).sees("Yes, write to me", "Your mail server keeps")
    (await grace.presses("Save", mail="off")).sees("only if someone may be in danger")
    town.clock.set(town.clock.now() + timedelta(hours=1))
    kofi = await town.signed_in(KOFI, 2)
    await _raises(kofi)
    await town.core.ticks.drain()
    assert len(town.notices(GRACE)) == 1
    await _raises(kofi, danger="yes")
    await town.core.ticks.drain()
    assert len(town.notices(GRACE)) == 2
    assert town.notices(KOFI) == []
    assert await town.core.outbox.waiting() == 0
