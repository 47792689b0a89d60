"""The fast loader and the careful one read every file alike, or the fast one leaves it alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarbool import ScalarBoolean

from storage.partnership import PartnershipError, read_partnership
from storage.partnership.plain_yaml import NotPlainError, plain_lines, read_plain
from storage.partnership.problems import Place, line_of
from tests.bench.large_town import large_town

FILES = sorted((Path(__file__).parents[2] / "deploy").rglob("*.yaml"))
PIECES = (
    *("a", "b: ", "c:", '"d"', "'e: f'", ": ", "- ", "? ", "[", "]", "{", "}", ", ", "\n", "\n  "),
    *("\n    ", " # g", "|\n  h", ">-\n  i", "&j ", "*j", "!!str ", "!k ", "<<: ", "=", "---\n"),
    *("~", "null", "no", "yes", "on", "true", "False", "22:30", "1", "0x1f", "0o17", "017", "1_0"),
    *("1e3", "1.5", ".inf", "2026-01-02", "2026-01-02 10:00:00", "web:ann", "%", "é", "1.2.3"),
)


def careful(text: str) -> Any:
    return YAML(typ="rt").load(text)


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_the_files_we_give_are_read_fast_and_alike(path: Path) -> None:
    text = path.read_text("utf-8")
    with_lines, lines = careful(text), plain_lines(text)
    assert read_plain(text) == with_lines
    for place in _places(with_lines):
        assert lines(place) == line_of(with_lines, place), place


@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_what_is_read_fast_is_read_alike(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        fast = read_plain(text)
    except NotPlainError:
        return
    try:
        slow = careful(text)
    except (YAMLError, NotImplementedError):
        return  # ruamel trips over comments beside blocks, and reads only one document
    assert repr(_typed(fast)) == repr(_typed(slow))
    lines = plain_lines(text)
    for place in _places(slow):
        assert lines(place) == line_of(slow, place), place


def _places(node: Any, here: Place = ()) -> Iterator[Place]:
    """Every place in what was read."""
    yield here
    inside = node.items() if isinstance(node, dict) else ()
    for step, value in enumerate(node) if isinstance(node, list) else inside:
        yield from _places(value, (*here, step))


def _typed(node: Any) -> Any:
    """With the kind of each scalar, since 1 == True."""
    if isinstance(node, dict):
        return [(_typed(key), _typed(value)) for key, value in node.items()]
    if isinstance(node, list):
        return [_typed(entry) for entry in node]
    if isinstance(node, ScalarBoolean):  # what an anchor stands before: a number to Python
        return "bool", str(bool(node))
    kinds = (bool, int, float, str, date)
    return next((kind.__name__ for kind in kinds if isinstance(node, kind)), "none"), str(node)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no", "no"),
        ("22:30", "22:30"),
        ("017", 17),
        ("0o17", 15),
        ("2026-12-24", date(2026, 12, 24)),
        ("web:ann", "web:ann"),
        ("~", None),
        ("'1'", "1"),
    ],
)
def test_words_mean_what_yaml_1_2_says(text: str, meant: object) -> None:
    assert read_plain(f"a: [{text}]") == {"a": [meant]} == careful(f"a: [{text}]")


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2", "b: &b {c: 1}\na: {<<: *b}", "a: !!str 1", "a: 2026-13-40", "a: [", "[" * 5000,
     "%YAML 1.1\n---\na: no", "a:\tb", "&a [*a]"],
)  # fmt: skip
def test_whatever_else_there_is_goes_to_the_careful_loader(text: str) -> None:
    with pytest.raises(NotPlainError):
        read_plain(text)


def test_a_mistake_among_250_agencies_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "partnership.yaml"
    file.write_text(large_town(250), "utf-8")
    assert len(read_partnership(file).agencies) == 250
    lines = file.read_text("utf-8").splitlines()
    wrong = next(n for n, line in enumerate(lines) if line == "  - id: police-200") + 2
    lines[wrong] = "    sector: circus"
    file.write_text("\n".join(lines), "utf-8")
    with pytest.raises(PartnershipError) as raised:
        read_partnership(file)
    assert [problem.line for problem in raised.value.problems] == [wrong + 1]
