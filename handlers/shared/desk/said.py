"""What was said, in sight of whoever replies to it."""

from collections.abc import Sequence
from typing import Final

from prompts.shapes import Block, Said, Text
from prompts.words import say

IN_SIGHT: Final = 3000
"""Letters above the field in which somebody replies: it stays near what it answers."""


def in_sight(said: Sequence[Block]) -> tuple[Block, ...]:
    """Keeps the end of a conversation, and what was said last however long it is."""
    kept: list[Block] = []
    room = IN_SIGHT
    for block in reversed(said):
        letters = len(block.text) if isinstance(block, Said) else 0
        if letters > room and any(isinstance(other, Said) for other in kept):
            break
        kept.insert(0, block)
        room -= letters
    earlier = (Text(say("said-earlier")),) if len(kept) < len(said) else ()
    return (*earlier, *kept)
