"""What dispatch replied, as what Slack shows. Pure."""

from bot.core.dispatch import Reply
from bot.slack.payloads import View
from bot.slack.render.fields import asked_in
from bot.slack.render.surfaces import home, modal, page
from bot.slack.render.text import Json
from bot.slack.views import same_questions
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from prompts.words import speak


def reply_view(reply: Reply, language: str, opened: Event, home: bool = False) -> Json:
    """Draws a modal: the form or page asked for, or a kind refusal."""
    form = reply.form if isinstance(reply, Ask) else page(reply.errors)
    return modal(form, language, opened, home)


def home_view(reply: Reply, language: str, pages: str = "") -> Json:
    """Draws the Home tab, which leads to the `pages` in a browser, if there are any."""
    return home(reply.form if isinstance(reply, Ask) else page(reply.errors), language, pages)


def errors_on(reply: Reply, view: View, language: str) -> dict[str, str] | None:
    """Places errors on the fields of the view as it stands, keeping what was typed; None if
    something else than errors has changed, so that the view must change too."""
    errors = reply.errors if isinstance(reply, Refuse) else reply.form.errors
    displayed = (str(b.get("block_id", "")) for b in view.blocks)
    where = {name: block for block in displayed if (name := asked_in(block)) in errors if name}
    if isinstance(reply, Refuse) and not where:
        where = _at_the_first(view)
    if not where or (isinstance(reply, Ask) and not _as_it_stands(reply, view, language)):
        return None
    if isinstance(reply, Ask) and len(where) < len(errors):
        return None
    placed: dict[str, str] = {}
    for name, words in errors.items():  # what has no field of its own is said at the first one
        block = where.get(name, next(iter(where.values())))
        placed[block] = " ".join(filter(None, (placed.get(block), speak(words, language))))
    return placed


def _at_the_first(view: View) -> dict[str, str]:
    """Finds where a refusal of the whole can stand, so that what was typed stays on the screen."""
    asked = (str(b.get("block_id", "")) for b in view.blocks if b.get("type") == "input")
    first = next(asked, "")
    return {"": first} if first else {}


def _as_it_stands(reply: Ask, view: View, language: str) -> bool:
    anew = modal(reply.form, language, view.meta.opened)
    return reply.form.submit is not None and same_questions(anew["blocks"], view.blocks)
