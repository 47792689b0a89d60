"""What is wrong with scenarios: a way that leads nowhere, a step nobody comes to, words missing.

Works on what the file says, so that each mistake is told with its own line.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from storage.partnership.problems import Place, spell
from storage.partnership.scenarios.model import SAYS_MOST, TITLE_MOST

Finding = tuple[Place, str, str]
"""Where, what is wrong, how to fix it."""
NAMES: Final = {"en": "English", "cy": "Welsh"}
Block = Mapping[str, Any]


def check_scenarios(written: object, languages: Sequence[str]) -> Iterator[Finding]:
    """Finds what is wrong with a list of scenarios, written in so many languages."""
    taken: list[str] = []
    for n, scenario in _blocks(written):
        place: Place = ("scenarios", n)
        if (id := _text(scenario.get("id"))) in taken:
            yield _wrong((*place, "id"), "this id is taken", "give each scenario its own id")
        taken += [id] if id else []
        yield from _ways(scenario, place)
        yield from _words(scenario, place, languages)


def _ways(scenario: Block, place: Place) -> Iterator[Finding]:
    """Every way leads on to a step further down or to an end, and every step is come to.

    Since no way leads back, none goes round for ever.
    """
    steps = _blocks(scenario.get("steps"))
    ids = [_text(step.get("id")) for _, step in steps]
    wanted = ids[:1]
    for at, (n, step) in enumerate(steps):
        here: Place = (*place, "steps", n)
        if ids[at] in ids[:at]:
            yield _wrong((*here, "id"), "this id is taken", "give each step its own id")
        elif ids[at] not in wanted:
            fix = "name it as the next of an answer above, or take the step away"
            yield _wrong((*here, "id"), "no answer leads to this step", fix)
            continue
        yield from _answers(step, here, ids[at + 1 :])
        wanted += [_text(answer.get("next")) for _, answer in _blocks(step.get("answers"))]


def _answers(step: Block, place: Place, below: Sequence[str]) -> Iterator[Finding]:
    strengths: list[str] = []
    for n, answer in _blocks(step.get("answers")):
        here: Place = (*place, "answers", n)
        if (strength := _text(answer.get("strength"))) in strengths:
            fix = "keep one answer of each strength in a step"
            yield _wrong((*here, "strength"), "this strength is there already", fix)
        strengths += [strength] if strength else []
        if answer.get("next") is not None and _text(answer["next"]) not in below:
            fix = "name a step further down, or take the line away: then it ends here"
            yield _wrong((*here, "next"), "this leads nowhere", fix)


def _words(scenario: Block, place: Place, languages: Sequence[str]) -> Iterator[Finding]:
    for where, words in _spoken(scenario, place):
        said = words if isinstance(words, Mapping) else {"en": words}
        for language in languages:
            if not said.get(language):
                name = NAMES.get(language, language)
                fix = f"add a line that begins with {language}:"
                yield _wrong(where, f"the {name} words are missing", fix)
        most = {"says": SAYS_MOST, "title": TITLE_MOST}.get(str(where[-1]))
        for language, text in said.items():
            if most and isinstance(text, str) and len(text.strip()) > most:
                fix = f"write at most {most} characters, as one would say it"
                yield _wrong((*where, language), "this is too long to be read whole", fix)


def _spoken(block: Block, place: Place) -> Iterator[tuple[Place, object]]:
    """Finds all words that people read, with their places."""
    for key in ("title", "scene", "says", "then", "remember", "notes"):
        if block.get(key):
            yield (*place, key), block[key]
    questions = block.get("questions")
    for n, question in enumerate(questions if isinstance(questions, list) else ()):
        yield (*place, "questions", n), question
    for key in ("steps", "answers"):
        for n, inner in _blocks(block.get(key)):
            yield from _spoken(inner, (*place, key, n))


def _blocks(written: object) -> list[tuple[int, Block]]:
    entries = written if isinstance(written, list | tuple) else ()
    return [(n, entry) for n, entry in enumerate(entries) if isinstance(entry, Mapping)]


def _text(written: object) -> str:
    return written if isinstance(written, str) else ""


def _wrong(place: Place, what: str, fix: str) -> Finding:
    return place, f"{spell(place)}: {what}", fix
