"""From the partnership's YAML file to the model, or to everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from storage.partnership.checks import check
from storage.partnership.error_messages import Finding, findings
from storage.partnership.model import Partnership
from storage.partnership.problems import PartnershipError, Problem, line_of


def read_partnership(path: Path) -> Partnership:
    """The partnership that a file describes; raises PartnershipError with every mistake."""
    tree = _tree(path)
    policy = _policy(path, tree)
    settings = _plain(tree)
    if policy is not None:
        settings["escalation"] = _plain(policy.tree)
    found = list(check(settings))
    partnership = None
    try:
        partnership = Partnership.model_validate(settings)
    except ValidationError as error:
        found += findings(error.errors(include_url=False, include_input=False))
    if partnership is None or found:
        raise PartnershipError(path, [_problem(finding, tree, policy) for finding in found])
    return partnership


@dataclass(frozen=True)
class _Policy:
    """The escalation policy in a file of its own."""

    path: Path
    tree: Mapping[str, object]


def _policy(path: Path, tree: Mapping[str, object]) -> _Policy | None:
    """The file that `escalation:` names, beside the partnership's; None when it names none."""
    named = tree.get("escalation")
    if not isinstance(named, str):
        return None
    own = path.parent / named
    try:
        return _Policy(own, _tree(own))
    except PartnershipError as error:
        # Where the file is named says more than the file, when there is nothing in it to point at.
        raise PartnershipError(path, [_unread(own, p, tree) for p in error.problems]) from None


def _unread(own: Path, problem: Problem, tree: Mapping[str, object]) -> Problem:
    if problem.line is not None:
        return replace(problem, path=own)
    return Problem(
        line_of(tree, ("escalation",)),
        f"escalation names a file: {problem.what}",
        "write its path as seen from this file, or copy one there from deploy/escalation",
    )


def _problem(finding: Finding, tree: Mapping[str, object], policy: _Policy | None) -> Problem:
    place, what, fix = finding
    if policy is not None and place[:1] == ("escalation",):
        return Problem(line_of(policy.tree, place[1:]), what, fix, policy.path)
    return Problem(line_of(tree, place), what, fix)


def _tree(path: Path) -> Mapping[str, object]:
    try:
        tree = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PartnershipError(path, [_unreadable(error)]) from None
    except UnicodeDecodeError:
        problem = Problem(None, "this is not text in UTF-8", "save it again as UTF-8")
        raise PartnershipError(path, [problem]) from None
    except YAMLError as error:
        raise PartnershipError(path, [_malformed(error)]) from None
    except RecursionError:
        problem = Problem(None, "this is nested too deeply", "take superfluous [ and { out")
        raise PartnershipError(path, [problem]) from None
    if not isinstance(tree, Mapping):
        problem = Problem(
            None,
            "there are no settings in this file",
            "start from deploy/partnership.example.yaml, or run `upstander init`",
        )
        raise PartnershipError(path, [problem])
    return tree


def _plain(node: Any) -> Any:
    """The same without the editor's memory of the file, so that nothing frozen holds on to it."""
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(entry) for entry in node]
    return node


def _unreadable(error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(
            None,
            "there is no such file",
            "set UPSTANDER_PARTNERSHIP to your file, or run `upstander init` to write one",
        )
    return Problem(
        None, f"the file can't be read: {error.strerror}", "let this user read it, as a plain file"
    )


def _malformed(error: YAMLError) -> Problem:
    """Where YAML lost its way; its own text is left out, since it quotes the file."""
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    line = mark.line + 1 if mark is not None else None
    if "duplicate key" in str(getattr(error, "problem", "")):
        return Problem(line, "a setting stands here twice", "keep one of the two lines")
    return Problem(
        line,
        "this is not YAML from here on",
        "look at the indentation, and put words that contain a colon or # in quotes",
    )
