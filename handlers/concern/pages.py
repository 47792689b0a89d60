"""The page on which a lead reads a concern."""

from handlers.concern.beside import beside_button
from handlers.concern.case import LeadCase
from handlers.contract.outcomes import Ask
from handlers.shared.agreed import agreed_about
from handlers.shared.cards import summary_of
from handlers.shared.cases import opened_by
from handlers.shared.desk.notes import notes_of
from handlers.shared.desk.tags import tag_button, tags_on
from handlers.shared.desk.telling import story_buttons
from handlers.shared.desk.thanking import was_thanked
from handlers.shared.desk.themes import same_reference
from handlers.shared.desk.timeline import CONCERN, timeline
from handlers.shared.labels import agency_name, code_row
from handlers.shared.pages import conversation
from prompts.shapes import Button, Callout, Facts, Form
from prompts.words import Day, Plain, Words, say
from storage.schema.values import How, State


async def show(case: LeadCase, note: Words | None = None) -> Ask:
    """Shows everything that a lead may read, and what they can do now.

    The one lead who has it in confidence reads the name on top.
    """
    noted = (Callout(note, "note"),) if note else ()
    said = await conversation(case.thread, "lead", case.repo)
    we = agreed_about(case.thread, case.partnership)
    same = await same_reference(case.thread, case.who.person, case.repo)
    facts = Facts((*_facts(case, await _who(case)), *same, *await tags_on(case)))
    blocks = (*noted, summary_of(case.thread), facts, *we, *said)
    page = Form(
        title=say("lead-page-title"),
        blocks=blocks,
        sections=(
            *await notes_of(case.thread, case.repo, "thread", after=await _passed(case)),
            await timeline(case.thread, CONCERN, case.repo),
        ),
        buttons=(
            *await story_buttons(case.thread, case.who, case.repo),
            *_buttons(case, thanked=await was_thanked(case.thread, case.repo)),
            *await beside_button(case),
        ),
    )
    return Ask(page, name_of=case.id if case.learns_name() else "")


async def _passed(case: LeadCase) -> int:
    """Finds the message with which it came from elsewhere: what was noted there stayed there.

    Those who had it may have known a name that doesn't go along.
    """
    said = await case.repo.said(case.thread, "lead")
    return max((each.number for each in said if each.kind == "passed"), default=0)


def _facts(case: LeadCase, who: Words) -> tuple[tuple[Words, Words], ...]:
    thread = case.thread
    rows: list[tuple[Words, Words]] = [
        (say("fact-topic"), say(f"topic-{thread.topic}")),
        (say("fact-day"), Day(thread.day)),
        (say("fact-who"), who),
        code_row(thread),
        (say("fact-thread"), Plain(thread.id)),
    ]
    if thread.told_agency and thread.name_goes:
        rows.append((say("fact-agency"), agency_name(thread.told_agency, case.partnership)))
    return tuple(rows)


async def _who(case: LeadCase) -> Words:
    thread = case.thread
    if await opened_by(case.who.person, thread, case.repo):
        return say("who-opened", button=say("button-glass"))
    if thread.how == How.NAMED and thread.name_goes:
        return Plain(thread.raiser_name or "")
    if thread.how == How.ANONYMOUS:
        return say("who-anonymous")
    return say("who-confidence" if thread.name_goes else "who-withheld")


def _buttons(case: LeadCase, *, thanked: bool) -> tuple[Button, ...]:
    def button(kind: str, primary: bool = False) -> Button:
        return Button(
            say(f"button-{kind}"), f"thread.{kind}", case.id, "primary" if primary else "plain"
        )

    needs_name = case.thread.how == How.CONFIDENCE and not case.learns_name()
    refer = Button(say("referral-button"), "thread.refer", case.id)
    tag = tag_button("thread", case.id)
    glass = (Button(say("button-glass"), "glass", case.id),) if needs_name else ()
    if case.thread.state == State.OPEN:
        return (button("pick", True), button("pass"), *glass, refer, tag)
    if not case.is_mine():
        return (*glass, tag)
    thanks = () if thanked else (button("thanks"),)
    talk = button("reply", True), button("ask"), button("update"), *thanks, button("close")
    return (*talk, button("pass"), *glass, refer, tag)
