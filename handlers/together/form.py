"""The form of a concern that is held: what makes it the same, how many, and what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.contract.people import Event
from handlers.shared import questions
from handlers.shared.concerns.topics import TOPICS
from handlers.shared.labels import agency_name
from handlers.shared.people.involved import OUT, Involved
from handlers.shared.steps.folds import fold
from prompts.shapes import Callout, Choice, Field, Form, Line, Numbers, Option, Text, Tick, When
from prompts.words import Words, say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.repository.held import FEWEST, MOST
from storage.typed.names import letters

CHANGE: Final = "change_together"
HOW: Final = ("anonymous", "confidence")
"""By name it would be on record by whom it is before anybody else has seen it."""
SAME: Final = ("practice", "case")
MANY: Final = tuple(str(number) for number in range(FEWEST, MOST + 1))
USUAL: Final = "3"
WHAT_MOST: Final = 2500


def together_form(agency: AgencyId | None, event: Event, about: Involved, repo: Repository) -> Form:
    """Makes the form, with what was answered so far."""
    fields = (
        questions.what(event, WHAT_MOST),
        questions.danger(event, agency, repo.partnership, repo.now),
        questions.topic(say("topic-label"), TOPICS, event),
        _how(event),
        *_goes_out(agency, event, about, repo),
    )
    blocks = (Text(say("together-intro")), Callout(say("together-alike"), "note"))
    return questions.form("together", "together", "", *fields, blocks=blocks)


def _goes_out(
    own: AgencyId | None, event: Event, about: Involved, repo: Repository
) -> tuple[Field, ...]:
    """Says before whom it comes, and after how many people have seen what. Whoever has no agency of
    their own, or none that is here, is asked for one."""
    known = {agency.id for agency in repo.partnership.agencies}
    asked, hint = event.one("agency") or own or "", say("together-agency-hint")
    label = say("together-agency-label")
    where = questions.agency(label, repo.partnership, asked, hint, own)
    heard = (where, *about.fields("left-out", where.name))
    behind = *_same(event), *_how_many(event)
    here = own in known and asked in known
    gets = agency_name(asked, repo.partnership) if here else say("together-line-there")
    line = _line(event, gets)
    if about.said or about.chosen:
        event = replace(event, answers={**event.answers, CHANGE: "yes"})
    folded = fold(CHANGE, line, say("together-change"), event, *(heard if here else ()), *behind)
    return folded if here else (*heard, *folded)


def _line(event: Event, agency: Words) -> Words:
    count, two = event.one("people"), event.one("two") == "yes"
    number = int(count if count in MANY else USUAL)
    same = event.one("same") if event.one("same") in SAME else SAME[0]
    agencies = "two" if two else "any"
    return say(f"together-line-{same}", agency=agency, count=number, agencies=agencies)


def _same(event: Event) -> tuple[Field, ...]:
    """Asks what makes it the same as others: chosen from lists, and never read out of words."""
    options = questions.options("together-same", SAME, hints=True)
    value = event.one("same") or SAME[0]
    label, hint = say("together-reference-label"), say("together-reference-hint")
    given, most, after = event.one("reference"), questions.REFERENCE_MOST, When("same", "case")
    return (
        Choice("same", say("together-same-label"), options, value=value),
        Line("reference", label, hint, given, required=True, most=most, when=after),
    )


def _how_many(event: Event) -> tuple[Field, ...]:
    options = tuple(Option(many, say("together-people", count=int(many))) for many in MANY)
    label, hint = say("together-many-label"), say("together-many-hint")
    value = event.one("people") or USUAL
    two = event.one("two") == "yes"
    return (
        Choice("people", label, options, look="select", hint=hint, value=value),
        Tick("two", say("together-two-label"), two, hint=say("together-two-hint")),
    )


def _how(event: Event) -> Choice:
    hows = questions.options("how", HOW, hints=True)
    reveals: Mapping[str, Callout | Numbers] = {
        "anonymous": questions.honest(),
        "confidence": Callout(say("together-confidence"), "note"),
    }
    return Choice("how", say("how-label"), hows, value=event.one("how"), reveals=reveals)


def problems(event: Event, repo: Repository) -> Mapping[str, Words]:
    """Finds what is missing or wrong, by the name of the question."""
    agencies = tuple(a.id for a in repo.partnership.agencies)
    allowed: Mapping[str, Sequence[str]] = {
        "danger": ("yes", "no"), "topic": TOPICS, "agency": agencies, "same": SAME, "people": MANY,
        "how": HOW,
    }  # fmt: skip
    wrong = questions.not_chosen(event, allowed)
    if "how" in wrong:
        wrong["how"] = say("together-missing-how")
    if not event.one("what"):
        wrong["what"] = say("missing-what")
    if event.one("same") == "case" and not letters(event.one("reference")):
        wrong["reference"] = say("together-reference-missing")
    if not set(event.several(OUT)) <= repo.partnership.homes.keys():
        wrong["left_out"] = say("missing-left-out")
    limits = {"what": WHAT_MOST, "reference": questions.REFERENCE_MOST}
    return {**wrong, **questions.too_long(event, limits)}


def same(event: Event) -> tuple[str, ...]:
    """Gives what others have to have chosen too, to have seen the same."""
    sort, agency = event.one("same"), event.one("agency")
    what = letters(event.one("reference")) if sort == "case" else event.one("topic")
    return sort, agency, what
