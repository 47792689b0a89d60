"""What is turned away before anybody acts on it."""

import pytest
from starlette.types import Message, Receive, Scope, Send

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from bot.web.forms import MOST
from bot.web.guard import WebGuard
from tests.edge.web.fakes import HERE, ORIGIN, Demo, FakeDispatch

SEND = "/as/carys/do/concern.send"
FORM = {"content-type": "application/x-www-form-urlencoded", **HERE}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1", "10.0.0.1"])
async def test_another_name_for_this_machine_is_turned_away(host: str) -> None:
    async with Demo().browsing() as browser:
        assert (await browser.get("/", headers={"host": host})).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8750", "127.0.0.1", "[::1]:8750"])
async def test_this_machine_is_let_in(host: str) -> None:
    async with Demo().browsing() as browser:
        assert (await browser.get("/", headers={"host": host})).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site", "origin": ORIGIN},
        {"sec-fetch-site": "same-site", "origin": ORIGIN},
        {"sec-fetch-site": "none"},
    ],
)
async def test_a_form_from_another_site_does_nothing(headers: dict[str, str]) -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        assert (await browser.post(SEND, data={"what": "x"}, headers=headers)).status_code == 403
    assert demo.dispatch.came == []


@pytest.mark.parametrize("headers", [HERE, {"sec-fetch-site": "same-origin", "origin": "null"}])
async def test_our_own_form_is_taken(headers: dict[str, str]) -> None:
    async with Demo().browsing() as browser:
        assert (await browser.post(SEND, data={"what": "x"}, headers=headers)).status_code == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"what=%ff%fe", 400),
        (b"what=\xff", 400),
        (b"_subject=../../x", 400),
        (b"_subject=" + b"a" * 65, 400),
        (b"&".join(b"a%d=1" % n for n in range(300)), 400),
        (b"what=" + b"a" * MOST, 413),
    ],
)
async def test_a_malformed_form_is_refused_and_nothing_happens(body: bytes, status: int) -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        refused = await browser.post(SEND, content=body, headers=FORM)
    assert refused.status_code == status
    assert "<h1>" in refused.text
    assert demo.dispatch.came == []


@pytest.mark.parametrize("hidden", ["%00", "%1b", "%0b", "%E2%80%8B", "%E2%80%AE"])
async def test_hidden_characters_are_taken_out_and_the_form_is_taken(hidden: str) -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        body = f"what=a{hidden}%C3%A2".encode()
        assert (await browser.post(SEND, content=body, headers=FORM)).status_code == 200
    assert demo.dispatch.came[0].event.one("what") == ("a\nâ" if hidden == "%0b" else "aâ")


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", ""])
async def test_another_kind_of_body_is_refused(kind: str) -> None:
    async with Demo().browsing() as browser:
        headers = {**HERE, "content-type": kind}
        assert (await browser.post(SEND, content=b"{}", headers=headers)).status_code == 415


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/as/nobody", 404),
        ("GET", "/as/nobody/do/mine", 404),
        ("GET", "/as/nobody/meeting", 404),
        ("GET", "/as/carys/do/Nonsense!", 404),
        ("GET", "/as/carys/do/concern?subject=a/b", 400),
        ("GET", "/stored?as=nobody", 404),
        ("GET", "/stored/a%20b", 400),
        ("GET", "/nowhere", 404),
        ("DELETE", "/as/carys", 405),
        ("POST", "/as/nobody/language", 404),
        ("POST", "/as/carys/language", 400),
        ("POST", "/demo/clock", 400),
    ],
)
async def test_what_isnt_there_gets_a_kind_page(method: str, path: str, status: int) -> None:
    async with Demo().browsing() as browser:
        data = {"language": "xx", "to": "never"} if method == "POST" else None
        answer = await browser.request(method, path, headers=HERE, data=data)
    assert answer.status_code == status
    assert answer.text.count("<h1>") == 1


@pytest.mark.parametrize("path", ["/nowhere", "/as/nobody", "/as/nobody/meeting"])
async def test_what_isnt_there_is_said_in_the_browsers_language(path: str) -> None:
    async with Demo().browsing() as browser:
        answer = await browser.get(path, headers={"accept-language": "cy-GB,cy;q=0.9,en;q=0.5"})
        chosen = await browser.get(f"{path}?lang=cy")
    for page in (answer, chosen):
        assert page.status_code == 404
        assert '<html lang="cy">' in page.text
        assert "Nid oes tudalen o’r fath" in page.text


async def test_what_isnt_there_for_somebody_is_said_in_their_language() -> None:
    async with Demo().browsing() as browser:
        await browser.post("/as/carys/language", data={"language": "cy"}, headers=HERE)
        page = await browser.get("/as/carys/nowhere")
    assert (page.status_code, "Nid oes tudalen o’r fath" in page.text) == (404, True)


@pytest.mark.parametrize("path", ["/", "/as/carys", "/nowhere", "/web/style.css", "/web/when.css"])
async def test_every_answer_lets_nothing_else_in(path: str) -> None:
    async with Demo().browsing() as browser:
        headers = (await browser.get(path)).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")
    # A person's own pages have a script of ours, and none of anybody else's.
    scripts = [part for part in policy.split("; ") if part.startswith("script-src")]
    assert scripts == (["script-src 'self'"] if path.startswith("/as/") else [])
    assert "unsafe" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("verb", ["pause.chair", "meeting/do/pause.open", "concern", "paused"])
async def test_only_a_page_of_a_round_may_look_at_this_server_again(verb: str) -> None:
    async with Demo().browsing() as browser:
        headers = (await browser.get(f"/as/carys/{verb if '/' in verb else f'do/{verb}'}")).headers
    looks = "connect-src 'self'" in headers["content-security-policy"]
    assert looks == ("pause." in verb)


async def test_nothing_that_was_sent_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    async with Demo().browsing() as browser:
        await browser.post(SEND, content=b"what=Zanzibar%ff", headers=FORM)
        await browser.post(SEND, content=b"what=Zanzibar", headers=FORM)
    assert "Zanzibar" not in caplog.text


async def test_our_own_mistake_is_owned_and_shows_nothing_of_itself() -> None:
    class Broken(FakeDispatch):
        async def handle(self, incoming: Incoming) -> Reply:
            raise RuntimeError("Zanzibar")

    async with Demo(dispatch=Broken()).browsing(raising=False) as browser:
        failed = await browser.get("/as/carys")
    assert failed.status_code == 500
    assert "That was our mistake, not yours." in failed.text
    assert "Zanzibar" not in failed.text


async def test_there_is_no_socket_to_talk_to() -> None:
    said: list[Message] = []

    async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("The guard let it through.")

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        said.append(message)

    await WebGuard(nothing)({"type": "websocket", "headers": []}, receive, send)
    assert [message["type"] for message in said] == ["websocket.close"]
