"""Text in Slack's own dress: what people typed is never markup, and nothing is too long."""

from collections.abc import Iterator
from typing import Any

from prompts.words import Words, speak

Json = dict[str, Any]

TITLE, LABEL, HEADER, OPTION, BUTTON, PARAGRAPH = 24, 2000, 150, 75, 75, 3000
PLACEHOLDER = 150


def escape(text: str) -> str:
    """Takes the life out of `<!channel>`, `<@U…>` and links where Slack reads markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, most: int) -> str:
    """Cuts text so that it fits; an ellipsis says that some is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def cut_within(text: str, most: int, end: int = 8) -> str:
    """Cuts text so that it fits and keeps its end, which tells things of one kind apart."""
    return text if len(text) <= most else cut(text[:-end], most - end) + text[-end:]


def plain(text: str, most: int) -> Json:
    """Makes a text object without any markup. Slack refuses an empty one."""
    return {"type": "plain_text", "text": cut(text, most) or " ", "emoji": True}


def spoken(words: Words, language: str, most: int) -> Json:
    """Speaks words as a text object without markup."""
    return plain(speak(words, language), most)


def bold(text: str, most: int) -> Json:
    """Makes a text object in bold: the only markup we write."""
    safe = escape(cut(text.replace("*", "∗"), most // 5 - 2))
    return {"type": "mrkdwn", "text": f"*{safe}*", "verbatim": True}


def pieces(text: str, most: int = PARAGRAPH) -> Iterator[str]:
    """Parts a long text so that each part fits, broken between lines or words where it can be."""
    while len(text) > most:
        at = max(text.rfind("\n", most // 2, most), text.rfind(" ", most // 2, most))
        at = at if at > 0 else most
        yield text[:at]
        text = text[at:].lstrip()
    if text:
        yield text
