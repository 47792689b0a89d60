"""A number is added, changed or taken out: whom to call, and where to turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, get_args

from pydantic import ValidationError

from handlers.administration.deciding import answered, propose, settings_now
from handlers.administration.numbers.lists import MODELS, TEXTS, Entry, entry
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import agency_name
from prompts.shapes import Block, Choice, Field, Form, Line, Several, Text, Tick, When
from prompts.words import Labelled, Words, say
from storage.partnership import Hours, OtherRoute, Route, RouteKind
from storage.partnership.base import Label
from storage.partnership.changes.tree import Difference, value_at
from storage.partnership.values import DAYS
from storage.repository import Repository

TITLES: Final = {
    "urgent": "administration-number",
    "front-door": "administration-door",
    "routes": "administration-route",
    "other-routes": "administration-route",
}
"""What the words of the form begin with that adds a number to each list."""
TIMES: Final = ("days", "opens", "closes")
_MOST: Final = 200
_DIGITS: Final = 20
_LIMITED: Final = When("limited", "yes")


def change_title(name: Label) -> Words:
    """Says what is about to be changed; a form that adds something has a title of its own."""
    return say("administration-change-title", name=Labelled(dict(name)))


@answered
async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks for a number, as it stands."""
    return [Ask(_form(entry(who, event.subject, repo), repo))]


def _form(found: Entry, repo: Repository) -> Form:
    there = found.there
    away = (Tick("away", say("administration-number-away")),) if there else ()
    number = Line("number", say("administration-number-number-label"),
                  value=there.number if there else "", required=True, most=_DIGITS)  # fmt: skip
    asked = questions.form(
        TITLES[found.which],
        "administration.number",
        found.subject,
        number,
        *_kind(found, there),
        *_texts(found, there),
        *_times(there),
        *away,
        blocks=_intro(found, repo),
    )
    return replace(asked, title=change_title(there.name)) if there else asked


def _intro(found: Entry, repo: Repository) -> tuple[Block, ...]:
    of = found.agency
    whose = agency_name(of.id, repo.partnership) if of else say("administration-everybody")
    looked = () if found.which == "urgent" else (Text(say("administration-number-intro")),)
    return (Text(whose), *looked)


def _kind(found: Entry, there: Route | None) -> Iterator[Field]:
    if MODELS[found.which] is OtherRoute:
        value = there.kind if isinstance(there, OtherRoute) else ""
        kinds = questions.options("help", get_args(RouteKind))
        yield Choice("kind", say("administration-number-kind-label"), kinds, value=value)


def _texts(found: Entry, there: Route | None) -> Iterator[Field]:
    for text in TEXTS[found.which]:
        known: Mapping[str, str] = getattr(there, text) if there else {}
        label = f"administration-number-{text.replace('_', '-')}"
        must = text == "name"
        yield Line(text, say(f"{label}-label"), value=known.get("en", ""), required=must,
                   most=_MOST)  # fmt: skip
        yield Line(f"{text}_cy", say(f"{label}-cy-label"), value=known.get("cy", ""), most=_MOST)


def _times(there: Route | None) -> Iterator[Field]:
    hours = (there.hours or there.outside if there else None) or Hours()
    limited = there is not None and bool(there.hours or there.outside)
    outside = there is not None and there.outside is not None
    days = questions.options("administration-day", DAYS)
    yield Tick("limited", say("administration-number-limited-label"), limited, more=True)
    yield Several("days", say("administration-days-label"), days, when=_LIMITED,
                  values=tuple(DAYS[day] for day in hours.days))  # fmt: skip
    yield Line("opens", say("administration-number-opens-label"), value=f"{hours.opens:%H:%M}",
               hint=say("administration-opens-hint"), required=True, when=_LIMITED)  # fmt: skip
    yield Line("closes", say("administration-number-closes-label"), value=f"{hours.closes:%H:%M}",
               hint=say("administration-closes-hint"), required=True, when=_LIMITED)  # fmt: skip
    yield Tick("outside", say("administration-number-outside-label"), outside, when=_LIMITED)


@answered
async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed."""
    found = entry(who, event.subject, repo)
    before = value_at(await settings_now(repo), found.at)
    listed: list[dict[str, Any]] = before if isinstance(before, list) else [before] * bool(before)
    place = found.place
    kept = listed[place] if place < len(listed) else {}
    new = [] if event.one("away") == "yes" else [_written(event, kept, found, repo)]
    others = [*listed[:place], *listed[place + 1 :]]
    if wrong := _wrong(new, found) or _twice(new, others):
        return [Refuse(wrong)]
    after = [*listed[:place], *new, *listed[place + 1 :]]
    if after == listed:
        return await propose(who, event, [], "page", repo)
    one = found.which == "front-door"
    edit = Difference(found.at, before, (new[0] if new else None) if one else after)
    return await propose(who, event, [edit], "page", repo)


def _written(
    event: Event, kept: Mapping[str, Any], found: Entry, repo: Repository
) -> dict[str, Any]:
    """What else is known of it stays. Whoever sends it has just looked at it."""
    route = {**kept, "number": event.one("number").strip()}
    if found.which != "urgent":
        route["checked"] = repo.today_at(None).isoformat()
    route |= {text: _both(event, text) for text in TEXTS[found.which]} | _hours(event, kept)
    said = {name: value for name, value in route.items() if value}
    return said | ({"kind": event.one("kind")} if MODELS[found.which] is OtherRoute else {})


def _both(event: Event, name: str) -> dict[str, str]:
    written = {"en": event.one(name).strip(), "cy": event.one(f"{name}_cy").strip()}
    return {language: text for language, text in written.items() if text}


def _hours(event: Event, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Says when somebody answers, as it is written if that means the same."""
    if event.one("limited") != "yes":
        return {"hours": None, "outside": None}
    before = kept.get("hours") or kept.get("outside") or {}
    new = {**before, "days": list(event.several("days")), "opens": event.one("opens").strip(),
           "closes": event.one("closes").strip()}  # fmt: skip
    new = before if before and _mean_the_same(before, new) else new
    here, other = ("outside", "hours") if event.one("outside") == "yes" else ("hours", "outside")
    return {here: new, other: None}


def _mean_the_same(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    try:
        return Hours.model_validate(before) == Hours.model_validate(after)
    except ValidationError:
        return False


def _wrong(new: Sequence[dict[str, Any]], found: Entry) -> dict[str, Words]:
    wrong: dict[str, Words] = {}
    for route in new:
        try:
            MODELS[found.which].model_validate(route)
        except ValidationError as error:
            for each in reversed(error.errors()):  # the first mistake in a field is the one told
                wrong |= _words(each["loc"])
    return wrong


def _twice(new: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]) -> dict[str, Words]:
    known = [(other.get("name"), other.get("number")) for other in others]
    twice = any((route["name"], route["number"]) in known for route in new)
    return {"name": say("administration-found-taken")} if twice else {}


def _words(place: Sequence[str | int]) -> dict[str, Words]:
    match place:
        case ("number", *_):
            return {"number": say("administration-found-number")}
        case ("name", *_):
            return {"name": say("missing-administration-number")}
        case ("kind", *_):
            return {"kind": say("missing-administration-kind")}
        case ("hours" | "outside", field, *_) if field in TIMES:
            return {str(field): say(f"missing-administration-{field}")}
        case ("hours" | "outside", *_):
            return {"closes": say("missing-administration-closes")}
        case (text, *_):
            return {str(text): say("administration-found-long")}
        case _:
            return {"limited": say("missing-administration-limited")}
