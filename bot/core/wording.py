"""Words that wound: a hint at what somebody is about to send. Never a block, and never counted.

What would be taken is shown once more, with the hint at the box that it is about and a tick to
send these words as they are. The form alone knows what was shown: the tick is named after the very
words, so that others are looked at anew. Words of ours in a language that tells something of
somebody hidden are treated alike.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.core.act import Act
from bot.core.admission import Incoming
from bot.core.ask_again import SEEN, SEND, answered, seen, seen_tick
from handlers.contract.people import Anonymous, Event, InConfidence
from handlers.registry import verbs
from handlers.shared.steps.folds import joined
from prompts.folding import opened_at
from prompts.shapes import Callout, Field, Form, Long
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import Partnership
from storage.partnership.speaking.phrases import worded_in
from storage.partnership.speaking.wounding import Hint, noticed

MOST: Final = 3
"""Hints at one time: more are not read."""
Hints = Mapping[str, tuple[Words, ...]]
"""By the name of the question whose answer they are about."""


class WoundsError(Exception):
    """Ends an act before anything is kept of it: its words are to be looked at once more."""

    def __init__(self, hints: Hints) -> None:
        super().__init__("There are words to be looked at.")
        self.hints = hints


class Wording:
    """Looks at words before they are taken."""

    def __init__(self, partnership: Partnership) -> None:
        self._partnership = partnership

    async def look(self, act: Act) -> None:
        """Adds hints to a form that is asked again anyway. Raises WoundsError for one that would
        be taken."""
        if not _is_looked_at(act.incoming):
            return
        hidden = isinstance(act.admitted.who, Anonymous | InConfidence)
        hints = self._hints(act.incoming.event, hidden)
        if hints and act.form.submit is None:
            raise WoundsError(hints)
        if hints and act.form.verb == act.incoming.event.verb:
            act.form = hinted(act.form, hints) or act.form

    def _hints(self, event: Event, hidden: bool) -> Hints:
        texts = {name: event.one(name) for name in event.answers}
        own = self._partnership.wounding
        every = {
            name: (*(self._told(text) if hidden else ()), *map(_said, noticed(text, own)))
            for name, text in texts.items()
        }
        return {
            name: words
            for name, words in every.items()
            if words and event.one(seen(name, texts[name])) != "yes"
        }

    def _told(self, text: str) -> tuple[Words, ...]:
        """Warns somebody hidden of a sentence of ours in another language than everybody's."""
        _, *others = self._partnership.languages
        told = any(worded_in(text, other, self._partnership.phrases) for other in others)
        return (say("phrases-language-tells"),) if told else ()


def _is_looked_at(incoming: Incoming) -> bool:
    """Danger waits for nothing, and neither does a round, whose clock runs."""
    event = incoming.event
    verb = verbs()[event.verb]
    sends = event.verb.endswith(SEND) and verb.by not in {"participant", "code", "anyone"}
    return sends and event.one("danger") != "yes" and event.one(SEEN) != "yes"


def opening(incoming: Incoming) -> Incoming:
    """Asks for the form that was sent."""
    event = incoming.event
    return replace(incoming, event=replace(event, verb=event.verb.removesuffix(SEND)), token="")


def shown_once(incoming: Incoming) -> Incoming:
    """Makes the same of what was sent, as it comes from whoever has seen the hint."""
    event = incoming.event
    return replace(incoming, event=replace(event, answers={**event.answers, SEEN: "yes"}))


def hinted_again(form: Form, incoming: Incoming, hints: Hints) -> Form | None:
    """Shows a form that was sent once more, with hints; None where no box of it has such words."""
    found = hinted(answered(form, incoming.event.answers), hints)
    # Nothing was taken, so the token stays.
    return found and replace(found, token=incoming.token or found.token)


def hinted(form: Form, hints: Hints) -> Form | None:
    """Says at the boxes of a form what was noticed in each, and asks whether that goes as it is."""
    boxes = [field for field in form.fields if isinstance(field, Long) and hints.get(field.name)]
    if not boxes:
        return None
    ticks = {box.name: seen_tick(box) for box in boxes}
    fields: list[Field] = []
    for field in form.fields:
        if not field.name.startswith(f"{SEEN}-"):
            fields += [field, ticks[field.name]] if field.name in ticks else [field]
    said = {box.name: _beside(form.warnings.get(box.name), hints[box.name]) for box in boxes}
    whole = replace(form, fields=tuple(fields), warnings={**form.warnings, **said})
    return opened_at(whole, said)  # nobody reads a hint behind a fold


def _beside(there: Callout | None, hints: tuple[Words, ...]) -> Callout:
    """Says hints at a box, behind what else there is to be thought of."""
    found: list[Words] = []
    for words in hints:
        found += [words] if words not in found else []
    found = found[:MOST]
    if there is None:
        return Callout(joined(*found), "note")
    return replace(there, words=joined(there.words, *found))


def _said(hint: Hint) -> Words:
    why, instead = Labelled(dict(hint.why)), Labelled(dict(hint.instead))
    return say("wording-noticed", words=Plain(hint.words), why=why, instead=instead)
