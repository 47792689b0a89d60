"""Every word the handlers can say is there, in both languages, and fits where it is shown."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from handlers.registry import commands, kinds
from prompts.words import LANGUAGES, say, speak
from storage.schema.values import Side
from tests.prompts.remark_kinds import (
    BOT_KINDS,
    BOT_SHAPES,
    EARLIER_KINDS,
    LEAD_KINDS,
    LEAD_SHAPES,
    RAISER_KINDS,
    REVIEWER_KINDS,
)
from tests.prompts.word_tables import ANSWERS, BUTTONS, TOGETHER
from tests.prompts.word_titles import ON_CARDS, TITLES

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(
    [
        *(ROOT / "handlers").rglob("*.py"),
        ROOT / "bot" / "app.py",
        *(
            path
            for room in ("core", "jobs", "files", "mail", "ops", "cli")
            for path in (ROOT / "bot" / room).glob("*.py")
        ),
        ROOT / "bot" / "web" / "pages" / "referrals.py",
    ]
)
AROUND = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "bot").rglob("*.html")])
WRITTEN = {path.stem for path in (ROOT / "prompts" / "en").glob("*.ftl")}
FILES = sorted(WRITTEN - {"slack", "teams", "web"})
PLATFORMS = ("slack", "teams", "web")
FURNITURE = ("slack-", "teams-")
"""Begin ids that belong to one platform, whose own tests look after them."""


class Asked(NamedTuple):
    """One place where the code asks for words: their id, or its shape, and the values given."""

    shape: str
    given: frozenset[str]


def shapes(node: ast.expr) -> Iterator[str]:
    """The ids an expression can be; parts known only at run time stand in braces."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*shapes(node.body), *shapes(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            f"{{{ast.unparse(part.value)}}}"
            if isinstance(part, ast.FormattedValue)
            else str(ast.literal_eval(part))
            for part in node.values
        )


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Calls of functions with these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


@cache
def asked() -> list[Asked]:
    """Every place, also those that hand the id to a function that says it (`done`, `_no`)."""
    trees = [ast.parse(path.read_text("utf-8")) for path in CODE]
    places = []
    for call in (c for tree in trees for c in calls(tree, "say")):
        given = frozenset(k.arg for k in call.keywords if k.arg)
        places += [Asked(shape, given) for shape in shapes(call.args[0])]
    hand_on: dict[str, frozenset[str]] = {}
    for name, given in (found for tree in trees for found in _hand_on(tree)):
        hand_on[name] = hand_on.get(name, given) & given
    for name, given in hand_on.items():
        for call in (c for tree in trees for c in calls(tree, name)):
            places += [Asked(s, given) for a in call.args for s in shapes(a)]
    return places


def _hand_on(tree: ast.AST) -> Iterator[tuple[str, frozenset[str]]]:
    """Functions that say what they are asked to, with the values they give it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names = {a.arg for a in node.args.args}
            for call in calls(node, "say"):
                if isinstance(call.args[0], ast.Name) and call.args[0].id in names:
                    yield node.name, frozenset(k.arg for k in call.keywords if k.arg)


def wanted() -> dict[str, frozenset[str]]:
    """Every id the code can ask for, with the values it gives every time."""
    found: dict[str, frozenset[str]] = {}
    for place in asked():
        for id in TOGETHER[place.shape] if "{" in place.shape else {place.shape}:
            found[id] = found.get(id, place.given) & place.given
    return {id: frozenset() for id in (*BUTTONS, *_in_menus())} | _around() | found


def _in_menus() -> set[str]:
    """What stands on the buttons of commands that menus offer."""
    menus = {name: command.menu for name, command in commands().items() if command.menu}
    known = {id for file in FILES for id in messages("en", file)}
    return {menu.words or f"{name}-button" for name, menu in menus.items()} & known


def _around() -> dict[str, frozenset[str]]:
    """Words of receipts, codes and files that stand round a form in a browser, and their values."""
    texts, own = (path.read_text("utf-8") for path in AROUND), messages("en", "web")
    said = r"""["']((?:receipt|import|export|codes|phrases|trend)-[a-z-]+)["']([^)"']*)"""
    return {
        id: frozenset(re.findall(r"(\w+)=", values))
        for text in texts
        for id, values in re.findall(said, text)
        if id not in own
    }


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 (their name)
        self.found.add(node.id.name)


def messages(language: str, file: str) -> dict[str, frozenset[str]]:
    """The ids of one file, with the values their words take."""
    tree = parse((ROOT / "prompts" / language / f"{file}.ftl").read_text("utf-8"))
    assert [e.content for e in tree.body if isinstance(e, ftl.Junk)] == []
    found = {}
    for entry in tree.body:
        if isinstance(entry, ftl.Message):
            names = _Names()
            names.visit(entry)
            found[entry.id.name] = frozenset(names.found)
    return found


@cache
def ours(language: str) -> dict[str, frozenset[str]]:
    found = {id: names for file in FILES for id, names in messages(language, file).items()}
    return {id: names for id, names in found.items() if not id.startswith(FURNITURE)}


def shown(id: str, language: str, number: int = 5) -> str:
    """The words as a person reads them."""
    values = {n: number if n in ("few", "most") else "Anytown" for n in ours(language)[id]}
    return speak(say(id, **values), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_thread_has_a_name(language: str) -> None:
    names = [speak(say(f"kind-of-{kind}"), language) for kind in kinds()]
    assert len(set(names)) == len(names)


def test_every_id_that_is_put_together_is_known_here_and_still_in_use() -> None:
    assert {place.shape for place in asked() if "{" in place.shape} == set(TOGETHER)


def _kinds_said() -> dict[str, set[str]]:
    """The kinds of remarks that are stored, by who says them, as far as the code spells them."""
    kinds: dict[str, set[str]] = {side: set() for side in get_args(Side)}
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "repo.say":
                kinds[str(ast.literal_eval(node.args[1]))].update(shapes(node.args[2]))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "_tell":
                kinds["bot"].update(shapes(node.args[1]))
    return kinds


def test_every_kind_of_remark_the_code_stores_has_its_words() -> None:
    kinds = _kinds_said()
    put_together = {kind for kind in kinds["bot"] if "{" in kind}
    assert put_together == set(BOT_SHAPES)
    plain = kinds["bot"] - put_together
    stored = plain.union(*BOT_SHAPES.values())
    assert stored | EARLIER_KINDS == BOT_KINDS
    assert not stored & EARLIER_KINDS
    assert {kind for kind in kinds["lead"] if "{" in kind} == set(LEAD_SHAPES)
    assert kinds["lead"] - set(LEAD_SHAPES) <= LEAD_KINDS
    assert kinds["raiser"] <= RAISER_KINDS
    assert kinds["reviewer"] == REVIEWER_KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_handlers_say_is_there_and_nothing_else(language: str) -> None:
    assert set(ours(language)) == set(wanted())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_ask_for_a_value_that_they_are_not_given(language: str) -> None:
    given = wanted()
    assert {id: n for id, n in ours(language).items() if not n <= given[id]} == {}


def test_both_languages_take_the_same_values() -> None:
    assert ours("en") == ours("cy")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_is_defined_twice(language: str) -> None:
    files = sorted(path.stem for path in (ROOT / "prompts" / language).glob("*.ftl"))
    entries = [
        entry.id.name
        for file in files
        for entry in parse((ROOT / "prompts" / language / f"{file}.ftl").read_text("utf-8")).body
        if isinstance(entry, ftl.Message)
    ]
    assert {id for id in entries if entries.count(id) > 1} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_can_be_read_for_any_number(language: str) -> None:
    for id in ours(language):
        for number in (0, 1, 2, 3, 5, 6, 8, 11, 2500):
            text = shown(id, language, number)
            assert text.strip() == text != ""
            assert "{" not in text


def most(id: str) -> int:
    """How many characters fit: Slack's are the tightest limits, so they hold everywhere."""
    if id in ON_CARDS:
        return 100
    if id in TITLES or (id.endswith(("-title", "-submit")) and id != "receipt-wait-title"):
        return 24
    if id in ("about-privacy", "about-terms"):
        return 600  # pages of their own
    if id.startswith("button-") or id.endswith("-button"):
        return 40
    if id in ANSWERS:
        return 75
    return 300 if id.endswith("-hint") or id.startswith("honest-") else 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_fit_where_they_are_shown(language: str) -> None:
    lengths = {id: len(shown(id, language)) for id in ours(language)}
    assert {id: n for id, n in lengths.items() if n > most(id)} == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("colleagues", "backups", "administrators", "live server", "may still", "urgent")),
        ("cy", ("cydweithwyr", "wrth gefn", "gweinyddwyr", "gweinydd byw", "o hyd", "brys")),
    ],
)
@pytest.mark.parametrize("id", ["honest-line", "honest-chosen"])
def test_the_honest_line_keeps_every_part_of_the_promise(
    id: str, language: str, said: tuple[str, ...]
) -> None:
    line = shown(id, language)
    assert [part for part in said if part not in line] == []
    assert "\n" not in line


def test_a_writer_is_told_that_the_person_may_read_it() -> None:
    assert "Write facts, as if the person may read this." in shown("what-hint", "en")


def test_welsh_mutates_after_numbers() -> None:
    counted = [shown("doubt-few", "cy", number) for number in (2, 3, 5, 6, 8)]
    starts = ["Llai na 2 berson", "Llai na 3 pherson", "Llai na 5 o bobl", "Llai na 6 o bobl"]
    assert [text.split(" aral")[0].split(" erail")[0] for text in counted] == [
        *starts,
        "Llai nag 8 o bobl",
    ]


@pytest.mark.parametrize("file", [*FILES, *PLATFORMS])
def test_welsh_says_that_it_awaits_a_welsh_reader(file: str) -> None:
    text = (ROOT / "prompts" / "cy" / f"{file}.ftl").read_text("utf-8")
    assert text.startswith("# Awaiting a Welsh reader\n")
