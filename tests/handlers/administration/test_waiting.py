"""What waits for a second person: in one order, told apart, and gone once it is so."""

from storage.partnership import AgencyId
from tests.core.anytown import Page, Town
from tests.handlers.administration.changing import CSC, LEADS, PEOPLE, adds
from tests.peers.transcript import read

AGENCY = "Anytown Children's Social Care"
WAITS = "Waiting for a second person"
AMINA = "Amina Yusuf"
ROLES = {"liaison_officer": "liaison officers", "moderator": "moderators", "reviewer": "reviewers"}


async def _proposes(town: Town, name: str, role: str = "lead") -> None:
    form = await town.does("ruth", "administration.role", CSC)
    page = await form.fills(holds=role, leaver="nobody", owner=name)
    await (await page.presses("Confirm")).sees("We have asked").presses("Back to Administration")


def _titles(page: Page) -> list[str]:
    titles = [read(section).splitlines()[0] for section in page.form.sections]
    return [title for title in titles if title.startswith(WAITS)]


async def test_proposals_stand_oldest_first_and_each_says_what_it_changes(town: Town) -> None:
    wanted = [(name, role) for role in ROLES for name in ("Amina Yusuf", "Grace Okafor")]
    for name, role in wanted:
        await _proposes(town, name, role)
    found = _titles(await town.does("helen", "administration"))
    assert [title.partition("): ")[2] for title in found] == [
        f"{AGENCY}: {ROLES[role]} – Added: {name}" for name, role in wanted
    ]
    assert len({title.partition(":")[0] for title in found}) == len(wanted)  # its letters, first


async def test_what_meanwhile_came_about_waits_no_longer(town: Town) -> None:
    for _ in range(2):
        await _proposes(town, AMINA)
    page = await town.does("helen", "administration")
    assert len(_titles(page)) == 2
    (await page.presses("Agree")).sees("in force now")
    assert AMINA not in "".join(_titles(await town.does("helen", "administration")))
    (await page.presses("Do not change it")).refused("no longer waiting")


async def test_what_no_longer_fits_ends_as_somebody_agrees(town: Town) -> None:
    await _proposes(town, AMINA)
    await adds(town, {LEADS: [PEOPLE["daniel"]]})
    await town.core.ticks.follow()
    page = await town.does("helen", "administration")
    (await page.presses("Agree")).sees("It has ended", "nothing was changed by you")
    assert _titles(await town.does("helen", "administration")) == []
    assert town.core.partnership.leads(AgencyId(CSC)) == (PEOPLE["daniel"],)
