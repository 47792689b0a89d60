"""Somebody at a keyboard: types `upstander` in a folder of their own, and reads what it says."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

import pytest

from bot.base.settings import Settings
from bot.cli.demo import EXAMPLE
from bot.cli.main import main

START = "import sys; sys.argv[0] = 'upstander'; from bot.cli.main import main; main()"
COMMAND = (sys.executable, "-c", START)
ROOT = Path(__file__).resolve().parents[2]
OURS = {str(known.validation_alias) for known in Settings.model_fields.values()}


def ours(name: str) -> bool:
    """Whether an operator would take this name in the environment for a setting."""
    return name in OURS or name.startswith("UPSTANDER_")


@dataclass(frozen=True)
class Said:
    """How a command ended, and what stood on the screen."""

    code: int
    text: str

    def refused(self, *words: str) -> None:
        """It ended with these words, and not with a traceback."""
        assert self.code in (1, 2), self.text
        self.tells(*words)

    def tells(self, *words: str) -> None:
        """These words are on the screen, and no traceback is."""
        assert "Traceback" not in self.text, self.text
        assert [word for word in words if word not in self.text] == [], self.text


@dataclass
class Operator:
    """One folder, and the settings in this person's environment."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of ours but what was set here; a fresh folder for what is temporary."""
        clean = {name: value for name, value in os.environ.items() if not ours(name)}
        path = {"PYTHONPATH": str(ROOT), "TMPDIR": str(self.folder)}
        return clean | path | self.settings

    def types(self, *arguments: str, answers: str = "") -> Said:
        """Runs `upstander ...` to its end, in this process since starting one takes seconds."""
        screen = StringIO()
        with pytest.MonkeyPatch.context() as here:
            here.chdir(self.folder)
            here.setattr(sys, "argv", ["upstander", *arguments])
            here.setattr(sys, "stdin", StringIO(answers))
            for name in filter(ours, list(os.environ)):
                here.delenv(name)
            for name, value in self.settings.items():
                here.setenv(name, value)
            with redirect_stdout(screen), redirect_stderr(screen):
                try:
                    main()
                    code = 0
                except SystemExit as ended:
                    code = int(ended.code or 0)
        return Said(code, screen.getvalue())

    def starts(self, *arguments: str) -> Said:
        """The same in a process of its own, for what sets up logging and signals."""
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )
        return Said(done.returncode, done.stdout + done.stderr)

    def has_the_example(self, fix: Callable[[str], str] = str) -> None:
        """Puts the example partnership where it is looked for, perhaps with a mistake in it."""
        text = fix(EXAMPLE.read_text("utf-8"))
        (self.folder / "partnership.yaml").write_text(text, "utf-8")
