"""What belongs to a command is there: its words, its tests, its line in the documentation."""

import re
from pathlib import Path

import pytest

from bot.base.settings import Settings
from handlers.registry import commands, verbs
from prompts.words import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
TYPED = sorted(command.name for command in commands().values() if command.typed)


def test_the_commands_are_found() -> None:
    asked = {"concern", "challenge", "receipt", "mine", "help", "standin", "language"}
    assert asked <= set(TYPED)
    assert set(commands()) - set(TYPED) == {"administration", "break-glass", "detriment", "email"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_capability_has_its_words_in_every_language(language: str) -> None:
    folders = {path.parent.name for path in (ROOT / "handlers").glob("*/__init__.py")}
    named = {folder.replace("_", "-") for folder in folders - {"contract"}}
    there = {path.stem for path in (ROOT / "prompts" / language).glob("*.ftl")}
    rooms = {path.parent for path in (ROOT / "handlers").glob("*/*/__init__.py")}
    inner = {f"{room.parent.name}-{room.name}".replace("_", "-") for room in rooms}
    assert there - inner == named | {"slack", "teams", "web"}


@pytest.mark.parametrize("name", TYPED)
def test_a_typed_command_opens_with_its_own_name(name: str) -> None:
    assert name in commands()[name].verbs


def test_no_two_commands_answer_to_one_verb() -> None:
    assert len(verbs()) == sum(len(command.verbs) for command in commands().values())


def test_verbs_fit_where_platforms_carry_them() -> None:
    assert {
        verb for verb in verbs() if len(verb) > 32 or not re.fullmatch(r"[a-z]+([.-][a-z]+)*", verb)
    } == set()


@pytest.mark.parametrize("name", TYPED)
def test_a_typed_command_is_documented(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "commands.md").read_text("utf-8").replace("/", "")


def test_every_setting_is_documented() -> None:
    documented = (ROOT / "docs" / "settings.md").read_text("utf-8")
    names = [
        str(field.validation_alias or f"UPSTANDER_{name.upper()}")
        for name, field in Settings.model_fields.items()
    ]
    assert [name for name in names if f"`{name}`" not in documented] == []
