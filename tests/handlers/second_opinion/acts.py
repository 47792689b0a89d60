"""What tests of second opinions share: a question, and how it is asked and answered."""

from tests.core.anytown import Page, Town

QUESTION = {
    "danger": "no",
    "what": "Is three weeks without seeing the child reason enough to keep it open?",
    "proposal": "We keep it open until somebody has seen the child.",
    "view": "I think so.",
    "reference": "CASE-77",
    "soon": "day",
    "wanted": "2",
    "agency": "any",
    "role": "lead",
    "how": "named",
    "release": "now",
    "anyway": "yes",
}


async def asks(town: Town, who: str, **more: str | tuple[str, ...]) -> Page:
    """Somebody asks for a second opinion; what is due at once is delivered."""
    page = await (await town.does(who, "second-opinion")).fills({**QUESTION, **more})
    await town.core.ticks.drain()
    return page


def asked(town: Town) -> list[str]:
    """Who has a card that asks them for a second opinion, by their short names."""
    people = {m.id.partition(":")[2].partition("-")[0] for m in town.core.partnership.members}
    return sorted(
        who
        for who in people
        if any(b.verb == "opinion.decline" for sent in town.cards(who) for b in sent.card.buttons)
    )


async def answers(town: Town, who: str, verdict: str, text: str, mind: str = "") -> Page:
    """Somebody opens their card and answers."""
    form = await (await town.presses_card(who, "Open")).presses("Give my opinion")
    page = await form.fills(verdict=verdict, text=text, mind=mind)
    await town.core.ticks.drain()
    return page
