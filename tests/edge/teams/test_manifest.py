"""The app package: valid by Microsoft's own checker, in two languages, and not greedy."""

import io
import json
import re
import shutil
import struct
import subprocess
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from bot import VERSION
from bot.teams.package.manifest import build_teams_package
from bot.teams.typed import command_of
from tests.peers import NODE_MODULES
from tests.peers.fake_teams import CLIENT_ID

ROOT = Path(__file__).resolve().parents[3]
CHECKER = NODE_MODULES / "@microsoft" / "app-manifest"
SCHEMAS = CHECKER / "build" / "json-schemas" / "teams"
# The package forgets to name fs-extra among what it needs; checking doesn't use it.
CHECK = """
const Module = require("module");
const load = Module._load;
Module._load = (name, ...rest) => load(name === "fs-extra" ? "fs" : name, ...rest);
const { ManifestUtil } = require(process.argv[1]);
const fs = require("fs");
const [manifest, schema] = process.argv.slice(2, 4).map((f) => JSON.parse(fs.readFileSync(f)));
ManifestUtil.validateManifestAgainstSchema(manifest, schema).then((found) => {
  console.log(JSON.stringify(found));
});
"""


def package() -> dict[str, bytes]:
    made = build_teams_package(CLIENT_ID, "https://upstander.example")
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


def parsed(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(package()[name])
    return found


def schema(part: str = "") -> Path:
    if not CHECKER.is_dir() or shutil.which("node") is None:
        pytest.skip("NOT CHECKED: node and @microsoft/app-manifest are needed (tests/package.json)")
    version = parsed("manifest.json")["manifestVersion"]
    return SCHEMAS / f"v{version}" / f"MicrosoftTeams{part}.schema.json"


def problems(found: dict[str, Any], folder: Path) -> list[str]:
    written = folder / "checked.json"
    written.write_text(json.dumps(found), "utf-8")
    ran = subprocess.run(
        ["node", "-e", CHECK, str(CHECKER), str(written), str(schema())],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    said: list[str] = json.loads(ran.stdout)
    return said


def test_microsofts_checker_finds_nothing_wrong_with_the_manifest(tmp_path: Path) -> None:
    assert problems(parsed("manifest.json"), tmp_path) == []


def test_microsofts_checker_would_notice(tmp_path: Path) -> None:
    assert problems(parsed("manifest.json") | {"greedy": True}, tmp_path)


def test_the_welsh_words_fit_microsofts_schema() -> None:
    # By Python: the checker's own engine can't read a pattern of this schema.
    rules = Draft4Validator(json.loads(schema(".Localization").read_text("utf-8")))
    assert [error.message for error in rules.iter_errors(parsed("cy.json"))] == []
    assert list(rules.iter_errors(parsed("cy.json") | {"greedy": "x"}))


def test_a_team_takes_it_only_if_it_says_that_it_works_in_every_channel(tmp_path: Path) -> None:
    manifest = parsed("manifest.json")
    assert "team" in manifest["bots"][0]["scopes"]
    assert manifest["supportsChannelFeatures"] == "tier1"
    assert problems(manifest | {"supportsChannelFeatures": "tier9"}, tmp_path)


def test_its_version_rises_with_the_products_and_is_higher_than_the_first_ones(
    tmp_path: Path,
) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
    numbers = [int(n) for n in VERSION.split(".")]
    shown = [int(n) for n in parsed("manifest.json")["version"].split(".")]
    assert shown == [numbers[0] + 1, *numbers[1:]]
    assert shown > [1, 0, 0]
    made = build_teams_package(CLIENT_ID, "https://upstander.example", version="7.8.9")
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        manifest = json.loads(opened.read("manifest.json"))
    assert manifest["version"] == "7.8.9"
    assert problems(manifest, tmp_path) == []


def test_it_asks_to_read_nobodys_messages() -> None:
    manifest = parsed("manifest.json")
    assert manifest["permissions"] == ["identity", "messageTeamMembers"]
    assert "authorization" not in manifest
    assert "webApplicationInfo" not in manifest


def test_every_word_people_see_has_its_welsh() -> None:
    manifest, welsh = parsed("manifest.json"), parsed("cy.json")
    commands = manifest["bots"][0]["commandLists"][0]["commands"]
    actions = manifest["composeExtensions"][0]["commands"]
    for place, words in (
        *((f"bots[0].commandLists[0].commands[{n}]", c) for n, c in enumerate(commands)),
        *((f"composeExtensions[0].commands[{n}]", c) for n, c in enumerate(actions)),
    ):
        for part in ("title", "description"):
            assert welsh[f"{place}.{part}"] not in ("", words[part] if part != "title" else "")
    assert len(welsh) == 5 + 2 * (len(commands) + len(actions))


def test_what_the_menu_offers_is_understood_when_it_is_typed() -> None:
    english = [
        c["title"] for c in parsed("manifest.json")["bots"][0]["commandLists"][0]["commands"]
    ]
    welsh = [
        words
        for place, words in parsed("cy.json").items()
        if re.fullmatch(r"bots\[0\].*\.title", place)
    ]
    assert [command_of(title) for title in english] == english
    assert [command_of(title) for title in welsh] == english


def test_what_the_menu_has_no_room_for_is_understood_too() -> None:
    listed = parsed("manifest.json")["bots"][0]["commandLists"][0]["commands"]
    assert len(listed) == 10
    assert {"pause", "debrief"} < {command["title"] for command in listed}
    assert [command_of(word) for word in ("language", "iaith")] == ["language", "language"]


def test_icons_have_the_sizes_teams_wants() -> None:
    sizes = {
        name: struct.unpack(">II", content[16:24])
        for name, content in package().items()
        if name.endswith(".png")
    }
    assert sizes == {"color.png": (192, 192), "outline.png": (32, 32)}


def test_the_same_settings_give_the_same_package() -> None:
    first, second = (build_teams_package(CLIENT_ID, "https://upstander.example") for _ in "12")
    assert first == second


def test_with_the_setting_a_tab_stands_behind_the_chat(tmp_path: Path) -> None:
    made = build_teams_package(CLIENT_ID, "https://upstander.example", tab=True)
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        manifest, welsh = (json.loads(opened.read(name)) for name in ("manifest.json", "cy.json"))
    assert problems(manifest, tmp_path) == []
    chat, page = manifest["staticTabs"]
    assert chat["entityId"] == "conversations"
    assert page["contentUrl"] == "https://upstander.example/teams-tab"
    assert welsh["staticTabs[1].name"] != page["name"]
    assert "staticTabs" not in parsed("manifest.json")
