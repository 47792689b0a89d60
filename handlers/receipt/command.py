"""A receipt: whoever left no address comes back with a code, reads what was said, and answers."""

from typing import Final

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Anonymous, Event, Visitor
from handlers.shared.questions import form
from handlers.shared.raiser_page import raiser_page
from prompts.shapes import Form, Line, Text
from prompts.words import say
from storage.crypto.codes import MOST_TYPED
from storage.repository import Repository
from storage.schema.values import State

NOTHING: Final = Refuse({"code": say("receipt-nothing")})
"""The one answer to every code that opens nothing, whatever the reason."""
REST: Final = Refuse({"code": say("receipt-rest")})
"""The same, to somebody whose codes were wrong very often. A right one still opens."""
RAN_OUT: Final = Refuse({"": say("receipt-ran-out")})
"""The one answer to every pass that opens nothing, whatever the reason."""


def code_form(where: str) -> Form:
    """Asks for the code: the same words for everybody. `where` is `chat` or `page`."""
    blocks = (Text(say("receipt-intro")), Text(say(f"receipt-{where}")))
    code = Line(
        "code", say("receipt-code"), hint=say("receipt-hint"), required=True, most=MOST_TYPED
    )
    return form("receipt", "receipt", "", code, blocks=blocks)


async def ask(_who: Visitor, _event: Event, _repo: Repository) -> Outcomes:
    """Asks for the code."""
    return [Ask(code_form("chat"))]


async def open_thread(_who: Anonymous, event: Event, repo: Repository) -> Outcomes:
    """Shows every step to whoever showed the code, by which the dispatcher found the thread."""
    # A lock would be a trace in PostgreSQL's pages and journal of when they came.
    thread = await repo.thread(event.subject, lock=False)
    if thread is None or (thread.state == State.CLOSED and not thread.keeps):
        return [NOTHING]
    return [Ask(await raiser_page(thread, repo, say("receipt-open")))]


COMMAND = Command(
    name="receipt",
    menu=Menu(80, frozenset({"launcher"})),
    verbs={"receipt": asks("anyone", ask), "receipt.send": Verb("code", open_thread)},
)
