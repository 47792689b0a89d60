"""How long Slack and our own side may take: three seconds from a press to its answer."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Waits:
    """What is waited for, in seconds."""

    who: float = 2.0
    """To find out who sent a form or types in one."""
    making: float = 1.2
    """After which a modal opens that says to wait: a trigger lives for three."""
    opening: float = 1.0
    """For Slack to open one: then there is still time to answer in words."""
    changing: float = 2.5
    """For Slack to change one."""
    telling: float = 0.4
    """To find out whom to tell in words: an answer without their own number is better than none."""


USUAL: Final = Waits()
