"""What raising anything shares: the thread it begins, the link it keeps, what is said first."""

from handlers.contract.people import Anonymous, Event, InConfidence, Named, Raiser
from handlers.shared.labels import urgent
from prompts.shapes import Block, Callout
from prompts.words import say
from storage.engine.ids import new_id
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, Release, State, ThreadCommand


def new_thread(
    command: ThreadCommand,
    about: str,
    who: Raiser,
    event: Event,
    repo: Repository,
    keeps: bool = False,
) -> Thread:
    """The thread that a sent form begins. What is hidden about who raised it isn't in it."""
    danger = event.one("danger") == "yes"
    named = who if isinstance(who, Named) else None
    return Thread(
        partnership_id=repo.partnership.id,
        id=new_id(),
        command=command,
        how=_how(who),
        about=about,
        topic=event.one("topic") or None,
        danger=danger,
        agency=event.one("agency"),
        # In confidence the agency is part of who it is: only the sealed address knows it.
        told_agency=None if isinstance(who, InConfidence) else who.agency,
        return_ref=new_id() if isinstance(who, Named) else who.reply,
        raiser=named.person if named else None,
        raiser_name=named.name if named else None,
        release=Release.NOW
        if danger or not isinstance(who, Anonymous)
        else Release(event.one("release")),
        state=State.WAITING,
        keeps=keeps,
        day=repo.today,
    )


def named_thread(
    command: ThreadCommand, agency: AgencyId | None, who: Named, repo: Repository
) -> Thread:
    """A thread that is always in somebody's own name: it has no way back to hide."""
    return Thread(
        partnership_id=repo.partnership.id,
        id=new_id(),
        command=command,
        how=How.NAMED,
        danger=False,
        agency=agency,
        told_agency=who.agency,
        raiser=who.person,
        raiser_name=who.name,
        release=Release.NOW,
        state=State.OPEN,
        day=repo.today,
    )


def _how(who: Raiser) -> How:
    match who:
        case Named():
            return How.NAMED
        case InConfidence():
            return How.CONFIDENCE
        case Anonymous():
            return How.ANONYMOUS


def link_of(who: Raiser, event: Event) -> str:
    """The flagged message; a link to a direct or tiny conversation names who was in it."""
    return "" if event.link_tells and not isinstance(who, Named) else event.link


def danger_first(thread: Thread, repo: Repository) -> list[Block]:
    """In danger: whom to ring, before anything else, and what going out at once means.

    Of an agency that may not be told it shows nothing: this page is kept, for a form sent twice.
    """
    if not thread.danger:
        return []
    ring: Block = urgent(thread.told_agency or thread.home, repo.partnership)
    cover = [Callout(say("sent-no-cover"), "warn")] if thread.how == How.ANONYMOUS else []
    return [ring, *cover]
