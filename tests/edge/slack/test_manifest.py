"""The app manifest is the one in deploy/, asks for little, and is one that Slack's types accept."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.slack.manifest import EVENTS, EXAMPLE, SCOPES, manifest, manifest_text, typed
from handlers.registry import commands
from tests.peers import NODE_MODULES

FILE = Path(__file__).parents[3] / "deploy" / "slack-manifest.yaml"
TYPES = NODE_MODULES / "@slack" / "web-api"
TSC = NODE_MODULES / "typescript" / "bin" / "tsc"


def test_the_file_in_deploy_is_the_one_that_is_written() -> None:
    assert FILE.read_text("utf-8") == manifest_text(EXAMPLE)
    assert YAML(typ="safe").load(FILE.read_text("utf-8")) == manifest(EXAMPLE)


def test_every_typed_command_is_in_it() -> None:
    written = {c["command"] for c in manifest()["features"]["slash_commands"]}
    assert written == {typed(name) for name, command in commands().items() if command.typed}
    assert "/concern" in written


def test_it_asks_for_nothing_that_reads_channels() -> None:
    assert not {s for s in SCOPES if re.match(r"(channels|groups|mpim):(history|manage|write)", s)}
    people = {"team_join", "user_change"}
    assert set(EVENTS) == {"app_home_opened", "app_mention", "message.im"} | people


def test_without_an_address_it_is_for_socket_mode() -> None:
    assert manifest()["settings"]["socket_mode_enabled"]
    assert "https:" not in json.dumps(manifest())
    assert not manifest(EXAMPLE)["settings"]["socket_mode_enabled"]


@pytest.mark.parametrize("url", ["", EXAMPLE])
def test_slacks_limits_on_names_and_descriptions(url: str) -> None:
    made = manifest(url)
    info = made["display_information"]
    assert len(info["name"]) <= 35
    assert len(info["description"]) <= 140
    assert 175 <= len(info["long_description"]) <= 4000
    for shortcut in made["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    for command in made["features"]["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000


@pytest.mark.skipif(
    not (TYPES.exists() and TSC.exists()),
    reason="no @slack/web-api or typescript: needs npm, then `make test`",
)
@pytest.mark.parametrize("url", ["", EXAMPLE])
def test_slacks_own_types_accept_it_and_refuse_a_wrong_scope(tmp_path: Path, url: str) -> None:
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    good = manifest(url)
    bad = json.loads(json.dumps(good).replace("chat:write", "chat:writes"))
    assert _compiled(tmp_path, good) == ""
    assert "chat:writes" in _compiled(tmp_path, bad)


def _compiled(folder: Path, made: object) -> str:
    """What tsc has to say about the manifest; empty if nothing."""
    source = "import type { Manifest } from '@slack/web-api/dist/types/request/manifest';\n"
    source += f"const made: Manifest = {json.dumps(made)};\nexport default made;\n"
    (folder / "made.ts").write_text(source)
    options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--types", "node"]
    ran = subprocess.run(
        ["node", TSC, *options, "made.ts"], cwd=folder, capture_output=True, text=True
    )
    return ran.stdout + ran.stderr
