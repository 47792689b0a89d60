"""What pydantic found, in the words of someone who edits the file."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import get_args

from pydantic_core import ErrorDetails

from storage.partnership import escalation, model, routes, settings
from storage.partnership.problems import Place, spell
from storage.partnership.scenarios import model as scenarios
from storage.partnership.speaking import agreement, phrases, wounding

Finding = tuple[Place, str, str]
"""Where, what is wrong, how to fix it."""

_SETTINGS = {
    name
    for part in (
        model.Partnership, model.Agency, routes.Hours, routes.Route, model.WebMember,
        routes.OtherRoute, routes.Policy,
        settings.Thresholds, settings.Times, settings.Slots, settings.Retention,
        escalation.Escalation, escalation.Stage, settings.ReferralKind,
        model.Meeting, settings.PauseSettings, phrases.Phrases, wounding.WoundingWords,
        agreement.Agreement,
        scenarios.Scenario, scenarios.PracticeStep, scenarios.PracticeAnswer,
    )
    for name in part.model_fields
}  # fmt: skip
_BLOCK = ("should be a block of settings", "write name: value lines below it, indented")
_WHOLE = ("should be a whole number", "write digits only")
_YES_OR_NO = ("should be yes or no", "write true or false")
_KINDS = {
    "tuple_type": ("should be a list", "write [one, another], or each on a line after a dash"),
    "string_type": ("should be words", "write it in quotes"),
    "model_type": _BLOCK,
    "model_attributes_type": _BLOCK,
    "mapping_type": ("should be a block of settings", "write name: value lines, indented"),
    "dict_type": ("should be a block of settings", "write name: value lines, indented"),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
    "string_too_long": ("is too long", "write at most {max_length} characters"),
    "string_too_short": ("is empty", "write something, or take the line away"),
    "too_long": ("has too many entries", "list at most {max_length}"),
    "too_short": ("is empty", "list at least one"),
    "greater_than_equal": ("is too small", "write {ge} or more"),
    "less_than_equal": ("is too large", "write {le} or less"),
}
_SHAPES = {
    "id": (
        "is not a short name",
        "write small letters, digits and hyphens, like childrens-social-care",
    ),
    "email_domains": ("is not a domain", "write what follows the @, like school.example"),
    "source": ("is not a web address", "write the page's whole address, from https:// on"),
    "number": ("is not a telephone number", 'write its digits in quotes, like "01632 960123"'),
}
_PERSON = (
    "is not a person's id",
    "write slack:<workspace id>:<member id>, teams:<tenant id>:<object id> or web:<short-name>",
)
_WEB_PERSON = (
    "is not the id of a person on the web pages",
    "take this entry away: Slack and Teams tell about their own people; only web:<name> is listed",
)
_PEOPLE = ("leads", "roles", "chairs", "administrators")


def findings(errors: list[ErrorDetails]) -> Iterator[Finding]:
    """Tells each error once; a list is not called empty because its entries were refused."""
    places = [error["loc"] for error in errors]
    for error in errors:
        place = error["loc"]
        below = any(len(p) > len(place) and p[: len(place)] == place for p in places)
        if not (error["type"] == "too_short" and below):
            yield _finding(error)


def _finding(error: ErrorDetails) -> Finding:
    place, details = error["loc"], error.get("ctx", {})
    if error["type"] == "partnership":
        return place, f"{spell(place)}: {details['what']}", details["fix"]
    if error["type"] == "missing":
        around = spell(place[:-1])
        return place, f"{around}: {place[-1]} is missing", f"add a line that begins {place[-1]}:"
    if error["type"] == "extra_forbidden":
        return place, f"{spell(place)}: there is no such setting", _nearest(place)
    if error["type"] == "literal_error":
        return (*_literal(place), f"use one of {details['expected']}")
    if error["type"] == "string_pattern_mismatch":
        what, fix = _shape(place)
    else:
        what, fix = _KINDS.get(
            error["type"], ("can't be read", "compare it with deploy/partnership.example.yaml")
        )
    return place, f"{spell(place)} {what}", fix.format(**details)


def _literal(place: Place) -> tuple[Place, str]:
    if place[-1] == "[key]":
        what = "role" if "roles" in place else "kind of words"
        return place[:-1], f"{spell(place[:-1])}: there is no such {what}"
    return place, f"{spell(place)}: this is not one of the choices"


def _nearest(place: Place) -> str:
    there = (_SETTINGS | set(get_args(model.Role))) - {place[-1]}
    close = get_close_matches(str(place[-1]), there, n=1)
    return f"did you mean {close[0]}?" if close else "take the line away"


def _shape(place: Place) -> tuple[str, str]:
    named = [step for step in place if isinstance(step, str)]
    if any(step in _PEOPLE for step in named):
        return _PERSON
    if place[0] == "members" and named[-1] == "id":
        return _WEB_PERSON
    return _SHAPES.get("id" if named[-1] == "agency" else named[-1], _SHAPES["id"])
