"""PostgreSQL's own programs, run so that no password stands on a command line."""

import asyncio
import os
import shutil

from psycopg.conninfo import make_conninfo
from sqlalchemy.engine import URL


class NotDoneError(Exception):
    """What an operator asked for can't be done; the text says what to do instead."""


async def run_tool(
    name: str, *arguments: str, at: URL | None = None, within: float | None = None
) -> str:
    """Runs one of PostgreSQL's programs to its end, or for so many seconds; gives what it said."""
    program = shutil.which(name)
    if program is None:
        raise NotDoneError(f"{name} isn't here: install PostgreSQL's client, then try again.")
    command, secret = [program, *arguments], {}
    if at is not None:
        # The password goes by the environment: a command line is for everyone here to see.
        plain, password = _without_password(at)
        command += ["--dbname", plain]
        secret = {} if password is None else {"PGPASSWORD": password}
    process = await asyncio.create_subprocess_exec(
        *command, env=os.environ | secret, stdout=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(within):
            printed, _ = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        raise NotDoneError(
            f"{name} found no end within {within:g} s, and was stopped: is the file whole?"
        ) from None
    if process.returncode:
        raise NotDoneError(f"{name} did not finish; what it said stands above.")
    return printed.decode(errors="replace")


def _without_password(url: URL) -> tuple[str, str | None]:
    """Spells an address as PostgreSQL's programs take it, and the password apart from it."""
    known = {"host": url.host, "port": url.port, "user": url.username, "dbname": url.database}
    asked = {
        name: given[-1] if isinstance(given, tuple) else given for name, given in url.query.items()
    }
    password = asked.pop("password", url.password)
    # Not as an address: SQLAlchemy writes spaces into it as the programs don't read them.
    return make_conninfo(**{name: str(v) for name, v in (known | asked).items() if v}), password
