"""What people type is kept without what can't be seen; what can be seen stays as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.typed.cleaning import clean

LOOKS_EMPTY = [
    "", " ", "\u00a0\u2003", "\u200b", "\u200b\u200c\u200d\u2060\ufeff", "\u202e\u202c", "\u00ad",
    "\u2066\u2069", "\u200e\u200f\u061c", "\u034f", "\u115f\u1160\u3164\uffa0", "\u2800\u2800",
    "\ufe0f\ufe0f", "\U000e0041\U000e0042\U000e007f", "\x00\x07\x1b\x7f", "\n\t\r\n",
    "\u2028\u2029\x85", "\u0301\u0302", "\u200d\u200d", "\u180e\u180b", "\ufffc",
]  # fmt: skip

STAYS = [
    "Siân’s plan – “now”…", "one\ntwo\n\nthree", "a\tb", "👩‍👩‍👧‍👦", "👩🏽‍⚕️", "❤️‍🔥", "1️⃣",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🏳️‍🌈", "می‌خواهم", "क्‍ष", "שלום", "日本語",
    "ŵ ŷ â ê î ô û", "£5 € 10 %", "3 × 4 = 12", "٣",
]  # fmt: skip


@pytest.mark.parametrize("text", LOOKS_EMPTY)
def test_what_only_looks_empty_is_empty(text: str) -> None:
    assert clean(text) == ""
    assert clean(f" {text}.{text} ") == "." or set(text) <= {"\u0301", "\u0302"}


@pytest.mark.parametrize("text", STAYS)
def test_what_can_be_seen_stays_as_it_was_typed(text: str) -> None:
    assert clean(text) == text
    assert clean(f"\u200b{text}\u202e ") == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("She \u202esaid\u202c it", "She said it"),
        ("pass\u200bword", "password"),
        ("Sia\u0302n", "Siân"),
        ("Sia\u200b\u0302n", "Siân"),
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("a\u2800b", "a b"),
        ("he\ufe0fre", "here"),
        ("hid\U000e0068\U000e0069den", "hidden"),
        ("A smile \ud83d broke.", "A smile ? broke."),
        ("a\x00b\x1b[31m", "ab[31m"),
    ],
)
def test_hidden_signs_go_and_the_words_stay(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_what_is_kept_is_kept_again(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    assert kept == unicodedata.normalize("NFC", kept)
    assert not set(kept) & set(
        "\u200b\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068\ufeff\x00"
    )
