"""The form of a second opinion: its questions, what is wrong with the answers."""

from collections.abc import Mapping
from datetime import datetime

from handlers.contract.people import Event
from handlers.second_opinion.reviewers import ROLES
from handlers.shared import brought, questions
from handlers.shared.labels import agency_options
from handlers.shared.people.involved import OUT, Involved
from prompts.shapes import Choice, Field, Form, Long, Option, Tick
from prompts.shapes import Text as Paragraph
from prompts.words import Words, say
from storage.partnership import AgencyId, Limit, Partnership
from storage.schema.values import Soon

SOON: Mapping[Soon, Limit] = {
    Soon.HOURS: Limit(4, "working hour"),
    Soon.DAY: Limit(1, "working day"),
    Soon.DAYS: Limit(3, "working day"),
    Soon.WEEK: Limit(5, "working day"),
}
"""How soon it is needed, on the clock of whoever is asked first."""
WANTED = ("1", "2", "3")
HOW = ("named", "confidence", "anonymous")
ANY = "any"
TEXT_MOST = 1500
PROPOSAL_MOST = 500


def opinion_form(
    agency: AgencyId | None,
    event: Event,
    partnership: Partnership,
    about: Involved,
    now: datetime,
) -> Form:
    """Asks the questions, with what was answered so far.

    Whoever would be asked, and is involved already, can be left out.
    """
    hows = questions.options("opinion-how", HOW, hints=True)
    fields = (
        questions.danger(event, agency, partnership, now),
        *_what(event),
        *_of_whom(event, agency, partnership, about),
        *questions.by_what_name(event, hows, event.one("how") or "named"),
    )
    intro = (Paragraph(say("opinion-intro")),)
    return questions.form("opinion", "second-opinion", brought.mark(event), *fields, blocks=intro)


def _what(event: Event) -> tuple[Field, ...]:
    return (
        _long("what", event, required=True),
        _long("proposal", event, required=True, most=PROPOSAL_MOST),
        _long("view", event, required=False),
        Tick("shows", say("opinion-shows-label"), value=event.one("shows") == "yes"),
        questions.reference(event),
    )


def _long(name: str, event: Event, required: bool, most: int = TEXT_MOST) -> Long:
    label, hint = say(f"opinion-{name}-label"), say(f"opinion-{name}-hint")
    return Long(name, label, hint, event.one(name), required, most, says="question")


def _of_whom(
    event: Event, own: AgencyId | None, partnership: Partnership, about: Involved
) -> tuple[Field, ...]:
    return (
        _choice("soon", tuple(SOON), event.one("soon") or "day"),
        _choice("wanted", WANTED, event.one("wanted") or "2"),
        Choice(
            "agency",
            say("opinion-agency-label"),
            (Option(ANY, say("opinion-agency-any")), *agency_options(partnership.agencies, own)),
            look="select",
            hint=say("opinion-agency-hint"),
            value=event.one("agency") or ANY,
        ),
        _choice("role", ROLES, event.one("role") or "reviewer"),
        *about.fields("opinion-left-out", "agency"),
    )


def _choice(name: str, values: tuple[str, ...], value: str) -> Choice:
    options = questions.options(f"opinion-{name}", values)
    return Choice(name, say(f"opinion-{name}-label"), options, value=value)


def problems(event: Event, partnership: Partnership) -> Mapping[str, Words]:
    """Tells what is missing or wrong, by the name of the question."""
    allowed: dict[str, tuple[str, ...]] = {
        "soon": tuple(SOON),
        "wanted": WANTED,
        "agency": (ANY, *(a.id for a in partnership.agencies)),
        "role": ROLES,
        "how": HOW,
    }
    limits = {
        "what": TEXT_MOST,
        "proposal": PROPOSAL_MOST,
        "view": TEXT_MOST,
        "reference": questions.REFERENCE_MOST,
    }
    wrong = questions.wrong_choices(event, allowed) | questions.too_long(event, limits)
    if not event.one("what"):
        wrong["what"] = say("missing-question")
    if not event.one("proposal"):
        wrong["proposal"] = say("missing-proposal")
    if not set(event.several(OUT)) <= partnership.homes.keys():
        wrong[OUT] = say("missing-left-out")
    return wrong
