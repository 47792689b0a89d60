"""Where a request came from: the peer's address, unless a setting names the proxy that it is."""

import pytest
from pydantic import ValidationError
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.base.networks import networks_of
from bot.base.settings import Settings
from bot.web.forwarded import Forwarded
from bot.web.public import counted_as

OURS = "127.0.0.1, 10.1.0.0/16, fd00::/8"
Headers = list[tuple[str, str]]


async def seen(peer: str, headers: Headers, proxies: str = OURS) -> tuple[str, str]:
    """As which network a request is counted, and by which scheme it came."""
    found: list[Request] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        found.append(Request(scope))

    async def receives() -> dict[str, object]:
        return {}

    async def sends(_message: object) -> None:
        """Nothing is."""

    raw = [(name.encode(), value.encode()) for name, value in headers]
    scope = {
        "type": "http", "client": (peer, 4711), "scheme": "http", "headers": raw,
        "method": "POST", "path": "/receipt", "server": ("bot.example", 80),
    }  # fmt: skip
    await Forwarded(app, networks_of(proxies))(scope, receives, sends)
    [request] = found
    return counted_as(request), request.url.scheme


def xff(*values: str) -> Headers:
    return [("x-forwarded-for", value) for value in values]


def forwarded(*values: str) -> Headers:
    return [("forwarded", value) for value in values]


@pytest.mark.parametrize("headers", [xff("6.6.6.6"), forwarded("for=6.6.6.6"), []])
@pytest.mark.parametrize("peer", ["9.9.9.9", "127.0.0.1", "10.1.2.3", "2a00:23c4:1:2::1"])
async def test_without_the_setting_nobody_is_believed(peer: str, headers: Headers) -> None:
    counted, _ = await seen(peer, headers, proxies="")
    assert counted == (f"{peer}/32" if "." in peer else "2a00:23c4:1:2::/64")


@pytest.mark.parametrize("headers", [xff("6.6.6.6"), forwarded("for=6.6.6.6")])
async def test_whoever_is_no_proxy_of_ours_is_not_believed(headers: Headers) -> None:
    assert (await seen("9.9.9.9", headers))[0] == "9.9.9.9/32"


@pytest.mark.parametrize(
    "headers",
    [
        xff("9.9.9.9"),
        xff("6.6.6.6, 9.9.9.9"),
        xff("6.6.6.6", "9.9.9.9"),
        xff("6.6.6.6, 9.9.9.9, 10.1.0.5"),
        xff("nonsense, 9.9.9.9"),
        xff("9.9.9.9:51234"),
        xff("::ffff:9.9.9.9"),
        forwarded("for=9.9.9.9"),
        forwarded("for=6.6.6.6, For=9.9.9.9"),
        forwarded('for=6.6.6.6;proto=https, for="9.9.9.9:51234";proto=http;by=10.1.0.5'),
        forwarded('host="for=6.6.6.6";for=9.9.9.9'),
        forwarded('for="[::1, for=9.9.9.9'),
    ],
)
async def test_the_nearest_hop_that_is_not_ours_counts(headers: Headers) -> None:
    assert (await seen("127.0.0.1", headers))[0] == "9.9.9.9/32"


@pytest.mark.parametrize("headers", [xff("2a00:23c4:1:2::7"), xff("[2a00:23c4:1:2::7]:51234"),
                                     forwarded('for="[2a00:23c4:1:2::7]:51234"')])  # fmt: skip
async def test_the_newer_addresses_are_read_too(headers: Headers) -> None:
    assert (await seen("fd00::1", headers))[0] == "2a00:23c4:1:2::/64"


@pytest.mark.parametrize(
    "headers",
    [
        xff("6.6.6.6, unknown"),
        xff("6.6.6.6,"),
        xff(""),
        forwarded("for=_hidden"),
        forwarded("for=unknown"),
        forwarded('host="a, for=6.6.6.6";proto=https'),
        forwarded("proto=https"),
        [*xff("9.9.9.9"), *forwarded("for=6.6.6.6")],
    ],
)
async def test_what_does_not_say_it_plainly_is_counted_as_the_proxy(headers: Headers) -> None:
    assert (await seen("10.1.2.3", headers))[0] == "10.1.2.3/32"


async def test_the_scheme_is_believed_from_the_same() -> None:
    told = [("x-forwarded-proto", "https")]
    assert (await seen("127.0.0.1", [*xff("9.9.9.9"), *told]))[1] == "https"
    assert (await seen("9.9.9.9", told))[1] == "http"
    assert (await seen("127.0.0.1", [("x-forwarded-proto", "javascript")]))[1] == "http"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("proxy.example", "number 1 is no network"),
        ("127.0.0.1, 10.0.0.300", "number 2 is no network"),
        ("10.1.2.3/8", "number 1 is no network"),
        ("127.0.0.1 10.0.0.1", "number 1 is no network"),
        ("::1, 0.0.0.0/0", "number 2 is everybody"),
    ],
)
def test_a_malformed_network_is_refused_with_its_place_and_without_its_value(
    written: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPSTANDER_TRUSTED_PROXIES", written)
    with pytest.raises(ValidationError, match=told) as refused:
        Settings()
    assert written not in str(refused.value)


def test_networks_are_read_as_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPSTANDER_TRUSTED_PROXIES", f' "{OURS}," ')
    assert [str(one) for one in Settings().proxies] == ["127.0.0.1/32", "10.1.0.0/16", "fd00::/8"]
