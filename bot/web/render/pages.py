"""Forms and cards to pages of HTML: pure, escaped everywhere, no script."""

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.web.frame import TONGUES, Frame, speaker
from bot.web.render.shapes import chosen, install
from prompts.shapes import Card, Form
from prompts.words import Words, speak

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
)
install(_TEMPLATES)


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
) -> str:
    """Draws the page of a form; `carried`, such as a flagged message's link, goes along unseen.

    `again` says that this form was just sent and came back to be looked over.
    """
    around = frame or Frame(language)
    return draw("page.html", form.title, around, form=form, carried=carried or {}, again=again)


def home(form: Form, cards: Sequence[Card], frame: Frame) -> str:
    """Draws the person's own page: what waits for them, what is new, what they raised.

    What waits comes first, and the messages that said so are folded away: those about what stands
    on the page are left out.
    """
    waits = any(chosen(beside) for beside in form.beside)
    lines = takewhile(lambda part: part.look == "line", form.sections[1:]) if waits else ()
    opened = {button.subject for part in lines for button in part.buttons}
    new = [card for card in cards if not _leads_to(card, opened)]
    return draw("home.html", form.title, frame, form=form, cards=new, news=frame.news, waits=waits)


def _leads_to(card: Card, opened: Collection[str]) -> bool:
    return any(button.subject in opened for button in card.buttons if button.subject)


def sorry(title: Words, lines: Sequence[Words], frame: Frame) -> str:
    """Draws a kind page for what can't be done."""
    return draw("sorry.html", title, frame, lines=lines)
