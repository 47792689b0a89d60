"""What everybody else needs to know of a second opinion's thread."""

from handlers.contract.commands import ThreadKind
from handlers.second_opinion.leaving import without
from handlers.second_opinion.pages import asker_page
from handlers.second_opinion.reminders import heal_shown, heard
from handlers.shared.closing import heal_forget
from handlers.shared.desk.deadlines import due_while
from handlers.shared.pages import danger_note
from handlers.shared.raiser_page import listed_by
from handlers.shared.release import heal_release
from prompts.shapes import Button, Section, Text
from prompts.words import Day, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State

_asked = listed_by("opinion.open")


async def listed(thread: Thread, name: str, reader: PersonId | None, repo: Repository) -> Section:
    """Shows it in a list; whoever is asked reads what is wanted of them."""
    if name == "raised":
        return await _asked(thread, name, reader, repo)
    return Section(
        title=say("listed-second-opinion", day=Day(thread.day)),
        blocks=(Text(say("opinion-waits")), *danger_note(thread)),
        buttons=(Button(say("button-open"), "opinion.open", thread.id),),
    )


async def named(_thread: Thread, _repo: Repository) -> Words:
    """Says what it is: what it is about was never chosen from a list."""
    return say("desk-second-opinion")


KIND = ThreadKind(
    raiser_page=asker_page,
    listed=listed,
    heard=heard,
    names_can_be_opened=False,  # whoever is asked was promised not to learn the name
    without=without,
    named=named,
    due=due_while(State.OPEN),
    heal={"release": heal_release, "forget": heal_forget, "shown": heal_shown},
)
