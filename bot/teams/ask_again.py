"""The form once more, with answers and errors: a card has no place for errors of the server."""

from collections.abc import Mapping
from dataclasses import replace

from bot.teams.render.fields import YES
from handlers.contract import Event
from prompts.shapes import Answers, Choice, Field, Form, Line, Long, Several, Tick
from prompts.words import Words

SEND = ".send"


def opening(sent: Event) -> Event | None:
    """What opens the form that was sent, asked with the answers; None if it was no form."""
    if not sent.verb.endswith(SEND):
        return None
    return replace(sent, verb=sent.verb.removesuffix(SEND))


def again(form: Form, answers: Answers, errors: Mapping[str, Words]) -> Form:
    """The form with answers and errors; an error of a question it hasn't got goes to the top."""
    names = {asked.name for asked in form.fields}
    placed = {name: words for name, words in errors.items() if name in names}
    for name, words in errors.items():
        if name not in names:
            placed.setdefault("", words)
    fields = tuple(_filled(asked, answers) for asked in form.fields)
    return replace(form, fields=fields, errors=placed)


def _filled(asked: Field, answers: Answers) -> Field:
    if asked.name not in answers:
        return asked
    given = answers[asked.name]
    match asked:
        case Several():
            return replace(asked, values=(given,) if isinstance(given, str) else tuple(given))
        case Tick():
            return replace(asked, value=given == YES)
        case Choice() | Line() | Long():
            return replace(asked, value=given if isinstance(given, str) else "")
