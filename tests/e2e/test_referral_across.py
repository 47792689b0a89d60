"""One referral on three platforms: recorded in Slack, forgotten in Teams, done on the web."""

from datetime import timedelta
from pathlib import Path

from storage.engine.clock import MovableClock
from tests.e2e.passing import arrives, monday, passes
from tests.privacy.people import CHALLENGERS, LEADS, OWNERS
from tests.privacy.world import World, world

REFERRER = CHALLENGERS["diverted"]
OWNER = OWNERS["teams"]
AWAY, COLLEAGUE = LEADS["teams"]
STAND_IN = LEADS["web"][0]
WHAT, CAME = "An address check, please.", "Checked this morning."
DAY = timedelta(days=1)


async def recorded(here: World) -> str:
    """In Slack; gives the referral as it lies before its owner in Teams."""
    day = (here.core.clock.now() + 7 * DAY).date().isoformat()
    told = {"reference": "LOG-31", "kind": "other", "due": day, "what": WHAT, "agency": "police"}
    await here.does(REFERRER, "referral", **told, owner=OWNER.name, role="lead")
    await arrives(here.core)
    card = here.hand(OWNER).messages()[-1]
    assert "LOG-31" in card
    assert WHAT not in card
    return here.hand(OWNER).subject(card, "referral.mine")


async def is_away(here: World) -> None:
    """One of the leads on Teams names somebody on the web who stands in."""
    first = here.core.clock.now().date()
    days = {"first": first.isoformat(), "last": (first + 40 * DAY).isoformat()}
    await here.does(AWAY, "standin", person=str(STAND_IN.id), **days)


async def taken_up(here: World, thread: str) -> None:
    """Who stands in finds it, and takes it; the leads on Teams see that."""
    card = here.hand(STAND_IN).messages()[-1]
    assert "referral-card-unowned" in card
    assert here.hand(STAND_IN).subject(card, "referral.mine") == thread
    assert "there was no news since" in await here.does(STAND_IN, "referral.mine", thread)
    await arrives(here.core)
    assert f"{STAND_IN.name} has picked this up" in here.hand(COLLEAGUE).messages()[-1]
    assert "It may be done" in await here.does(COLLEAGUE, "referral.mine", thread)


async def test_from_slack_to_teams_to_who_stands_in_on_the_web_and_back(tmp_path: Path) -> None:
    async with world(tmp_path, {}) as here:
        assert isinstance(here.core.clock, MovableClock)
        here.core.clock.forward_to(monday().now())
        await is_away(here)
        thread = await recorded(here)
        page = await here.does(OWNER, "referral.mine", thread)
        assert "This is yours now" in page
        assert WHAT in page
        await arrives(here.core)
        assert f"{OWNER.name} has taken your referral" in here.hand(REFERRER).messages()[-1]

        await passes(here.core, 10 * DAY)  # and nothing more is heard of them
        await taken_up(here, thread)
        await here.does(STAND_IN, "referral.done", thread, outcome="done", text=CAME)
        await arrives(here.core)
        assert f"{STAND_IN.name} says that it is done" in here.hand(REFERRER).messages()[-1]
        assert CAME in await here.does(REFERRER, "referral.open", thread)
        assert "It is closed now" in await here.does(REFERRER, "referral.heard", thread)
        assert "It may be done" in await here.does(OWNER, "referral.done", thread)
