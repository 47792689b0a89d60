"""Ids that say nothing: random, never in order of arrival, never telling a time."""

import re
from secrets import token_urlsafe
from typing import Final

ID: Final = re.compile(r"[A-Za-z0-9_-]{1,32}")


def new_id() -> str:
    """Makes an id of 128 random bits."""
    return token_urlsafe(16)
