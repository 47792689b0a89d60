"""What numbers stand where, each with a button that changes it."""

from collections.abc import Iterator

from handlers.administration.deciding import HOME
from handlers.administration.numbers.lists import ListName, listed, subject
from handlers.administration.preview.values import hours_words
from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event, Named
from handlers.shared.numbers import joined, known_of
from prompts.shapes import Button, Facts, Form, Section, Text
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import Agency, OtherRoute, Partnership, Route
from storage.repository import Repository

_VERB = "administration.number"
_AGENCYS: tuple[ListName, ...] = ("urgent", "front-door", "routes")


def number_sections(agency: Agency) -> Iterator[Section]:
    """Shows all numbers of an agency, list by list."""
    for name in _AGENCYS:
        if listed(name, agency):
            yield Section(say(f"administration-numbers-{name}"))
            yield from _each(name, agency, agency.id)


def add_buttons(agency: Agency) -> Iterator[Button]:
    """Gives what adds a number to each list that has room for one."""
    yield Button(say("administration-number-title"), _VERB, subject("urgent", agency.id))
    if agency.front_door is None:
        yield Button(say("administration-door-title"), _VERB, subject("front-door", agency.id))
    yield Button(say("administration-route-title"), _VERB, subject("routes", agency.id))


def numbers_of(agency: Agency) -> tuple[Facts, ...]:
    """Lists all of them in short."""
    routes = (route for name in _AGENCYS for route in listed(name, agency))
    return (Facts(tuple((Labelled(dict(r.name)), Plain(r.number)) for r in routes)),)


async def elsewhere(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Shows where everybody can turn outside their agency, and what of it can be changed."""
    of = repo.partnership
    if who.person not in of.administrators:
        return no("administration-not-yours")
    add = Button(say("administration-route-title"), _VERB, subject("other-routes", ""))
    return [
        Ask(
            Form(
                say("administration-elsewhere"),
                blocks=(Text(say("administration-elsewhere-intro")),),
                sections=tuple(_each("other-routes", of, "")),
                buttons=(add, HOME),
            )
        )
    ]


def _each(name: ListName, of: Agency | Partnership, agency: str) -> Iterator[Section]:
    for route in listed(name, of):
        change = Button(say("administration-number-change"), _VERB, subject(name, agency, route))
        yield Section(Labelled(dict(route.name)), (Text(_known(route)),), (change,))


def _known(route: Route) -> Words:
    """Says the number and all that is known of it in one paragraph: Slack shows only so many."""
    note = [Labelled(dict(route.note))] if route.note else []
    words: list[Words] = [Plain(route.number), *note, *known_of(route, protects=True)]
    if isinstance(route, OtherRoute):
        kind = route.kind
        words.insert(1, say(f"help-{kind}"))
    if times := route.hours or route.outside:
        said: Words = Labelled(hours_words(times))
        words.append(say("administration-outside", hours=said) if route.outside else said)
    return joined(words)
