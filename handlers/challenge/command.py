"""Challenging a decision: `/challenge`, the sentence it helps to write, and where it goes."""

from dataclasses import replace

from handlers.challenge import adopting, answering, escalation, moderation
from handlers.challenge.case import ChallengeCase
from handlers.challenge.form import DECISION_MOST, challenge_form, problems
from handlers.challenge.kind import KIND
from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import RECEIPT, Event, Raiser, Visitor
from handlers.shared import questions
from handlers.shared.identifying import doubts
from handlers.shared.questions import Called
from handlers.shared.release import send_or_hold
from handlers.shared.threads import begin, new_thread, sent_page
from prompts.shapes import Block, Callout, Form, Said, Text
from prompts.words import say
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema import Challenge
from storage.schema.values import ChallengeLevel, How, ThreadCommand

WRITTEN = ("decision", "reference", "what", "ask", "sentence")


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form, anonymous at first; words brought along are cut to fit."""
    brought = {**event.answers, "decision": event.one("decision")[:DECISION_MOST]}
    asked = replace(event, answers=brought)
    return [Ask(challenge_form(who.agency, asked, repo.partnership, repo.now))]


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form, drafts a sentence to look over, and starts the challenge.

    In danger nothing is asked twice: it goes out in the challenger's own words.
    """
    if errors := problems(event, repo.partnership):
        return [Refuse(errors)]
    found = await questions.called(event, event.one("agency"), repo)
    if event.one("danger") != "yes" and (asked := await _asked_again(who, event, found, repo)):
        return [Ask(asked)]
    case = await _begin(who, event, found.one, repo)
    sent = await send_or_hold(case.thread, repo, escalation.release)
    return [Ask(_sent(case, event)), *sent]


async def _asked_again(who: Raiser, event: Event, found: Called, repo: Repository) -> Form | None:
    """Shows the form with a sentence to look over, doubts, or several whom a name may mean."""
    without = {k.person for k in found.people}
    warnings = await doubts(who, event, WRITTEN, without, repo)
    choosing = found.unclear and event.one("owner_id") != "none"
    if event.one("sentence") and not warnings and not choosing:
        return None
    return challenge_form(
        who.agency, event, repo.partnership, repo.now, warnings, found.options, drafting=True
    )


async def _begin(who: Raiser, event: Event, owner: Known | None, repo: Repository) -> ChallengeCase:
    thread = new_thread(ThreadCommand("challenge"), "decision", who, event, repo)
    thread.keeps = event.one("keeps") == "yes"
    parts = {name: event.one(name) for name in ("sentence", "decision", "ask", "owner")}
    await begin(thread, event, repo, parts | ({"owner": ""} if owner else {}))
    challenge = Challenge(
        partnership_id=repo.partnership.id,
        thread_id=thread.id,
        level=ChallengeLevel(event.one("level")),
        owner=owner.person if owner else None,
        owner_name=owner.name if owner else None,
    )
    await repo.challenges.begin(challenge)
    repo.note(thread.id, "challenged")
    return ChallengeCase(thread, repo, challenge)


def _sent(case: ChallengeCase, event: Event) -> Form:
    blocks: list[Block] = []
    if case.thread.how == How.ANONYMOUS and event.one("replies") == "receipt":
        blocks += [Said(say("receipt-yours"), RECEIPT), Callout(say("receipt-keep"), "warn")]
        blocks.append(Text(say("receipt-where")))
    if case.challenge.owner is None and event.one("owner"):
        agency = case.agency_name
        blocks.append(Text(say("owner-not-known", agency=agency)))
    return sent_page("challenge", case.thread, case.repo, *blocks)


COMMAND = Command(
    name="challenge",
    menu=Menu(20, EVERYWHERE, flag="flag-decision", plain=True),
    kinds={"challenge": KIND},
    verbs={
        "challenge": asks("anyone", start),
        "challenge.send": Verb("raising", send),
        **answering.VERBS,
        **adopting.VERBS,
        **moderation.VERBS,
    },
    steps=escalation.STEPS,
)
