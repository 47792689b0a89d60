"""A second opinion on two platforms: asked in Slack, given in Teams, shown to all at once."""

from pathlib import Path

from storage.engine.clock import MovableClock
from tests.e2e.passing import arrives, monday
from tests.privacy.people import CHALLENGERS, HOME, LEADS, Someone
from tests.privacy.world import World, world

ASKER = CHALLENGERS["diverted"]
QUESTION, VIEW = "Is three weeks without a visit reason enough?", "Quietly, I think so."


async def asks(here: World, how: str) -> None:
    """In Slack, of two people who are asked wherever they are."""
    told = {
        "danger": "no", "what": QUESTION, "proposal": "We wait.",
        "view": VIEW, "soon": "day", "wanted": "2",
        "role": "lead", "agency": HOME["teams"], "how": how, "release": "now", "anyway": "yes",
    }  # fmt: skip
    page = await here.does(ASKER, "second-opinion", **told)
    assert "We are asking them now" in page
    await arrives(here.core)


async def answers(here: World, who: Someone, verdict: str, why: str) -> str:
    """From the card to the answer; gives the thread."""
    hand = here.hand(who)
    card = hand.messages()[-1]
    assert QUESTION not in card
    thread = hand.subject(card, "opinion.open")
    page = await here.does(who, "opinion.open", thread)
    assert QUESTION in page
    assert VIEW not in page
    await here.does(who, "opinion.answer", thread, verdict=verdict, text=why)
    await arrives(here.core)
    return thread


async def test_each_answers_alone_and_everything_is_shown_at_once(tmp_path: Path) -> None:
    async with world(tmp_path, {}) as here:
        assert isinstance(here.core.clock, MovableClock)
        here.core.clock.forward_to(monday().now())
        await asks(here, "named")
        first, second = LEADS["teams"]
        thread = await answers(here, first, "agree", "It is the rule here.")
        assert "the rule here" not in await here.does(second, "opinion.open", thread)
        assert "the rule here" not in await here.does(ASKER, "mine.open", thread)
        await answers(here, second, "disagree", "Not by itself.")
        for who, verb in ((first, "opinion.open"), (second, "opinion.open"), (ASKER, "mine.open")):
            page = await here.does(who, verb, thread)
            for words in ("They see it differently", "It is the rule here.", "Not by itself."):
                assert words in page
        await here.does(ASKER, "opinion.decide", thread, text="It stays open.", why="Unseen.")
        await arrives(here.core)
        assert "It stays open." in await here.does(first, "opinion.open", thread)
