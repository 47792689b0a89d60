"""What waits on somebody's home page: nobody scrolls through the same question twice."""

from bot.web.client import address_of
from prompts.shapes import Button, Card
from prompts.words import Plain
from tests.edge.web.fakes import client_of


def card(title: str, *verbs: str, about: str = "t1") -> Card:
    """One with these buttons."""
    return Card(Plain(title), buttons=tuple(Button(Plain(v), v, about) for v in verbs))


async def test_of_what_asks_the_same_only_the_newest_is_shown() -> None:
    client = client_of("tom")
    for shown in (
        card("Please take this", "referral.open", "referral.mine"),
        card("Please take that", "referral.open", "referral.mine", about="t2"),
        card("Please take this: it is due", "referral.open", "referral.mine"),
        card("Have you heard back?", "referral.open", "referral.heard"),
        card("A notice"),
        card("Another notice"),
    ):
        await client.send(address_of("tom"), shown, "en")
    assert await client.cards("tom") == [
        card("Another notice"),
        card("A notice"),
        card("Have you heard back?", "referral.open", "referral.heard"),
        card("Please take this: it is due", "referral.open", "referral.mine"),
        card("Please take that", "referral.open", "referral.mine", about="t2"),
    ]
