"""What is wrong with a setting, in words that say what to give instead."""

import re
from typing import Final

from pydantic_core import ErrorDetails

_ONE_OF: Final = re.compile(r"\^\(([\w|-]+)\)\$")
_WORDS: Final = {
    "int_parsing": "give a whole number, such as 8760",
    "float_parsing": "give a number, such as 2.5",
    "bool_parsing": "give yes or no",
    "greater_than_equal": "give at least {ge}",
    "greater_than": "give more than {gt}",
    "less_than_equal": "give at most {le}",
    "less_than": "give less than {lt}",
    "string_too_short": "give at least {min_length} characters",
    "string_too_long": "give at most {max_length} characters",
}
"""By the kind of mistake."""


def what_to_give(problem: ErrorDetails) -> str:
    """Says what to give; of a mistake that our own checks found, their words."""
    limits = problem.get("ctx", {})
    if words := _WORDS.get(problem["type"]):
        return words.format(**limits)
    if listed := _ONE_OF.fullmatch(str(limits.get("pattern", ""))):
        return f"give one of {', '.join(listed[1].split('|'))}"
    return problem["msg"].removeprefix("Value error, ")
