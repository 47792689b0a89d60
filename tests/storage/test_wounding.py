"""Words that wound: which are noticed, which aren't, and how a partnership's own are checked."""

import re
from pathlib import Path
from time import perf_counter

import pytest

from storage.partnership import PartnershipError, read_partnership
from storage.partnership.speaking import phrases
from storage.partnership.speaking.wounding import WoundingWords, noticed, shipped
from tests.storage.test_partnership import SMALL

SENTENCES = Path(__file__).parent / "sentences"
TABLE = [
    tuple(line.split(" | ", 1)) for line in (SENTENCES / "wounding.txt").read_text().splitlines()
]
HARMLESS = (SENTENCES / "harmless.txt").read_text("utf-8").splitlines()
NONE = "-"


@pytest.mark.parametrize(
    "sentence",
    [
        "She chooses to stay with him, somebody said.",
        "She chooses to stay with him, the head of the school said, and the meeting went on.",
        "She is manipulative, they said",
        "He is streetwise, wrote the duty worker.",
        "Mae hi’n ystrywgar, meddai’r rheolwr.",
    ],
)
def test_what_others_say_is_theirs_also_where_that_comes_after(sentence: str) -> None:
    assert noticed(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "She is manipulative, I said.",
        "She is manipulative, and the school said so.",
        "She is manipulative. The school said nothing.",
        "She is manipulative, said I",
        "She is manipulative, which is what we said",
        "Mae hi’n ystrywgar, meddwn i.",
    ],
)
def test_what_whoever_writes_says_is_theirs(sentence: str) -> None:
    assert noticed(sentence)


def test_there_are_a_hundred_sentences_harmless_ones_among_them() -> None:
    assert len(TABLE) == 100
    assert 25 <= sum(words == NONE for words, _ in TABLE) <= 50


@pytest.mark.parametrize(("words", "sentence"), TABLE)
def test_what_is_noticed_in_a_sentence(words: str, sentence: str) -> None:
    found = [hint.words.replace("'", "’").lower() for hint in noticed(sentence)]
    assert found == ([] if words == NONE else [words])


def test_fewer_than_five_in_a_hundred_harmless_sentences_are_taken_for_such() -> None:
    assert len(set(HARMLESS)) >= 300
    wrong = [sentence for sentence in HARMLESS if noticed(sentence)]
    assert len(wrong) / len(HARMLESS) < 0.05, wrong


def test_nothing_that_we_offer_to_start_from_wounds() -> None:
    offered = [words for each in phrases.shipped() for words in each.words.values()]
    offered += [words for rule in shipped() for words in (rule.why, rule.instead)]
    assert [text for words in offered for text in words.values() if noticed(text)] == []


def test_every_rule_is_there_in_both_languages_short_and_plain() -> None:
    for rule in shipped():
        assert set(rule.words) == set(rule.why) == set(rule.instead) == {"en", "cy"}
        for words in (*rule.why.values(), *rule.instead.values()):
            assert len(words) <= 130, words
        long = [w for w in re.findall(r"[a-z’]+", rule.why["en"].lower()) if len(w) > 9]
        assert long == []


def test_words_are_quoted_as_they_stand_and_each_kind_once() -> None:
    [hint] = noticed("SHE IS MANIPULATIVE. Manipulative, too.")
    assert hint.words == "MANIPULATIVE"
    assert noticed("She doesn't need 'a lifestyle choice'.") == ()


OWN = WoundingWords.model_validate(
    {"words": {"en": ["frequent absconder", "poor … historian"]}, "why": "Why.", "instead": "That."}
)


def test_a_partnerships_own_come_first() -> None:
    first, second = noticed("A poor old historian, and manipulative.", (OWN,))
    assert (first.words, second.words) == ("poor old historian", "manipulative")


def test_long_texts_are_looked_at_at_once() -> None:
    text = " ".join(HARMLESS)[:3000]
    noticed(text)
    began = perf_counter()
    noticed(text)
    assert perf_counter() - began < 0.2  # about two milliseconds on an idle machine


WRONG = [
    "  - { words: { en: [it] }, why: Why., instead: That. }",
    "  - { words: { en: [thing] }, instead: That. }",
    "  - { words: { fr: [chose] }, why: Why., instead: That. }",
    "  - { words: {}, why: Why., instead: That. }",
    "  - { words: { en: [thing] }, why: { cy: Pam. }, instead: That. }",
]


@pytest.mark.parametrize("entry", WRONG)
def test_a_mistake_in_them_is_told_with_its_line(tmp_path: Path, entry: str) -> None:
    good = "  - { words: { en: [heartless] }, why: Why., instead: That. }"
    text = f"{SMALL}wounding:\n{good}\n{entry}\n"
    file = tmp_path / "partnership.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(PartnershipError) as caught:
        read_partnership(file)
    [problem] = caught.value.problems
    assert problem.line == text[: text.index(entry)].count("\n") + 1
    assert problem.what
    assert problem.fix
