"""What raising anything shares: the thread it begins, the link it keeps, what is said first."""

from collections.abc import Mapping, Sequence

from handlers.contract.people import Anonymous, Event, InConfidence, Named, Raiser
from handlers.shared.agreed import agreed_about
from handlers.shared.labels import agency_name
from handlers.shared.numbers import urgent
from handlers.shared.pages import MINE, QUIET
from prompts.shapes import Block, Callout, Form, Text
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
    release: Release | None = None,
) -> Thread:
    """Makes the thread that a sent form begins, without what is hidden about who raised it.

    It is released as they chose, where their form asks that (without `release`).
    """
    danger = event.one("danger") == "yes"
    named = who if isinstance(who, Named) else None
    at_once = danger or not isinstance(who, Anonymous)
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
        release=release or (Release.NOW if at_once else Release(event.one("release"))),
        state=State.WAITING,
        day=repo.today_at(event.one("agency")),
    )


def named_thread(
    command: ThreadCommand, agency: AgencyId | None, who: Named, repo: Repository
) -> Thread:
    """Makes a thread that is always in somebody's own name: it has no way back to hide."""
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
        day=repo.today_at(agency),
    )


def _how(who: Raiser) -> How:
    match who:
        case Named():
            return How.NAMED
        case InConfidence():
            return How.CONFIDENCE
        case Anonymous():
            return How.ANONYMOUS


async def begin(
    thread: Thread,
    event: Event,
    repo: Repository,
    parts: Mapping[str, str] | None = None,
    left_out: Sequence[str] = (),
    may_read: Sequence[str] = (),
) -> None:
    """Stores a new thread with what was said first."""
    # A link to a direct or tiny conversation names who was in it.
    link = "" if event.link_tells and thread.how != How.NAMED else event.link
    what, ref = event.one("what"), event.one("reference")
    repo.begin(thread)
    await repo.say(
        thread, "raiser", "raised", what, reference=ref, link=link, parts=parts,
        left_out=left_out, may_read=may_read,
    )  # fmt: skip


def sent_page(
    kind: str, thread: Thread, repo: Repository, *more: Block, code: bool = False
) -> Form:
    """Says that something raised is on its way, and what comes next; `kind` finds its words.

    Whoever comes back with a code is told nothing by a message.
    """
    agency = agency_name(thread.home, repo.partnership)
    going = Callout(say(f"{kind}-sent-{thread.release}", agency=agency), "done")
    named = thread.how == How.NAMED
    where = say("sent-where-named") if named else say("sent-where-hidden")
    after = say(f"{kind}-sent-next-code") if code else say(f"{kind}-sent-next")
    ways = Text(after), Text(say("sent-where-code") if code else where)
    more = (*more, *agreed_about(thread, repo.partnership))
    blocks = (*_danger_first(thread, repo), going, *_until_then(thread), *more, *ways)
    quiet = () if named or code else (QUIET,)
    return Form(title=say(f"{kind}-sent-title"), blocks=blocks, buttons=(*quiet, MINE))


def _until_then(thread: Thread) -> list[Block]:
    """Says of what waits for its release where it is meanwhile, and that it can be taken back."""
    return [] if thread.release == Release.NOW else [Text(say("sent-until-then"))]


def _danger_first(thread: Thread, repo: Repository) -> list[Block]:
    """Says in danger whom to call, before anything else, and what going out at once means.

    Of an agency that may not be told it shows nothing: this page is kept, for a form sent twice.
    """
    if not thread.danger:
        return []
    cover = [Callout(say("sent-no-cover"), "warn")] if thread.how == How.ANONYMOUS else []
    agency = thread.told_agency or thread.home
    return [urgent(agency, repo.partnership, repo.now), *cover]
