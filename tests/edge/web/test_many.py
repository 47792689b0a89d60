"""With 250 agencies: the demo asks for the agency first, and a form has one's own on top."""

import re

import httpx

from bot.cli.demo import COUNTY, build_demo, demo_settings
from tests.edge.web.fakes import HERE, ORIGIN

OWN, TEACHER = "yarpole-academy", "Yarpole Academy"


async def pages(*paths: str) -> list[str]:
    """These pages of the county's demo."""
    app = build_demo(demo_settings("127.0.0.1", 8750), referrals=None, partnership=COUNTY)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=HERE) as browser,
    ):
        return [(await browser.get(f"/{path}")).text for path in paths]


async def test_who_one_is_is_chosen_in_two_steps() -> None:
    first, school, cymraeg = await pages("", f"?agency={OWN}", f"?agency={OWN}&lang=cy")
    assert first.count("<option") == 251  # and one that asks to choose
    assert "/as/" not in first
    assert len(re.findall(r'href="/as/[a-z-]+"', school)) == 3
    assert f'value="{OWN}" selected' in school
    assert "Academi Yarpole" in cymraeg
    assert len(school) < 60_000


async def test_a_form_has_ones_own_agency_first_and_chosen_and_the_others_in_groups() -> None:
    [chosen] = await pages(f"?agency={OWN}")
    somebody = re.findall(r'href="(/as/[a-z-]+)"', chosen)[0]
    [concern] = await pages(f"{somebody[1:]}/do/concern")
    options = re.findall(r'<option id="agency-\d+" value="([a-z0-9-]+)"( selected)?', concern)
    assert options[0] == (OWN, " selected")
    assert len({value for value, _ in options}) == 250
    groups = re.findall(r'<optgroup label="([^"]+)"', concern)
    assert groups == [
        "Your agency", "Police", "Social care", "Health", "Others", "Schools and education",
        "Charities and voluntary",
    ]  # fmt: skip
    # Two lines to open; behind them, whether the agency is told, and if it is about someone.
    assert concern.count('type="checkbox"') == 4
    assert len(concern) < 60_000
