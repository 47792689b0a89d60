"""The demo, for the tests of this room."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.e2e.demo import serving


@pytest_asyncio.fixture(loop_scope="session")
async def address() -> AsyncIterator[str]:
    """A demo of its own for each test in Chromium."""
    async with serving() as served:
        yield served
