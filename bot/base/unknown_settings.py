"""Names in the environment that look like settings and are none: nothing reads them."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from bot.base.settings import Settings

PREFIX = "UPSTANDER_"
ALIKE = 0.6
"""How much of a name has to be right for a guess at what was meant."""


def unknown_settings(environment: Iterable[str]) -> Iterator[str]:
    """Tells each name that begins as ours do and is none, with what may be meant; no value."""
    # Names count in any case, and Slack's and Teams' with our prefix too.
    known = {field.upper(): _name(field) for field in Settings.model_fields}
    for name in sorted(name.upper() for name in environment):
        bare = name.removeprefix(PREFIX)
        if bare != name and bare not in known:
            close = get_close_matches(bare, known, 1, ALIKE)
            meant = f"did you mean {known[close[0]]}? " if close else ""
            yield f"{name} is no setting, so nothing reads it: {meant}docs/settings.md lists them."


def _name(field: str) -> str:
    return str(Settings.model_fields[field].validation_alias or PREFIX + field.upper())
