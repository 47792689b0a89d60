"""Raising a concern that is held until others have seen the same: `/together`.

Once it goes out it is a concern like any other. Until then nobody but whoever raised it is told
anything, and they are told the same whether others hold the same or not.
"""

from functools import partial

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Raiser, Visitor
from handlers.shared.brought import bringing_danger
from handlers.shared.concerns.hearing import named_there, who_is_meant
from handlers.shared.concerns.kept_from import Kept, kept_from
from handlers.shared.concerns.topics import ABOUT
from handlers.shared.pages import QUIET, done, own_thread
from handlers.shared.people.involved import Involved
from handlers.shared.people.recipients import FIELD
from handlers.shared.questions import form
from handlers.shared.release import release_at
from handlers.shared.steps.warnings import beside
from handlers.shared.threads import begin, new_thread, sent_page
from handlers.together.form import problems, same, together_form
from prompts.shapes import Callout, Form
from prompts.words import Day, say
from storage.repository import Repository
from storage.repository.held import Held
from storage.schema import Thread
from storage.schema.values import Release, ThreadCommand

BROUGHT = ("what", "topic", "agency", "reference", "how", "danger")


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form."""
    about = await who_is_meant(who.agency, event, repo)
    asked = beside(together_form(who.agency, event, about, repo), {}, event)
    return [Ask((await named_there(event, repo)).on(asked) if event.one(FIELD) else asked)]


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form, points out what may give somebody away, and holds the concern.

    In danger nothing is held: the form of a concern opens, with what was written in it.
    """
    if event.one("danger") == "yes":
        return [bringing_danger("concern", {name: event.one(name) for name in BROUGHT})]
    if errors := problems(event, repo):
        return [Refuse(errors)]
    kept, first = await kept_from(who, event, partial(_form, who, event, repo), repo)
    return first or await _hold(who, event, kept, repo)


def _form(who: Visitor | Raiser, event: Event, repo: Repository, about: Involved) -> Form:
    return together_form(who.agency, event, about, repo)


async def _hold(who: Raiser, event: Event, kept: Kept, repo: Repository) -> Outcomes:
    command, about = ThreadCommand("concern"), ABOUT[event.one("topic")]
    thread = new_thread(command, about, who, event, repo, Release.SLOT)
    await begin(thread, event, repo, left_out=kept.out, may_read=kept.may_read)
    many, two = int(event.one("people")), event.one("two") == "yes"
    held = repo.to_come.held[thread.id] = Held.from_now(same(event), many, two, repo.now)
    _release_on(thread, Release.SLOT, repo)
    told = Callout(say("together-sent-asked", day=Day(held.asked_on.date())), "note")
    return [Ask(sent_page("together", thread, repo, told))]


def _release_on(thread: Thread, release: Release, repo: Repository) -> None:
    """Sets its next hour: at which it is looked at, or goes out."""
    thread.release = release
    repo.timers.remind(thread, "release", release_at(release, thread.home, repo) or repo.now)


async def ask_alone(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Asks once whether to send it alone, whatever others do."""
    thread = await own_thread(event, repo)
    if thread.id not in repo.to_come.held:
        return no("together-not-held")
    sure = Callout(say("together-alone-sure"), "warn")
    return [Ask(form("together-alone", "together.alone", thread.id, blocks=(sure,)))]


async def send_alone(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Sends it alone, after a random wait like any other."""
    thread = await own_thread(event, repo)
    if repo.to_come.held.pop(thread.id, None) is None:
        return no("together-not-held")
    await repo.timers.forget(thread.id, "release")
    _release_on(thread, Release.SOON, repo)
    return [Ask(done("together-alone-title", "together-alone-done", QUIET))]


async def longer(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Holds it for as long again, counted from today."""
    thread = await own_thread(event, repo)
    if (held := repo.to_come.held.get(thread.id)) is None:
        return no("together-not-held")
    again = repo.to_come.held[thread.id] = held.anew(repo.now)
    told = say("together-longer-done", until=Day(again.until.date()))
    return [Ask(done("together-longer-title", told, QUIET))]


COMMAND = Command(
    name="together",
    menu=Menu(81, frozenset({"home", "help", "launcher"}), group="speak"),
    verbs={
        "together": asks("anyone", start),
        "together.send": Verb("raising", send, held=True),
        "together.alone": asks("raiser", ask_alone),
        "together.alone.send": Verb("raiser", send_alone),
        "together.longer": Verb("raiser", longer),
    },
)
