"""What the templates ask of the neutral shapes, as filters and tests. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, assert_never
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from bot.core.admission import is_pass
from handlers.registry import only_asks
from prompts.shapes import (
    Bars,
    Block,
    Button,
    Callout,
    Choice,
    Facts,
    Field,
    Form,
    Line,
    Link,
    Long,
    Numbers,
    Option,
    Said,
    Several,
    Text,
    Tick,
)
from prompts.words import Words, speak


@pass_context
def say(context: Context, words: Words | None) -> str:
    """Speaks words in the language of the page; nothing where there are none."""
    return "" if words is None else speak(words, context["frame"].language)


def block_kind(block: Block) -> str:
    """Names how a block is drawn."""
    match block:
        case Text():
            return "text"
        case Callout():
            return "callout"
        case Facts():
            return "facts"
        case Said():
            return "said"
        case Link():
            return "link"
        case Numbers():
            return "numbers"
        case Bars():
            return "bars"
        case _:
            assert_never(block)


def field_kind(field: Field) -> str:
    """Names the macro that draws a question."""
    match field:
        case Choice():
            return field.look
        case Several():
            return "several"
        case Line():
            return "line"
        case Long():
            return "long"
        case Tick():
            return "tick"
        case _:
            assert_never(field)


def safe_url(url: str) -> str:
    """Gives the address of a link, empty if it is none.

    One that somebody else's platform gave us must not become a script on this page.
    """
    try:
        return url if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def share(count: int, bars: Bars) -> str:
    """Gives the width of a bar, as a part of the whole."""
    return f"{100 * count / bars.whole:.4g}%"


def asking(button: Button) -> bool:
    """Tells a button that is a link: it changes nothing, and its address may be seen.

    An address stays in a browser's history, and a receipt's pass opens what it stands for.
    """
    return only_asks(button.verb) and not is_pass(button.subject)


DESK: Final = "mine.desk"
"""What it shows of somebody's own page has an address of its own, to be kept and come back to."""


def address(button: Button, home: str) -> str:
    """Gives the address of a button that is a link."""
    if button.verb == DESK:
        return f"{home}?{button.subject}" if button.subject else home
    subject = f"?{urlencode({'subject': button.subject})}" if button.subject else ""
    return f"{home}/do/{button.verb}{subject}"


def chosen(form: Form) -> bool:
    """Tells a form in which nothing is typed: what is chosen in it may stand in an address."""
    return all(isinstance(field, Choice) for field in form.fields)


def answer_id(field: Choice | Several, value: str) -> str:
    """Gives the id that labels, error links and the stylesheet of conditions hold on to."""
    return f"{field.name}-{[option.value for option in field.options].index(value)}"


@dataclass(frozen=True)
class Group:
    """Options that stand under one heading, each with its place in the whole list."""

    words: Words | None
    options: list[tuple[int, Option]]


def grouped(field: Choice) -> list[Group]:
    """Parts the options of a long list by their groups, in the order in which these come up."""
    found: list[Group] = []
    for place, option in enumerate(field.options):
        known = next((group for group in found if group.words == option.group), None)
        if known is None:
            found.append(known := Group(option.group, []))
        known.options.append((place, option))
    return found


def described(field: Field, form: Form) -> str:
    """Gives the ids of what is read out along with a question."""
    hinted = field.hint or (isinstance(field, Long) and field.most)
    parts = [f"{field.name}-hint"] if hinted else []
    return " ".join(parts + ([f"{field.name}-error"] if field.name in form.errors else []))


def waits_for(field: Field, form: Form) -> str:
    """Gives the id of the answer that shows a question; empty, so always shown, without one."""
    when = None if isinstance(field, Long) else field.when
    other = next((f for f in form.fields if when and f.name == when.field), None)
    if isinstance(other, Tick):
        return other.name
    if when is None or not isinstance(other, Choice | Several):
        return ""  # a line of text shows nothing
    known = any(option.value == when.value for option in other.options)
    return answer_id(other, when.value) if known else ""


def conditions(form: Form) -> str:
    """Gives the query of the page's own stylesheet: the answers that show something."""
    revealing = {
        answer_id(f, option.value)
        for f in form.fields
        if isinstance(f, Choice)
        for option in f.options
        if option.value in f.reveals
    }
    waited = {answer for f in form.fields if (answer := waits_for(f, form))}
    return urlencode([("on", answer) for answer in sorted(revealing | waited)])


def problems(form: Form) -> Sequence[tuple[Words, str]]:
    """Lists the errors: those about the whole first, then each with the id its link leads to."""
    places = {field.name: _first(field) for field in form.fields}
    names = [name for name in form.errors if name not in places]
    names += [name for name in places if name in form.errors]
    return [(form.errors[name], places.get(name, "")) for name in names]


def _first(field: Field) -> str:
    """Where one can type or choose."""
    if isinstance(field, Choice | Several) and field.options and field_kind(field) != "select":
        return answer_id(field, field.options[0].value)
    return field.name


def install(templates: Environment) -> None:
    """Gives these to the templates, by their names."""
    filters: tuple[Callable[..., object], ...] = (
        *(say, block_kind, field_kind, safe_url, share, address),
        *(answer_id, grouped, described, waits_for, conditions, problems),
    )
    templates.filters.update({found.__name__: found for found in filters})
    templates.tests["asking"] = asking
    templates.tests["chosen"] = chosen
