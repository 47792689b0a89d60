"""Rules of the house that no off-the-shelf linter holds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("deploy/requirements.txt", "deploy/requirements-dev.txt")
WRITTEN = {"", ".css", ".ftl", ".html", ".js", ".py", ".sh", ".toml", ".ts"}
# Written apart, so that this file keeps its own rule.
REGISTRIES = tuple(
    f"{name}.{end}"
    for name, end in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"),
                      ("yarnpkg", "com"))
)  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:work|root|tmp|home|Users)/[\w.]")


def files() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def texts() -> dict[str, str]:
    """Those of them that are text, by name."""
    found = {}
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content:
            found[path.relative_to(ROOT).as_posix()] = content.decode("utf-8")
    return found


def test_no_file_is_too_long_to_be_read_in_one_go() -> None:
    long = {
        name: text.count("\n")
        for name, text in texts().items()
        if Path(name).suffix in WRITTEN and text.count("\n") > 300
    }
    assert long == {}


def test_no_file_names_a_package_registry() -> None:
    found = {(name, host) for name, text in texts().items() for host in REGISTRIES if host in text}
    assert found == set()


def test_no_file_names_a_place_on_one_machine() -> None:
    found = {
        name: match[0] for name, text in texts().items() if (match := MACHINE_PATH.search(text))
    }
    assert found == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", text).strip())
    assert len(entries) > 20
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "index-url" not in text


def test_development_and_production_are_locked_to_the_same_versions() -> None:
    run, dev = (
        dict(re.findall(r"(?m)^([\w.-]+)==(\S+)", (ROOT / lock).read_text())) for lock in LOCKS
    )
    assert {name: version for name, version in run.items() if dev.get(name) != version} == {}


def test_imports_run_downward_only() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout
