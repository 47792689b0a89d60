"""`upstander check` tells whom the file names and the bot could not write to."""

from pathlib import Path

from bot.ops.checking.check import check_all
from bot.ops.checking.unmet import unmet
from bot.wiring import build_core
from storage.directory.members import Seen
from storage.engine.migrate import migrate
from storage.partnership import AgencyId, Partnership, PersonId
from tests.conftest import Stores
from tests.core.anytown import example
from tests.core.tools import settings_of

SIAN, AMINA, PAT, WEB = (
    PersonId(id) for id in ("slack:T01:U01", "slack:T01:U02", "teams:te:ob", "web:priya-nair")
)


def partnership() -> Partnership:
    """The example, with people of the police who are on Slack and Teams."""
    first, *others = example().agencies
    roles = {"fallback": (PAT,), "manager": (PAT, AMINA)}
    police = first.model_copy(update={"leads": (WEB, SIAN, AMINA), "roles": roles})
    return example().model_copy(update={"agencies": (police, *others)})


def told(*met: PersonId, address: str = "{}") -> list[str]:
    known = {one: Seen(one, AgencyId("police"), "Siân", "en", address) for one in met}
    return list(unmet(partnership(), known))


def test_nobody_is_told_before_the_server_has_met_anybody() -> None:
    assert told() == []


def test_a_lead_on_slack_whom_nobody_met_is_told_once_with_the_way_on() -> None:
    [one] = told(SIAN)
    assert one.startswith("Anytown Police, leads no. 3: the bot has not met this person on Slack")
    assert "a full member of that workspace" in one
    assert AMINA not in one  # a name or an id is in no output


def test_somebody_without_the_teams_app_is_told_what_to_do() -> None:
    [one] = told(PersonId("teams:te:other"))
    assert one.startswith("Anytown Police, roles, fallback no. 1: ")
    assert "an administrator installs it for them" in one


def test_an_address_that_is_missing_is_as_bad() -> None:
    assert len(told(SIAN, AMINA, address="")) == 2
    assert told(SIAN, AMINA, PAT) == []


async def test_check_reads_it_from_the_database(stores: Stores, tmp_path: Path) -> None:
    file = tmp_path / "partnership.yaml"
    text = (Path(__file__).parents[2] / "deploy" / "partnership.example.yaml").read_text("utf-8")
    text = text.replace("[web:priya-nair, web:tom-barker]", "[slack:T01:U01, slack:t01:u02]")
    file.write_text(text.replace("slack_workspaces: []", "slack_workspaces: [T01]"), "utf-8")
    settings = settings_of(stores, tmp_path / "data", file)
    core = build_core(settings)
    await migrate(core.engine, "main")
    await core.keyring.migrate()
    await core.members.remember([Seen(SIAN, AgencyId("police"), "Siân", "en", "{}")])
    await core.close()
    said = "\n".join((await check_all(settings)).wrong)
    assert "Anytown Police, leads no. 2: the bot has not met this person on Slack" in said
    assert "leads no. 1" not in said
