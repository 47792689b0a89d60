import copy
import errno
import pickle
import stat
from dataclasses import replace
from functools import partial
from pathlib import Path, PosixPath
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.crypto.content import new_content_key, open_text, seal_text
from storage.crypto.errors import SealBrokenError, TooLongError
from storage.crypto.identity import DUMMY, ReturnAddress
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import RatchetFolder, SecretFileError, create_secret, read_secret

SAM = ReturnAddress(
    person="slack:T01:U01SAM",
    address='{"channel":"D01SAM"}',
    language="cy",
    agency="school",
    name="Sam Éluard",
    mode="confidence",
)


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    create_secret(tmp_path / "secret")
    return Keys.load(tmp_path / "secret", tmp_path / "ratchets")


def test_a_new_secret_is_for_its_owner_alone_and_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    create_secret(path)
    before = path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(SecretFileError, match="kept"):
        create_secret(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"short", b"!" * 44, b"A" * 4000])
def test_what_is_no_secret_file_is_refused_without_being_shown(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "secret").write_bytes(content)
    with pytest.raises(SecretFileError) as refusal:
        read_secret(tmp_path / "secret")
    assert "isn't a secret file" in str(refusal.value)
    assert content.decode() not in str(refusal.value) or not content


def test_a_missing_secret_file_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(SecretFileError, match="UPSTANDER_SECRET_FILE"):
        read_secret(tmp_path / "nowhere")


class Closed(PosixPath):
    """A path that is there, and that this user may not read."""

    def read_bytes(self) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    def iterdir(self) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")


def test_keys_that_are_there_and_closed_to_this_user_are_not_to_be_made_anew(
    tmp_path: Path,
) -> None:
    told = "may not read it: let the user that runs this read it"
    closed = Closed(tmp_path)
    ratchet = RatchetFolder(closed)
    for reads in (partial(read_secret, closed), ratchet.versions, partial(ratchet.read, 1)):
        with pytest.raises(SecretFileError, match=told) as error:
            reads()
        assert "create" not in str(error.value)
    with pytest.raises(SecretFileError, match="bring it back") as missing:
        read_secret(tmp_path / "nowhere")
    assert "create" not in str(missing.value)


def test_secrets_and_addresses_never_show_and_are_never_pickled(keys: Keys, tmp_path: Path) -> None:
    content_key = new_content_key()
    hidden = [read_secret(tmp_path / "secret"), content_key, SAM, keys, keys.identity("anytown")]
    shown = " ".join(f"{each!r} {each}" for each in [*hidden, keys.content])
    for secret in ("slack", "U01SAM", "D01SAM", "Éluard", "school", content_key.reveal().hex()):
        assert secret not in shown
    for each in (content_key, SAM):
        with pytest.raises(TypeError, match="never pickled"):
            pickle.dumps(each)
        with pytest.raises(TypeError, match="never pickled"):
            copy.deepcopy(each)


def test_every_address_is_sealed_to_the_same_length(keys: Keys) -> None:
    identity = keys.identity("anytown")
    long = replace(SAM, address="x" * 700)
    sealed = [identity.seal("ref", "return", 1, each) for each in (SAM, DUMMY, long)]
    assert {len(each) for each in sealed} == {1024 + 12 + 16}
    assert [identity.open("ref", "return", 1, each) for each in sealed] == [SAM, DUMMY, long]


def test_an_address_that_does_not_fit_is_refused_whole(keys: Keys) -> None:
    with pytest.raises(TooLongError) as refusal:
        keys.identity("anytown").seal("ref", "return", 1, replace(SAM, address="x" * 1000))
    assert "x" * 10 not in str(refusal.value)


def test_an_address_opens_only_where_it_was_sealed(keys: Keys) -> None:
    identity, elsewhere = keys.identity("anytown"), keys.identity("othertown")
    sealed = identity.seal("ref", "return", 1, SAM)
    for ref, kind, broken in [
        ("other", "return", sealed),
        ("ref", "vote", sealed),
        ("ref", "return", sealed[:-1]),
        ("ref", "return", sealed[:20]),
        ("ref", "return", b""),
        ("ref", "return", sealed[:-1] + bytes([sealed[-1] ^ 1])),
    ]:
        with pytest.raises(SealBrokenError) as refusal:
            identity.open(ref, kind, 1, broken)
        assert "SAM" not in str(refusal.value)
    with pytest.raises(SealBrokenError):
        elsewhere.open("ref", "return", 1, sealed)


def test_a_person_is_told_from_one_whose_name_begins_alike(keys: Keys) -> None:
    identity = keys.identity("anytown")
    sealed = identity.seal("ref", "return", 1, SAM)
    assert identity.is_for("ref", "return", 1, sealed, SAM.person)
    for other in ("slack:T01:U01SA", "slack:T01:U01SAMM", "", 'slack:T01:U01SAM","address":"'):
        assert not identity.is_for("ref", "return", 1, sealed, other)


@given(text=st.text(max_size=900), thread=st.text(max_size=20), message=st.text(max_size=20))
def test_text_comes_back_as_it_was_and_its_length_says_little(
    text: str, thread: str, message: str
) -> None:
    key = new_content_key()
    sealed = seal_text(key, thread, message, text)
    assert open_text(key, thread, message, sealed) == text
    assert (len(sealed) - 12 - 16) % 256 == 0


def test_half_a_character_from_a_platform_does_not_stop_a_concern() -> None:
    key = new_content_key()
    assert open_text(key, "t", "m", seal_text(key, "t", "m", "so\ud83d bad")) == "so? bad"


def test_text_moved_to_another_message_or_thread_is_refused() -> None:
    key = new_content_key()
    sealed = seal_text(key, "thread", "message", "The plan wasn't done.")
    for thread, message, with_key in [
        ("other", "message", key),
        ("thread", "other", key),
        ("threadm", "essage", key),
        ("thread", "message", new_content_key()),
    ]:
        with pytest.raises(SealBrokenError):
            open_text(with_key, thread, message, sealed)


def test_a_thread_key_is_unwrapped_only_for_its_own_thread(keys: Keys) -> None:
    key = new_content_key()
    wrapped = keys.content.wrap_content_key("thread", key)
    assert keys.content.unwrap_content_key("thread", wrapped).reveal() == key.reveal()
    assert key.reveal() not in wrapped
    with pytest.raises(SealBrokenError):
        keys.content.unwrap_content_key("other", wrapped)


def test_tags_know_a_repeat_and_give_nothing_away(keys: Keys, tmp_path: Path) -> None:
    assert keys.form_token_tag("token") == keys.form_token_tag("token")
    assert keys.form_token_tag("token") != keys.form_token_tag("taken")
    assert keys.form_token_tag("same") != keys.event_tag("same")
    create_secret(tmp_path / "another")
    other = Keys.load(tmp_path / "another", tmp_path / "ratchets")
    assert keys.event_tag("Ev01") != other.event_tag("Ev01")


def test_the_ratchet_is_whole_or_absent_and_its_old_versions_go(tmp_path: Path) -> None:
    folder = RatchetFolder(tmp_path / "ratchet")
    assert folder.versions() == []
    folder.write(1)
    first = folder.read(1)
    folder.write(1)  # a crash came between writing and using it
    again = folder.read(1)
    assert first is not None
    assert again is not None
    assert first.reveal() == again.reveal()
    folder.write(2)
    (tmp_path / "ratchet" / "v1-0123456789abcdef.draft").write_bytes(b"left by a crash")
    folder.erase_below(2)
    assert [path.name for path in (tmp_path / "ratchet").iterdir()] == ["v2.key"]
    assert folder.read(1) is None


def test_a_damaged_or_renamed_ratchet_file_is_refused(tmp_path: Path) -> None:
    folder = RatchetFolder(tmp_path)
    folder.write(1)
    (tmp_path / "v2.key").write_bytes((tmp_path / "v1.key").read_bytes())
    (tmp_path / "v3.key").write_bytes((tmp_path / "v1.key").read_bytes()[:-1])
    for version in (2, 3):
        with pytest.raises(SecretFileError, match="damaged"):
            folder.read(version)


@pytest.mark.parametrize("partnership", ["../../escape", "..", "a/b", "Caerdydd â'r Fro"])
def test_a_partnership_name_never_leads_out_of_the_folder(
    keys: Keys, tmp_path: Path, partnership: str
) -> None:
    keys.identity(partnership)
    folders = [path.parent for path in tmp_path.rglob("v1.key")]
    assert [folder.parent for folder in folders] == [tmp_path / "ratchets"]
