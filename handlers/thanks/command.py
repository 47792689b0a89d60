"""Thanking somebody by name: `/thanks`. They spoke up, or changed their mind when challenged.

The words are ours and always the same, so that it takes a moment and tells nothing of a case. Once
a day to the same person: the thread in which these thanks are kept anyway says so. To somebody
hidden, thanks go through the thread (handlers/shared/desk/thanking.py).
"""

from typing import Final

from handlers.contract.commands import Command, Menu, ThreadKind, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToPerson, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import known_as
from handlers.shared.pages import MINE, listed_by_day
from handlers.shared.questions import NAME_MOST
from handlers.shared.steps.warnings import to_check
from handlers.shared.threads import named_thread
from handlers.thanks.whom import find
from prompts.shapes import Button, Callout, Card, Choice, Form, Line
from prompts.words import Plain, Words, say
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema import Thread
from storage.schema.values import State, ThreadCommand, ThreadRole

WHY: Final = ("spoke", "minded")
KIND = ThreadCommand("thanks")


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks whom they thank, and for what."""
    whom = await find(who, event, repo) if event.one("owner_id") else None
    return [Ask(_form(event, *(whom.fields(event, repo) if whom else ())))]


def _form(event: Event, *which: Choice) -> Form:
    name, why = event.one("owner"), event.one("why") or WHY[0]
    reasons = questions.options("thanks-why", WHY)
    return questions.form(
        "thanks",
        "thanks",
        "",
        Line("owner", say("thanks-whom-label"), value=name, required=True, most=NAME_MOST),
        *which,
        Choice(
            "why",
            say("thanks-why-label"),
            reasons,
            look="select",
            value=why,
            reveals={"minded": Callout(say("thanks-minded-known"), "warn")},
        ),
        blocks=(Callout(say("thanks-hidden"), "note"),),
    )


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Thanks them: a message that somebody does, and by whom on the page that it opens."""
    if wrong := questions.not_chosen(event, {"why": WHY}):
        return [Refuse(wrong)]
    whom = await find(who, event, repo)
    if whom.wrong is not None:
        return [Refuse({"owner": whom.wrong})]
    if (one := whom.one) is None:
        return [Ask(to_check(_form(event, *whom.fields(event, repo)), "owner_id"))]
    today = repo.today_at(who.agency)
    if await repo.parts.turned_to(who.person, one.person, KIND, today):
        return [Refuse({"owner": say("thanks-today")})]
    thread = await _thank(who, one, event, repo)
    look = Button(say("button-open"), "thanks.open", thread.id, "primary")
    card = Card(say("thanks-card"), (), (look,))
    return [Ask(_sent(one, repo)), Send(ToPerson(one.person), card)]


def _sent(to: Known, repo: Repository) -> Form:
    """Says to whom they go, since a name alone found them."""
    name = known_as(to, repo.partnership)
    return Form(
        say("thanks-title"),
        blocks=(Callout(say("thanks-sent-to", name=name), "done"),),
        buttons=(MINE,),
    )


async def _thank(who: Named, to: Known, event: Event, repo: Repository) -> Thread:
    """Stores who thanks in their own name: for one to open, and on no card and in no list."""
    thread = named_thread(KIND, who.agency, who, repo)
    thread.topic = event.one("why")
    thread.state = State.CLOSED  # nobody has anything to do with it but to read it
    repo.begin(thread)
    repo.add_recipient(thread, to.person, ThreadRole.PAST)
    await repo.say(thread, "raiser", "raised", who.name)
    repo.note(thread.id, "closed")
    return thread


async def open_thanks(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows by whom somebody is thanked, and for what."""
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != KIND:
        return no("not-for-you")
    left = await repo.people.left()
    if who.person not in await repo.audience(thread) or who.person in left.altogether:
        return no("not-for-you")
    return [Ask(await _page(thread, repo, None))]


async def _page(thread: Thread, _repo: Repository, _note: Words | None) -> Form:
    name = Plain(thread.raiser_name or "")
    said = Callout(say(f"thanks-for-{thread.topic}", name=name), "done")
    return Form(say("thanks-title"), blocks=(said,))


COMMAND = Command(
    name="thanks",
    menu=Menu(83, group="mine"),
    kinds={
        "thanks": ThreadKind(
            raiser_page=_page, listed=listed_by_day("listed-thanks"), raised_list=""
        )
    },
    verbs={
        "thanks": asks("person", ask),
        "thanks.send": Verb("person", send),
        "thanks.open": asks("person", open_thanks),
    },
)
