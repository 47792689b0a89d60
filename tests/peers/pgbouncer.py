"""PgBouncer in transaction mode, where it is installed: each transaction gets another session."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from tests.peers import free_port


def lacking() -> str | None:
    """Why it can't be started here, or None."""
    if _program() is None:
        return "no pgbouncer: what is pooled is left out (Debian's package pgbouncer has it)"
    return None


def _program() -> str | None:
    return shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


@contextmanager
def before(folder: Path, *urls: str) -> Iterator[tuple[str, ...]]:
    """A pooler before these databases; yields their addresses by way of it."""
    folder.mkdir()
    port, config = free_port(), folder / "pgbouncer.ini"
    parsed = [make_url(url) for url in urls]
    where = [f"{url.database} = host={url.query['host']} user=postgres" for url in parsed]
    as_user = ["user = pgserver"] if os.geteuid() == 0 else []
    config.write_text(
        "\n".join(
            ["[databases]", *where, "[pgbouncer]", "listen_addr = 127.0.0.1",
             f"listen_port = {port}", "unix_socket_dir =", "auth_type = any",
             "pool_mode = transaction", "default_pool_size = 5", *as_user]
        )
    )  # fmt: skip
    program = _program()
    assert program is not None
    log = (folder / "log").open("wb")
    process = subprocess.Popen([program, str(config)], stdout=log, stderr=log)
    try:
        pooled = tuple(
            url.set(host="127.0.0.1", port=port)
            .difference_update_query(("host",))
            .render_as_string(hide_password=False)
            for url in parsed
        )
        _until_up(pooled[0])
        yield pooled
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def _until_up(url: str) -> None:
    plain = make_url(url).set(drivername="postgresql").render_as_string()
    for _ in range(100):
        try:
            psycopg.connect(plain).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("pgbouncer didn't come up")
