"""A meeting's card in each reader's own language: Teams asks for it once for everybody who sees it.

Without `userIds`, Teams asks by itself for all who are in a conversation of up to 60; in a larger
one people can ask by hand. With an empty list it would ask for nobody. Where a client can't ask, or
gets no card, the card as it was sent stays, and its buttons work just the same. Pure.
"""

from bot.teams.render.cards import message
from bot.teams.render.text import Json, spoken
from handlers.contract.outcomes import Ask, Refuse
from prompts.shapes import Card, Form
from prompts.words import say

VERB = "pause.refresh"
OPENS = "pause.open"
"""The press by which a meeting's card is known."""
CARD = "application/vnd.microsoft.card.adaptive"
FAILED = "application/vnd.microsoft.error"


def standing(card: Card, language: str) -> Json:
    """Draws a card for a conversation; a meeting's is asked for anew by each who reads it."""
    subject = next((b.subject for b in card.buttons if b.verb == OPENS), "")
    return _asked_anew(card, subject, language) if subject else message(card, language)


def _asked_anew(card: Card, subject: str, language: str) -> Json:
    data = {"action": VERB, "verb": VERB, "subject": subject}
    title = spoken(say("teams-refresh"), language)
    action = {"type": "Action.Execute", "title": title, "verb": VERB, "data": data}
    return {**message(card, language), "refresh": {"action": action}}


def card_of(form: Form) -> Card:
    """Makes a card of what a page says and offers."""
    return Card(form.title, form.blocks, form.buttons)


def refreshed(reply: Ask | Refuse, subject: str, language: str) -> Json:
    """Draws the same card for whoever reads it. A refusal leaves what was sent: a message
    would be shown in its place."""
    if isinstance(reply, Refuse):
        words = next(iter(reply.errors.values()), say("teams-cannot"))
        value = {"code": "BadRequest", "message": spoken(words, language)}
        return {"statusCode": 400, "type": FAILED, "value": value}
    return {
        "statusCode": 200,
        "type": CARD,
        "value": _asked_anew(card_of(reply.form), subject, language),
    }
