"""Answering a challenge: the owner of the decision, a second reader, a stage, a lead who adopts it.

They change the decision, adapt it or keep it, always with a reason; or ask, or name who can answer.
"""

from collections.abc import Mapping

from handlers.challenge.cards import challenge_card, pointed_card
from handlers.challenge.escalation import CLOCK, asked_anew
from handlers.challenge.pages import lying_before, show
from handlers.contract import Ask, Event, Named, Outcomes, Refuse, Update, Verb, asks, no
from handlers.shared import questions
from handlers.shared.pages import ASIDE, done, text_wrong
from handlers.shared.release import speak
from prompts.shapes import Choice, Form, Long, Option
from prompts.words import Plain, say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema import Challenge, Thread
from storage.schema.values import State, ThreadRole

VERDICTS = ("change", "adapt", "keep")
TEXT_MOST = 2500
POINTED_MOST = 2
"""So often it can be handed to somebody else; an answer is owed in the end."""
SPEAK = (
    ThreadRole.OWNER,
    ThreadRole.READER,
    ThreadRole.STAGE,
    ThreadRole.PERSON,
    ThreadRole.REVIEWER,
    ThreadRole.ADOPTER,
)


def _may_answer(thread: Thread, challenge: Challenge, part: str) -> bool:
    return part == challenge.step != ThreadRole.ADOPT and thread.state == State.OPEN


async def open_challenge(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Everything that was said, and what they can do now."""
    found = await lying_before(who, event, repo)
    if found is None:
        return no("not-for-you")
    thread, challenge, _ = found
    return [await show(who, thread, challenge, repo)]


async def ask_verdict(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Change it, adapt it, or keep it, and why."""
    found = await lying_before(who, event, repo)
    if found is None or not _may_answer(*found):
        return no("not-yours-to-answer")
    thread, _, _ = found
    return [
        Ask(
            Form(
                title=say("verdict-title"),
                verb="challenge.answer.send",
                subject=thread.id,
                fields=(
                    Choice(
                        "verdict",
                        say("verdict-label"),
                        tuple(
                            Option(v, say(f"verdict-{v}"), say(f"verdict-{v}-hint"))
                            for v in VERDICTS
                        ),
                    ),
                    Long("text", say("verdict-why"), hint=say("close-hint"), most=TEXT_MOST),
                ),
                submit=say("verdict-submit"),
            )
        )
    ]


async def give_verdict(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The answer, with its reason; whoever raised it then says whether that settles it."""
    found = await lying_before(who, event, repo)
    if found is None or not _may_answer(*found):
        return no("not-yours-to-answer")
    thread, challenge, part = found
    errors = text_wrong(event.one("text"), TEXT_MOST)
    if event.one("verdict") not in VERDICTS:
        errors["verdict"] = say("missing-verdict")
    if errors:
        return [Refuse(errors)]
    others = [p for p, has in (await repo.audience(thread)).items() if has == part]
    _has_it(who, thread)
    challenge.due = None
    await repo.timers.forget(thread.id, *CLOCK)
    repo.note(thread.id, f"answered: {event.one('verdict')}", who.person)
    sent = await speak(thread, f"verdict-{event.one('verdict')}", event.one("text"), repo)
    card = challenge_card(thread, challenge, repo.partnership, say("card-answer-given"))
    updates = [Update(p, thread.id, card) for p in others]
    return [Ask(done("verdict-done-title", "verdict-done")), *sent, *updates]


def _has_it(who: Named, thread: Thread) -> None:
    thread.state, thread.picked_by, thread.picked_name = State.PICKED, who.person, who.name


def _saying(kind: str, parts: tuple[str, ...]) -> dict[str, Verb]:
    async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
        found = await lying_before(who, event, repo)
        if found is None or found[2] not in parts:
            return no("not-yours-to-answer")
        form = Form(
            title=say(f"{kind}-title"),
            verb=f"challenge.{kind}.send",
            subject=found[0].id,
            fields=(Long("text", say(f"{kind}-label"), hint=say(f"{kind}-hint"), most=TEXT_MOST),),
            submit=say(f"{kind}-submit"),
        )
        return [Ask(form)]

    async def take(who: Named, event: Event, repo: Repository) -> Outcomes:
        found = await lying_before(who, event, repo)
        if found is None or found[2] not in parts:
            return no("not-yours-to-answer")
        if errors := text_wrong(event.one("text"), TEXT_MOST):
            return [Refuse(errors)]
        thread, _, part = found
        said = f"outcome-{kind}" if kind == "close" else kind
        repo.note(thread.id, f"said: {kind}", who.person)
        if kind == "close":
            _has_it(who, thread)
            await repo.timers.forget(thread.id, *CLOCK)
        # The owner of a diverted thread isn't shown what its reviewer says.
        said += ASIDE if part == ThreadRole.REVIEWER else ""
        sent = await speak(thread, said, event.one("text"), repo)
        return [Ask(done(f"{kind}-done-title", f"{kind}-done")), *sent]

    return {
        f"challenge.{kind}": asks("person", ask),
        f"challenge.{kind}.send": Verb("person", take),
    }


async def ask_who(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Somebody else can answer: who, and where?"""
    found = await lying_before(who, event, repo)
    if found is None or found[2] != ThreadRole.OWNER or not _may_answer(*found):
        return no("not-yours-to-answer")
    return [Ask(_point_form(found[0], event, repo))]


def _point_form(
    thread: Thread, event: Event, repo: Repository, owners: tuple[Option, ...] = ()
) -> Form:
    asked = event.one("agency") or thread.home
    return Form(
        title=say("point-title"),
        verb="challenge.point.send",
        subject=thread.id,
        fields=(
            questions.agency(say("point-agency-label"), repo.partnership, asked),
            questions.owner(say("point-label"), say("point-hint"), event, required=True),
            *questions.which_owner(owners, event),
        ),
        submit=say("point-submit"),
    )


async def point(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The one who was named is asked now, and whoever raised it is told."""
    found = await lying_before(who, event, repo)
    if found is None or found[2] != ThreadRole.OWNER or not _may_answer(*found):
        return no("not-yours-to-answer")
    thread, challenge, _ = found
    if event.one("agency") not in {a.id for a in repo.partnership.agencies}:
        return [Refuse({"agency": say("missing-agency")})]
    known = await repo.people.called(event.one("owner"), AgencyId(event.one("agency")))
    known = [k for k in known if k.person != who.person]
    pointed = [s for s in await repo.said(thread, "lead") if s.kind == "pointed"]
    if len(pointed) >= POINTED_MOST:
        return [Refuse({"": say("point-enough")})]
    if not known:
        return [Refuse({"owner": say("point-nobody")})]
    meant = [k for k in known if k.person == event.one("owner_id")] or known
    if len(meant) > 1:
        owners = tuple(Option(k.person, Plain(k.name)) for k in known)
        return [Ask(_point_form(thread, event, repo, owners))]
    return await _pointed(who, meant[0], thread, challenge, event, repo)


async def _pointed(
    who: Named, to: Known, thread: Thread, challenge: Challenge, event: Event, repo: Repository
) -> Outcomes:
    before = [p for p, part in (await repo.audience(thread)).items() if part == ThreadRole.OWNER]
    for person in before:
        await repo.set_role(thread, person, ThreadRole.PAST)
    thread.agency = event.one("agency")
    challenge.owner, challenge.owner_name = to.person, to.name
    repo.note(thread.id, "pointed to another", who.person)
    sent = await asked_anew(thread, challenge, repo, to.name)
    passed = pointed_card(thread, repo.partnership)
    return [
        Ask(done("point-done-title", "point-done")),
        *(Update(p, thread.id, passed) for p in before),
        *sent,
    ]


VERBS: Mapping[str, Verb] = {
    "challenge.open": asks("person", open_challenge, looks=True),
    "challenge.answer": asks("person", ask_verdict),
    "challenge.answer.send": Verb("person", give_verdict),
    "challenge.point": asks("person", ask_who),
    "challenge.point.send": Verb("person", point),
    **_saying("reply", SPEAK),
    **_saying("ask", SPEAK),
    **_saying("close", (ThreadRole.ADOPTER, ThreadRole.PERSON)),
}
