"""Learning the name behind a thread in confidence when there is no other way.

It takes two named people and a reason, it is on record, and whoever raised it is told, unless that
would put somebody at risk. For an anonymous thread it is not possible at all.
"""

from handlers.break_glass.case import GlassCase, as_one_of_two
from handlers.contract.commands import Command, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToPerson, ToRaiser, no
from handlers.contract.people import Event
from handlers.shared import questions
from handlers.shared.cards import news, summary_of
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Button, Callout, Card, Choice, Facts, Form, Long, Said
from prompts.words import Plain, Words, say
from storage.schema import BreakGlass, Thread

TEXT_MOST = 1000
WHY = -1
"""The place under which the reason is sealed: no message has it."""


@as_one_of_two
async def ask(case: GlassCase, event: Event) -> Outcomes:
    """Asks why the name is needed, and whether it is safe to tell whoever raised it."""
    if case.request is not None:
        return [await _standing(case, case.request)]
    return [Ask(_form(case.thread, event))]


def _form(thread: Thread, event: Event) -> Form:
    why = Long("text", say("glass-why"), say("glass-why-hint"), event.one("text"), most=TEXT_MOST)
    answers = questions.options("glass-tell", ("yes", "no"))
    tell = Choice("tell", say("glass-tell"), answers, value=event.one("tell"))
    intro = Callout(say("glass-intro"), "warn")
    return questions.form("glass", "glass", thread.id, why, tell, blocks=(intro,))


@as_one_of_two
async def request(case: GlassCase, event: Event) -> Outcomes:
    """Asks those named in the partnership's file for the name; one of them must agree."""
    thread, repo, who = case.thread, case.repo, case.who
    if case.request is not None:
        return no("glass-asked-already")
    wrong = text_wrong(event.one("text"), TEXT_MOST)
    if event.one("tell") not in ("yes", "no"):
        wrong["tell"] = say("missing-tell")
    others = [p for p in case.agreeing() if p != who.person]
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
            day=case.today,
        )
    )
    repo.note(thread.id, "name asked for", who.person)
    look = Button(say("button-open"), "glass", thread.id, "primary")
    card = Card(say("glass-card"), (summary_of(thread),), (look,))
    return [
        Ask(done("glass-asked-title", "glass-asked")),
        *(Send(ToPerson(p), card, key=thread.id) for p in others),
    ]


async def _standing(case: GlassCase, asked: BreakGlass) -> Ask:
    """Shows how the request stands; the name itself only to the two who opened it together."""
    opened = asked.agreed_by is not None
    both = case.who.person in (asked.asked_by, asked.agreed_by)
    why = await case.repo.texts.open_aside(case.thread.id, WHY, asked.sealed_why)
    rows: list[tuple[Words, Words]] = [(say("glass-asked-by"), Plain(asked.asked_name))]
    if asked.agreed_name:
        rows.append((say("glass-agreed-by"), Plain(asked.agreed_name)))
    rows.append((say("glass-told"), say("glass-tell-yes" if asked.tell else "glass-tell-no")))
    stands = Callout(say("glass-opened" if opened else "glass-waiting"), "note")
    blocks = (stands, Facts(tuple(rows)), Said(say("glass-why"), why))
    agree = Button(say("button-agree"), "glass.agree", case.id, "danger")
    buttons = (agree,) if case.may_agree(asked) and not opened else ()
    form = Form(title=say("glass-title"), blocks=blocks, buttons=buttons)
    return Ask(form, name_of=case.id if opened and both else "")


@as_one_of_two
async def agree(case: GlassCase, _event: Event) -> Outcomes:
    """Opens the name to both, now that the second person agrees.

    Whoever raised it is told if that is safe.
    """
    thread, asked, repo, who = case.thread, case.request, case.repo, case.who
    if asked is None:
        return no("glass-not-here")
    if not case.may_agree(asked):
        return no("glass-two-people")
    if asked.agreed_by is None:
        asked.agreed_by, asked.agreed_name = who.person, who.name
        repo.note(thread.id, "name opened by two", who.person)
        if asked.tell:
            await repo.say(thread, "bot", "name-opened", f"{asked.asked_name}, {who.name}")
    shown = await _standing(case, asked)
    return [shown, *([Send(ToRaiser(thread.id), news())] if asked.tell else [])]


COMMAND = Command(
    name="break-glass",
    verbs={
        "glass": asks("person", ask),
        "glass.send": Verb("person", request),
        "glass.agree": Verb("person", agree),
    },
)
