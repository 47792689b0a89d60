"""Forms and cards to pages of HTML: pure, escaped everywhere, no script."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.web.frame import TONGUES, Frame, speaker
from bot.web.render.shapes import chosen, install
from prompts.shapes import Callout, Card, Form, Section, Text
from prompts.words import Words, say, speak

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
)
install(_TEMPLATES)
KEPT: Final = "kept.html"
NOT_SENT: Final = say("sign-in-kept")
UNSURE: Final = say("web-sorry-unsure")
"""Once their form was read it may have been acted upon."""


def read_templates() -> None:
    """Reads what most pages are drawn from, so that nobody who opens the first waits for it."""
    for name in ("base", "blocks", "fields", "home", "page"):
        _TEMPLATES.get_template(f"{name}.html")


def draw(template: str, title: Words, frame: Frame, **values: object) -> str:
    """Draws one template in its frame."""
    return _TEMPLATES.get_template(template).render(
        title=speak(title, frame.language),
        frame=frame,
        home=frame.base,
        tongues=TONGUES,
        t=speaker(frame.language),
        **values,
    )


def page(
    form: Form,
    language: str = "en",
    frame: Frame | None = None,
    carried: Mapping[str, str] | None = None,
    *,
    again: bool = False,
    fresh: bool = False,
    sent: str = "",
) -> str:
    """Draws the page of a form; `carried`, such as a flagged message's link, goes along unseen.

    `again` says that this form was just sent and came back to be looked over; `fresh`, that nothing
    is answered in it yet, and `sent` what was taken: then the tab keeps no draft of it any more.
    """
    shown = {"form": form, "carried": carried or {}, "again": again, "fresh": fresh, "sent": sent}
    return draw("page.html", form.title, frame or Frame(language), **shown)


def home(form: Form, cards: Sequence[Card], frame: Frame) -> str:
    """Draws the person's own page: what waits for them, what is new, what they raised.

    What waits comes first, and the messages that said so are folded away: those about what stands
    on the page are left out, and the newest of each has its words there.
    """
    waits = any(chosen(beside) for beside in form.beside)
    lines = list(takewhile(lambda part: part.look == "line", form.sections[1:])) if waits else []
    opened = {button.subject for part in lines for button in part.buttons}
    new = [card for card in cards if not _leads_to(card, opened)]
    told = (_with_reminder(line, cards) for line in lines)
    form = replace(form, sections=(*form.sections[:1], *told, *form.sections[1 + len(lines) :]))
    return draw("home.html", form.title, frame, form=form, cards=new, news=frame.news, waits=waits)


def _with_reminder(line: Section, cards: Sequence[Card]) -> Section:
    """Says at a line what the newest message about it asks; that somebody is in danger it says."""
    opened = {button.subject for button in line.buttons}
    newest = next((card for card in cards if _leads_to(card, opened)), None)
    notes = (b.words for b in (newest.blocks if newest else ()) if isinstance(b, Callout))
    urgent = say("urgency-danger")
    asks = next((words for words in notes if words != urgent), None)
    return replace(line, blocks=(*line.blocks, Text(asks))) if asks else line


def _leads_to(card: Card, opened: Collection[str]) -> bool:
    return any(button.subject in opened for button in card.buttons if button.subject)


def sorry(
    title: Words,
    lines: Sequence[Words],
    frame: Frame,
    kept: Sequence[str] = (),
    keeps: Words = NOT_SENT,
) -> str:
    """Draws a kind page for what can't be done. What somebody wrote stands on it, once it's there
    in both languages: a link to the other one would leave it behind."""
    if not kept:
        return draw("sorry.html", title, frame, lines=lines)
    meeting = frame.home and frame.room
    again = say("web-start" if not frame.home else "web-back-to-meeting" if meeting else "web-back")
    return draw(KEPT, title, frame, **kept_around(title, lines, kept, keeps, again))


def kept_around(
    title: Words,
    lines: Sequence[Words],
    kept: Sequence[str],
    keeps: Words = NOT_SENT,
    again: Words | None = None,
) -> dict[str, object]:
    """Gives what the page says on which words are kept; `again` leads on from it."""
    note, *more = lines
    return {
        "heading": title, "note": note, "more": more, "kept": kept, "keeps": keeps, "again": again,
    }  # fmt: skip
