"""`upstander check`: what is wrong, where, and what to do about it."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.ops.checking.check import off
from tests.cli.operator import Operator
from tests.drill.server import HEAD, LEADS, town_file
from tests.peers import fake_slack, fake_teams
from tests.peers.fake_slack import FakeSlack, person
from tests.peers.slack_payloads import TEAM
from tests.peers.slack_troubles import Refusal


def test_a_file_that_is_missing(operator: Operator) -> None:
    operator.types("check").refused("there is no such file", "upstander init", "1 to fix.")


def test_mistakes_in_the_file_by_their_lines(operator: Operator) -> None:
    def mistaken(text: str) -> str:
        return text.replace("sector: police", "sector: polite").replace("name: { en", "nam: { en")

    operator.has_the_example(mistaken)
    text = (operator.folder / "partnership.yaml").read_text("utf-8")
    line = 1 + text[: text.index("polite")].count("\n")
    said = operator.types("check")
    said.refused(f"partnership.yaml, line {line}: ", "How to fix it: ")
    assert "polite" not in said.text  # a value may be a person
    operator.types("migrate").refused(f"partnership.yaml, line {line}: ")


def test_one_database_for_both(anytown: Operator) -> None:
    one = "sqlite+aiosqlite:///one.db"
    anytown.settings |= {"UPSTANDER_DATABASE_URL": one, "UPSTANDER_KEYRING_URL": one}
    said = anytown.types("check")
    said.refused("UPSTANDER_KEYRING_URL names the main database: a backup would carry the keyring.")
    assert "upstander migrate" not in said.text  # it would be refused, too


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("UPSTANDER_DATABASE_URL", "hush", "UPSTANDER_DATABASE_URL: can't be read"),
        ("UPSTANDER_KEYRING_URL", "mysql://me:hush@a/b", "UPSTANDER_KEYRING_URL: can't be read"),
        (
            "UPSTANDER_DATABASE_URL",
            "postgresql+psycopg://me:hush@hush:hush@127.0.0.1/main",
            "UPSTANDER_DATABASE_URL: has a sign in it that must be percent-encoded",
        ),
        (
            "UPSTANDER_KEYRING_URL",
            "sqlite+aiosqlite:///:memory:",
            "UPSTANDER_KEYRING_URL: names a database in memory",
        ),
        ("UPSTANDER_SECRET_FILE", "nowhere.key", "The secret file nowhere.key can't be read"),
    ],
)
def test_a_setting_that_cannot_be_used(
    anytown: Operator, setting: str, value: str, words: str
) -> None:
    anytown.settings[setting] = value
    said = anytown.types("check")
    said.refused(words)
    assert "hush" not in said.text
    for command in ("serve", "migrate"):
        again = anytown.types(command)
        again.refused(words)
        assert "hush" not in again.text
    assert [path.name for path in anytown.folder.rglob("*.*") if path.is_file()] == [
        "partnership.yaml"
    ]
    assert not (anytown.folder / "main.sqlite3").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("UPSTANDER_KEYRING_ULR", "so nothing reads it: did you mean UPSTANDER_KEYRING_URL?"),
        ("upstander_data_folder", "did you mean UPSTANDER_DATA_DIR?"),
        ("UPSTANDER_SLACK_SIGNING_KEY", "did you mean SLACK_SIGNING_SECRET?"),
        ("UPSTANDER_XYZZY", "UPSTANDER_XYZZY is no setting, so nothing reads it: docs/settings.md"),
    ],
)
def test_a_name_that_is_no_setting_is_told_with_the_one_that_may_be_meant(
    anytown: Operator, name: str, words: str
) -> None:
    anytown.settings[name] = "some-secret"
    said = anytown.types("check")
    said.refused(words)
    assert "some-secret" not in said.text


@pytest.mark.parametrize(
    "name", ["UPSTANDER_LOG_LEVEL", "upstander_log_level", "UPSTANDER_TEAMS_SERVICE_HOSTS"]
)
def test_a_setting_in_any_spelling_that_is_read_is_no_mistake(anytown: Operator, name: str) -> None:
    anytown.settings[name] = "error" if "level" in name.lower() else "127.0.0.1"
    assert "is no setting" not in anytown.types("check").text


def slack(operator: Operator, api: str) -> None:
    """Everything that Slack needs, in order."""
    operator.settings |= {
        "SLACK_BOT_TOKEN": "xoxb-a",
        "SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99eeefff85a5",
        "SLACK_API_URL": api,
        "UPSTANDER_PARTNERSHIP": town_file(operator.folder).name,
    }


def people(*but: str) -> list[dict[str, Any]]:
    """Everyone whom the file names, as Slack shows them, but for these."""
    return [person(id, "A Lead") for id in (*LEADS, HEAD) if id not in but]


async def test_all_is_well_with_slack(operator: Operator) -> None:
    async with fake_slack.running(people()) as peer:
        slack(operator, peer.api)
        assert (await asyncio.to_thread(operator.types, "migrate")).code == 0
        said = await asyncio.to_thread(operator.types, "check")
    # What is worth knowing about the file is told, and isn't wrong.
    assert said.code == 0
    said.tells("Worth knowing: There is no escalation")
    assert said.text.endswith("\nAll is well.\n")


async def test_an_id_that_slack_does_not_know_is_told_by_its_place_in_the_file(
    operator: Operator,
) -> None:
    async with fake_slack.running([*people(LEADS[1], HEAD), gone(HEAD)]) as peer:
        slack(operator, peer.api)
        said = await asyncio.to_thread(operator.types, "check")
        said.refused(
            "Anytown School, leads no. 2: Slack doesn't know this id in the bot's workspace",
            "Anytown School, roles, fallback no. 1: Slack doesn't know this id",
            "Copy the member ID from their profile in Slack, or name somebody else.",
        )
        assert "leads no. 1" not in said.text
        assert [id for id in (*LEADS, HEAD) if id in said.text] == []
        # Slack's other troubles say nothing of anybody.
        peer.lasting["users.info"] = Refusal("ratelimited")
        said = await asyncio.to_thread(operator.types, "check")
        assert "doesn't know this id" not in said.text


def gone(id: str) -> dict[str, Any]:
    """Somebody whose account is closed."""
    return person(id, "A Head", deleted=True)


async def test_very_many_people_are_looked_up_in_part(operator: Operator) -> None:
    async with fake_slack.running() as peer:
        slack(operator, peer.api)
        file = operator.folder / "partnership.yaml"
        town = json.loads(file.read_text("utf-8"))
        [first, *others] = town["agencies"]
        fifty = [f"slack:{TEAM}:U{n}" for n in range(1000, 1050)]
        many = [
            first
            | {"id": f"school-{n}", "name": f"School {n}", "leads": [f"{p}{n}" for p in fifty]}
            for n in range(6)
        ]
        town["agencies"] = [
            agency | {"email_domains": [f"{agency['id']}.example"]}
            for agency in (first, *others, *many)
        ]
        file.write_text(json.dumps(town), "utf-8")
        said = await asyncio.to_thread(operator.types, "check")
        assert len(peer.asked("users.info")) == 100, said.text


async def test_whoever_is_named_on_a_platform_that_is_not_set_up_is_told_by_their_place(
    operator: Operator,
) -> None:
    async with fake_slack.running(people()) as peer:
        slack(operator, peer.api)
        file = operator.folder / "partnership.yaml"
        town = json.loads(file.read_text("utf-8"))
        school = town["agencies"][0]
        pat, kim, lou = (f"teams:{fake_teams.TENANT}:{name}" for name in ("pat", "kim", "lou"))
        school["teams_tenants"] = [fake_teams.TENANT]
        school["leads"] += [pat, kim]
        school["roles"]["fallback"] = [lou]
        file.write_text(json.dumps(town), "utf-8")
        said = await asyncio.to_thread(operator.types, "check")
    said.refused(
        "Anytown School, leads no. 3, 4: Teams isn't set up, so that nothing reaches whoever is "
        "named there on it. Set Teams up (docs/connect.md), or name somebody who is elsewhere.",
        "Anytown School, roles, fallback no. 1: Teams isn't set up, so that nothing reaches "
        "whoever is named there on it, and nobody else is named there.",
    )
    assert "Slack isn't set up" not in said.text


def refuses(peer: FakeSlack, _operator: Operator) -> None:
    peer.next("auth.test", Refusal("invalid_auth"))


def has_no_app_token(peer: FakeSlack, operator: Operator) -> None:
    operator.settings["SLACK_APP_TOKEN"] = "xapp-nobody-knows"


def lacks_a_secret(peer: FakeSlack, operator: Operator) -> None:
    del operator.settings["SLACK_SIGNING_SECRET"]


def sits_elsewhere(_peer: FakeSlack, operator: Operator) -> None:
    operator.has_the_example()
    operator.settings["UPSTANDER_PARTNERSHIP"] = "partnership.yaml"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (refuses, "Slack doesn't accept SLACK_BOT_TOKEN (invalid_auth): copy it again"),
        (has_no_app_token, "Slack doesn't accept SLACK_APP_TOKEN"),
        (lacks_a_secret, "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP."),
        (sits_elsewhere, "is in no agency's slack_workspaces"),
    ],
)
async def test_what_is_wrong_with_slack(
    operator: Operator, wrong: Callable[[FakeSlack, Operator], None], words: str
) -> None:
    async with fake_slack.running() as peer:
        slack(operator, peer.api)
        wrong(peer, operator)
        said = await asyncio.to_thread(operator.types, "check")
    said.refused(words)
    assert "xoxb-a" not in said.text
    assert "nobody-knows" not in said.text


async def test_what_is_wrong_with_teams(anytown: Operator) -> None:
    async with fake_teams.running() as peer:
        anytown.settings |= {
            "TEAMS_CLIENT_ID": fake_teams.CLIENT_ID,
            "TEAMS_SERVICE_HOSTS": peer.host,
            "TEAMS_STATIC_TOKEN": fake_teams.TOKEN,
            "TEAMS_OPENID_URL": peer.openid_url,
        }
        said = await asyncio.to_thread(anytown.types, "check")
        said.refused("No agency has a Teams tenant: add its id under teams_tenants.")
        assert "signing keys" not in said.text
        anytown.settings["TEAMS_OPENID_URL"] = f"{peer.url}/nothing-here"
        said = await asyncio.to_thread(anytown.types, "check")
    said.refused("Microsoft's signing keys can't be fetched, so nothing could be asked")


def test_a_kind_of_referral_without_a_limit_is_told_by_its_line_and_its_mend(
    operator: Operator,
) -> None:
    operator.has_the_example(lambda text: text.replace("within: 10 working days   #", "within: #"))
    text = (operator.folder / "partnership.yaml").read_text("utf-8")
    line = 1 + text[: text.index("within: #")].count("\n")
    operator.types("check").refused(
        f"partnership.yaml, line {line}: referrals no. 5, within: this kind has no limit",
        "How to fix it: if there is no national limit: agree one locally and write it here",
        "1 to fix.",
    )


def test_what_is_worth_knowing_about_referrals_is_told(operator: Operator) -> None:
    operator.has_the_example(lambda text: text.replace("nations: [england]", "nations: [wales]"))
    operator.types("check").tells(
        "Worth knowing: The kind of referral assessment is for Wales, and no agency is there.",
        "Worth knowing: Anytown Police, Anytown Children's Social Care, Anytown Community School: "
        "nobody who could take a referral or hear a concern there",
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(300, "300 s ahead of the database's"), (-300, "300 s behind the database's"), (4, "")],
)
def test_a_clock_that_differs_from_the_databases(seconds: int, words: str) -> None:
    said = off(timedelta(seconds=seconds))
    assert [words in sentence for sentence in said] == [True] * bool(words)
