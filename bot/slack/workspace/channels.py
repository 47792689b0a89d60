"""In which channel something was done, the same for everybody in it. Pure."""

import json
import re

from handlers.contract.people import Place
from storage.partnership import Platform, PlatformId

_ID = re.compile(r"slack:([A-Z0-9]{2,30}):([CG][A-Z0-9]{1,30})")
"""A workspace and a channel. A direct conversation begins with D, and is no meeting."""


def place_in(team: str, channel: str) -> Place | None:
    """Gives the place that a channel is; None in a direct conversation, or without a channel."""
    return place_called(str(PlatformId(Platform.SLACK, team, channel)))


def place_called(id: str) -> Place | None:
    """Gives the place of an id that comes back from a modal; None if it is none of ours."""
    if (found := _ID.fullmatch(id)) is None:
        return None
    return Place(id, json.dumps({"channel": found[2], "team": found[1]}))
