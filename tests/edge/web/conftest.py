"""The real demo, for the tests of this room."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.cli.demo import build_demo, demo_settings
from tests.edge.web.fakes import HERE, ORIGIN


@pytest.fixture
async def visitor() -> AsyncIterator[httpx.AsyncClient]:
    """Somebody in front of the real demo."""
    app = build_demo(demo_settings("127.0.0.1", 8750))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=HERE) as visitor:
            yield visitor
