"""Cards of a referral: which one, what is asked, by when, and who is told next."""

from datetime import datetime

from handlers.referral.case import ReferralCase
from handlers.shared.desk.deadlines import at_words
from handlers.shared.labels import agency_name, by
from prompts.shapes import Button, Callout, Card, Facts
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import Partnership, Stage
from storage.partnership.turns import Forecast
from storage.schema.values import HeardBack, State


def kind_words(kind_id: str, partnership: Partnership) -> Words:
    """Says what is asked, in the partnership's own words."""
    kind = partnership.kind(kind_id)
    return Labelled(dict(kind.name)) if kind else say("referral-kind-other")


def facts_of(case: ReferralCase) -> tuple[tuple[Words, Words], ...]:
    """Says what is asked, between whom, and by when."""
    partnership, told = case.partnership, case.thread.told_agency
    return (
        (say("fact-asked"), kind_words(case.referral.kind, partnership)),
        (say("fact-from"), agency_name(told or case.agency, partnership)),
        (say("fact-to"), case.agency_name),
        (say("fact-deadline"), _deadline(case, case.referral.due_at)),
        *_wanted_now(case),
    )


def _wanted_now(case: ReferralCase) -> tuple[tuple[Words, Words], ...]:
    """Says by when those further up are to see to it, which is later than it was due."""
    if case.referral.level == 0 or case.is_last:
        return ()
    return ((say("fact-now-by"), _deadline(case, case.referral.answer_by)),)


def _deadline(case: ReferralCase, at: datetime) -> Words:
    return by(at_words(at, case.home), over=case.is_open and at <= case.repo.now)


def next_words(case: ReferralCase, ahead: Forecast | None) -> Words:
    """Says who is told next and, with a forecast, when."""
    stages, up = case.stages, case.next_level
    last = up > len(stages)
    if ahead is None or (case.is_last and ahead.lapses is None):
        if case.is_last:
            return say("next-none")
        return say("next-fallback") if last else say("next-role", role=_role(stages[up - 1]))
    if ahead.lapses and (ahead.lapses < ahead.up or case.is_last):
        return say("next-lapse-at", at=at_words(ahead.lapses, case.home))
    at, role = at_words(ahead.up, case.home), say("next-last") if last else _role(stages[up - 1])
    return say("next-role-at", at=at, role=role)


def _role(stage: Stage) -> Words:
    return Labelled(dict(stage.name))


def owner_card(
    case: ReferralCase,
    reference: str,
    note: Words | None = None,
    ahead: Forecast | None = None,
    history: Words | None = None,
) -> Card:
    """Makes the card for its owner, or for everyone who could become it."""
    notes = [Callout(words, "note") for words in (note, history) if words]
    coming = (Callout(next_words(case, ahead), "note"),) if case.is_open else ()
    blocks = (*notes, _facts(case, reference), *coming)
    return Card(_title(case), blocks, _buttons(case))


def _facts(case: ReferralCase, reference: str) -> Facts:
    return Facts(((say("fact-reference"), Plain(reference)), *facts_of(case)))


def _title(case: ReferralCase) -> Words:
    if case.is_owned:
        return say("referral-card-owned")
    asked = case.referral.owner is not None and case.referral.level == 0
    return say("referral-card-asked" if asked else "referral-card-unowned")


def _buttons(case: ReferralCase) -> tuple[Button, ...]:
    if not case.is_open:
        return (Button(say("button-open"), "referral.open", case.id),)
    return (
        _look(case),
        Button(say("button-mine"), "referral.mine", case.id),
        Button(say("button-done"), "referral.done", case.id),
        Button(say("button-help"), "referral.help", case.id),
        Button(say("button-notmine"), "referral.notmine", case.id),
    )


def _look(case: ReferralCase) -> Button:
    return Button(say("button-open"), "referral.open", case.id, "primary")


def referrer_card(case: ReferralCase, reference: str, note: Words) -> Card:
    """Makes the card for whoever made it: what happened, and whether they have heard back."""
    buttons = [_look(case)]
    if case.thread.state != State.CLOSED and case.referral.heard == HeardBack.ASKED:
        buttons.append(Button(say("button-heard"), "referral.heard", case.id))
        buttons.append(Button(say("button-further"), "referral.further", case.id))
    blocks = (Callout(note, "note"), _facts(case, reference))
    return Card(say("referral-card-referrer"), blocks, tuple(buttons))


def helper_card(case: ReferralCase, reference: str, note: Words) -> Card:
    """Makes the card for a helper: whoever has it needs help, and it stays theirs."""
    blocks = (Callout(note, "note"), _facts(case, reference))
    return Card(say("referral-card-help"), blocks, (_look(case),))


def past_card(case: ReferralCase, reference: str, note: Words) -> Card:
    """Makes the card for those who had it, once somebody else has it or it is done."""
    shown = Facts(((say("fact-reference"), Plain(reference)),))
    look = Button(say("button-open"), "referral.open", case.id)
    return Card(say("referral-card-past"), (Callout(note, "done"), shown), (look,))
