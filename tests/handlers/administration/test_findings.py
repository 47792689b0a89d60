"""Whatever the check finds between settings is said on pages in both languages."""

import ast
from collections.abc import Iterator
from inspect import getsource

from handlers.administration.preview.findings import FOUND, found_all, found_words
from prompts.words import speak
from storage.partnership.checks import fitting, names


def _sentences() -> Iterator[str]:
    """What the rules say is wrong, as it stands in them; what is filled in is a 1."""
    for module in (names, fitting):
        for node in ast.walk(ast.parse(getsource(module))):
            if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                said = node.value.elts[1]
                parts = said.values if isinstance(said, ast.JoinedStr) else [said]
                yield "".join(str(p.value) if isinstance(p, ast.Constant) else "1" for p in parts)


def test_every_rule_between_settings_has_words_on_pages() -> None:
    said = list(_sentences())
    assert len(said) > 15
    assert [what for what in said if not what.endswith(tuple(FOUND))] == []


def test_it_is_said_with_its_place_and_in_their_language() -> None:
    tree = {"agencies": [{"id": "a", "name": {"en": "School", "cy": "Ysgol"}}]}
    slot = (("agencies", 0, "hours"), "no release slot falls within these hours", "add a time")
    odd = (("scenarios", 3), "something that no page can change", "change it")
    said = speak(found_all([slot, odd], tree), "cy")
    assert said.startswith("Ysgol: Ni fyddai")
    assert said.endswith(speak(found_words(odd), "cy"))
