"""The documentation says what is there, and what it tells somebody to do works."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bot.base.settings import Settings
from bot.cli.main import cli
from handlers.registry import commands
from prompts.words import LANGUAGES
from tests import scheduling
from tests.house.test_house import files

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(p.relative_to(ROOT).as_posix() for p in files() if p.suffix == ".md")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
SETTINGS = {
    str(field.validation_alias or f"UPSTANDER_{name.upper()}")
    for name, field in Settings.model_fields.items()
}


def page(name: str) -> str:
    """A page of the documentation."""
    return (ROOT / name).read_text("utf-8")


def in_first_column(text: str) -> set[str]:
    """What a page's tables tell about: the code at the start of each row."""
    return set(re.findall(r"(?m)^\| `([^`]+)`", text))


def test_every_command_of_the_command_line_is_told_and_no_other() -> None:
    there = {c.name or (c.callback.__name__ if c.callback else "") for c in cli.registered_commands}
    there |= {g.name or "" for g in cli.registered_groups}
    typed = {row for row in in_first_column(page("docs/commands.md")) if " " in row}
    assert {row.split()[1] for row in typed if row.startswith("upstander ")} == there


def test_every_typed_command_is_told_and_no_other() -> None:
    told = {row for row in in_first_column(page("docs/commands.md")) if " " not in row}
    assert told == {name for name, command in commands().items() if command.typed}


def test_every_setting_is_told_and_no_other() -> None:
    assert in_first_column(page("docs/settings.md")) == SETTINGS


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_no_setting_that_there_is_not(name: str) -> None:
    named = set(re.findall(r"\b(?:UPSTANDER|SLACK|TEAMS)_[A-Z][A-Z_]+[A-Z]\b", page(name)))
    tests_own = {"UPSTANDER_TESTS_NO_SKIP", scheduling.DAY}
    assert named - SETTINGS - tests_own == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page(name)) + re.findall(r'src="([^"]+)"', page(name))
    here = (ROOT / name).parent
    broken = [
        link
        for link in links
        if "://" not in link
        and not link.startswith(("#", "mailto:"))
        and not (here / link.partition("#")[0]).exists()
    ]
    assert broken == []


def test_each_attack_that_signing_in_withstands_is_a_test() -> None:
    sources = "".join(p.read_text("utf-8") for p in (ROOT / "tests" / "signin").glob("test_*.py"))
    rows = re.findall(r"(?m)^\| [^`|]+ \| `(test_\w+)` \|$", page("docs/signing-in.md"))
    assert len(rows) == page("docs/signing-in.md").count("`test_") > 20
    assert [name for name in rows if f"async def {name}(" not in sources] == []


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem[:4])
def test_a_decision_is_listed_and_held_by_something_that_is_there(decision: Path) -> None:
    listed = page("docs/decisions/README.md")
    assert f"]({decision.name})" in listed
    title = decision.read_text("utf-8").splitlines()[0].removeprefix("# ")[5:]
    assert f") | {title} |" in listed
    named = re.findall(r"`((?:tests|docs|bot|handlers|storage)/[\w./*-]+)`", decision.read_text())
    assert [place for place in named if not (ROOT / place).exists()] == []
    assert "Held by:" in decision.read_text("utf-8")


def test_what_make_is_told_to_do_in_the_documentation_is_there() -> None:
    there = set(re.findall(r"(?m)^([a-z-]+):", page("Makefile")))
    # As code or at the start of a line of code, or "make it first" would count.
    told = {
        target
        for name in PAGES
        for target in re.findall(r"(?m)(?:`|^ {4,}|^\$ )make ([a-z-]+)", page(name))
    }
    assert told >= {"demo", "test"}
    assert told - there == set()


def copied(folder: Path) -> Path:
    """The tree that a newcomer works in, in a folder of its own."""
    for room in ("bot", "handlers", "prompts", "storage", "deploy"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def followed(folder: Path) -> None:
    """Does what "How to add a command" says, with its very words."""
    told = page("CONTRIBUTING.md").partition("## How to add a command")[2].partition("\n## ")[0]
    blocks = re.findall(r"```(\w+)\n(.*?)```", told, re.DOTALL)
    code, words = (
        "\n".join(line.removeprefix("   ") for line in text.splitlines()) for _, text in blocks
    )
    assert [kind for kind, _ in blocks] == ["python", "ftl"]
    command = folder / "handlers" / "welcome" / "command.py"
    command.parent.mkdir()
    command.with_name("__init__.py").touch()
    command.write_text(code + "\n", "utf-8")
    for language in LANGUAGES:
        (folder / "prompts" / language / "welcome.ftl").write_text(words + "\n", "utf-8")


PLATFORMS = ("slack", "teams", "web")
SHOWN = ("welcome", "help", "mine")
LAUNCHERS = """
from bot.slack.render.launcher import launcher as slack
from bot.teams.typed import command_of, launcher as teams
for card in (slack(), teams("help")):
    print(*(button.verb for button in card.buttons if button.verb == "welcome"))
print(command_of("Welcome to all"))
"""


RUNNING = """
from bot.cli.main import cli
for line in sys.argv[1:]:
    print(f"$ {line}")
    cli(line.split(), standalone_mode=False)
"""


def ran(folder: Path, *lines: str) -> dict[str, str]:
    """What `upstander` prints for each of these lines, in that tree and in one process."""
    said = programmed(folder, RUNNING, *lines)
    return {line: said.partition(f"$ {line}\n")[2].partition("\n$ ")[0] for line in lines}


def programmed(folder: Path, program: str, *arguments: str) -> str:
    """What a program prints that is run in that tree."""
    start = f"import sys; sys.path.insert(0, sys.argv.pop(1))\n{program}"
    command = [sys.executable, "-P", "-c", start, str(folder), *arguments]
    clean = {k: v for k, v in os.environ.items() if k not in SETTINGS}
    clean["TEAMS_CLIENT_ID"] = "3f0a1b2c-0000-4000-8000-000000000001"
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_who_follows_how_to_add_a_command_has_one(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    followed(folder)
    previews = [f"preview {shown} --platform {on}" for on in PLATFORMS for shown in SHOWN]
    manifests = ["manifest slack", "manifest teams --url https://bot.example"]
    said = ran(folder, *previews, *manifests)
    for line in previews:
        welcomed = "It is good that you are here." if "preview welcome" in line else "Welcome"
        assert welcomed in said[line], line
    assert "/upstander-welcome" in said["manifest slack"]
    with zipfile.ZipFile(next(folder.glob("*.zip"))) as package:
        told = json.loads(package.read("manifest.json"))["bots"][0]["commandLists"][0]["commands"]
    assert {"title": "welcome", "description": "Welcome"} in told
    assert programmed(folder, LAUNCHERS).splitlines() == ["welcome"] * 3
