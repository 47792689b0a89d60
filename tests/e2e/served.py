"""The real `upstander serve`, as an operator starts it, with a mail server and a provider."""

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from types import MappingProxyType

import httpx

from tests.cli.operator import COMMAND, Operator
from tests.peers import NODE_MODULES, free_port
from tests.peers.mail import MailServer, mail_server
from tests.signin.town import GRACE, KOFI
from tests.storage.test_partnership_emails import example

CLAIMS = {"sub": "grace", "email": GRACE, "email_verified": True}
STRANGER = {"sub": "stranger", "email": "somebody@elsewhere.example", "email_verified": True}


@dataclass
class Served:
    """A running server, and its mail server."""

    address: str
    mail: MailServer
    operator: Operator

    async def link(self, address: str) -> str:
        """The newest link that came to this mailbox."""
        async with asyncio.timeout(60):
            while not self.mail.to(address):
                await asyncio.sleep(0.05)
        text = str(self.mail.to(address)[-1].get_content())
        return next(line for line in text.splitlines() if line.startswith(self.address))


def town(
    folder: Path, mailboxes: Mapping[str, str], edits: Mapping[str, str] = MappingProxyType({})
) -> Operator:
    """An operator who has written mailboxes into the example's file: by people's short names."""
    file = example(folder, KOFI)
    text = file.read_text("utf-8")
    for slug, mailbox in {"grace-okafor": GRACE, **mailboxes}.items():
        text = text.replace(f"{{ id: web:{slug}, ", f"{{ id: web:{slug}, email: {mailbox}, ")
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
    return Operator(folder)


NODE = shutil.which("node") if (NODE_MODULES / "oidc-provider").is_dir() else None


def certified_lacking() -> str | None:
    """Why the certified provider can't be started here, or None."""
    return None if NODE else "no Node.js with npm's oidc-provider: signing in with it"


@contextmanager
def certified_provider(back: str) -> Iterator[str]:
    """npm's oidc-provider, which is certified; gives its issuer."""
    port, script = free_port(), Path(__file__).parents[1] / "peers" / "openid_provider.mjs"
    with _running([str(NODE), str(script), str(port), back, json.dumps(CLAIMS)], port) as issuer:
        yield issuer


@contextmanager
def provider(_back: str = "") -> Iterator[str]:
    """oidc-provider-mock, which lets anybody be whom they say; gives its issuer."""
    port = free_port()
    command = [
        str(Path(sys.executable).with_name("oidc-provider-mock")), "--port", str(port),
        "--require-nonce", "true",
        *(part for claims in (CLAIMS, STRANGER) for part in ("--user-claims", json.dumps(claims))),
    ]  # fmt: skip
    with _running(command, port) as issuer:
        yield issuer


@contextmanager
def _running(command: list[str], port: int) -> Iterator[str]:
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=nowhere, stderr=nowhere) as process:
        try:
            _until_it_answers(f"http://127.0.0.1:{port}/.well-known/openid-configuration")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


@asynccontextmanager
async def serving(
    folder: Path,
    port: int,
    mailboxes: Mapping[str, str] | None = None,
    edits: Mapping[str, str] | None = None,
    **settings: str,
) -> AsyncIterator[Served]:
    """Serves for the length of an `async with`, on SQLite; `edits` change the file's first."""
    async with mail_server(folder) as mail:
        operator = town(folder, mailboxes or {}, edits or {})
        address = f"http://127.0.0.1:{port}"
        operator.settings = {
            "UPSTANDER_PUBLIC_URL": address, "UPSTANDER_PORT": str(port),
            "UPSTANDER_METRICS_PORT": "0", **mail.settings(), **settings,
        }  # fmt: skip
        with subprocess.Popen(
            [*COMMAND, "serve"], cwd=folder, env=operator.environment, stderr=subprocess.PIPE,
            text=True,
        ) as process:  # fmt: skip
            try:
                await asyncio.to_thread(_until_it_answers, f"{address}/healthz")
                yield Served(address, mail, operator)
            finally:
                process.terminate()
                _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert "kofi" not in errors.lower()


def _until_it_answers(address: str) -> None:
    for _ in range(900):
        with suppress(httpx.HTTPError):
            if httpx.get(address, timeout=5).status_code < 500:
                return
        sleep(0.1)
    raise AssertionError(f"Nothing answers at {address}.")
