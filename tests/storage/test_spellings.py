"""Names and codes are found however people spell them; the table of it is a page of the docs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.crypto.codes import ALPHABET, MOST_TYPED, read_code, read_letters
from tests.storage.spellings import CODE, NAMES, NO_CODE, OPENS, PAGE, found, page


@pytest.mark.parametrize(("typed", "people"), NAMES)
def test_a_name_is_found_however_it_is_typed(typed: str, people: tuple[str, ...]) -> None:
    assert found(typed) == people


@pytest.mark.parametrize("typed", OPENS)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_letters(typed, len(CODE)) == CODE
    assert read_code(typed) == "7K2Z-Q0J1"


@pytest.mark.parametrize("typed", NO_CODE)
def test_what_is_no_code_is_read_as_none(typed: str) -> None:
    assert read_code(typed) == ""


def test_the_page_of_spellings_says_what_is_found() -> None:
    assert len(NAMES) + len(OPENS) + len(NO_CODE) >= 60
    assert PAGE.read_text("utf-8") == page(), "run: python -m tests.storage.spellings"


LENGTH = 20
NOISE = st.text(
    st.sampled_from(
        " \t\n\u00a0\u2009\u200b\u200e\u202a\u2060\ufeff\u00ad-‐‑–—−_.,;!'\"‘’“”«»‹›`*()<>[]"
    ),
    max_size=3,
)  # fmt: skip
HANDS = {"0": "0Oo０", "1": "1IiLl１"}


@st.composite
def typed_codes(draw: st.DrawFn) -> tuple[str, str]:
    """A code, and the same from a person's hand: other case, misread letters, noise anywhere."""
    code = draw(st.text(st.sampled_from(ALPHABET), min_size=LENGTH, max_size=LENGTH))
    typed = draw(NOISE)
    for letter in code:
        wide = chr(ord(letter) + 0xFEE0)
        typed += draw(st.sampled_from(HANDS.get(letter, letter + letter.lower() + wide)))
        typed += draw(NOISE)
    return code, typed


@given(typed_codes())
def test_whatever_stands_around_and_inside_a_code_it_is_that_code(pair: tuple[str, str]) -> None:
    code, typed = pair
    assert read_letters(typed, LENGTH) == code


@given(st.text(max_size=MOST_TYPED + 20))
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    read = read_letters(typed, 8)
    assert read == "" or (len(read) == 8 and set(read) <= set(ALPHABET))
