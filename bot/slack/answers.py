"""What dispatch replied, as what Slack shows. Pure."""

from bot.slack.fields import FIELD, TICK
from bot.slack.intake import View
from bot.slack.render import home, modal, page
from bot.slack.screens import same_questions
from bot.slack.text import Json
from handlers.contract import Ask, Event, Refuse
from prompts.words import speak

Reply = Ask | Refuse


def reply_view(reply: Reply, language: str, opened: Event, home: bool = False) -> Json:
    """A modal: the form or page asked for, or a kind refusal."""
    form = reply.form if isinstance(reply, Ask) else page(reply.errors)
    return modal(form, language, opened, home)


def home_view(reply: Reply, language: str) -> Json:
    """The Home tab."""
    return home(reply.form if isinstance(reply, Ask) else page(reply.errors), language)


def errors_on(reply: Reply, view: View, language: str) -> dict[str, str] | None:
    """Errors to show on the fields of the view as it stands, keeping what was typed; None if
    something else than errors has changed, so that the view must change too."""
    errors = reply.errors if isinstance(reply, Refuse) else reply.form.errors
    displayed = {str(b.get("block_id", "")) for b in view.blocks}
    where = {
        name: next((i for i in (FIELD + name, TICK + name) if i in displayed), "")
        for name in errors
    }
    if not errors or not all(where.values()):
        return None
    if isinstance(reply, Ask):
        anew = modal(reply.form, language, view.meta.opened)
        if reply.form.submit is None or not same_questions(anew["blocks"], view.blocks):
            return None
    return {where[name]: speak(words, language) for name, words in errors.items()}
