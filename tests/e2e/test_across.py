"""One concern on three platforms: raised in Slack, picked up in Teams, read on the web."""

from pathlib import Path

import pytest

from tests.privacy.people import LEADS, RAISERS, Choice
from tests.privacy.story import SAID, told
from tests.privacy.world import world


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_a_concern_goes_from_slack_to_teams_to_the_web_and_back(
    tmp_path: Path, how: Choice
) -> None:
    teacher = RAISERS["slack", how]
    officer, nurse = LEADS["teams"][0], LEADS["web"][0]
    async with world(tmp_path, {}) as here:
        await here.does(teacher, "concern", **told(how, "police"))
        await here.later()
        card = here.hand(officer).messages()[-1]
        thread = here.hand(officer).subject(card, "thread.open")
        assert SAID not in card

        await here.does(officer, "thread.pick", thread)
        assert SAID in await here.does(officer, "thread.open", thread)
        why = "The health visitor was there too."
        await here.does(officer, "thread.pass", thread, agency="health", text=why)
        await here.later()

        page = await here.does(nurse, "thread.open", thread)
        assert SAID in page
        assert why in page
        assert teacher.name not in page, "a name goes along only if they say so"
        await here.does(nurse, "thread.pick", thread)
        await here.does(nurse, "thread.reply", thread, text="I have rung the ward.")
        await here.later()

        mine = await here.does(teacher, "mine" if how == "named" else "mine.quiet")
        assert here.hand(teacher).subject(mine, "mine.open") == thread
        assert "I have rung the ward." in await here.does(teacher, "mine.open", thread)
