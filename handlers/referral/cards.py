"""Cards of a referral: which one, what is asked, by when, and who is told next."""

from datetime import datetime, time, timedelta

from handlers.shared.labels import named
from prompts.shapes import Block, Button, Callout, Card, Facts
from prompts.words import Day, Labelled, Plain, Words, say
from storage.partnership import Agency, AgencyId, Partnership, Stage, WorkingTime
from storage.partnership.turns import Forecast
from storage.schema import Referral, Thread
from storage.schema.values import State


def kind_words(kind_id: str, partnership: Partnership) -> Words:
    """What is asked, in the partnership's own words."""
    kind = partnership.kind(kind_id)
    return Labelled(dict(kind.name)) if kind else say("referral-kind-other")


def facts_of(thread: Thread, referral: Referral, partnership: Partnership) -> Facts:
    """What is asked, between whom, and by when."""
    agency = partnership.agency(AgencyId(thread.agency))
    return Facts(
        (
            (say("fact-asked"), kind_words(referral.kind, partnership)),
            (say("fact-from"), named(thread.told_agency or thread.agency, partnership)),
            (say("fact-to"), named(thread.agency, partnership)),
            (say("fact-deadline"), due_words(referral, agency)),
            *_wanted_now(referral, agency, partnership),
        )
    )


def _wanted_now(
    referral: Referral, agency: Agency, partnership: Partnership
) -> tuple[tuple[Words, Words], ...]:
    """By when those further up are to see to it, which is later than it was due."""
    if not 0 < referral.level <= len(stages_above(partnership)):
        return ()
    return ((say("fact-now-by"), at_words(referral.answer_by, agency)),)


def due_words(referral: Referral, agency: Agency) -> Words:
    """The day it is due and, where that matters, the time, on the agency's own clock."""
    return at_words(referral.due_at, agency)


def at_words(at: datetime, agency: Agency) -> Words:
    """A day and a time on an agency's own clock."""
    local = WorkingTime(agency).local(at)
    if local.time() == time(0):  # the end of the day before, as people say it
        return say("due-midnight", day=Day(local.date() - timedelta(days=1)))
    return say("due-at", day=Day(local.date()), time=Plain(f"{local:%H:%M}"))


def owner_card(
    thread: Thread,
    referral: Referral,
    reference: str,
    partnership: Partnership,
    note: Words | None = None,
    *,
    told_next: Words | None = None,
    history: Words | None = None,
) -> Card:
    """Before its owner, or before everyone who could become it."""
    blocks: list[Block] = [Callout(words, "note") for words in (note, history) if words]
    shown = (say("fact-reference"), Plain(reference))
    blocks.append(Facts((shown, *facts_of(thread, referral, partnership).rows)))
    if thread.state in (State.OPEN, State.PICKED):
        blocks.append(
            Callout(told_next or next_words(referral, AgencyId(thread.agency), partnership), "note")
        )
    return Card(_title(thread, referral), tuple(blocks), _buttons(thread))


def _title(thread: Thread, referral: Referral) -> Words:
    if thread.state == State.PICKED:
        return say("referral-card-owned")
    asked = referral.owner is not None and referral.level == 0
    return say("referral-card-asked" if asked else "referral-card-unowned")


def next_words(referral: Referral, agency_id: AgencyId, partnership: Partnership) -> Words:
    """Who is told next, where it isn't known when."""
    stages = stages_above(partnership)
    if referral.level > len(stages):
        return say("next-none")
    up = level_above(referral.level, agency_id, partnership)
    if up > len(stages):
        return say("next-fallback")
    return say("next-role", role=Labelled(dict(stages[up - 1].name)))


def told_next(
    thread: Thread, referral: Referral, partnership: Partnership, ahead: Forecast | None
) -> Words:
    """Who is told next, and when, unless there is news or it is done."""
    agency = partnership.agency(AgencyId(thread.agency))
    stages = stages_above(partnership)
    if ahead is None or (referral.level > len(stages) and ahead.lapses is None):
        return next_words(referral, agency.id, partnership)
    if ahead.lapses and (ahead.lapses < ahead.up or referral.level > len(stages)):
        return say("next-lapse-at", at=at_words(ahead.lapses, agency))
    at, up = at_words(ahead.up, agency), level_above(referral.level, agency.id, partnership)
    role = say("next-last") if up > len(stages) else Labelled(dict(stages[up - 1].name))
    return say("next-either-at" if ahead.lapses else "next-role-at", at=at, role=role)


def stages_above(partnership: Partnership) -> list[Stage]:
    """The partnership's roles above the owner, in order."""
    return [stage for stage in partnership.stages if stage.answers != "owner"]


def level_above(level: int, agency: AgencyId, partnership: Partnership) -> int:
    """The next level on which somebody can be asked; beyond the stages it is the last resort."""
    stages, up = stages_above(partnership), level + 1
    while up <= len(stages) and not partnership.answering(stages[up - 1], agency):
        up += 1
    return min(up, len(stages) + 1)


def _buttons(thread: Thread) -> tuple[Button, ...]:
    if thread.state not in (State.OPEN, State.PICKED):
        return (Button(say("button-open"), "referral.open", thread.id),)
    return (
        Button(say("button-open"), "referral.open", thread.id, "primary"),
        Button(say("button-mine"), "referral.mine", thread.id),
        Button(say("button-done"), "referral.done", thread.id),
        Button(say("button-help"), "referral.help", thread.id),
        Button(say("button-notmine"), "referral.notmine", thread.id),
    )


def referrer_card(
    thread: Thread, referral: Referral, reference: str, partnership: Partnership, note: Words
) -> Card:
    """Before whoever made it: what happened, and whether they have heard back."""
    shown = (say("fact-reference"), Plain(reference))
    asks = thread.state in (State.OPEN, State.PICKED, State.ANSWERED) and referral.heard == "asked"
    buttons = [Button(say("button-open"), "referral.open", thread.id, "primary")]
    if asks:
        buttons.append(Button(say("button-heard"), "referral.heard", thread.id))
        buttons.append(Button(say("button-further"), "referral.further", thread.id))
    facts = Facts((shown, *facts_of(thread, referral, partnership).rows))
    return Card(say("referral-card-referrer"), (Callout(note, "note"), facts), tuple(buttons))


def helper_card(
    thread: Thread, referral: Referral, reference: str, partnership: Partnership, note: Words
) -> Card:
    """Whoever has it needs help, and it stays theirs."""
    facts = Facts(
        ((say("fact-reference"), Plain(reference)), *facts_of(thread, referral, partnership).rows)
    )
    look = Button(say("button-open"), "referral.open", thread.id, "primary")
    return Card(say("referral-card-help"), (Callout(note, "note"), facts), (look,))


def past_card(thread: Thread, reference: str, note: Words) -> Card:
    """Somebody else has it now, or it is done."""
    shown = Facts(((say("fact-reference"), Plain(reference)),))
    look = Button(say("button-open"), "referral.open", thread.id)
    return Card(say("referral-card-past"), (Callout(note, "done"), shown), (look,))
