"""Words that one form brings into another: others have read them, with a name beside them or not.

The form carries that as its subject until it is sent, and nothing of it is stored.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from handlers.contract.outcomes import Open
from handlers.contract.people import Event
from prompts.shapes import Block, Callout, Form, Link, Text
from prompts.words import Words, say
from storage.schema.values import How

_GIVES_AWAY: Final[Mapping[How, frozenset[str]]] = {
    How.NAMED: frozenset({How.CONFIDENCE, How.ANONYMOUS}),
    # In confidence one lead is told the name, who may have read the words without it.
    How.ANONYMOUS: frozenset({How.CONFIDENCE, How.NAMED}),
    How.CONFIDENCE: frozenset({How.NAMED}),
}
"""By how they were said before, the ways in which the same words tell more than they seem to."""
REFERRAL_MOST: Final = 1000
"""Letters in the words of a referral, into which others' words are brought."""
_THEIRS: Final = "brought-theirs"
"""Somebody else said these words: whoever brings them along writes them anew."""
_IN_DANGER: Final = "brought-danger"
"""They were to wait, and somebody is in danger: nothing waits then."""
_MARKS: Final[Mapping[str, How]] = {f"brought-{how}": how for how in How}


def bringing(verb: str, answers: Mapping[str, str], how: How) -> Open:
    """Opens another command's form with words that were said like this: the same way is chosen."""
    return Open(verb, {**answers, "how": how}, f"brought-{how}")


def bringing_theirs(verb: str, answers: Mapping[str, str]) -> Open:
    """Opens another command's form with what somebody else said."""
    return Open(verb, answers, _THEIRS)


def bringing_danger(verb: str, answers: Mapping[str, str]) -> Open:
    """Opens the form of what goes out at once, with what was to be held and must not be."""
    return Open(verb, answers, _IN_DANGER)


def in_short(*texts: str) -> str:
    """Joins as many of these texts as a referral holds; of one too long, its end is left out."""
    said = [text for text in texts if text]
    while len(whole := "\n\n".join(said)) > REFERRAL_MOST and len(said) > 1:
        said.pop()
    return whole if len(whole) <= REFERRAL_MOST else f"{whole[: REFERRAL_MOST - 1].rstrip()}…"


def may_be_opened(link: str) -> bool:
    """Tells whether an address leads anywhere by a press on it, and does nothing else."""
    return link.startswith(("https://", "http://"))


def mark(event: Event) -> str:
    """Gives what a form carries of that as its subject; '' where nothing was brought along."""
    return event.subject if event.subject in {*_MARKS, _THEIRS, _IN_DANGER} else ""


def on(form: Form, event: Event, *, how: str = "") -> Form:
    """Says on a form which message it is about, and of words brought along what those know who
    have read them.

    Where it is always raised in one way (`how`), only if that gives somebody away.
    """
    return about_message(replace(form, blocks=(*_words_known(event, how), *form.blocks)), event)


def about_message(form: Form, event: Event) -> Form:
    """Shows which message was chosen, and whether its address goes along: below what the form says
    first, as long as it is asked again."""
    if not may_be_opened(event.link):
        return form
    note = say("brought-message-tells") if event.link_tells else say("brought-message")
    return replace(form, blocks=(*form.blocks, Text(note), Link(say("flagged-link"), event.link)))


def _words_known(event: Event, how: str) -> tuple[Block, ...]:
    if event.subject == _THEIRS:
        return (Callout(say("brought-theirs"), "warn"),)
    if event.subject == _IN_DANGER:
        return (Callout(say("brought-danger"), "urgent"),)
    said = _MARKS.get(event.subject)
    if said is None or (how and how not in _GIVES_AWAY[said]):
        return ()
    seen = _seen(said)
    return (Callout(say(f"brought-{seen}"), "warn"),)


def given_away(event: Event, how: str) -> tuple[Words, ...]:
    """Warns before such words go out in a way that gives somebody away to those who know them."""
    said = _MARKS.get(event.subject)
    if said is None or how not in _GIVES_AWAY[said]:
        return ()
    seen = _seen(said)
    return (say(f"doubt-brought-{seen}"),)


def _seen(said: How) -> str:
    return "named" if said == How.NAMED else "hidden"
