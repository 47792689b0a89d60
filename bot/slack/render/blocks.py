"""Blocks, sections and buttons as Block Kit. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar, assert_never
from urllib.parse import quote, urlsplit

from bot.base.text_bars import bars, trend_bar, trend_words
from bot.slack.render.text import (
    BUTTON,
    HEADER,
    PARAGRAPH,
    Json,
    bold,
    cut,
    cut_within,
    escape,
    pieces,
    plain,
    spoken,
)
from prompts.pictures import Bar, Bars, Trend
from prompts.shapes import Block, Button, Callout, Facts, Link, Number, Numbers, Said, Section, Text
from prompts.words import Plain, Words, say, speak

PRESS = "press:"
LINK = "link"
"""Begins the action id of every button that a handler answers."""
Thing = TypeVar("Thing")
ENDS = ("opens", "closes")
LISTED = "• "
FACTS_A_BLOCK, BUTTONS_A_BLOCK, FACT = 5, 25, 2000


def header(title: Words, language: str) -> Json:
    """Makes a heading."""
    return {"type": "header", "text": spoken(title, language, HEADER)}


def paragraphs(text: str) -> list[Json]:
    """Shows text as it is, however long."""
    return [{"type": "section", "text": plain(part, PARAGRAPH)} for part in pieces(text)]


def blocks(shapes: Sequence[Block], language: str) -> list[Json]:
    """Draws what a card, a page or a section says."""
    return [piece for shape in shapes for piece in _block(shape, language)]


def _block(shape: Block, language: str) -> list[Json]:
    match shape:
        case Text(words):
            return paragraphs(speak(words, language))
        case Callout():
            return callout(shape, language)
        case Facts(rows):
            return _facts(rows, language)
        case Said(who, text):
            return [_small(speak(who, language)), *paragraphs(_quoted(text, language))]
        case Link(words, url):
            return _link(speak(words, language), url)
        case Numbers(title, rows, tone):
            told = Text(title) if tone is None else Callout(title, tone)
            return [*_block(told, language), *_numbers(rows, language)]
        case Bars() | Trend():
            return _picture(shape, language)
        case _:
            assert_never(shape)


def _quoted(text: str, language: str) -> str:
    # A receipt's code is copied as it stands, and signs around it would come along; a list of what
    # many wrote has a mark for each of them.
    if len(text.split()) == 1 or text.startswith(LISTED):
        return text
    # Joined here: Fluent takes no values as long as what people may write.
    opens, closes = (speak(say(f"slack-said-{end}"), language) for end in ENDS)
    return f"{opens}{text}{closes}"


def callout(shape: Callout, language: str) -> list[Json]:
    """Puts a sign in front of words: Slack has no tones, and colour alone would tell nobody."""
    return paragraphs(_sign(shape, language))


def _sign(shape: Callout, language: str) -> str:
    return f"{speak(say(f'slack-tone-{shape.tone}'), language)} {speak(shape.words, language)}"


def _small(text: str) -> Json:
    return {"type": "context", "elements": [plain(text, PARAGRAPH)]}


def _facts(rows: Sequence[tuple[Words, Words]], language: str) -> list[Json]:
    return _columns(
        [bold(speak(name, language), FACT), spoken(value, language, FACT)] for name, value in rows
    )


def _columns(pairs: Iterable[list[Json]]) -> list[Json]:
    return [
        {"type": "section", "fields": [cell for pair in group for cell in pair]}
        for group in groups(list(pairs), FACTS_A_BLOCK)
    ]


def _picture(shown: Bars | Trend, language: str) -> list[Json]:
    title = {"text": bold(speak(shown.title, language), PARAGRAPH)}
    first, *rest = _columns(
        [bold(speak(label, language), FACT), plain(drawn, FACT)]
        for label, drawn in _drawn(shown, language)
    ) or [{"type": "section"}]
    return [first | title, *rest]


def _drawn(shown: Bars | Trend, language: str) -> Iterator[tuple[Words, str]]:
    if isinstance(shown, Bars):
        yield from ((row.label, _bar(row, shown.whole, language)) for row in shown.rows)
        return
    for each in shown.rows:
        told = f"{trend_bar(each, shown)}\n{trend_words(each, shown, language)}"
        yield each.label, told.strip()


def _bar(row: Bar, whole: int, language: str) -> str:
    now, before = bars(row, whole)
    return f"{now} {speak(row.words, language)}\n{before}".strip()


def _link(label: str, url: str) -> list[Json]:
    if urlsplit(url).scheme not in {"https", "http"}:
        return paragraphs(label)
    safe = escape(quote(url, safe=":/?#[]@!$&'()*+,;=%~-._"))
    text = f"<{safe}|{escape(cut(label, 300)).replace('|', '¦')}>"
    return [{"type": "section", "text": _markup(text)}]


def _numbers(rows: Sequence[Number], language: str) -> list[Json]:
    shown = (_markup(f"{LISTED}{_number(row, language)}") for row in rows)
    return [{"type": "section", "text": text} for text in shown]


def _number(row: Number, language: str) -> str:
    who, note = (escape(speak(w, language)) if w else "" for w in (row.who, row.note))
    return f"{who}: <{row.address}|{escape(row.number)}>\n{note}".strip()


def _markup(text: str) -> Json:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def actions(
    buttons: Sequence[Button], place: str, language: str, about: Words | None = None
) -> list[Json]:
    """Lays buttons out in rows. `place` keeps their ids apart from others in the same view."""
    pressed = [_button(b, f"{PRESS}{place}.{n}", language, about) for n, b in enumerate(buttons)]
    return [{"type": "actions", "elements": row} for row in groups(pressed, BUTTONS_A_BLOCK)]


def _button(button: Button, action_id: str, language: str, about: Words | None) -> Json:
    shown: Json = {
        "type": "button",
        "action_id": action_id,
        "text": spoken(button.words, language, BUTTON),
        "value": f"{button.verb} {button.subject}".strip(),
    }
    if about is not None:  # read out: in a list, every button says "Open"
        named = f"{speak(button.words, language)}: {speak(about, language)}"
        shown["accessibility_label"] = cut_within(named, BUTTON)
    return shown if button.style == "plain" else shown | {"style": button.style}


def link_button(words: Words, url: str, language: str) -> Json:
    """Lays out a button that opens an address in a browser."""
    shown = {"type": "button", "action_id": LINK, "text": spoken(words, language, BUTTON)}
    return {"type": "actions", "elements": [{**shown, "url": url}]}


def sections(parts: Sequence[Section], language: str, close: bool = False) -> list[Json]:
    """Draws headings, each with its lines and buttons; `close` where there are many lines."""
    drawn = (
        _line(part, f"section{n}", language)
        if part.look == "line"
        else _section(part, f"section{n}", language, close)
        for n, part in enumerate(parts)
    )
    return [piece for pieces in drawn for piece in pieces]


def _section(part: Section, place: str, language: str, close: bool) -> list[Json]:
    lines = _close if close else blocks
    return [
        header(part.title, language),
        *lines(part.blocks, language),
        *actions(part.buttons, place, language, None if part.look == "menu" else part.title),
    ]


def _line(part: Section, place: str, language: str) -> list[Json]:
    """A line of a list is one block: what presses stands first, and its button beside it."""
    marks = [_sign(b, language) for b in part.blocks if isinstance(b, Callout)]
    said = [speak(b.words, language) for b in part.blocks if isinstance(b, Text)]
    title = bold(speak(part.title, language), PARAGRAPH)["text"]
    lines = (" ".join(map(escape, marks)), title, escape(cut(" · ".join(said), FACT)))
    line: Json = {"type": "section", "text": _markup("\n".join(filter(None, lines)))}
    if part.buttons:
        about = Plain(": ".join([*marks, speak(part.title, language)]))
        [row] = actions(part.buttons[:1], place, language, about)
        line["accessory"] = row["elements"][0]
    return [line]


def _close(shapes: Sequence[Block], language: str) -> Iterator[Json]:
    """What many people said, each still on lines of their own, in as few blocks as hold it."""
    for said, group in groupby(shapes, key=lambda shape: isinstance(shape, Said)):
        if not said:
            yield from blocks(list(group), language)
            continue
        every = (_close_up(shape, language) for shape in group if isinstance(shape, Said))
        for several in _joined(every, PARAGRAPH):
            yield from paragraphs(several)


def _joined(every: Iterable[str], most: int) -> Iterator[str]:
    """Joins texts, as many as fit; none is torn apart that would fit by itself."""
    text = ""
    for one in every:
        both = f"{text}\n\n{one}" if text else one
        if text and len(both) > most:
            yield text
        text = one if len(both) > most else both
    if text:
        yield text


def _close_up(shape: Said, language: str) -> str:
    after = "\n" if "\n" in shape.text else " "
    return f"{speak(shape.who, language)}:{after}{_quoted(shape.text, language)}"


def groups(things: list[Thing], most: int) -> list[list[Thing]]:
    """Parts things into as many as a block can hold."""
    return [things[at : at + most] for at in range(0, len(things), most)]
