"""Challenging a decision: `/challenge`, the sentence it helps to write, and where it goes."""

from dataclasses import replace

from handlers.challenge import adopting, answering, escalation, moderation
from handlers.challenge.case import ChallengeCase
from handlers.challenge.form import DECISION_MOST, challenge_form, problems
from handlers.challenge.kind import KIND
from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import RECEIPT, Event, Raiser, Visitor
from handlers.shared.identifying import doubts
from handlers.shared.labels import agency_label
from handlers.shared.release import send_or_hold
from handlers.shared.threads import danger_first, link_of, new_thread
from prompts.shapes import Button, Callout, Form, Option, Said, Text
from prompts.words import Plain, say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema import Challenge
from storage.schema.values import ChallengeLevel, How, ThreadCommand


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form, anonymous at first; words brought along are cut to fit."""
    brought = {**event.answers, "decision": event.one("decision")[:DECISION_MOST]}
    return [Ask(challenge_form(who.agency, replace(event, answers=brought), repo.partnership))]


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form, drafts a sentence to look over, and starts the challenge.

    In danger nothing is asked twice: it goes out in the challenger's own words.
    """
    errors = problems(event, repo.partnership)
    if errors:
        return [Refuse(errors)]
    found = await _owners(event, repo)
    danger = event.one("danger") == "yes"
    if not danger:
        asked = await _asked_again(who, event, found, repo)
        if asked is not None:
            return [Ask(asked)]
    owner = _owner(event, found)
    case = await _begin(who, event, owner, repo)
    sent = await send_or_hold(case.thread, repo, escalation.release)
    return [Ask(_sent(case, event)), *sent]


async def _owners(event: Event, repo: Repository) -> list[Known]:
    """Everybody in that agency whose name it may be."""
    if not event.one("owner"):
        return []
    return await repo.people.called(event.one("owner"), AgencyId(event.one("agency")))


async def _asked_again(
    who: Raiser, event: Event, found: list[Known], repo: Repository
) -> Form | None:
    """The form once more: with a sentence to look over, doubts, or several whom a name may mean."""
    several = len(found) > 1
    choosing = several and event.one("owner_id") not in {"none", *(k.person for k in found)}
    text = "\n".join(event.one(n) for n in ("decision", "reference", "what", "ask", "sentence"))
    without = {k.person for k in found}
    warnings = () if event.one("anyway") else await doubts(who, text, without, repo)
    if event.one("sentence") and not warnings and not choosing:
        return None
    owners = tuple(Option(k.person, Plain(k.name)) for k in found) if several else ()
    return challenge_form(who.agency, event, repo.partnership, warnings, owners, drafting=True)


def _owner(event: Event, found: list[Known]) -> Known | None:
    if len(found) == 1:
        return found[0]
    return next((k for k in found if k.person == event.one("owner_id")), None)


async def _begin(who: Raiser, event: Event, owner: Known | None, repo: Repository) -> ChallengeCase:
    keeps = event.one("keeps") == "yes"
    thread = new_thread(ThreadCommand("challenge"), "decision", who, event, repo, keeps)
    repo.begin(thread)
    await repo.say(
        thread,
        "raiser",
        "raised",
        event.one("what"),
        reference=event.one("reference"),
        link=link_of(who, event),
        parts={
            "sentence": event.one("sentence"),
            "decision": event.one("decision"),
            "ask": event.one("ask"),
            "owner": "" if owner else event.one("owner"),
        },
    )
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
    thread, agency = case.thread, agency_label(case.home)
    blocks = danger_first(thread, case.repo)
    blocks.append(Callout(say(f"challenge-sent-{thread.release}", agency=agency), "done"))
    if thread.how == How.ANONYMOUS and event.one("replies") == "receipt":
        blocks += [Said(say("receipt-yours"), RECEIPT), Callout(say("receipt-keep"), "warn")]
        blocks.append(Text(say("receipt-where")))
    if case.challenge.owner is None and event.one("owner"):
        blocks.append(Text(say("owner-not-known", agency=agency)))
    blocks.append(Text(say("challenge-sent-next")))
    return Form(
        title=say("challenge-sent-title"),
        blocks=tuple(blocks),
        buttons=(Button(say("mine-button"), "mine"),),
    )


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
