"""Ids of the words of administration that the code puts together."""

from typing import Final, get_args

from handlers.administration import agency, hours, policies, thresholds
from handlers.administration.numbers.form import TITLES
from handlers.administration.numbers.lists import TEXTS
from handlers.administration.people.namesakes import ANSWERS
from handlers.administration.preview.differences import SETTINGS
from handlers.administration.preview.findings import FOUND
from handlers.administration.preview.values import KINDS
from handlers.administration.roles import EVERY, LISTS
from storage.partnership import Nation, RouteKind
from storage.partnership.model import Sector
from storage.partnership.values import DAYS

_NEW: Final = tuple(name.replace("_", "-") for name in agency.MUST)

_TEXTS: Final = {text.replace("_", "-") for texts in TEXTS.values() for text in texts}

ADMINISTRATION: Final[dict[str, set[str]]] = {
    "administration-of-role-{name.replace('_', '-')}": {
        f"administration-of-role-{name.replace('_', '-')}" for name in (EVERY, *LISTS)
    },
    "{prefix}-{value}": {
        f"{prefix}-{value}" for prefix, values in KINDS.values() for value in values
    },
    "administration-day-{DAYS[day]}": {f"administration-day-{day}" for day in DAYS},
    "administration-same-{how}": {
        f"administration-same-{how}" for how in ("listed", "platform", "elsewhere")
    },
    "administration-same-{there.why}": {
        f"administration-same-{why}" for why in ("name", "address")
    },
    "administration-of-{known}": {f"administration-of-{name}" for name in SETTINGS},
    "administration-{what}-title": {
        f"administration-{what}-title" for what in (*agency.CHANGES, "close")
    },
    "administration-thresholds-{name.replace('_', '-')}-label": {
        f"administration-thresholds-{name.replace('_', '-')}-label" for name in thresholds.NAMES
    },
    "administration-policy-{name.replace('_', '-')}-label": {
        f"administration-policy-{name.replace('_', '-')}-label" for name in policies.LINES
    },
    "administration-found-{next(ids, 'other')}": {
        f"administration-found-{found}" for found in (*FOUND.values(), "other")
    },
    "missing-administration-policy-{field}": {
        f"missing-administration-policy-{name}" for name in ("name", "link")
    },
    "administration-new-{name.replace('_', '-')}-label": {
        f"administration-new-{name.replace('_', '-')}-label" for name in agency.NEW
    },
    "missing-administration-new-{name.replace('_', '-')}": {
        f"missing-administration-new-{name}" for name in _NEW
    },
    "{label}-label": {f"administration-number-{text}-label" for text in _TEXTS},
    "{label}-cy-label": {f"administration-number-{text}-cy-label" for text in _TEXTS},
    "administration-numbers-{name}": {
        f"administration-numbers-{name}" for name in TEXTS if name != "other-routes"
    },
    "missing-administration-{field}": {
        f"missing-administration-{field}" for field in hours.WRITTEN
    },
    "missing-administration-{name}": {
        f"missing-administration-{name}" for name in ("name", "job", "sector", "nation")
    },
}
"""Every id, by the shape it has in the code."""

OPTIONS: Final = {
    "administration-day": DAYS,
    "administration-language": ("en", "cy"),
    "administration-nation": get_args(Nation),
    "administration-same": ANSWERS,
    "help": get_args(RouteKind),
    "agency-group": get_args(Sector),
}
"""Answers to choose from."""

FORMS: Final = tuple(
    f"administration-{what}"
    for what in (*agency.CHANGES, "choose", "new", "sheet", "close", "thresholds")
) + tuple(dict.fromkeys(TITLES.values()))
"""Forms by what their words begin with."""
