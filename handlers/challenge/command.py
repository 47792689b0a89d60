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
from handlers.shared.labels import agency_name, known_as
from handlers.shared.people.recipients import FIELD, NamedRecipients, named_recipients
from handlers.shared.questions import Called
from handlers.shared.release import send_or_hold
from handlers.shared.steps.warnings import Warnings, beside, to_check, warned
from handlers.shared.threads import begin, new_thread, sent_page
from prompts.shapes import Block, Callout, Form, Said, Text
from prompts.words import Plain, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema import Challenge
from storage.schema.values import ChallengeLevel, How, ThreadCommand

WRITTEN = ("decision", "reference", "what", "ask", drafting.SENTENCE, drafting.ANEW)


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form, anonymous at first; words brought along are cut to fit."""
    fitting = {**event.answers, "decision": event.one("decision")[:DECISION_MOST]}
    asked = replace(event, answers=fitting)
    if not (event.one(FIELD) or event.one("owner_id")):
        form = challenge_form(who.agency, asked, repo.partnership, repo.now)
        return [Ask(brought.on(beside(form, {}, event), event))]
    # Refused, it is asked again with the questions that its answers led to, and what they said.
    found = await _called(who, event, repo)
    owners = owner_options(found) if event.one("owner_id") else ()
    form = challenge_form(who.agency, asked, repo.partnership, repo.now, owners=owners)
    named = await _named(who, event, found, repo) if event.one(FIELD) else NamedRecipients()
    return [Ask(brought.on(named.on(beside(form, {}, event)), event))]


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
        return [Ask(brought.about_message(asked, event))]
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
        return to_check(named.on(form), FIELD) if named.asks else None
    warnings = await _doubts(who, event, found, repo)
    choosing = found.one is None and found.typed and event.one("owner_id") != NO_OWNER
    if drafting.sentence(event) and not (warnings or choosing or named.asks or anew):
        return None
    owners = owner_options(found)
    form = challenge_form(who.agency, event, repo.partnership, repo.now, owners, drafting=True)
    form = beside(form, warnings, event)
    form = named.on(form)
    unknown = (Callout(_unknown(found, event, repo), "warn"),) if found.unknown else ()
    drafted = (drafting.drafted_anew(repo.partnership),) if anew else ()
    form = replace(form, blocks=(*drafted, *unknown, *form.blocks))
    whose = ("agency", "owner") if found.unknown else ()
    which = ("owner_id",) if choosing else ()
    return to_check(form, drafting.name_of(event), *named.asked, *whose, *which)


async def _doubts(who: Raiser, event: Event, found: Called, repo: Repository) -> Warnings:
    reached = await _asked(who, event, found, repo) | {k.person for k in found.people}
    told = drafting.language_told(event, repo.partnership)
    found_so_far = await doubts(who, event, WRITTEN, reached, repo)
    sentence = drafting.name_of(event)
    before = [found_so_far[sentence].words] if sentence in found_so_far else []
    return found_so_far | warned(sentence, *before, *told)


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
    if found.one is not None:
        blocks.append(Text(say("owner-known", name=known_as(found.one, case.partnership))))
    elif found.typed:
        agency = case.agency_name
        unknown = say("owner-not-known", agency=agency)
        yours = say("owner-not-yourself", agency=agency)
        blocks.append(Text(yours if found.yours else unknown))
    return sent_page("challenge", case.thread, case.repo, *blocks, code=code)


COMMAND = Command(
    name="challenge",
    menu=Menu(20, EVERYWHERE, flag="flag-decision", plain=True, group="speak"),
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
