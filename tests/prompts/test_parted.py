"""A file's words are parted and parsed one by one as the whole file would be."""

from itertools import chain
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from prompts.words import _MENTIONED, LANGUAGES, written_in

FOLDER = Path(__file__).resolve().parents[2] / "prompts"
FILES = sorted(FOLDER.glob("*/*.ftl"))
PARSER = FluentParser(with_spans=False)


class _Mentions(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 (their name)
        self.found.add(node.id.name)


def _messages(text: str) -> dict[str, ftl.Message]:
    body = PARSER.parse(text).body
    assert not [entry for entry in body if isinstance(entry, ftl.Junk | ftl.Term)]
    return {entry.id.name: entry for entry in body if isinstance(entry, ftl.Message)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_each_is_parsed_as_the_whole_file_would_be(file: Path) -> None:
    text = file.read_text("utf-8")
    parts, whole = written_in(text), _messages(text)
    assert parts.keys() == whole.keys()
    for id, part in parts.items():
        [alone] = _messages(part).values()
        value = whole[id].value
        assert alone.value
        assert value
        assert alone.value.equals(value), id
        (mentions := _Mentions()).visit(alone)
        assert mentions.found <= {*_MENTIONED.findall(part)}, id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_written_twice(language: str) -> None:
    texts = [file.read_text("utf-8") for file in FILES if file.parent.name == language]
    ids = [*chain.from_iterable(written_in(text) for text in texts)]
    assert len(ids) == len(set(ids))


def test_words_that_mention_others_go_over_lines_and_end_where_a_remark_begins() -> None:
    parts = written_in("a = One\n  { b }\n} two\n\n# Of b\nb-2 = { $n ->\n   *[other] x\n}\n## C\n")
    assert [*parts] == ["a", "b-2"]
    assert "One\n  { b }\n} two" in parts["a"]
