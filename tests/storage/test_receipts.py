"""Codes and passes: how they look, what people make of them when they type, what they refuse."""

import base64
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.crypto.codes import ALPHABET
from storage.crypto.keys import Keys
from storage.crypto.receipts import PASS_LASTS, Receipts
from storage.crypto.secrets_file import create_secret
from storage.keyring.store import new_ref

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CODE = "7K2ZQ-0J1PX-W9H4T-VB38D"


def keys(folder: Path) -> Keys:
    folder.mkdir()
    create_secret(folder / "secret")
    return Keys.load(folder / "secret", folder / "ratchets")


@pytest.fixture(scope="module")
def receipts(tmp_path_factory: pytest.TempPathFactory) -> Receipts:
    return Receipts(keys(tmp_path_factory.mktemp("receipts") / "keys"))


def test_a_code_is_twenty_characters_in_groups_and_never_the_same(receipts: Receipts) -> None:
    codes = {receipts.code_for(token_urlsafe(16)) for _ in range(500)}
    assert len(codes) == 500
    group = f"[{ALPHABET}]{{5}}"
    assert all(re.fullmatch("-".join([group] * 4), code) for code in codes)
    assert len(ALPHABET) == len(set(ALPHABET)) == 32
    # Every character is drawn at every place: 32 of them, 500 times.
    assert [len({code[at] for code in codes}) for at in range(23) if at % 6 != 5] == [32] * 20


def test_a_form_sent_twice_has_the_same_code_and_another_secret_another(
    receipts: Receipts, tmp_path: Path
) -> None:
    token = token_urlsafe(16)
    assert receipts.code_for(token) == receipts.code_for(token)
    assert receipts.code_for(token) != Receipts(keys(tmp_path / "other")).code_for(token)


def test_a_tag_looks_like_every_other_reference(receipts: Receipts) -> None:
    tags = [receipts.tag(receipts.code_for(token_urlsafe(16))) for _ in range(200)]
    assert len(set(tags)) == 200
    for ref in (*tags, new_ref()):
        assert ref is not None
        assert re.fullmatch(r"[A-Za-z0-9_-]{22}", ref)
        # As a random reference does, it comes out of sixteen bytes.
        assert base64.urlsafe_b64encode(base64.urlsafe_b64decode(f"{ref}==")).decode() == f"{ref}=="


@pytest.mark.parametrize(
    "typed",
    [
        "7k2zq-0j1px-w9h4t-vb38d",
        "7K2ZQ0J1PXW9H4TVB38D",
        "  7K2ZQ 0J1PX\tW9H4T\n VB38D ",
        "7K2ZQ–OJIPX—W9H4T−VB38D".replace("−", "‐"),
        "7K2ZQ-OJLPX-W9H4T-VB38D",
        "7K2ZQ-oj1px-W9H4T-VB38D",
        "7K2ZQ-0JlPX-W9H4T-VB38D",
        "７Ｋ２ＺＱ-0J1PX-W9H4T-VB38D",
        "7K2ZQ\u00a00J1PX\u202fW9H4T\u2011VB38D",
    ],
)
def test_a_code_is_known_however_it_was_typed(receipts: Receipts, typed: str) -> None:
    assert receipts.tag(typed) == receipts.tag(CODE)


@pytest.mark.parametrize(
    "typed",
    ["", " ", CODE[:-1], f"{CODE}0", CODE.replace("Z", "U"), CODE.replace("Z", "é"), "\ud800" * 20,
     CODE.replace("7", "٧"), "0" * 5000, "\0" * 20],
)  # fmt: skip
def test_what_cannot_be_a_code_has_no_tag(receipts: Receipts, typed: str) -> None:
    # It leads to nobody, and to somebody else's nobody each time.
    assert receipts.tag(typed) != receipts.tag(typed)


def test_another_code_and_another_secret_give_another_tag(
    receipts: Receipts, tmp_path: Path
) -> None:
    assert receipts.tag(CODE) != receipts.tag(CODE.replace("7", "8"))
    assert receipts.tag(CODE) != Receipts(keys(tmp_path / "other")).tag(CODE)


def test_a_pass_opens_for_half_an_hour_and_not_a_second_longer(receipts: Receipts) -> None:
    ref = new_ref()
    text = receipts.new_pass(ref, NOON)
    assert re.fullmatch(r"[A-Za-z0-9_-]{64}", text)
    assert receipts.open_pass(text, NOON) == ref
    assert receipts.open_pass(text, NOON + PASS_LASTS - timedelta(seconds=1)) == ref
    assert receipts.open_pass(text, NOON + PASS_LASTS) is None
    assert receipts.open_pass(text, NOON + timedelta(days=9)) is None


def test_two_passes_of_one_thread_are_not_alike(receipts: Receipts) -> None:
    ref = new_ref()
    one, two = (base64.urlsafe_b64decode(receipts.new_pass(ref, NOON)) for _ in range(2))
    assert sum(a == b for a, b in zip(one, two, strict=True)) < 12
    assert base64.urlsafe_b64decode(f"{ref}==") not in one


def test_a_pass_altered_in_any_place_is_refused(receipts: Receipts) -> None:
    text = receipts.new_pass(new_ref(), NOON)
    for at, character in enumerate(text):
        altered = text[:at] + ("B" if character == "A" else "A") + text[at + 1 :]
        assert receipts.open_pass(altered, NOON) is None, at


def test_halves_of_two_passes_make_no_third(receipts: Receipts) -> None:
    one, two = (receipts.new_pass(new_ref(), NOON) for _ in range(2))
    for cut in range(4, 64, 4):
        assert receipts.open_pass(one[:cut] + two[cut:], NOON) is None


@settings(max_examples=200)
@given(st.text(max_size=80) | st.binary(max_size=60).map(lambda b: base64.b64encode(b).decode()))
def test_what_is_no_pass_opens_nothing_and_breaks_nothing(receipts: Receipts, text: str) -> None:
    assert receipts.open_pass(text, NOON) is None


def test_a_pass_under_another_key_is_refused(receipts: Receipts, tmp_path: Path) -> None:
    other = Receipts(keys(tmp_path / "other"))
    assert receipts.open_pass(other.new_pass(new_ref(), NOON), NOON) is None


def test_every_process_with_the_secret_opens_every_pass(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    one = Receipts(keys(folder))
    two = Receipts(Keys.load(folder / "secret", folder / "ratchets"))
    ref = new_ref()
    assert two.open_pass(one.new_pass(ref, NOON), NOON) == ref
    assert two.tag(CODE) == one.tag(CODE)


def test_receipts_show_nothing_of_themselves(receipts: Receipts) -> None:
    assert repr(receipts) == "Receipts(hidden)"
