"""A challenge in Anytown, and how people answer it, for the tests of its whole way."""

from collections.abc import Mapping

from prompts.shapes import Long, Said
from tests.core.anytown import Page, Town

CHALLENGE: Mapping[str, str] = {
    "danger": "no",
    "decision": "Closing the case of the two brothers",
    "reference": "CASE-17",
    "agency": "childrens-social-care",
    "owner": "Amina Yusuf",
    "topic": "voice-missing",
    "what": "Nobody has seen them for three weeks",
    "ask": "see them alone before it is closed",
    "level": "challenge",
    "how": "anonymous",
    "replies": "chat",
    "release": "now",
    "anyway": "yes",
}
"""Sound answers; a test changes the ones it is about."""


def sentence_of(drafted: Page) -> str:
    """What was drafted for them."""
    (field,) = (f for f in drafted.form.fields if f.name == "sentence")
    assert isinstance(field, Long)
    return field.value


async def challenges(town: Town, who: str, **more: str) -> Page:
    """Somebody challenges a decision, in the words that were drafted; what is due is delivered."""
    answers = {**CHALLENGE, **more}
    page = await (await town.does(who, "challenge")).fills(answers)
    if page.form.submit is not None:
        page = await page.fills({**answers, "sentence": sentence_of(page)})
    await town.core.ticks.drain()
    return page


async def answers(town: Town, who: str, verdict: str = "keep", text: str = "It stays.") -> Page:
    """Whoever is asked answers from their newest card."""
    page = await town.presses_card(who, "Answer")
    sent = await page.fills(verdict=verdict, text=text)
    await town.core.ticks.drain()
    return sent


async def not_settled(town: Town, who: str) -> None:
    """Whoever raised it says that the answer doesn't settle it."""
    await (await town.mine(who)).presses("No, it is not settled")
    await town.core.ticks.drain()


async def settled(town: Town, who: str) -> Page:
    """Whoever raised it says that it is settled."""
    page = await (await town.mine(who)).presses("Yes, it is settled")
    await town.core.ticks.drain()
    return page


def code_on(page: Page) -> str:
    """The receipt's code, as it is shown once."""
    (code,) = (b.text for b in page.form.blocks if isinstance(b, Said))
    return code
