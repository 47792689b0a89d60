"""Words to start from beside a box: what is shown there, and what one press puts into it.

Whoever asks is nobody here, and nothing is stored, counted or logged: the form itself, on their own
screen, is all that knows of it.
"""

from collections.abc import Iterator, Sequence
from typing import Final, get_args

from handlers.contract.outcomes import Ask, Outcomes
from handlers.contract.people import Event, Visitor
from handlers.phrases.page import grouped, other_ways, title_of
from prompts.shapes import Form, Long
from prompts.suggestions import Suggestion, SuggestionGroup, Suggestions
from prompts.words import Plain, Words, say
from storage.partnership import label
from storage.partnership.speaking.phrases import Phrase, Place, offered, phrase_called
from storage.repository import Repository

CLOSE = "close"
ALOUD: Final = frozenset(("raise", "reply", "pause"))
"""Where something is held against others, so that there are ways that aren't confrontation."""
NAMES = {"en": "English", "cy": "Cymraeg"}


async def beside(_who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows what to start from in the box `field`; or, once one is chosen, its words as its value.

    The words go out in the language in which they are shown. Unless somebody says something in
    their own name, that is the same for everybody: another one would tell something of them.
    """
    first, *_ = languages = repo.partnership.languages
    asked, field = event.one("language"), event.one("field")
    language = asked if asked in languages else first
    chosen = phrase_called(repo.partnership.phrases, event.one("phrase"))
    if chosen is not None:
        return _form(field, value=label(chosen.words, language))
    found = offered(repo.partnership.phrases, _place(event), event.one("topic"))
    tells = language != first and event.one("named") != "yes"
    notes = (say("phrases-language-tells"),) if tells else ()
    others = tuple(_others(field, language, languages))
    groups = tuple(_groups(found, field, language))
    return _form(field, shown=Suggestions(groups, notes, _ways(_place(event)), others, language))


def _place(event: Event) -> Place:
    places: tuple[Place, ...] = get_args(Place)
    return next((place for place in places if place == event.one("says")), "raise")


def _form(field: str, *, value: str = "", shown: Suggestions | None = None) -> Outcomes:
    box = Long(field, say("phrases-title"), value=value, suggestions=shown)
    return [Ask(Form(say("phrases-title"), fields=(box,)))]


def _ways(place: Place) -> tuple[Words, ...]:
    return (say("phrases-ways"), *other_ways()) if place in ALOUD else ()


def _groups(found: tuple[Phrase, ...], field: str, language: str) -> Iterator[SuggestionGroup]:
    for own, kind in grouped(found):
        rows = tuple(
            Suggestion(f"{field} {language} {p.id}", Plain(label(p.words, language)))
            for p in found
            if (p.own, p.kind) == (own, kind)
        )
        yield SuggestionGroup(title_of(kind, own=own), say(f"phrases-kind-{kind}-hint"), rows)


def _others(field: str, language: str, languages: Sequence[str]) -> Iterator[Suggestion]:
    for other in languages:
        if other != language:
            words = say("phrases-language", language=Plain(NAMES[other]))
            yield Suggestion(f"{field} {other}", words)
    yield Suggestion(f"{field} {CLOSE}", say("phrases-close"))
