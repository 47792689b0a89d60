"""From the partnership's YAML file to the model, or to everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from storage.partnership.checks import check
from storage.partnership.error_messages import Finding, findings
from storage.partnership.model import Partnership
from storage.partnership.plain_yaml import NotPlainError, read_plain
from storage.partnership.problems import PartnershipError, Place, Problem, line_of


def read_partnership(path: Path) -> Partnership:
    """Reads the partnership that a file describes; raises PartnershipError with every mistake."""
    file = _read(path)
    policy = _policy(file)
    settings = file.settings
    if policy is not None:
        settings = {**settings, "escalation": policy.settings}
    found = list(check(settings))
    partnership = None
    try:
        partnership = Partnership.model_validate(settings)
    except ValidationError as error:
        found += findings(error.errors(include_url=False, include_input=False))
    if partnership is None or found:
        raise PartnershipError(path, [_problem(finding, file, policy) for finding in found])
    return partnership


@dataclass
class _File:
    """What a file says, and where it says it: that is looked up only once something is wrong."""

    path: Path
    text: str
    settings: Mapping[str, object]

    def line(self, place: Place) -> int:
        """Finds the line of what stands at a place."""
        return line_of(self._tree, place)

    @cached_property
    def _tree(self) -> object:
        try:
            return _careful(self.text)
        except (YAMLError, NotImplementedError):  # ruamel trips over some comments
            return self.settings


def _policy(file: _File) -> _File | None:
    """The file that `escalation:` names, beside the partnership's; None when it names none."""
    named = file.settings.get("escalation")
    if not isinstance(named, str):
        return None
    own = file.path.parent / named
    try:
        return _read(own)
    except PartnershipError as error:
        # Where the file is named says more than the file, when there is nothing in it to point at.
        raise PartnershipError(file.path, [_unread(own, p, file) for p in error.problems]) from None


def _unread(own: Path, problem: Problem, file: _File) -> Problem:
    if problem.line is not None:
        return replace(problem, path=own)
    fix = "write its path as seen from this file, or copy one there from deploy/escalation"
    return Problem(file.line(("escalation",)), f"escalation names a file: {problem.what}", fix)


def _problem(finding: Finding, file: _File, policy: _File | None) -> Problem:
    place, what, fix = finding
    if policy is not None and place[:1] == ("escalation",):
        return Problem(policy.line(place[1:]), what, fix, policy.path)
    return Problem(file.line(place), what, fix)


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
