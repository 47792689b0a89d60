"""What the demo begins with: a few referrals, so that nobody looks at empty lists."""

from pathlib import Path

import httpx

from bot.cli.demo import REFERRALS, build_demo, demo_settings
from tests.edge.web.fakes import HERE, ORIGIN


async def homes(referrals: Path | None, *paths: str) -> list[str]:
    """These pages in a demo that has just begun."""
    app = build_demo(demo_settings("127.0.0.1", 8750), referrals=referrals)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=HERE) as browser,
    ):
        return [(await browser.get(f"/{path}")).text for path in paths]


async def test_it_begins_with_a_few_referrals() -> None:
    lead, owner, referrer, stored = await homes(
        REFERRALS, "as/grace-okafor", "as/sian-morgan", "as/sarah-lloyd", "stored"
    )
    for shown, texts in (
        (lead, ("Unassigned: 1", "Referral SCH-118, ")),
        (owner, ("Yn aros amdanaf", "Atgyfeiriad SCH-121, ")),
        (referrer, ("Referrals I made", "Referral SCH-118", "Referral SCH-121")),
        (stored, ("A referral",)),
    ):
        assert [text for text in texts if text not in shown] == []


async def test_it_can_begin_with_nothing() -> None:
    lead, stored = await homes(None, "as/grace-okafor", "stored")
    assert "SCH-118" not in lead
    assert "Nothing is stored yet" in stored
