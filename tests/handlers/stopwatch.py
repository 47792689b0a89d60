"""How long a form takes, by a stated model: so many words read, answers chosen, words typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from prompts.folding import is_closed, is_fold
from prompts.shapes import Answers, Choice, Field, Form, Line, Long, Several, Tick
from prompts.words import Plain, Words, say, speak
from tests.peers.transcript import block_words

READ, TYPED, CHOSEN = 60 / 240, 60 / 40, 1.5
"""Seconds for a word that is read, for one that is typed, and for a choice or a press."""


@dataclass(frozen=True)
class Measured:
    """What one form asks of somebody who answers it like this."""

    asked: int
    """Questions to be seen."""
    needed: int
    """Answers without which it isn't sent, and for which none is there already; and sending it."""
    words: int
    seconds: float

    def __add__(self, other: "Measured") -> "Measured":
        return Measured(
            self.asked + other.asked,
            self.needed + other.needed,
            self.words + other.words,
            self.seconds + other.seconds,
        )


def measure(form: Form, answers: Answers) -> Measured:
    """Goes through a form from the top down, answers what is answered, and sends it."""
    seen = [field for field in form.fields if _is_seen(form, field, answers)]
    questions = [field for field in seen if not is_fold(field)]
    given = [field for field in questions if answers.get(field.name) and not _value(field)]
    words = sum(len(speak(each, "en").split()) for each in _read(form, seen, answers))
    typed = sum(len(str(answers[f.name]).split()) for f in given if isinstance(f, Line | Long))
    chosen = 1 + sum(not isinstance(field, Line | Long) for field in given)
    needed = 1 + sum(_is_needed(field) for field in questions)
    seconds = words * READ + typed * TYPED + chosen * CHOSEN
    return Measured(len(questions), needed, words, seconds)


def _is_needed(field: Field) -> bool:
    return getattr(field, "required", False) and not _value(field)


def _value(field: Field) -> str:
    return "" if isinstance(field, Several | Tick) else field.value


def _is_seen(form: Form, field: Field, answers: Answers) -> bool:
    if is_closed(form, field):
        return False
    by_name = {each.name: each for each in form.fields}
    while field.when is not None:
        other = by_name[field.when.field]
        said = answers.get(other.name) or _value(other)
        if said != field.when.value and not (isinstance(other, Tick) and other.value):
            return False
        field = other
    return True


def _read(form: Form, seen: list[Field], answers: Answers) -> Iterator[Words]:
    yield form.title
    for block in form.blocks:
        yield from block_words(block)
    for field in seen:
        warning = form.warnings.get(field.name)
        change = field.change if isinstance(field, Tick) else None
        said = (warning.words if warning else None, field.label, field.hint, change)
        yield from (words for words in said if words is not None)
        if isinstance(field, Choice):
            yield from _options(field, answers)
        if isinstance(field, Long):
            yield Plain(_of_ours(field.value, answers))
            yield say("phrases-help") if field.says else Plain("")
    if form.submit is not None:
        yield form.submit


def _of_ours(text: str, answers: Answers) -> str:
    """What they typed themselves a moment before isn't read again."""
    for answer in answers.values():
        text = text.replace(str(answer), "")
    return text


def _options(field: Choice, answers: Answers) -> Iterator[Words]:
    """Boxes are read all of them; in a list one looks down to the answer."""
    chosen = str(answers.get(field.name) or field.value)
    for option in field.options:
        yield option.words
        if option.hint is not None:
            yield option.hint
        if field.look == "select" and option.value == chosen:
            break
    if chosen in field.reveals:
        yield from block_words(field.reveals[chosen])
