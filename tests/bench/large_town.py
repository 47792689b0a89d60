"""A partnership of many agencies: the example's own four, over and over, each with its people."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

EXAMPLE: Final = Path(__file__).parents[2] / "deploy" / "partnership.example.yaml"
_AGENCY: Final = re.compile(r"^(?=  - id: )", re.MULTILINE)


def large_town(agencies: int) -> str:
    """The text of a partnership's file with so many agencies."""
    text = EXAMPLE.read_text("utf-8")
    first = text.index("agencies:\n") + len("agencies:\n")
    last = text.index("# What the agencies ask of each other")
    return text[:first] + "".join(_agencies(text[first:last], agencies)) + text[last:]


def _agencies(text: str, many: int) -> Iterator[str]:
    known = _AGENCY.split(text)[1:]
    yield from known
    for number in range(len(known), many):
        like = known[number % len(known)]
        like = re.sub(r"^  - id: (.+)", rf"  - id: \1-{number}", like)
        like = re.sub(r"web:([a-z-]+)", rf"slack:T{number:04}:\1", like)
        like = re.sub(r"^    slack_workspaces: .*\n", "", like, flags=re.MULTILINE)
        like = re.sub(r"^    front_door:\n(?: {6}.*\n)+", "", like, flags=re.MULTILINE)
        home = f"    slack_workspaces: [T{number:04}]\n    email_domains:"
        like = like.replace("    email_domains:", home)
        yield like.replace(".anytown.example", f".town-{number}.example")
