"""`upstander preview` and `upstander manifest`: what would be shown, and what to install."""

import json
import zipfile

import pytest

from bot.teams.package.manifest import package_version
from prompts.words import say, speak
from tests.cli.operator import Operator

ID = "8f0a3a52-8a7b-4c53-9d0e-2f6a4f0f7a11"


@pytest.mark.parametrize("locale", ["en", "cy"])
@pytest.mark.parametrize("platform", ["slack", "teams", "web"])
def test_the_form_on_each_platform_in_each_language(
    operator: Operator, platform: str, locale: str
) -> None:
    operator.settings["UPSTANDER_DATABASE_URL"] = "sqlite+aiosqlite:///mine.db"
    said = operator.types("preview", "concern", "--platform", platform, "--locale", locale)
    assert said.code == 0
    said.tells(speak(say("concern-title"), locale))
    if platform != "web":
        shown = json.loads(said.text)
        assert shown["type"] == {"slack": "modal", "teams": "AdaptiveCard"}[platform]
    else:
        assert said.text.startswith(f'<!DOCTYPE html>\n<html lang="{locale}">')
    assert not (operator.folder / "mine.db").exists()  # looking touches nobody's database


def test_what_cannot_be_shown_says_what_can(operator: Operator) -> None:
    operator.types("preview", "lead").refused(
        "'lead' can't be shown: choose one of concern, challenge, referral, second-opinion"
    )
    operator.types("preview", "help", "--platform", "sms").refused("one of slack, teams, web")
    operator.types("preview", "help", "--locale", "fr").refused("one of en, cy")


def test_slacks_manifest_with_and_without_an_address(operator: Operator) -> None:
    said = operator.types("manifest", "slack")
    said.tells("command: /concern", "socket_mode_enabled: true")
    assert "url:" not in said.text
    said = operator.types("manifest", "slack", "--url", "https://bot.example")
    said.tells("request_url: https://bot.example/slack/events", "socket_mode_enabled: false")
    operator.types("manifest", "slack", "--url", "bot.example").refused("https only")
    operator.types("manifest", "sms").refused("Ask for slack or teams.")


def test_teams_package_needs_an_id_an_address_and_a_place(operator: Operator) -> None:
    operator.types("manifest", "teams").refused("Set TEAMS_CLIENT_ID to the app's client id first")
    operator.settings["TEAMS_CLIENT_ID"] = ID
    operator.types("manifest", "teams").refused("add --url https://bot.example")
    there = ("manifest", "teams", "--url", "https://bot.example")
    operator.types(*there, "--out", "no/a.zip").refused("no is no folder")
    operator.types(*there, "--version", "2").refused("such as --version 1.4.1")
    version = package_version()
    operator.types(*there).tells(f"Written to upstander-teams.zip, version {version}: upload it")
    with zipfile.ZipFile(operator.folder / "upstander-teams.zip") as package:
        manifest = json.loads(package.read("manifest.json"))
    assert [bot["botId"] for bot in manifest["bots"]] == [ID]
    assert manifest["developer"]["privacyUrl"] == "https://bot.example/privacy"
    operator.types(*there, "--version", "1.4.1").tells("version 1.4.1: upload it")


@pytest.mark.parametrize("wrong", ["foo", "8f0a3a52", "a-name", f"{ID}x"])
def test_a_client_id_that_is_none_makes_no_package(operator: Operator, wrong: str) -> None:
    operator.settings["TEAMS_CLIENT_ID"] = wrong
    said = operator.types("manifest", "teams", "--url", "https://bot.example")
    said.refused("TEAMS_CLIENT_ID must be the Application (client) ID of the app in Entra")
    assert "upload" not in said.text
    assert list(operator.folder.iterdir()) == []
