"""Words that storage doesn't list are spelled as the commands spell them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from handlers.registry import commands
from storage.delivery.stranded import WAITS

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "handlers", "storage")
TIMERS = ("remind", "bring_forward", "last_due", "forget", "forget_turns")
"""What is called with names of steps, after the thread."""


def _nodes() -> Iterator[ast.AST]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from ast.walk(ast.parse(path.read_text("utf-8")))


def _words(*nodes: ast.AST) -> set[str]:
    found = (inner for node in nodes for inner in ast.walk(node))
    return {n.value for n in found if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)


def _of_command(node: ast.AST) -> bool:
    return ast.unparse(node).rstrip(")").endswith(".command")


def _kinds_compared() -> Iterator[str]:
    for node in _nodes():
        if isinstance(node, ast.Compare) and _of_command(node.left):
            yield from _words(*node.comparators)
        elif isinstance(node, ast.Call) and _called(node) == "in_":
            assert isinstance(node.func, ast.Attribute)
            if _of_command(node.func.value):
                yield from _words(*node.args)


def test_each_kind_of_thread_that_is_spelled_anywhere_is_one_that_a_command_begins() -> None:
    known = {name for command in commands().values() for name in command.kinds}
    compared = set(_kinds_compared())
    assert {"referral", "pause", "second-opinion"} <= compared <= known
    begun = {
        word
        for node in _nodes()
        if isinstance(node, ast.Call) and _called(node) == "ThreadCommand"
        for word in _words(*node.args)
    }
    assert {"concern", "referral"} <= begun <= known


def test_each_step_that_is_set_or_forgotten_is_one_that_somebody_takes() -> None:
    known = {name for command in commands().values() for name in command.steps}
    set_here = {
        word
        for node in _nodes()
        if isinstance(node, ast.Call) and _called(node) in TIMERS and len(node.args) > 1
        for arg in node.args[1:]
        if isinstance(arg, ast.Constant)
        for word in _words(arg)
    }
    assert {"release", "deliver", "nudge", "reveal"} <= set_here <= known
    assert {name for wait in WAITS for name in wait.steps} <= known
