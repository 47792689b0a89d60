"""With another folder of keys nothing is done, and none are made, whichever command is typed."""

import errno
import shutil
from collections.abc import Iterator

import pytest
import typer

from bot.cli.main import cli
from bot.cli.wrong import in_words
from tests.cli.operator import Operator
from tests.cli.served import KEYS, everything

SHEET = "name,agency,title\n"
TYPED = {
    "check": ((),),
    "serve": ((),),
    "migrate": ((),),
    "restore": (("copy.db", "--replace", "--yes", "--without-keyring"),),
    "stores": (("--join",),),
    "hold": ((), ("nowhere",), ("nowhere", "--lift")),
    "purge": ((),),
    "audit": (("verify",), ("root",)),
    "undelivered": ((), ("--all",), ("nothing", "--give-up")),
    "greet": (("--wait", "0"),),
    "invite": (("web:kofi-mensah",),),
    "referrals import": (("people.csv", "--as", "web:kofi-mensah"),),
    "referrals export": ((),),
    "partnership export": ((),),
    "partnership apply": (("partnership.yaml", "--yes"),),
    "partnership people": (("people.csv", "--yes"),),
}
NEED_NONE = {"demo", "init", "preview", "manifest", "backup"}
"""What neither reads nor writes anything sealed in these stores."""


def _names(typed: typer.Typer, before: str = "") -> Iterator[str]:
    for command in typed.registered_commands:
        yield f"{before}{command.name or getattr(command.callback, '__name__', None)}"
    for group in typed.registered_groups:
        assert group.typer_instance is not None
        yield from _names(group.typer_instance, f"{group.name} ")


def test_every_command_is_among_them() -> None:
    assert sorted(_names(cli)) == sorted({*TYPED, *NEED_NONE})


@pytest.fixture
def elsewhere(used: Operator) -> Operator:
    """Named another folder for the keys than they lie in, which isn't there."""
    (used.folder / "people.csv").write_text(SHEET, "utf-8")
    used.types("backup", "copy.db").tells("Written to copy.db")
    used.settings |= {
        "UPSTANDER_KEYS_DIR": "mistyped",
        "UPSTANDER_PUBLIC_URL": "https://upstander.example",
    }
    return used


@pytest.mark.parametrize("name", TYPED)
def test_it_is_refused_as_check_does_and_none_are_made(elsewhere: Operator, name: str) -> None:
    before = everything(elsewhere)
    for arguments in TYPED[name]:
        said = elsewhere.types(*name.split(), *arguments)
        said.refused("written with another secret", "bring back the secret file", "mistyped")
    assert everything(elsewhere) == before
    assert not (elsewhere.folder / "mistyped").exists()


@pytest.mark.parametrize("name", sorted({*TYPED} - {"check", "serve", "migrate"}))
def test_where_nothing_was_said_yet_a_missing_key_is_named(anytown: Operator, name: str) -> None:
    (anytown.folder / "people.csv").write_text(SHEET, "utf-8")
    anytown.settings["UPSTANDER_PUBLIC_URL"] = "https://upstander.example"
    anytown.types("migrate").tells("up to date")
    anytown.types("backup", "copy.db")
    shutil.rmtree(anytown.folder / KEYS)
    for arguments in TYPED[name]:
        said = anytown.types(*name.split(), *arguments)
        said.refused("There is no secret", "bring it back", "upstander migrate makes it")
    assert not (anytown.folder / KEYS).exists()


def test_without_its_ratchet_no_other_begins(anytown: Operator) -> None:
    anytown.types("migrate")
    shutil.rmtree(anytown.folder / KEYS / "ratchet-anytown")
    anytown.types("purge").refused("There is no folder ratchet-anytown", "bring it back")
    assert [path.name for path in (anytown.folder / KEYS).iterdir()] == ["secret.key"]


def test_a_folder_that_is_closed_to_this_user_is_named_with_what_to_do() -> None:
    error = PermissionError(errno.EACCES, "Permission denied", ".upstander-keys/secret.key")
    [line] = in_words(error)
    assert line.startswith(".upstander-keys/secret.key: Permission denied. Let the user that runs")


def test_keys_are_moved_as_it_is_written(used: Operator) -> None:
    """Half moved, a command in between makes nothing that would be in the way."""
    used.settings["UPSTANDER_KEYS_DIR"] = "moved"
    used.types("hold").refused("bring back the secret file")
    (used.folder / "moved").mkdir(mode=0o700)
    (used.folder / KEYS / "secret.key").rename(used.folder / "moved" / "secret.key")
    used.types("purge").refused("bring back the folder ratchet-anytown in moved")
    ratchet = used.folder / KEYS / "ratchet-anytown"
    ratchet.rename(used.folder / "moved" / "ratchet-anytown")
    assert used.types("hold").text == "Nothing is under legal hold.\n"
    used.types("audit", "verify").tells("All of it agrees.")
