"""Forms and cards as Slack's modals, home tab and messages. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from bot.slack.private_metadata import Metadata
from bot.slack.render.blocks import actions, blocks, header, link_button, sections
from bot.slack.render.fields import error, inputs, shown
from bot.slack.render.text import TITLE, Json, escape, plain, spoken
from handlers.contract.people import Event
from prompts.shapes import Callout, Card, Form
from prompts.words import LANGUAGES, Plain, Words, say, speak

VIEW_BLOCKS, MESSAGE_BLOCKS = 100, 50
CALLBACK = "upstander"
"""The callback id of every modal; what a submission does stands in private_metadata."""
TOP = "top:"
"""Begins the block ids of what stands above the questions."""
FIRST = 20
"""Blocks at the top of a page, with what it is about, that stay however long it grew."""


def modal(form: Form, language: str, opened: Event, home: bool = False) -> Json:
    """Draws a form, or a page for reading, as a modal."""
    view = {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": spoken(form.title, language, TITLE),
        "private_metadata": Metadata.of(form, opened, home).pack(),
        "close": spoken(say("slack-cancel" if form.submit else "slack-close"), language, TITLE),
        "blocks": fitting(_newest(form, language), VIEW_BLOCKS, language),
    }
    if form.submit is not None:
        view["submit"] = spoken(form.submit, language, TITLE)
    return view


def _body(form: Form, language: str, close: bool = False) -> list[Json]:
    title = speak(form.title, language)
    asked = {f.name for f in shown(form)} if form.submit is not None else set()
    whole = [words for name, words in form.errors.items() if name not in asked]
    top = [
        *([header(form.title, language)] if len(title) > TITLE else []),
        *(block for words in whole for block in error(words, language)),
        *blocks(form.blocks, language),
    ]
    return [
        *({"block_id": f"{TOP}{n}"} | block for n, block in enumerate(top)),
        *(inputs(form, language) if form.submit is not None else []),
        *sections(form.sections, language, close),
        *actions(form.buttons, "form", language),
    ]


def _newest(form: Form, language: str) -> list[Json]:
    """A page that grew too long keeps its top, what was said last, and its buttons."""
    parts = _body(form, language)
    if form.submit is not None or len(parts) <= VIEW_BLOCKS:
        return parts
    below = len(_body(replace(form, blocks=(), errors={}), language))
    if below > VIEW_BLOCKS // 2:
        return _closer(form, language)
    left_out = {"type": "section", "text": spoken(say("teams-too-long"), language, 300)}
    last = parts[FIRST + 1 - VIEW_BLOCKS :]
    # Nothing begins in the middle: words stand below the line that says whose they are.
    whole = next((n for n, part in enumerate(last) if part["type"] in ("context", "actions")), 0)
    return [*parts[:FIRST], left_out, *last[whole:]]


def _closer(form: Form, language: str) -> list[Json]:
    """A page of many sections or lines: they move together, and its own buttons stay."""
    parts, below = _body(form, language, close=True), len(actions(form.buttons, "form", language))
    above = len(parts) - below
    return [*fitting(parts[:above], VIEW_BLOCKS - below, language), *parts[above:]]


def home(form: Form, language: str, pages: str = "") -> Json:
    """Draws a page as the Home tab, with a link to `pages` in a browser, if there are any."""
    parts = [
        header(form.title, language),
        *blocks(form.blocks, language),
        *actions(form.buttons, "form", language),
        *([link_button(say("slack-pages"), pages, language)] if pages else []),
        *sections(form.sections, language),
    ]
    return {"type": "home", "blocks": fitting(parts, VIEW_BLOCKS, language)}


def card(shape: Card, language: str) -> Json:
    """Draws a message. Its notification shows the title and nothing else."""
    parts = [
        header(shape.title, language),
        *blocks(shape.blocks, language),
        *actions(shape.buttons, "card", language),
    ]
    return {
        "text": escape(speak(shape.title, language)),
        "blocks": fitting(parts, MESSAGE_BLOCKS, language),
    }


def fitting(parts: list[Json], most: int, language: str) -> list[Json]:
    """Cuts blocks to as many as Slack takes; when some are left out, the last one says so."""
    if not parts:
        return [{"type": "section", "text": plain(" ", 1)}]
    if len(parts) <= most:
        return parts
    more = {"type": "section", "text": spoken(say("slack-more"), language, 300)}
    return [*parts[: most - 1], more]


def page(errors: Mapping[str, Words]) -> Form:
    """Makes a kind page of a refusal."""
    said = tuple(Callout(words, "note") for words in errors.values())
    return Form(title=say("slack-sorry"), blocks=said)


def waiting() -> Json:
    """Draws a modal for while the answer takes a moment; we may not know yet for whom."""
    lines = tuple(
        Callout(Plain(speak(say("slack-moment-line"), tongue)), "note") for tongue in LANGUAGES
    )
    return modal(Form(title=say("slack-moment"), blocks=lines), LANGUAGES[0], Event(""))
