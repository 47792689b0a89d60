"""The glossary says which words stand on screens, and which were left for them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8").partition("## On the screen")[2]
ROWS = re.findall(r"(?m)^\| ([^|]+) \| ([^|]+) \|$", GLOSSARY)


def said() -> dict[str, str]:
    """Every message in English, by its id; what is filled in left out."""
    text = "".join(path.read_text("utf-8") for path in (ROOT / "prompts" / "en").glob("*.ftl"))
    messages = re.findall(r"(?m)^([a-z][a-z0-9-]*) = (.*(?:\n[ }].*)*)", text)
    return {id: re.sub(r"{ [^}\n]* }", "…", words) for id, words in messages}


def test_no_screen_says_what_the_glossary_left_off() -> None:
    left_off = {word for _, words in ROWS[2:] for word in words.split(", ")}
    assert {"somebody", "themself", "mend", "on the table"} <= left_off
    found = {
        (id, word)
        for id, text in said().items()
        for word in left_off
        if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    }
    assert found == set()


def test_what_the_glossary_says_instead_is_said() -> None:
    screens = "\n".join(said().values()).casefold()
    instead = {word for words, _ in ROWS[2:] for word in words.casefold().split(", ")}
    assert [word for word in instead if word not in screens] == []
