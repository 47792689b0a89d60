"""The sample of a TLS proxy lets through what Slack and Teams sign, unchanged, and nothing else."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

SAMPLE = Path(__file__).parents[2] / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin")
pytestmark = pytest.mark.skipif(
    NGINX is None or shutil.which("openssl") is None, reason="nginx or openssl isn't installed"
)
SIGNED = {
    "Authorization": "Bearer abc",
    "X-Slack-Signature": "v0=abc",
    "X-Slack-Request-Timestamp": "1700000000",
    "Content-Type": "application/x-www-form-urlencoded",
}


class _Upstander(BaseHTTPRequestHandler):
    """Answers with the signed headers and the body as they came."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        told = "\n".join(f"{name}: {self.headers[name]}" for name in SIGNED).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(told + b"\n\n" + body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The proxy, with a certificate of its own, in front of a server."""
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert,
         "-days", "2", "-subj", "/CN=bot.example"],
        check=True, capture_output=True,
    )  # fmt: skip
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Upstander)
    Thread(target=server.serve_forever, daemon=True).start()
    free = _free()
    text = SAMPLE.read_text("utf-8").replace("443 ssl", f"127.0.0.1:{free} ssl")
    text = text.replace("/etc/ssl/bot.example.pem", str(cert))
    text = text.replace("/etc/ssl/private/bot.example.key", str(key))
    text = text.replace("127.0.0.1:8750", f"127.0.0.1:{server.server_port}")
    paths = "".join(f"{kind}_temp_path {tmp_path};" for kind in
                    ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))  # fmt: skip
    config = tmp_path / "nginx.conf"
    config.write_text(
        f"{'user root; ' if os.geteuid() == 0 else ''}daemon off; pid {tmp_path}/pid; "
        f"error_log {tmp_path}/log;\n"
        f"events {{}}\nhttp {{ {paths}\n{text} }}\n"
    )
    proxy = subprocess.Popen([str(NGINX), "-p", tmp_path, "-c", config], stderr=subprocess.DEVNULL)
    try:
        _until_open(free)
        yield free
    finally:
        proxy.terminate()
        proxy.wait(10)
        server.shutdown()
        server.server_close()


def _until_open(port: int) -> None:
    for _ in range(100):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx did not start")


def _posts(port: int, path: str, body: bytes) -> tuple[int, bytes]:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    line = HTTPSConnection("127.0.0.1", port, context=trusting, timeout=10)
    line.request("POST", path, body, SIGNED)
    answer = line.getresponse()
    found = answer.status, answer.read()
    line.close()
    return found


def test_what_is_signed_comes_through_byte_by_byte(port: int) -> None:
    body = bytes(range(256)) * 3000  # 768 kB, of every byte
    for path in ("/slack/events", "/teams/messages"):
        status, told = _posts(port, path, body)
        headers, _, came = told.partition(b"\n\n")
        assert status == 200
        assert came == body
        assert headers.decode().splitlines() == [f"{n}: {v}" for n, v in SIGNED.items()]


def test_too_much_and_what_is_for_ones_own_network_do_not(port: int) -> None:
    assert _posts(port, "/slack/events", b"x" * 2_000_000)[0] == 413
    for path in ("/metrics", "/readyz", "/nowhere"):
        assert _posts(port, path, b"")[0] in (404, 405)
