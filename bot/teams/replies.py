"""Our replies in the envelopes Teams expects for each kind of press."""

from dataclasses import replace

from bot.core.dispatch import Reply
from bot.teams.payloads import Carry
from bot.teams.refresh import CARD
from bot.teams.render.cards import dialog, title
from bot.teams.render.text import Json, spoken
from bot.teams.typed import to_browser
from handlers.contract.outcomes import Ask, Refuse
from prompts.shapes import Callout, Form
from prompts.words import say


def opened(reply: Reply, language: str, carry: Carry, pages: str = "") -> Json:
    """Opens a dialog, or goes on in it, with this page, which leads to `pages` in a browser."""
    form = reply.form if isinstance(reply, Ask) else sorry(reply)
    form = replace(form, blocks=(*form.blocks, *to_browser(pages)))
    shown: Json = {
        "title": title(form, language),
        "height": "large",
        "width": "medium",
        "card": {"contentType": CARD, "content": dialog(form, language, carry)},
    }
    return {"task": {"type": "continue", "value": shown}}


def said(reply: Reply, language: str) -> Json:
    """Says a few words over the card that was pressed. Content never goes into it."""
    text = spoken(say("teams-done"), language)
    if isinstance(reply, Refuse) and reply.errors:
        text = "\n".join(spoken(words, language) for words in reply.errors.values())
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}


def sorry(refused: Refuse) -> Form:
    """Makes a page of a refusal."""
    errors = refused.errors.values() or (say("teams-cannot"),)
    return Form(title=say("teams-sorry"), blocks=tuple(Callout(words, "note") for words in errors))
