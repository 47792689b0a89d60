"""A process that counts its own steps, and at the chosen one kills itself with SIGKILL.

A step is a moment before or after a statement or a commit on either store, or before a file is
made, opened, linked, renamed or removed. It is counted in the drivers, below everything of ours,
so that what goes round SQLAlchemy is counted too. Only a forked child is ever made to count.
"""

import gc
import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg
from sqlalchemy import event
from sqlalchemy.engine import Engine

FILE_EVENTS: Final = {"os.link", "os.mkdir", "os.remove", "os.rename", "os.truncate"}
OPENING: Final = {"open", "sqlite3.connect"}
READING: Final = ("SELECT", "BEGIN", "SHOW")
NEVER: Final = 0


class Steps:
    """Counts; the last step is the end of this process."""

    def __init__(
        self, last: int, folder: Path, tell: Callable[[str], None], reading: bool = True
    ) -> None:
        self.count = 0
        self._last = last
        self._reading = reading
        self._folder = str(folder)
        self._tell = tell

    def reached(self, what: str) -> None:
        """One more."""
        self.count += 1
        if self.count == self._last:
            self._tell(what)
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, statement: object, when: str) -> None:
        """The moment before or after a statement, named without its values."""
        words = " ".join(str(statement).split()[:3])
        # Settings of a connection just made change nothing that stays.
        if words.startswith("PRAGMA") and "checkpoint" not in words:
            return
        if self._reading or not words.upper().startswith(READING):
            self.reached(f"{when} {words}")

    def on_file(self, kind: str, arguments: tuple[object, ...]) -> None:
        """Python is about to do something to a file."""
        if kind not in FILE_EVENTS | OPENING:
            return
        first = arguments[0]
        # A number is the file that was opened just before, between making it and writing in it.
        if isinstance(first, int) or str(first).startswith(self._folder):
            self.reached(f"before {kind} {Path(str(first)).name}")


def count_here(steps: Steps) -> None:
    """From now on this process counts; there is no way back."""
    sqlite, postgres = _on_sqlite(steps), _on_postgres(steps)

    def connecting(dialect: Any, _record: object, _arguments: object, options: Any) -> None:
        if dialect.name == "sqlite":
            options["factory"] = sqlite
        else:
            options["async_creator_fn"] = postgres.connect

    event.listen(Engine, "do_connect", connecting)
    sys.addaudithook(steps.on_file)


def _on_sqlite(steps: Steps) -> type[sqlite3.Connection]:
    class Cursor(sqlite3.Cursor):
        def execute(self, statement: str, *values: Any) -> "Cursor":
            steps.around(statement, "before")
            super().execute(statement, *values)
            steps.around(statement, "after")
            return self

        def executemany(self, statement: str, values: Any) -> "Cursor":
            steps.around(statement, "before")
            super().executemany(statement, values)
            steps.around(statement, "after")
            return self

    class Connection(sqlite3.Connection):
        def cursor(self, factory: Any = None) -> Any:
            return super().cursor(factory or Cursor)

        def commit(self) -> None:
            steps.reached("before COMMIT")
            super().commit()
            steps.reached("after COMMIT")

    return Connection


def _on_postgres(steps: Steps) -> type[psycopg.AsyncConnection[Any]]:
    class Cursor(psycopg.AsyncCursor[Any]):
        async def execute(self, query: Any, params: Any = None, **how: Any) -> "Cursor":
            steps.around(query, "before")
            await super().execute(query, params, **how)
            steps.around(query, "after")
            return self

        async def executemany(self, query: Any, params_seq: Any, **how: Any) -> None:
            steps.around(query, "before")
            await super().executemany(query, params_seq, **how)
            steps.around(query, "after")

    class Connection(psycopg.AsyncConnection[Any]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self.cursor_factory = Cursor

        async def commit(self) -> None:
            steps.reached("before COMMIT")
            await super().commit()
            steps.reached("after COMMIT")

    return Connection


@dataclass(frozen=True)
class Ended:
    """How a child ended, and everything it told before."""

    killed: bool
    failed: bool
    told: str


class Child:
    """A fork of this process that does one thing. Nothing that it opens is shared with us."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        self._hears, tells = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._hears)
            _work_and_end(work, tells)
        os.close(tells)

    def ended(self) -> Ended:
        """Waits for its end."""
        with os.fdopen(self._hears, encoding="utf-8") as pipe:
            told = pipe.read()
        _, status = os.waitpid(self._pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        return Ended(killed, not killed and status != 0, told)


def _work_and_end(work: Callable[[Callable[[str], None]], None], tells: int) -> None:
    code = 1
    gc.disable()  # it lives too briefly to be worth copying our memory for
    try:
        work(lambda said: _write(tells, said))
        code = 0
    finally:
        if code:
            _write(tells, traceback.format_exc())
        # Never back into the tests' own code: this process isn't them.
        os._exit(code)


def _write(tells: int, said: str) -> None:
    with os.fdopen(os.dup(tells), "w", encoding="utf-8") as pipe:
        pipe.write(said)
