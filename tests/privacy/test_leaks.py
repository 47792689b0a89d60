"""The suite can fail: it finds leaks that were put in on purpose, and nothing where none is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.base.metrics import REGISTRY
from storage.keyring.store import Keyring
from tests.privacy import leaks
from tests.privacy.checks import suspicions
from tests.privacy.people import RAISERS
from tests.privacy.story import witnessed_short

ALED = RAISERS["web", "anonymous"]


@pytest.fixture(autouse=True)
def _metrics_as_they_were() -> Iterator[None]:
    yield
    if leaks.PER_PERSON in REGISTRY._collector_to_names:
        REGISTRY.unregister(leaks.PER_PERSON)


def test_nothing_is_found_where_nothing_leaks(tmp_path: Path) -> None:
    evidence = witnessed_short(tmp_path, lambda core: core, to_the_end=True)
    assert suspicions(evidence, [ALED]) == {}


@pytest.mark.parametrize(
    ("leak", "where"),
    [
        (leaks.hash_as_event, "guessing"),
        (leaks.keyed_audit, "guessing"),
        (leaks.debug_line, "log"),
        (leaks.own_sentence, "log"),
        (leaks.name_in_card, "messages"),
        (leaks.metric_by_person, "metrics"),
        (leaks.directory_touched, "directory"),
        (leaks.event_named_after_person, "guessing with the key"),
    ],
)
def test_a_leak_is_found(tmp_path: Path, leak: leaks.Leak, where: str) -> None:
    evidence = witnessed_short(tmp_path, leaks.leaking(leak))
    assert where in suspicions(evidence, [ALED])


@pytest.mark.parametrize(
    ("kind", "where"), [(leaks.UnsealedKeyring, "keyring"), (leaks.KeepingKeyring, "closed")]
)
def test_a_keyring_that_leaks_is_found(tmp_path: Path, kind: type[Keyring], where: str) -> None:
    wiring = leaks.with_keyring(kind)
    evidence = witnessed_short(tmp_path, wiring, to_the_end=where == "closed")
    assert where in suspicions(evidence, [ALED])


def test_with_every_library_at_debug_the_log_still_says_nothing(tmp_path: Path) -> None:
    evidence = witnessed_short(tmp_path, lambda core: core, to_the_end=True, force=True)
    # The libraries did say it: what keeps it out of the log is the guard.
    assert ALED.key in evidence.overheard
    assert "aiosqlite" in evidence.said
    evidence.overheard = ""
    assert suspicions(evidence, [ALED]) == {}
