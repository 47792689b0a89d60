"""Challenging a decision: `/challenge`, the sentence it helps to write, and where it goes."""

from collections.abc import Collection
from dataclasses import replace

from handlers.challenge import adopting, answering, drafting, escalation, moderation
from handlers.challenge.case import ChallengeCase
from handlers.challenge.form import (
    DECISION_MOST,
    NO_OWNER,
    challenge_form,
    owner_options,
    problems,
)
from handlers.challenge.kind import KIND
from handlers.challenge.responders import everybody_asked
from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import RECEIPT, Event, Named, Raiser, Visitor
from handlers.shared import brought, questions
from handlers.shared.identifying.words import doubts
from handlers.shared.labels import agency_name
from handlers.shared.people.recipients import FIELD, NamedRecipients, named_recipients
from handlers.shared.questions import Called
from handlers.shared.release import send_or_hold
from handlers.shared.threads import begin, new_thread, sent_page
from prompts.shapes import Block, Callout, Form, Said, Text
from prompts.words import Plain, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema import Challenge
from storage.schema.values import ChallengeLevel, How, ThreadCommand

WRITTEN = ("decision", "reference", "what", "ask", drafting.SENTENCE, drafting.ANEW)


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form, anonymous at first; words brought along are cut to fit."""
    fitting = {**event.answers, "decision": event.one("decision")[:DECISION_MOST]}
    asked = replace(event, answers=fitting)
    if not (event.one(FIELD) or event.one("owner_id")):
        form = challenge_form(who.agency, asked, repo.partnership, repo.now)
        return [Ask(brought.on(form, event))]
    # Refused, it is asked again with the questions that its answers led to, and what they said.
    found = await _called(who, event, repo)
    owners = owner_options(found) if event.one("owner_id") else ()
    form = challenge_form(who.agency, asked, repo.partnership, repo.now, owners=owners)
    named = await _named(who, event, found, repo) if event.one(FIELD) else NamedRecipients()
    return [Ask(brought.on(named.on(form), event))]


async def _called(who: Visitor | Raiser, event: Event, repo: Repository) -> Called:
    me = who.person if isinstance(who, Named) else None  # nobody owns what they challenge
    return await questions.called(event, event.one("agency"), repo, me)


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form, drafts a sentence to look over, and starts the challenge.

    In danger it goes out in the challenger's own words, and to managers where we don't know whose
    decision it was. Nothing is asked twice but whether it is about a recipient who is named.
    """
    if errors := problems(event, repo.partnership):
        return [Refuse(errors)]
    said, event = event, drafting.in_one_language(event, repo.partnership)
    found = await _called(who, event, repo)
    named = await _named(who, event, found, repo)
    if asked := await _asked_again(who, event, found, named, repo, anew=said is not event):
        return [Ask(named.on(asked))]
    case = await _begin(who, event, found.one, named.out, repo)
    sent = await send_or_hold(case.thread, repo, escalation.release)
    return [Ask(_sent(case, event, found)), *sent]


async def _named(
    who: Visitor | Raiser, event: Event, found: Called, repo: Repository
) -> NamedRecipients:
    return await named_recipients(event, WRITTEN, await _asked(who, event, found, repo), repo)


async def _asked(
    who: Visitor | Raiser, event: Event, found: Called, repo: Repository
) -> set[PersonId]:
    agency, how = event.one("agency"), event.one("how")
    owner = found.one.person if found.one else None
    told = who.agency if how == How.ANONYMOUS and event.one("tell_agency") == "yes" else None
    return await everybody_asked(agency, how, told, owner, repo)


async def _asked_again(
    who: Raiser,
    event: Event,
    found: Called,
    named: NamedRecipients,
    repo: Repository,
    anew: bool,
) -> Form | None:
    """Shows the form with a sentence to look over, doubts, or whom a name may mean, if anybody."""
    if event.one("danger") == "yes":
        form = challenge_form(who.agency, event, repo.partnership, repo.now)
        return form if named.asks else None
    warnings = await _doubts(who, event, found, repo)
    choosing = found.one is None and found.typed and event.one("owner_id") != NO_OWNER
    if drafting.sentence(event) and not (warnings or choosing or named.asks or anew):
        return None
    owners = owner_options(found)
    form = challenge_form(
        who.agency, event, repo.partnership, repo.now, warnings, owners, drafting=True
    )
    unknown = (Callout(_unknown(found, event, repo), "warn"),) if found.unknown else ()
    drafted = (drafting.drafted_anew(repo.partnership),) if anew else ()
    return replace(form, blocks=(*drafted, *unknown, *form.blocks))


async def _doubts(
    who: Raiser, event: Event, found: Called, repo: Repository
) -> tuple[Callout, ...]:
    reached = await _asked(who, event, found, repo) | {k.person for k in found.people}
    told = drafting.language_told(event, repo.partnership)
    return (*await doubts(who, event, WRITTEN, reached, repo), *told)


def _unknown(found: Called, event: Event, repo: Repository) -> Words:
    name, agency = Plain(found.typed), agency_name(event.one("agency"), repo.partnership)
    unknown = say("owner-unknown", name=name, agency=agency)
    return say("owner-yourself", name=name) if found.yours else unknown


async def _begin(
    who: Raiser, event: Event, owner: Known | None, out: Collection[str], repo: Repository
) -> ChallengeCase:
    thread = new_thread(ThreadCommand("challenge"), "decision", who, event, repo)
    thread.keeps = event.one("keeps") == "yes"
    parts = {name: event.one(name) for name in ("decision", "ask", "owner")}
    parts = {"sentence": drafting.sentence(event), **parts} | ({"owner": ""} if owner else {})
    await begin(thread, event, repo, parts, left_out=sorted(out))
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


def _sent(case: ChallengeCase, event: Event, found: Called) -> Form:
    blocks: list[Block] = []
    code = case.thread.how == How.ANONYMOUS and event.one("replies") == "receipt"
    if code:
        blocks += [Said(say("receipt-yours"), RECEIPT), Callout(say("receipt-keep"), "warn")]
        blocks.append(Text(say("receipt-where")))
    if case.challenge.owner is None and found.typed:
        agency = case.agency_name
        unknown = say("owner-not-known", agency=agency)
        yours = say("owner-not-yourself", agency=agency)
        blocks.append(Text(yours if found.yours else unknown))
    return sent_page("challenge", case.thread, case.repo, *blocks, code=code)


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
