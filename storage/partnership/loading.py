"""From the partnership's YAML file to the model, or to everything that is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from storage.partnership.checks import check
from storage.partnership.error_messages import Finding, findings
from storage.partnership.model import Partnership
from storage.partnership.plain_yaml import NotPlainError, plain_lines, read_plain
from storage.partnership.problems import PartnershipError, Place, Problem, line_of


@dataclass(frozen=True)
class Written:
    """A partnership, and the settings in which it is written: what stood apart is among them."""

    tree: Mapping[str, object] = field(repr=False)
    partnership: Partnership


def read_partnership(path: Path) -> Partnership:
    """Reads the partnership that a file describes; raises PartnershipError with every mistake."""
    return read_written(path).partnership


def read_written(path: Path) -> Written:
    """Reads it with its settings; raises PartnershipError with every mistake."""
    file = _read(path)
    others = {key: there for key in _APART if (there := _apart(file, key)) is not None}
    settings = {**file.settings, **{key: _APART[key](there) for key, there in others.items()}}
    partnership, found = understood(settings)
    if partnership is None or found:
        raise PartnershipError(path, [_problem(finding, file, others) for finding in found])
    return Written(settings, partnership)


def understood(settings: Mapping[str, object]) -> tuple[Partnership | None, list[Finding]]:
    """Checks settings, wherever they come from: what they describe, and all that is wrong.

    What is wrong between settings says more than their shape: of a name that nobody has, only that.
    """
    found = list(check(settings))
    try:
        return Partnership.model_validate(settings), found
    except ValidationError as error:
        more = findings(error.errors(include_url=False, include_input=False))
        told = {place for place, _, _ in found}
        return None, [*found, *(finding for finding in more if finding[0] not in told)]


@dataclass
class _File:
    """What a file says, and where it says it: that is looked up only once something is wrong."""

    path: Path
    text: str
    settings: Mapping[str, object]

    def line(self, place: Place) -> int:
        """Finds the line of what stands at a place."""
        return self._lines(place)

    @cached_property
    def _lines(self) -> Callable[[Place], int]:
        try:
            return plain_lines(self.text)
        except NotPlainError:
            return partial(line_of, _careful_tree(self))


def _careful_tree(file: _File) -> object:
    try:
        return _careful(file.text)
    except (YAMLError, NotImplementedError):  # ruamel trips over some comments
        return file.settings


_APART: Mapping[str, Callable[[_File], object]] = {
    "escalation": lambda there: there.settings,
    "scenarios": lambda there: there.settings.get("scenarios"),
}
"""What may stand in a file of its own that is named in its place, and how it stands there."""
_COPIES = {
    "escalation": "copy one there from deploy/escalation",
    "scenarios": "begin one there like prompts/scenarios.yaml",
}


def _apart(file: _File, key: str) -> _File | None:
    """The file that a setting names, beside the partnership's; None when it names none."""
    named = file.settings.get(key)
    if not isinstance(named, str):
        return None
    own = file.path.parent / named
    try:
        return _read(own)
    except PartnershipError as error:
        # Where the file is named says more than the file, when there is nothing in it to point at.
        problems = [_unread(own, problem, file, key) for problem in error.problems]
        raise PartnershipError(file.path, problems) from None


def _unread(own: Path, problem: Problem, file: _File, key: str) -> Problem:
    if problem.line is not None:
        return replace(problem, path=own)
    fix = f"write its path as seen from this file, or {_COPIES[key]}"
    return Problem(file.line((key,)), f"{key} names a file: {problem.what}", fix)


def _problem(finding: Finding, file: _File, others: Mapping[str, _File]) -> Problem:
    place, what, fix = finding
    key = str(place[0]) if place else ""
    if (there := others.get(key)) is None:
        return Problem(file.line(place), what, fix)
    inside = place if key in there.settings else place[1:]
    return Problem(there.line(inside), what, fix, there.path)


def _read(path: Path) -> _File:
    try:
        text = path.read_text(encoding="utf-8")
        settings = _settings(text)
    except (OSError, UnicodeDecodeError, YAMLError, RecursionError) as error:
        raise PartnershipError(path, [_refusal(error)]) from None
    if not isinstance(settings, Mapping):
        fix = "start from deploy/partnership.example.yaml, or run `upstander init`"
        raise PartnershipError(path, [Problem(None, "there are no settings in this file", fix)])
    return _File(path, text, settings)


def _settings(text: str) -> object:
    try:
        return read_plain(text)
    except NotPlainError:
        return _plain(_careful(text))


def _careful(text: str) -> object:
    """The same with positions, which take ten times as long."""
    return YAML(typ="rt").load(text)


def _plain(node: Any) -> Any:
    """The same without the editor's memory of the file, so that nothing frozen holds on to it."""
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(entry) for entry in node]
    return node


def _refusal(error: Exception) -> Problem:
    match error:
        case FileNotFoundError():
            fix = "set UPSTANDER_PARTNERSHIP to your file, or run `upstander init` to write one"
            return Problem(None, "there is no such file", fix)
        case OSError():
            what = f"the file can't be read: {error.strerror}"
            return Problem(None, what, "let this user read it, as a plain file")
        case UnicodeDecodeError():
            return Problem(None, "this is not text in UTF-8", "save it again as UTF-8")
        case RecursionError():
            return Problem(None, "this is nested too deeply", "take superfluous [ and { out")
        case _:
            return _malformed(error)


def _malformed(error: Exception) -> Problem:
    """Where YAML lost its way; its own text is left out, since it quotes the file."""
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    line = mark.line + 1 if mark is not None else None
    if "duplicate key" in str(getattr(error, "problem", "")):
        return Problem(line, "a setting stands here twice", "keep one of the two lines")
    fix = "look at the indentation, and put words that contain a colon or # in quotes"
    return Problem(line, "this is not YAML from here on", fix)
