"""Words to start from: what ships with us is whole, and a partnership's own are checked."""

import re
from pathlib import Path
from typing import get_args

import pytest

from handlers.challenge.drafting import REASONS
from handlers.pause.answering import LINE_MOST, PART_MOST, REASON_MOST
from handlers.shared.concerns.topics import TOPICS
from storage.partnership import PartnershipError, read_partnership
from storage.partnership.speaking.phrases import (
    Kind,
    Phrases,
    Place,
    Topic,
    offered,
    phrase_called,
    shipped,
)
from tests.storage.test_partnership import EXAMPLE, SMALL

STRENGTHS = ("probe", "alert", "challenge", "escalate")
SHAPES = ("cus", "sbar", "desc")
EVERY = [(kind, words) for each in shipped() for kind, words in each.words.items()]


def test_every_topic_of_a_concern_and_a_challenge_has_words() -> None:
    assert set(get_args(Topic)) == {*TOPICS, *REASONS}
    for topic in get_args(Topic):
        kinds = [phrase.kind for phrase in offered((), "raise", topic)]
        assert kinds == [*STRENGTHS, *SHAPES]


def test_every_box_has_words_and_all_kinds_are_used() -> None:
    assert all(offered((), place, "") for place in get_args(Place))
    assert {kind for kind, _ in EVERY} == set(get_args(Kind))


def test_every_sentence_is_there_in_both_languages_and_only_once() -> None:
    assert [words for _, words in EVERY if set(words) != {"en", "cy"}] == []
    english = [words["en"] for _, words in EVERY]
    assert len(english) == len(set(english))
    welsh = [words["cy"] for _, words in EVERY]
    assert len(welsh) == len(set(welsh))
    assert [(w["en"], w["cy"]) for _, w in EVERY if ("…" in w["en"]) != ("…" in w["cy"])] == []


def test_sentences_are_short_and_their_words_are_plain() -> None:
    for _, words in EVERY:
        for sentence in re.split(r"(?<=[.?!:])\s+", words["en"]):
            assert len(sentence.split()) <= 25, sentence
        long = [w for w in re.findall(r"[a-z’]+", words["en"].lower()) if len(w) > 13]
        assert long == [], words["en"]


def test_they_say_what_screens_say_and_not_what_the_glossary_left_off() -> None:
    said = " ".join(words["en"] for _, words in EVERY).lower()
    assert [word for word in ("somebody", "themself", " ring ") if word in said] == []


def test_what_is_said_in_a_round_fits_its_box() -> None:
    boxes: dict[Place, int] = {"pause": LINE_MOST, "premortem": REASON_MOST, "debrief": PART_MOST}
    for place, most in boxes.items():
        said = [p.words[tongue] for p in offered((), place, "") for tongue in ("en", "cy")]
        assert max(map(len, said)) <= most


def test_a_partnerships_own_come_first_and_keep_ours_behind_them() -> None:
    own = Phrases.model_validate({"about": ["closure"], "words": {"probe": "What do we know?"}})
    found = offered((own,), "raise", "closure")
    assert (found[0].words["en"], found[0].own) == ("What do we know?", True)
    assert [p.kind for p in found[1:]] == [*STRENGTHS, *SHAPES]
    assert not any(p.own for p in offered((own,), "raise", "delay"))
    assert phrase_called((own,), found[0].id) == found[0]


def test_the_example_has_words_of_its_own() -> None:
    assert (
        "In Anytown"
        in offered(read_partnership(EXAMPLE).phrases, "raise", "closure")[0].words["en"]
    )


WRONG = [
    ("  - words: { probe: { cy: Pam? } }", "the English words are missing"),
    ("  - words: { shout: Hey }", "shout"),
    ("  - about: [gossip]\n    words: { probe: Why? }", "gossip"),
    ("  - words: {}", ""),
    ("  - where: [corridor]\n    words: { probe: Why? }", ""),
]


@pytest.mark.parametrize(("entry", "said"), WRONG)
def test_a_mistake_in_them_is_told_with_its_line(tmp_path: Path, entry: str, said: str) -> None:
    text = f"{SMALL}phrases:\n  - words: {{ probe: Why? }}\n{entry}\n"
    file = tmp_path / "partnership.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(PartnershipError) as caught:
        read_partnership(file)
    [problem] = caught.value.problems
    first = text[: text.index(entry)].count("\n") + 1
    assert problem.line is not None
    assert first <= problem.line <= first + entry.count("\n")
    assert problem.what
    assert problem.fix
