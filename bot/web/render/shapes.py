"""What the templates ask of the neutral shapes, as filters and tests. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, assert_never
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from bot.core.admission import is_pass
from bot.core.ask_again import SEND
from handlers.contract.people import Event
from handlers.registry import leaves_nothing, only_asks
from prompts.folding import inside, is_fold
from prompts.pictures import Bars, Trend
from prompts.shapes import (
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
        case Bars() | Trend():
            return "bars" if isinstance(block, Bars) else "trend"
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
            return "fold" if is_fold(field) else "tick"
        case _:
            assert_never(field)


OURS: Final = frozenset({"/pause", "/pause/sheet"})
"""Pages of ours to which a page may lead that is drawn anywhere; elsewhere it is words alone."""


def safe_url(url: str) -> str:
    """Gives the address of a link, empty if it is none.

    One that somebody else's platform gave us must not become a script on this page.
    """
    if url in OURS:
        return url
    try:
        return url if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def share(count: int, bars: Bars) -> str:
    """Gives the width of a bar, as a part of the whole."""
    return f"{100 * count / bars.whole:.4g}%"


def columns(counts: Sequence[int | None], trend: Trend) -> list[tuple[str, str, str]]:
    """Gives where each column of a picture stands, its top and its height: of what isn't shown a
    mark at the foot."""
    wide = 100 / max(len(counts), 1)
    heights = [4 if count is None else max(100 * count / trend.whole, 4) for count in counts]
    return [
        (f"{place * wide:.4g}%", f"{100 - height:.4g}%", f"{height:.4g}%")
        for place, height in enumerate(heights)
    ]


def asking(button: Button) -> bool:
    """Tells a button that is a link: it changes nothing, and its address may be seen.

    An address stays in a browser's history, and a receipt's pass opens what it stands for.
    """
    return only_asks(button.verb) and not is_pass(button.subject)


DESK: Final = "mine.desk"
"""What it shows of somebody's own page has an address of its own, to be kept and come back to."""


_ID: Final = re.compile(r"[\w-]{22}")
_OPEN: Final = ("thread.open", "mine.open")
"""Pages of one thing; whoever is asked something about it can see them."""
_CASES: Final = ("thread.open", "challenge.open", "opinion.open", "referral.open")
"""Pages on which those who answer read a case, and perhaps a name that was given in confidence."""
_LISTS: Final = ("administration", "story")
"""Commands that show what there is; forms lie behind it."""
_CONFIRMED: Final = ("administration",)
"""Commands that show what a form would change, before it holds."""
_CONFIRM: Final = ".confirm"


def case_address(event: Event, form: Form, home: str) -> str:
    """Gives the address of a case's page that came of a press; empty for any other page.

    Who may see it is asked there each time: it may be somebody else's by then.
    """
    page = f"{event.verb.partition('.')[0]}.open"
    is_it = page in _CASES and form.submit is None and bool(form.sections)
    found = is_it and _ID.fullmatch(event.subject)
    return f"{home}/do/{page}?subject={event.subject}" if found else ""


def way_back(form: Form, home: str) -> str:
    """Gives where whoever cancels a form came from: the page of what it is about, or the list of
    it; else their own page."""
    command, _, rest = form.verb.partition(".")
    page = f"{command}.open"
    if page in _OPEN and _ID.fullmatch(form.subject):
        return f"{home}/do/{page}?subject={form.subject}"
    return f"{home}/do/{command}" if command in _LISTS and rest else home


def address(button: Button, home: str) -> str:
    """Gives the address of a button that is a link."""
    if button.verb == DESK:
        return f"{home}?{button.subject}" if button.subject else home
    subject = f"?{urlencode({'subject': button.subject})}" if button.subject else ""
    return f"{home}/do/{button.verb}{subject}"


def chosen(form: Form) -> bool:
    """Tells a form in which nothing is typed: what is chosen in it may stand in an address."""
    return all(isinstance(field, Choice) for field in form.fields)


def drafted(form: Form) -> bool:
    """Tells a form whose answers stay in the tab until they are sent, or confirmed: somebody writes
    in it, or it is shown what would come of them first.

    Nothing stays of one in which a receipt's code or pass is, or of which nothing is kept at all.
    """
    kept = not is_pass(form.subject) and not leaves_nothing(form.verb)
    confirmed = form.verb.partition(".")[0] in _CONFIRMED
    return kept and (confirmed or any(isinstance(field, Long) for field in form.fields))


def typed(form: Form) -> str:
    """Names the boxes into which somebody types; all else is chosen, a day as well."""
    lines = {f.name for f in form.fields if isinstance(f, Line) and f.kind == "text"}
    return " ".join(f.name for f in form.fields if f.name in lines or isinstance(f, Long))


def draft_over(verb: str, subject: str, shown: Form) -> str:
    """Names the draft that is over as this page is shown; what is to be confirmed is kept until
    then, and all of its command's drafts with it. Empty if none is.
    """
    if verb.endswith(_CONFIRM) or verb in _CONFIRMED:  # done with, or left
        return f"{verb.removesuffix(_CONFIRM)}.*"
    confirms = any(button.verb.endswith(_CONFIRM) for button in shown.buttons)
    over = verb.endswith(SEND) and shown.submit is None and not confirms
    return f"{verb} {subject}" if over else ""


def timed(form: Form) -> bool:
    """Tells a page on which something is counted down."""
    return any(isinstance(block, Callout) and block.seconds is not None for block in form.blocks)


def answer_id(field: Choice | Several, value: str) -> str:
    """Gives the id that labels, error links and the stylesheet of conditions hold on to."""
    return f"{field.name}-{[option.value for option in field.options].index(value)}"


def printed(form: Form) -> bool:
    """Tells whether it is a page that somebody may want on paper: what was said, or facts."""
    return form.submit is None and any(isinstance(b, Said | Facts) for b in form.blocks)


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
    warned = field.name in form.warnings
    parts = [f"{field.name}-warning"] if warned else []
    parts += [f"{field.name}-hint"] if hinted else []
    return " ".join(parts + ([f"{field.name}-error"] if field.name in form.errors else []))


def waits_for(field: Field, form: Form) -> str:
    """Gives the id of the answer that shows a question; empty, so always shown, without one."""
    when = field.when
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
        *(say, block_kind, field_kind, safe_url, share, columns, address, way_back),
        *(answer_id, grouped, described, waits_for, conditions, problems, inside, typed),
    )
    templates.filters.update({found.__name__: found for found in filters})
    templates.filters["spoken"] = speak
    templates.tests["asking"] = asking
    templates.tests["chosen"] = chosen
    templates.tests["drafted"] = drafted
    templates.tests["printed"] = printed
    templates.tests["timed"] = timed
