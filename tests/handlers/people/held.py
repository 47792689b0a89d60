"""What somebody can hold, how they came to hold it, and who waits for them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.core.anytown import Page
from tests.handlers.challenge.acts import challenges
from tests.handlers.people.story import Story, room_on
from tests.handlers.second_opinion.acts import asks

REFERRAL = {
    "reference": "MASH-204",
    "kind": "assessment",
    "agency": "childrens-social-care",
    "role": "lead",
    "owner": "Amina Yusuf",
    "what": "Please decide.",
    "anyway": "yes",
}
PAUSE = {"kind": "voices", "what": "The visits.", "by": "alone", "many": "", "minutes": "2"}


@dataclass(frozen=True)
class Held:
    """Something held: who has it in the end, and where whoever waits reads of it."""

    name: str
    begin: Callable[[Story], Awaitable[str]]
    """It comes to be held; gives by whom."""
    opens: str
    """The verb by which its holder looks at it."""
    waiting: str
    reads: Callable[[Story], Awaitable[str]]


async def _concern(story: Story) -> str:
    await story.town.raises("leila")
    await story.town.presses_card("grace", "I’ll pick this up")
    return "grace"


async def _concern_standing_in(story: Story) -> str:
    await names_stand_in(story, "grace")
    await story.town.raises("leila")
    await story.town.presses_card("owen", "I’ll pick this up")
    return "owen"


async def names_stand_in(story: Story, who: str) -> None:
    """Owen stands in for somebody, today and tomorrow."""
    answers = {"person": story.id("owen"), "first": "2026-11-23", "last": "2026-11-24"}
    (await story.town.does(who, "standin.send", answers=answers)).sees("Stand-in named")


async def _challenge(story: Story) -> str:
    await challenges(story.town, "leila", how="named")
    return "amina"


async def _referral(story: Story) -> str:
    await (await story.town.does("leila", "referral")).fills(REFERRAL)
    await story.town.core.ticks.drain()
    await story.town.presses_card("amina", "It’s mine")
    return "amina"


async def _referral_standing_in(story: Story) -> str:
    await names_stand_in(story, "grace")
    await (await story.town.does("leila", "referral")).fills({**REFERRAL, "owner": ""})
    await story.town.core.ticks.drain()
    await story.town.presses_card("owen", "It’s mine")
    return "owen"


async def _review(story: Story) -> str:
    await asks(story.town, "leila", wanted="1", agency="childrens-social-care")
    return next(w for w in ("grace", "daniel") if story.town.cards(w))


async def _pause(story: Story) -> str:
    story.town.place = room_on(story.where)
    await (await story.town.does("kofi", "pause")).fills(PAUSE)
    await story.town.core.ticks.drain()
    story.town.place = None
    return "kofi"


async def _raised(story: Story) -> str:
    return (await story.town.mine("leila")).text


async def _referred(story: Story) -> str:
    home: Page = await story.town.does("leila", "mine")
    return (await home.presses("Open")).text


async def _room(story: Story) -> str:
    return "\n".join(sent.text for sent in story.client.to("meeting"))


HELD = (
    Held("a concern", _concern, "thread.open", "leila", _raised),
    Held("a challenge", _challenge, "challenge.open", "leila", _raised),
    Held("a referral", _referral, "referral.open", "leila", _referred),
    Held("a review", _review, "opinion.open", "leila", _raised),
    Held("a pause", _pause, "pause.chair", "the room", _room),
)
STANDING_IN = (
    Held("a concern", _concern_standing_in, "thread.open", "leila", _raised),
    Held("a referral", _referral_standing_in, "referral.open", "leila", _referred),
)
