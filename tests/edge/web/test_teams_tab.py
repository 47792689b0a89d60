"""The one page that Teams may show in a frame, and no other that anybody may."""

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette

from bot.web.pages.teams_tab import FRAMED_BY, TAB
from bot.web.public_routes import public_routes
from tests.core.anytown import FixedClock, example
from tests.edge.web.fakes import FakeDispatch

ORIGIN = "https://upstander.example"
OTHERS = ("/receipt", "/pause", "/help", "/web/style.css", "/teams-tab/", "/teams-tab2")


def browser(tab: str) -> AsyncClient:
    routes = public_routes(FakeDispatch(), FixedClock(), example(), ORIGIN, (), tab)
    return AsyncClient(transport=ASGITransport(Starlette(routes=routes)), base_url=ORIGIN)


def ancestors(policy: str) -> list[str]:
    """Who may show a page in a frame."""
    parts = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    return parts["frame-ancestors"].split()


async def test_only_teams_may_frame_one_page_which_has_nothing_to_press() -> None:
    async with browser(ORIGIN) as http:
        answer = await http.get(TAB, headers={"accept-language": "cy"})
        assert ancestors(answer.headers["content-security-policy"]) == list(FRAMED_BY)
        assert "script-src" not in answer.headers["content-security-policy"]
        assert "x-frame-options" not in answer.headers
        assert "set-cookie" not in answer.headers
        assert f'href="{ORIGIN}/?lang=cy" target="_blank" rel="noopener noreferrer"' in answer.text
        for word in ("<form", "<script", "<button", "<input"):
            assert word not in answer.text
        for path in OTHERS:
            other = await http.get(path)
            if other.status_code == 200:
                assert ancestors(other.headers["content-security-policy"]) == ["'none'"]
                assert other.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", [TAB, *OTHERS])
async def test_without_the_setting_nobody_may_frame_anything(path: str) -> None:
    async with browser("") as http:
        answer = await http.get(path)
        if path == TAB:
            assert answer.status_code == 404
        elif answer.status_code == 200:
            assert ancestors(answer.headers["content-security-policy"]) == ["'none'"]
