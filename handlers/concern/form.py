"""The form of a concern: its questions, what is wrong with the answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers.contract.people import Event
from handlers.shared import brought, questions
from handlers.shared.concerns.topics import TOPICS
from handlers.shared.labels import agency_name
from handlers.shared.people.fallback import heard_by
from handlers.shared.people.involved import OUT, Involved
from handlers.shared.steps.folds import fold, joined
from prompts.shapes import Field, Form
from prompts.words import Words, say
from storage.partnership import AgencyId, Partnership
from storage.schema.values import How

EARLIER_TOPICS = ("child-harm", "adult-harm")
"""What stands on threads from before one answer held both."""
HOW = ("named", "confidence", "anonymous")
WHERE = "change_where"
WHAT_MOST = 2500


def concern_form(
    agency: AgencyId | None,
    event: Event,
    partnership: Partnership,
    about: Involved,
    now: datetime,
) -> Form:
    """Makes the form, with what was answered so far: four questions, and what holds unless it is
    changed.

    Whoever would hear it, and it is about, can be left out.
    """
    hows = questions.options("how", HOW, hints=True)
    fields = (
        questions.what(event, WHAT_MOST),
        questions.danger(event, agency, partnership, now),
        questions.topic(say("topic-label"), TOPICS, event),
        *questions.by_what_name(event, hows, event.one("how")),
        *_where_to(event, agency, partnership, about),
    )
    return questions.form("concern", "concern", brought.mark(event), *fields)


def _where_to(
    event: Event, own: AgencyId | None, partnership: Partnership, about: Involved
) -> tuple[Field, ...]:
    """Says who hears it, and whether it has a number; whoever has no agency of their own, or none
    that is here, is asked."""
    known = {agency.id for agency in partnership.agencies}
    asked, hint = event.one("agency") or own or "", say("agency-hint")
    where = questions.agency(say("agency-label"), partnership, asked, hint, own)
    fields = (where, *about.fields("left-out", where.name), questions.reference(event))
    if own not in known or asked not in known:
        return fields
    gets = say("where-line", agency=agency_name(asked, partnership))
    line = joined(gets, *questions.given_reference(event))
    shown = about.said or bool(about.chosen)
    event = replace(event, answers={**event.answers, WHERE: "yes"}) if shown else event
    return fold(WHERE, line, say("where-change"), event, *fields)


def problems(event: Event, partnership: Partnership) -> Mapping[str, Words]:
    """Finds what is missing or wrong, by the name of the question."""
    agencies = tuple(a.id for a in partnership.agencies)
    allowed = {"topic": TOPICS, "agency": agencies, "how": HOW}
    limits = {"what": WHAT_MOST, "reference": questions.REFERENCE_MOST}
    return {
        **questions.wrong_choices(event, allowed),
        **({} if event.one("what") else {"what": say("missing-what")}),
        **questions.too_long(event, limits),
        **_wrong_listeners(event, partnership),
    }


def _wrong_listeners(event: Event, partnership: Partnership) -> dict[str, Words]:
    if not set(event.several(OUT)) <= partnership.homes.keys():
        return {"left_out": say("missing-left-out")}
    agency, how = event.one("agency"), event.one("how")
    known = agency in {a.id for a in partnership.agencies} and how in HOW
    if known and not heard_by(agency, How(how), event.several("left_out"), partnership):
        return {"left_out": say("nobody-left")}
    return {}
