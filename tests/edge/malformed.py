"""Requests that nobody's client would send, for every door of the running product."""

import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.peers.slack_payloads import FORM, JSON, command, form, press, shortcut, signed
from tests.peers.teams_person import PATH, Person

MARK = "qxv-marker-8841"
"""Is in every payload, and must never be in a log."""
SLACK = "/slack/events"
WHO = "U0COL0XSLACK"


@dataclass(frozen=True)
class Bad:
    """One request, shown by what is wrong with it."""

    wrong: str
    path: str
    content: bytes = field(default=b"", repr=False)
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    method: str = "POST"
    unknown: bool = False
    """An invoke that isn't ours: to Teams that is 501, and nobody's failure."""

    def is_refused(self, status: int) -> bool:
        """Tells whether it was answered as it should be."""
        return 400 <= status < 500 or (self.unknown and status == 501)


def drawn(strategy: SearchStrategy[bytes], number: int = 25) -> list[bytes]:
    """Examples of a strategy, the same in every run, to be sent inside one running product."""
    found: list[bytes] = []

    @settings(
        max_examples=number,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(example: bytes) -> None:
        found.append(example)

    draw()
    return found


_mark = MARK.encode()
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
BYTES = st.binary(max_size=200).map(lambda raw: _mark + raw)
OBJECTS = st.dictionaries(st.sampled_from(["type", "event", "view", "user", "actions"]), _json).map(
    lambda found: json.dumps({**found, "note": MARK}).encode()
)
DEEP = (
    b"[" * 100_000 + _mark,
    b'{"note":"%b","a":' % _mark * 5_000,
    json.dumps({"type": [[[[MARK]]]]}).encode(),
)
ENCODED = (
    f'{{"type":"{MARK}"}}'.encode("utf-16"),
    _mark + b"\xff\xfe\x00",
    gzip.compress(_mark * 50),
    b"\xef\xbb\xbf" + json.dumps({"type": MARK}).encode(),
)


def at_slack() -> Iterator[Bad]:
    """Slack's door. What is wrong stands in the body unless the signature is named."""
    good = command(WHO, "/concern", MARK)
    for wrong, headers in _unsigned(good).items():
        yield Bad(wrong, SLACK, good, headers)
    for kind in ("text/plain", "multipart/form-data; boundary=x", "application/xml"):
        yield Bad(f"type {kind}", SLACK, good, signed(good) | {"content-type": kind})
    long = good + b"&x=" + b"y" * 1_000_000
    yield Bad("too long", SLACK, long, signed(long))
    for body in (*DEEP, *ENCODED, *drawn(BYTES), *drawn(OBJECTS)):
        yield Bad("no event", SLACK, body, signed(body, JSON))
        yield Bad("no form", SLACK, body, signed(body, FORM))
        wrapped = form({}).replace(b"%7B%7D", b"") + body
        yield Bad("no payload", SLACK, wrapped, signed(wrapped, FORM))
    for wrong, payload in _strange_interactions().items():
        body = form(payload)
        yield Bad(wrong, SLACK, body, signed(body))
    for method in ("GET", "PUT", "PATCH", "DELETE"):
        yield Bad(f"method {method}", SLACK, good, signed(good), method)


def _unsigned(body: bytes) -> dict[str, dict[str, str]]:
    sound = signed(body)
    return {
        "no headers": {"content-type": FORM},
        "no signature": sound | {"x-slack-signature": ""},
        "a signature of something else": signed(body + b"&text=other"),
        "a stale signature": signed(body, at=time.time() - 600),
        "a time that is none": sound | {"x-slack-request-timestamp": MARK},
        "a signature that is none": sound | {"x-slack-signature": MARK},
    }


def _strange_interactions() -> dict[str, dict[str, Any]]:
    text = {"type": "plain_text", "text": MARK}
    pressed = press(WHO, {"action_id": MARK, "text": text, "value": MARK})
    view = {"id": "V1", "type": "modal", "hash": "h", "private_metadata": MARK, "blocks": []}
    sent = shortcut(WHO) | {"type": "view_submission", "view": view}
    ours = json.dumps(["concern.send", "", MARK, "", False, "concern", "", False])
    return {
        "an unknown kind": shortcut(WHO) | {"type": MARK},
        "an unknown action": pressed,
        "an action without actions": pressed | {"actions": []},
        "a press by nobody": pressed | {"user": MARK, "team": None},
        "another app's modal": sent,
        "a modal without a view": sent | {"view": None},
        "a modal with another state": sent
        | {"view": view | {"private_metadata": ours, "state": {"values": MARK}}},
        "a shortcut of another app": shortcut(WHO) | {"callback_id": MARK},
    }


def at_teams(who: Person) -> Iterator[Bad]:
    """Teams' door, with good tokens except where the token is what is wrong."""
    typed = who.activity("message", text=f"concern {MARK}")
    good = {"content-type": JSON, "authorization": f"Bearer {who.teams.mint.good()}"}
    sound = json.dumps(typed).encode()
    tokens = {wrong: token() for wrong, token in who.teams.mint.bad().items()}
    for wrong, token in {**tokens, "no token": f"Bearer {MARK}"}.items():
        yield Bad(f"token {wrong}", PATH, sound, good | {"authorization": token})
    for kind in ("text/plain", FORM, "application/xml"):
        yield Bad(f"type {kind}", PATH, sound, good | {"content-type": kind})
    yield Bad("too long", PATH, b'{"x":"%b"}' % (b"y" * 600_000), good)
    for body in (*DEEP, *ENCODED, *drawn(BYTES), *drawn(OBJECTS)):
        yield Bad("no activity", PATH, body, good)
    for wrong, changes in _strange_activities().items():
        body = json.dumps(typed | changes).encode()
        yield Bad(wrong, PATH, body, good, unknown=wrong == "an unknown invoke")
    for method in ("GET", "PUT", "PATCH", "DELETE"):
        yield Bad(f"method {method}", PATH, sound, good, method)


def _strange_activities() -> dict[str, dict[str, Any]]:
    return {
        "an unknown kind": {"type": MARK},
        "an unknown invoke": {"type": "invoke", "name": MARK, "value": {}},
        "an invoke without a value": {"type": "invoke", "name": "task/fetch"},
        "an action that is a number": {
            "type": "invoke", "name": "adaptiveCard/action", "value": {"action": 5},
        },
        "from a text": {"from": MARK},
        "from another service": {"serviceUrl": f"https://{MARK}.example/"},
        "without a service": {"serviceUrl": None},
        "on another channel": {"channelId": MARK},
    }  # fmt: skip


def at_health() -> Iterator[Bad]:
    """The paths that operators look at."""
    for path in ("/healthz", "/readyz", "/metrics"):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            yield Bad(f"method {method}", path, _mark, {"content-type": MARK}, method)
        yield Bad("something below it", f"{path}/{MARK}", method="GET")


def at_web(origin: str, who: str) -> Iterator[Bad]:
    """The demo's pages, from this machine and this site except where that is what is wrong."""
    send, here = f"/as/{who}/do/concern.send", {"origin": origin, "content-type": FORM}
    fine = f"what={MARK}".encode()
    for wrong, headers in {
        "no origin": {"content-type": FORM},
        "another origin": here | {"origin": f"http://{MARK}.example"},
        "another host": here | {"host": f"{MARK}.example"},
        "another site": here | {"sec-fetch-site": "cross-site"},
        "JSON": here | {"content-type": JSON},
        "no type": here | {"content-type": MARK},
    }.items():
        yield Bad(wrong, send, fine, headers)
    yield Bad("too long", send, fine + b"y" * 70_000, here)
    yield Bad("too many", send, b"&".join(b"a%d=%b" % (n, _mark) for n in range(400)), here)
    for raw in (b"\xff", b"%ff%fe", *(b"%80" + x for x in drawn(BYTES, 10))):
        yield Bad("not text", send, b"what=" + _mark + raw, here)
    yield Bad("no subject", send, f"_subject=../{MARK}".encode(), here)
    for path in (f"/as/{MARK}", f"/as/{who}/do/{MARK}!", f"/stored/{MARK}%20b", f"/{MARK}"):
        yield Bad("a page that isn't there", path, method="GET")
    for path in (f"/as/{MARK}/do/concern.send", f"/as/{who}/language", "/demo/clock"):
        yield Bad("something that can't be done", path, f"language={MARK}&to={MARK}".encode(), here)
    for method in ("PUT", "PATCH", "DELETE"):
        yield Bad(f"method {method}", f"/as/{who}", fine, here, method)
