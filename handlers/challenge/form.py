"""The form of a challenge: its questions, what is wrong with them, the sentence it drafts."""

from collections.abc import Mapping
from datetime import datetime

from handlers.challenge.drafting import (
    LEVELS,
    REASONS,
    SENTENCE_MOST,
    is_asked,
    name_of,
    sentence_field,
)
from handlers.contract.people import Event
from handlers.shared import brought, questions
from handlers.shared.questions import Called
from handlers.shared.steps.folds import fold, joined
from prompts.shapes import Callout, Choice, Field, Form, Line, Option, Tick
from prompts.words import Plain, Words, say
from storage.partnership import AgencyId, Partnership

NO_OWNER = "none"
"""Answers whose decision it was: nobody's whom we know, so it goes to managers."""
HOW = ("named", "confidence", "anonymous")
REPLIES = ("chat", "receipt")
DECISION_MOST = 200
TEXT_MOST = 2000


def challenge_form(
    agency: AgencyId | None,
    event: Event,
    partnership: Partnership,
    now: datetime,
    owners: tuple[Option, ...] = (),
    drafting: bool = False,
) -> Form:
    """Makes the form, with what was answered so far; once asked again, with the draft."""
    drafted = drafting or is_asked(event)
    notes = (Callout(say("sentence-note"), "note"),) if drafted else ()
    return Form(
        title=say("challenge-title"),
        verb="challenge.send",
        subject=brought.mark(event),
        blocks=notes,
        fields=(
            *((sentence_field(event),) if drafted else ()),
            *_decision(event, agency, partnership, owners),
            *_why(event),
            questions.danger(event, agency, partnership, now),
            *_by_what_name(event),
            *_more(event),
        ),
        submit=say("challenge-submit" if drafted else "challenge-next"),
    )


def _decision(
    event: Event, own: AgencyId | None, partnership: Partnership, owners: tuple[Option, ...]
) -> tuple[Field, ...]:
    return (
        _line("decision", say("decision-label"), say("decision-hint"), event),
        questions.agency(
            say("owner-agency-label"),
            partnership,
            event.one("agency"),
            hint=say("owner-agency-hint"),
            own=own,
        ),
        questions.owner(say("owner-label"), say("owner-hint"), event),
        *questions.which_owner(owners, event, only=False),
    )


def owner_options(found: Called) -> tuple[Option, ...]:
    """Lists whom a name may mean, and its last way on: the managers, if it is none of them."""
    if found.one or not found.typed:
        return found.options
    words = say("owner-none" if found.people else "owner-managers")
    return (*found.options, Option(NO_OWNER, words))


def _line(name: str, label: Words, hint: Words, event: Event, *, required: bool = True) -> Line:
    value = event.one(name)
    return Line(name, label, hint=hint, value=value, required=required, most=DECISION_MOST)


def _why(event: Event) -> tuple[Field, ...]:
    return (
        questions.what(event, TEXT_MOST),
        questions.topic(say("reason-label"), REASONS, event),
    )


def _by_what_name(event: Event) -> tuple[Field, ...]:
    hows = questions.options("challenge-how", HOW, hints=True)
    chosen = event.one("replies")
    value = chosen if chosen in REPLIES else "chat"
    ways = questions.options("replies", REPLIES, hints=True)
    replies = Choice("replies", say("replies-label"), ways, value=value, required=False)
    how, line = event.one("how") or "anonymous", say(f"replies-line-{value}")
    return questions.by_what_name(event, hows, how, line, replies)


def _more(event: Event) -> tuple[Field, ...]:
    """What has a good answer already: how strongly it is said, and what for; and what nobody has
    to add."""
    chosen, asked = event.one("level"), event.one("ask")
    value = chosen if chosen in LEVELS else "challenge"
    level = Choice(
        "level", say("level-label"), questions.options("level", LEVELS, hints=True), value=value
    )
    ask = _line("ask", say("asked-for-label"), say("asked-for-hint"), event, required=False)
    keeps = event.one("keeps") == "yes"
    tick = Tick("keeps", say("keeps-label"), hint=say("keeps-hint"), value=keeps)
    line = joined(
        say(f"level-{value}-hint"),
        say("ask-line", ask=Plain(asked)) if asked else say("ask-line-none"),
        *questions.given_reference(event),
        *((say("keeps-line"),) if keeps else ()),
    )
    behind = ask, level, questions.reference(event), tick
    return fold("change_level", line, say("level-change"), event, *behind)


def problems(event: Event, partnership: Partnership) -> Mapping[str, Words]:
    """Finds what is missing or wrong, by the name of the question."""
    agencies = tuple(a.id for a in partnership.agencies)
    allowed = {"agency": agencies, "topic": REASONS, "level": LEVELS, "how": HOW}
    hidden = {"replies": REPLIES} if event.one("how") == "anonymous" else {}
    wrong = questions.wrong_choices(event, allowed) | questions.not_chosen(event, hidden)
    reason = {"topic": say("missing-reason")} if "topic" in wrong else {}
    return {**wrong, **reason, **_wrong_text(event)}


def _wrong_text(event: Event) -> dict[str, Words]:
    limits = {
        "decision": DECISION_MOST,
        "reference": questions.REFERENCE_MOST,
        "owner": questions.NAME_MOST,
        "what": TEXT_MOST,
        "ask": DECISION_MOST,
        name_of(event): SENTENCE_MOST,
    }
    missing = {n: say(f"missing-{n}") for n in ("decision", "what") if not event.one(n)}
    return {**questions.too_long(event, limits), **missing}
