"""The page of a case on each platform: noted on, told the news of, changed and withdrawn."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.e2e.passing import arrives
from tests.privacy.people import HEARD_BY, HOME, LEADS, OWNERS, PLATFORMS, RAISERS, Platform
from tests.privacy.story import SAID, raised
from tests.privacy.world import world

NOTE, NEWS = "The school keeps their diary.", "We see them on Friday."
WHAT, OTHER, WHY = "An address check, please.", "Only the street, please.", "They have called."


@pytest.mark.parametrize("platform", PLATFORMS)
async def test_a_lead_notes_and_tells_the_news(tmp_path: Path, platform: Platform) -> None:
    async with world(tmp_path, {}) as here:
        raiser = RAISERS[platform, "named"]
        first, second = LEADS[HEARD_BY[platform]]
        thread = await raised(here, raiser, "named")
        await here.does(first, "thread.pick", thread)
        assert "Add a note" in await here.does(first, "thread.open", thread)
        assert "Your note is kept" in await here.does(first, "thread.note", thread, text=NOTE)
        assert SAID in await here.does(first, "thread.update", thread)  # in sight as they write
        assert "All else stays" in await here.does(first, "thread.update", thread, text=NEWS)
        page = await here.does(second, "thread.open", thread)
        for words in (NOTE, NEWS, "Who did what, and when", f"Sent news ({first.name})"):
            assert words in page
        theirs = await here.does(raiser, "mine.open", thread)
        assert NEWS in theirs
        assert NOTE not in theirs
        told = f"{first.name} has picked this up", f"This is with {first.name} now"
        assert theirs.count(first.name) == sum(map(theirs.count, told))


@pytest.mark.parametrize("platform", PLATFORMS)
async def test_a_referral_is_changed_and_withdrawn(tmp_path: Path, platform: Platform) -> None:
    async with world(tmp_path, {}) as here:
        referrer, owner = RAISERS[platform, "named"], OWNERS[HEARD_BY[platform]]
        day = (here.core.clock.now() + timedelta(days=7)).date().isoformat()
        told = {"reference": "LOG-31", "kind": "other", "due": day, "what": WHAT, "role": "lead"}
        agency = HOME[owner.platform]
        await here.does(referrer, "referral", **told, agency=agency, owner=owner.name)
        await arrives(here.core)
        hand = here.hand(owner)
        thread = hand.subject(hand.messages()[-1], "referral.mine")
        assert WHAT in await here.does(referrer, "referral.change", thread)
        assert "It is changed" in await here.does(
            referrer, "referral.change", thread, what=OTHER, due=day
        )
        await arrives(here.core)
        page = await here.does(owner, "referral.mine", thread)
        assert OTHER in page
        assert WHAT not in page
        await here.does(referrer, "referral.withdraw", thread, text=WHY)
        await arrives(here.core)
        assert "withdrawn" in hand.messages()[-1]
        assert WHY in await here.does(owner, "referral.open", thread)
