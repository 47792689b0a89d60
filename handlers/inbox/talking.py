"""What somebody does on a thread of their own, and what they say there more."""

from collections.abc import Awaitable, Callable

from handlers.contract.commands import Verb
from handlers.contract.outcomes import Outcomes, Send, no
from handlers.contract.people import Event, Raiser
from handlers.registry import kind_of
from handlers.shared.desk.thanking import GRATEFUL
from handlers.shared.pages import own_thread
from handlers.shared.people.recipients import NOBODY, NamedRecipients
from handlers.shared.release import delayed_until
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State

Talk = Callable[[Thread, Event, Repository], Awaitable[Outcomes]]


def talking(
    *, until_closed: bool = False, changes: bool = True, adds: bool = False
) -> Callable[[Talk], Verb]:
    """Makes the verb of an act on one's own thread, if such a thread knows it.

    One that `adds` needs somebody who hears it; any other, a thread that its raiser can settle.
    """

    def decorate(act: Talk) -> Verb:
        async def handle(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
            thread = await own_thread(event, repo)
            kind = kind_of(thread)
            if (kind.heard if adds else kind.settle) is None:
                return no("unknown-verb")
            if until_closed and thread.state == State.CLOSED:
                return no("thread-closed")
            return await act(thread, event, repo)

        return Verb("raiser", handle, changes)

    return decorate


async def add(
    thread: Thread, kind: str, text: str, repo: Repository, named: NamedRecipients = NOBODY
) -> list[Send]:
    """Says it to whoever hears it; what somebody hidden says waits for the release they chose."""
    heard, out, read = kind_of(thread).heard, sorted(named.out), sorted(named.read)
    if at := delayed_until(thread, repo):
        await repo.to_come.say(thread, kind, text, at, left_out=out, may_read=read)
        return []
    if kind != GRATEFUL:  # thanks leave it answered
        await repo.timers.forget(thread.id, "settle")
    number = await repo.say(thread, "raiser", kind, text, left_out=out, may_read=read)
    if heard is not None:
        return await heard(thread, kind, number, repo)
    repo.timers.remind(thread, "deliver", repo.now, number)
    return []
