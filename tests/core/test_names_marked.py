"""A page with a name that was given in confidence is marked, for whoever shows it on a platform."""

from bot.core.admission import Incoming
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from tests.core.anytown import Town


async def test_a_page_says_whose_name_stands_on_it(town: Town) -> None:
    await town.raises("sian", how="confidence", agency="school")
    buttons = [button for sent in town.cards("james") for button in sent.card.buttons]
    pick = next(button for button in buttons if button.verb == "thread.pick")
    event = Event(pick.verb, pick.subject)
    reply = await town.core.dispatch.handle(Incoming(town.actor("james"), event))
    assert isinstance(reply, Ask)
    assert reply.name_of == pick.subject
