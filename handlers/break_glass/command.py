"""Learning the name behind a thread in confidence when there is no other way.

It takes two named people and a reason, it is on record, and whoever raised it is told, unless that
would put somebody at risk. For an anonymous thread it is not possible at all.
"""

from handlers.contract import (
    Ask,
    Command,
    Event,
    Named,
    Outcomes,
    Refuse,
    Send,
    ToPerson,
    ToRaiser,
    Verb,
    asks,
    no,
)
from handlers.registry import kind_of
from handlers.shared.cards import news, summary_of
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Button, Callout, Card, Choice, Facts, Form, Long, Option, Said
from prompts.words import Plain, Words, say
from storage.partnership import PersonId, Role
from storage.repository import Repository
from storage.schema import BreakGlass, Thread
from storage.schema.values import How, State, ThreadRole

TEXT_MOST = 1000
WHY = -1
"""The place under which the reason is sealed: no message has it."""
AGREEING: tuple[Role, ...] = ("manager", "liaison_officer", "chair", "fallback")


async def _thread(who: Named, event: Event, repo: Repository) -> Thread | None:
    """A thread in confidence that lies before them, or whose opening they are asked to agree to."""
    thread = await repo.thread(event.subject)
    if (
        thread is None
        or thread.how != How.CONFIDENCE
        or thread.state in (State.WAITING, State.CLOSED)
    ):
        return None
    if not kind_of(thread).names_can_be_opened:
        return None
    lies = (await repo.audience(thread)).get(who.person) not in (None, ThreadRole.PAST)
    return thread if lies or who.person in _agreeing(thread, repo) else None


def _agreeing(thread: Thread, repo: Repository) -> list[PersonId]:
    """Who may agree: people with responsibility in the agency that has the thread."""
    agency = repo.partnership.agency(thread.home)
    found = [p for role in AGREEING for p in agency.roles.get(role, ())]
    chairs = [p for a in repo.partnership.agencies for p in a.roles.get("chair", ())]
    return list(dict.fromkeys((*found, *chairs)))


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Why the name is needed, and whether it is safe to tell whoever raised it."""
    thread = await _thread(who, event, repo)
    if thread is None:
        return no("glass-not-here")
    request = await repo.challenges.glass_of(thread)
    if request is not None:
        return [await _standing(who, thread, request, repo)]
    return [Ask(_form(thread, event))]


def _form(thread: Thread, event: Event) -> Form:
    return Form(
        title=say("glass-title"),
        verb="glass.send",
        subject=thread.id,
        blocks=(Callout(say("glass-intro"), "warn"),),
        fields=(
            Long(
                "text",
                say("glass-why"),
                hint=say("glass-why-hint"),
                value=event.one("text"),
                most=TEXT_MOST,
            ),
            Choice(
                "tell",
                say("glass-tell"),
                (Option("yes", say("glass-tell-yes")), Option("no", say("glass-tell-no"))),
                value=event.one("tell"),
            ),
        ),
        submit=say("glass-submit"),
    )


async def request(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The first person asks; a second one, named in the partnership's file, must agree."""
    thread = await _thread(who, event, repo)
    if thread is None:
        return no("glass-not-here")
    if await repo.challenges.glass_of(thread) is not None:
        return no("glass-asked-already")
    wrong = text_wrong(event.one("text"), TEXT_MOST)
    if event.one("tell") not in ("yes", "no"):
        wrong["tell"] = say("missing-tell")
    others = [p for p in _agreeing(thread, repo) if p != who.person]
    if wrong or not others:
        return [Refuse(wrong or {"": say("glass-nobody")})]
    await repo.challenges.ask_glass(
        BreakGlass(
            partnership_id=repo.partnership.id,
            thread_id=thread.id,
            asked_by=who.person,
            asked_name=who.name,
            sealed_why=await repo.texts.seal(thread.id, WHY, text=event.one("text")),
            tell=event.one("tell") == "yes",
            day=repo.today,
        )
    )
    repo.note(thread.id, "name asked for", who.person)
    card = Card(
        say("glass-card"),
        (summary_of(thread),),
        (Button(say("button-open"), "glass", thread.id, "primary"),),
    )
    return [
        Ask(done("glass-asked-title", "glass-asked")),
        *(Send(ToPerson(p), card, key=thread.id) for p in others),
    ]


async def _standing(who: Named, thread: Thread, asked: BreakGlass, repo: Repository) -> Ask:
    """How the request stands; the name itself only to the two who opened it together."""
    opened = asked.agreed_by is not None
    both = who.person in (asked.asked_by, asked.agreed_by)
    may_agree = who.person in _agreeing(thread, repo) and who.person != asked.asked_by
    why = await repo.texts.open_aside(thread.id, WHY, asked.sealed_why)
    rows: list[tuple[Words, Words]] = [(say("glass-asked-by"), Plain(asked.asked_name))]
    if asked.agreed_name:
        rows.append((say("glass-agreed-by"), Plain(asked.agreed_name)))
    rows.append((say("glass-told"), say("glass-tell-yes" if asked.tell else "glass-tell-no")))
    form = Form(
        title=say("glass-title"),
        blocks=(
            Callout(say("glass-opened" if opened else "glass-waiting"), "note"),
            Facts(tuple(rows)),
            Said(say("glass-why"), why),
        ),
        buttons=(Button(say("button-agree"), "glass.agree", thread.id, "danger"),)
        if may_agree and not opened
        else (),
    )
    return Ask(form, name_of=thread.id if opened and both else "")


async def agree(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The second person agrees: both see the name; whoever raised it is told if that is safe."""
    thread = await _thread(who, event, repo)
    asked = await repo.challenges.glass_of(thread) if thread is not None else None
    if thread is None or asked is None:
        return no("glass-not-here")
    if who.person == asked.asked_by or who.person not in _agreeing(thread, repo):
        return no("glass-two-people")
    if asked.agreed_by is None:
        asked.agreed_by, asked.agreed_name = who.person, who.name
        repo.note(thread.id, "name opened by two", who.person)
        if asked.tell:
            await repo.say(thread, "bot", "name-opened", f"{asked.asked_name}, {who.name}")
    shown = await _standing(who, thread, asked, repo)
    return [shown, *([Send(ToRaiser(thread.id), news())] if asked.tell else [])]


COMMAND = Command(
    name="break-glass",
    verbs={
        "glass": asks("person", ask),
        "glass.send": Verb("person", request),
        "glass.agree": Verb("person", agree),
    },
)
