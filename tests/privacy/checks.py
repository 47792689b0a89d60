"""The attacker's questions, each answered by a list of what was found: empty is well."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from storage.crypto.content import open_text
from storage.crypto.errors import SealBrokenError
from storage.crypto.identity import IdentityKeys, ReturnAddress
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import SecretFileError
from tests.privacy.guessing import Stored, guesses
from tests.privacy.looks import DIRECTORY, Rows, texts, values
from tests.privacy.people import COLLEAGUES, Someone
from tests.privacy.traces import found
from tests.privacy.world import Evidence

PARTNERSHIP = "anytown"
SECRET = "secret.key"


def suspicions(evidence: Evidence, hidden: Sequence[Someone]) -> dict[str, list[str]]:
    """Every question at once about people who must be hidden from everybody."""
    roster = (*hidden, *COLLEAGUES[:3])
    asked = {
        "main": [f for who in hidden for f in in_rows(evidence, who, "main")],
        "keyring": [f for who in hidden for f in in_rows(evidence, who, "ring")],
        "log": [f for who in hidden for f in in_logs(evidence, who)],
        "metrics": [f for who in hidden for f in found(who.marks, {"": evidence.metrics})],
        "messages": [f for who in hidden for f in in_messages(evidence, who)],
        "pages": [f for who in hidden for f in in_pages(evidence, who)],
        "directory": directory_changes(evidence),
        "guessing": guessed(evidence, ["open"], roster),
        "guessing with the key": guessed_with_key(evidence, "open", roster),
    }
    if "closed" in evidence.looks:
        asked["closed"] = [a.person for a in addresses(evidence, "closed", "closed")]
    return {question: answers for question, answers in asked.items() if answers}


def in_rows(evidence: Evidence, who: Someone, store: str) -> list[str]:
    """Where in a store somebody stands, at any moment since onboarding."""
    return [
        f"{moment}: {where}"
        for moment, seen in evidence.looks.items()
        for where in found(who.marks, texts(seen.main if store == "main" else seen.ring))
    ]


def in_logs(evidence: Evidence, who: Someone) -> list[str]:
    """Where in the log, or in what any handler could overhear."""
    heard = {"log": evidence.said.encode(), "overheard": evidence.overheard.encode()}
    return found(who.marks, heard)


def in_messages(evidence: Evidence, who: Someone) -> list[str]:
    """Where in messages to anybody else."""
    others = {f"to {p.id}": b"" for p, _ in evidence.messages if p != who}
    for person, text in evidence.messages:
        if person != who:
            others[f"to {person.id}"] += text.encode() + b"\n"
    return found(who.marks, others)


def in_pages(evidence: Evidence, who: Someone) -> list[str]:
    """Where on pages that were shown to anybody else."""
    others = {f"to {p.id}": b"" for p, _ in evidence.pages if p != who}
    for person, text in evidence.pages:
        if person != who:
            others[f"to {person.id}"] += text.encode() + b"\n"
    return found(who.marks, others)


def directory_changes(evidence: Evidence) -> list[str]:
    """Whether the member directory changed at all after onboarding."""
    looks = iter(evidence.looks.items())
    _, before = next(looks)
    same = _directory(before.main)
    return [moment for moment, seen in looks if _directory(seen.main) != same]


def _directory(rows: Rows) -> list[str]:
    # Restoring writes every row anew, so its transaction is no longer the onboarding's.
    kept = [{k: v for k, v in row.items() if k != "xmin_"} for row in rows[DIRECTORY]]
    return sorted(repr(row) for row in kept)


def stored(evidence: Evidence, *moments: str) -> Stored:
    """Everything stored in both stores at these moments."""
    everything = Stored()
    for moment in moments:
        seen = evidence.looks[moment]
        for value in (*values(seen.main), *values(seen.ring)):
            everything.add(value)
    return everything


def guessed(evidence: Evidence, moments: Sequence[str], roster: Sequence[Someone]) -> list[str]:
    """Whom the roster confirms, without any key."""
    return guesses(roster, stored(evidence, *moments))


def guessed_with_key(evidence: Evidence, moment: str, roster: Sequence[Someone]) -> list[str]:
    """Whom it confirms for a thief of the key too, who can make every tag that we make."""
    everything = stored(evidence, moment)
    folder = evidence.keys[moment]
    keys = Keys.load(folder / SECRET, folder)
    confirmed = [
        f"{person.id}: {name} of {text!r}"
        for person in roster
        for text in person.formats
        for name, tag in _tags(keys, text)
        if tag.encode() in everything.keys
    ]
    return confirmed + _with_secrets(everything, folder, roster)


def _with_secrets(everything: Stored, folder: Path, roster: Sequence[Someone]) -> list[str]:
    secrets = [path.read_bytes().strip() for path in folder.rglob("*.key")]
    more = replace(everything, keys=set())
    return guesses(roster, more, [*secrets, *(raw[-32:] for raw in secrets)])


def _tags(keys: Keys, text: str) -> Iterator[tuple[str, str]]:
    for prefix in ("", "slack:", "teams:", "web:", "concern.send "):
        yield "event tag", keys.event_tag(prefix + text)
        yield "form tag", keys.form_token_tag(prefix + text)


def addresses(evidence: Evidence, ring: str, keys: str) -> list[ReturnAddress]:
    """What the keyring of one moment gives away with the key of another; dummies are nobody."""
    rows = [row for row in _ring(evidence, ring) if row["kind"] == "return"]
    opened = [_opened(row, _identity(evidence.keys[keys])) for row in rows]
    return [address for address in opened if address is not None and address.mode != "dummy"]


def _identity(folder: Path) -> IdentityKeys:
    return Keys.load(folder / SECRET, folder).identity(PARTNERSHIP)


def _ring(evidence: Evidence, moment: str) -> list[dict[str, object]]:
    return evidence.looks[moment].ring["ring"]


def _opened(row: Mapping[str, object], identity: IdentityKeys) -> ReturnAddress | None:
    sealed, version = row["sealed"], row["key_version"]
    assert isinstance(sealed, bytes)
    assert isinstance(version, int)
    try:
        return identity.open(str(row["ref"]), str(row["kind"]), version, sealed)
    except (SealBrokenError, SecretFileError):
        return None


def readable(evidence: Evidence, moment: str) -> dict[str, str]:
    """Everything said that the thief of main and key can read: thread -> its texts."""
    folder, main = evidence.keys["open"], evidence.looks[moment].main
    content = Keys.load(folder / SECRET, folder).content
    opened: dict[str, str] = {}
    for row in main["thread_key"]:
        thread, wrapped = str(row["thread_id"]), row["wrapped"]
        assert isinstance(wrapped, bytes)
        key = content.unwrap_content_key(thread, wrapped)
        for message in main["message"]:
            if message["thread_id"] == thread and isinstance(message["sealed"], bytes):
                text = open_text(key, thread, str(message["number"]), message["sealed"])
                opened[thread] = opened.get(thread, "") + text + "\n"
    return opened
