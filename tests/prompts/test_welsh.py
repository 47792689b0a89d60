"""What Welsh does to words beside a number or a name, as far as a test can hold it."""

import re
from pathlib import Path

from prompts.words import say, speak

WELSH = sorted((Path(__file__).resolve().parents[2] / "prompts" / "cy").glob("*.ftl"))
SIX_CHANGES = re.compile(r"\*\[other\][^\n]*\{ \$\w+ \} [cpt](?!h)")
"""A noun behind a number, with c, p or t: three and six change it (tri cham, chwe cham)."""
BEFORE_A_NAME = re.compile(r"\b(?:gyda|â|a|na) \{ \$(?:name|agency)")
"""Before a vowel it is gydag, ag, ac and nag, and what follows is only known when it is shown."""


def test_welsh_numbers_change_the_noun_behind_them() -> None:
    for path in WELSH:
        for message in path.read_text("utf-8").split("\n}"):
            if SIX_CHANGES.search(message):
                assert "[few]" in message, message
                assert "[many]" in message, message
    up = [speak(say("referral-state-up", asked=number), "cy") for number in range(1, 8)]
    assert [words.partition(" phobl ")[2].removesuffix(" yn uwch.") for words in up] == [
        "un cam", "dau gam", "tri cham", "4 cam", "5 cam", "chwe cham", "7 cam",
    ]  # fmt: skip


def test_no_welsh_word_stands_before_a_name_that_would_change_with_it() -> None:
    for path in WELSH:
        assert BEFORE_A_NAME.findall(path.read_text("utf-8")) == [], path.name
