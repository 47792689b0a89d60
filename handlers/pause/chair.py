"""What the chair of a pause does: a little longer, show it, once more, and what was decided."""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event
from handlers.pause.cards import post_cards, update_cards
from handlers.pause.case import PauseCase, as_chair, as_chair_deciding, as_chair_while_open
from handlers.pause.pages import DECISIONS, chair_page
from handlers.pause.rounds import end, make_longer, open_round, reveal
from handlers.shared import questions
from handlers.shared.brought import bringing, in_short
from handlers.shared.desk.notes import noting
from prompts.shapes import Callout, Choice, Form, Long, When
from prompts.words import say
from storage.schema.values import Decision, PauseKind

WHY_MOST = 1000


@as_chair
async def chair(case: PauseCase, _event: Event) -> Outcomes:
    """Shows the chair's page."""
    return [Ask(await chair_page(case))]


@as_chair
async def longer(case: PauseCase, _event: Event) -> Outcomes:
    """Adds a minute to the round."""
    if not case.in_round():
        return no("pause-round-over")
    if not case.may_last_longer():
        return no("pause-long-enough")
    told = await make_longer(case)
    return [Ask(await chair_page(case, say("pause-longer-done"))), *told]


@as_chair_while_open
async def card_again(case: PauseCase, _event: Event) -> Outcomes:
    """Posts the card at the end of every room: it couldn't be posted before, or is far up."""
    sent = await post_cards(case, await case.latest())
    return [Ask(await chair_page(case, say("pause-card-sent"))), *sent]


@as_chair
async def show(case: PauseCase, _event: Event) -> Outcomes:
    """Ends the round now, for everybody at once."""
    told = await reveal(case) if case.in_round() else []
    return [Ask(await chair_page(case)), *told]


@as_chair
async def again(case: PauseCase, _event: Event) -> Outcomes:
    """Opens a second round, after people have talked."""
    if not case.may_decide() or case.kind != "voices":
        return no("pause-not-now")
    if not case.has_round_left():
        return no("pause-two-rounds")
    case.pause.round += 1
    case.pause.longer = 0
    told = await open_round(case)
    return [Ask(await chair_page(case, say("pause-again-done"))), *told]


@as_chair_deciding
async def ask_decision(case: PauseCase, _event: Event) -> Outcomes:
    """Asks whether to go on, change or stop; in a debrief, only what comes of it."""
    kinds = () if case.decides_nothing() else (
        Choice("decision", say("pause-decision-label"),
               questions.options("pause-decision", DECISIONS)),
    )  # fmt: skip
    stopped = await case.was_stopped() and not case.decides_nothing()
    form = Form(
        title=say(f"{case.kind}-decide"),
        verb="pause.decide.send",
        subject=case.id,
        blocks=(Callout(say("pause-why-after-stop"), "warn"),) if stopped else (),
        fields=(*kinds, *_why(case, stopped)),
        submit=say("practice-decide" if _practised(case) else "pause-decide-submit"),
    )
    return [Ask(form)]


def _practised(case: PauseCase) -> bool:
    return case.kind == PauseKind.PRACTICE


def _why(case: PauseCase, stopped: bool) -> tuple[Long, ...]:
    """Asks why; after a stop whoever goes on has to say it, and the rest is asked apart. Nothing
    comes of a practice but what people take with them."""
    if _practised(case):
        label, hint = say("practice-taken"), say("practice-taken-hint")
        return (Long("why", label, hint=hint, required=False, most=WHY_MOST, says="debrief"),)
    hint = say("pause-why-hint")
    if not stopped:
        why = say("pause-why-label")
        return (Long("why", why, hint=hint, required=False, most=WHY_MOST, says="answer"),)
    going, after = say("pause-why-go-label"), say("pause-next-label")
    when = When("decision", Decision.GO)
    return (
        Long("why", going, most=WHY_MOST, when=when, says="answer"),
        Long("next", after, hint=hint, required=False, most=WHY_MOST, says="answer"),
    )


@as_chair_deciding
async def decide(case: PauseCase, event: Event) -> Outcomes:
    """Records the decision and ends the pause; what is to be done becomes referrals."""
    wrong = questions.too_long(event, {"why": WHY_MOST, "next": WHY_MOST})
    if event.one("decision") == Decision.GO and not event.one("why") and await case.was_stopped():
        wrong["why"] = say("missing-why-after-stop")
    nothing = case.decides_nothing()
    if not nothing and event.one("decision") not in DECISIONS:
        wrong["decision"] = say("missing-pause-decision")
    if wrong:
        return [Refuse(wrong)]
    case.pause.decided = Decision.DONE if nothing else Decision(event.one("decision"))
    why = "\n\n".join(filter(None, (event.one("why"), event.one("next"))))
    await case.repo.say(case.thread, "room", "decided", why)
    case.repo.note(case.id, "decided")
    await end(case)
    note = None if _practised(case) else say("pause-decided-recorded")
    page = await chair_page(case, note)
    return [Ask(page), *await update_cards(case, await case.latest())]


@as_chair
async def to_referral(case: PauseCase, _event: Event) -> Outcomes:
    """Opens the form of a referral: an action gets its owner and its day, and why it came about."""
    decided = await case.repo.said(case.thread, "room")
    why = next((s.text for s in decided if s.kind == "decided"), "")
    answers = {"what": in_short(await _about(case), why), "agency": case.home.id}
    return [bringing("referral", answers, case.thread.how)]


async def _about(case: PauseCase) -> str:
    said = await case.repo.said(case.thread, "raiser")
    return next((s.text for s in said if s.kind == "raised"), "")


@as_chair
async def to_opinion(case: PauseCase, _event: Event) -> Outcomes:
    """Opens the form of a second opinion: people from outside settle what the room can't."""
    return [bringing("second-opinion", {"what": await _about(case)}, case.thread.how)]


VERBS: Mapping[str, Verb] = {
    "pause.chair": asks("person", chair),
    "pause.longer": Verb("person", longer),
    "pause.show": Verb("person", show),
    "pause.card": Verb("person", card_again),
    "pause.again": Verb("person", again),
    "pause.decide": asks("person", ask_decision),
    "pause.decide.send": Verb("person", decide),
    "pause.to.referral": asks("person", to_referral),
    "pause.to.opinion": asks("person", to_opinion),
    **noting("pause", as_chair, page="chair"),
}
