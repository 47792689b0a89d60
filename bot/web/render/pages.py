"""Forms and cards to pages of HTML: pure, escaped everywhere, no script."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.web.frame import TONGUES, Frame, speaker
from bot.web.render.drawing import view_of_form, view_of_section
from prompts.shapes import Card, Form
from prompts.words import Words, speak

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
)


def draw(template: str, title: str, frame: Frame, **values: object) -> str:
    """One template in its frame."""
    return _TEMPLATES.get_template(template).render(
        title=title,
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
    """The page of a form. `carried` travels along unseen, such as the link of a flagged message.

    `again` says that this form was just sent and came back to be looked over.
    """
    around = frame or Frame(language)
    view = view_of_form(form, around.language)
    return draw(
        "page.html",
        view.title,
        around,
        view=view,
        conditions=urlencode([("on", answer) for answer in view.conditions]),
        carried=tuple((carried or {}).items()),
        again=again,
        leads_home=any(button.verb == "mine" for button in view.buttons),
    )


def home(form: Form, cards: Sequence[Card], frame: Frame) -> str:
    """The person's own page: what is new, what they raised, what waits for them."""
    view = view_of_form(form, frame.language)
    drawn = [view_of_section(card, frame.language) for card in cards]
    return draw("home.html", view.title, frame, view=view, cards=drawn, news=frame.news)


def sorry(title: Words, lines: Sequence[Words], frame: Frame) -> str:
    """A kind page for what can't be done."""
    spoken = [speak(line, frame.language) for line in lines]
    return draw("sorry.html", speak(title, frame.language), frame, lines=spoken)
